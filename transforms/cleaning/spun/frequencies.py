"""A word model of Chinese: how likely a run of characters is as a row of dictionary words.

The counts are those of jieba's dictionary (MIT, see the file's head): one word at a time, no context. That is
enough here: a spinner that replaces inside words leaves rows that no words make (`巨大|家` beside `大家`).
"""

from __future__ import annotations

from functools import cache, lru_cache
from math import inf, log

from transforms.word_counts import word_counts

LONGEST = 5
_UNSEEN = 0.5
# Log probability from which a character is a word of its own often enough (about one word in 1,500).
_ALONE = -7.3


@cache
def _log_counts() -> tuple[dict[str, float], float]:
    counts = word_counts()
    total = log(sum(counts.values()))
    return {word: log(count) - total for word, count in counts.items()}, log(_UNSEEN) - total


@cache
def _heads() -> frozenset[str]:
    """What words of three characters and more begin with."""
    return frozenset(word[:2] for word in word_counts() if len(word) > 2)


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
    heads, size = _heads(), len(text)
    best = [0.0] + [-inf] * size
    for start, char in enumerate(text):
        before = best[start]
        p = known.get(char, unseen) if "\u3400" <= char <= "\u9fff" else 0.0
        score = before + (p + single if p < _ALONE else p)
        if score > best[start + 1]:
            best[start + 1] = score
        pair = text[start : start + 2]
        q = known.get(pair)
        if q is not None and start + 1 < size and before + q > best[start + 2]:
            best[start + 2] = before + q
        if pair in heads:
            for end in range(start + 3, min(size, start + LONGEST) + 1):
                q = known.get(text[start:end])
                if q is not None and before + q > best[end]:
                    best[end] = before + q
    return best[-1]


def next_likelihood(before: tuple[float, ...], row: str, char: str, single: float = 0.0) -> tuple[float, ...]:
    """`row_likelihood` of the last prefixes of `row` with one character more, itself last.

    `before` are those of the prefixes of `row`, (0.0,) at its beginning; of it the end is enough.
    """
    known, unseen = _log_counts()
    p = known.get(char, unseen) if "\u3400" <= char <= "\u9fff" else 0.0
    score = before[-1] + (p + single if p < _ALONE else p)
    for size in range(2, len(before) + 1):
        q = known.get(row[1 - size :] + char)
        if q is not None and before[-size] + q > score:
            score = before[-size] + q
    return (*before[1 - LONGEST :], score)
