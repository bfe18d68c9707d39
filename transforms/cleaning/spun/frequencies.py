"""A word model of Chinese: how likely a run of characters is as a row of dictionary words.

The counts are those of jieba's dictionary (MIT, see the file's head): one word at a time, no context. That is
enough here: a spinner that replaces inside words leaves rows that no words make (`巨大|家` beside `大家`).
"""

from __future__ import annotations

from functools import cache, lru_cache
from math import log

from transforms.word_counts import word_counts

_LONGEST = 5
_UNSEEN = 0.5
# Log probability from which a character is a word of its own often enough (about one word in 1,500).
_ALONE = -7.3


@cache
def _log_counts() -> tuple[dict[str, float], float]:
    counts = word_counts()
    total = log(sum(counts.values()))
    return {word: log(count) - total for word, count in counts.items()}, log(_UNSEEN) - total


@cache
def total_characters() -> int:
    """The size of the counted corpus in characters."""
    return sum(count * len(word) for word, count in word_counts().items())


def word_likelihood(word: str) -> float | None:
    """Log probability of a dictionary word; None for what is none."""
    return _log_counts()[0].get(word)


@lru_cache(maxsize=1 << 14)
def row_likelihood(text: str, single: float = 0.0) -> float:
    """Log probability of the likeliest way to read `text` as words; what is not Han costs nothing.

    `single` is added for each word of one character that does not often stand alone.
    """
    known, unseen = _log_counts()
    best = [0.0]
    for end, char in enumerate(text, 1):
        p = known.get(char, unseen) if "\u3400" <= char <= "\u9fff" else 0.0
        score = best[-1] + (p + single if p < _ALONE else p)
        for start in range(end - 2, max(-1, end - _LONGEST - 1), -1):
            q = known.get(text[start:end])
            if q is not None and best[start] + q > score:
                score = best[start] + q
        best.append(score)
    return best[-1]
