"""A word model of Chinese: how likely a run of characters is as a row of dictionary words.

The counts are those of jieba's dictionary (MIT, see the file's head): one word at a time, no context. That is
enough here: a spinner that replaces inside words leaves rows that no words make (`巨大|家` beside `大家`).
"""

from __future__ import annotations

import gzip
from functools import cache
from math import log

from transforms.cleaning.rulefile import rule_bytes

_LONGEST = 5
_UNSEEN = 0.5
# Log probability from which a character is a word of its own often enough (about one word in 1,500).
_ALONE = -7.3


@cache
def word_counts() -> dict[str, int]:
    """How often each dictionary word was counted."""
    lines = gzip.decompress(rule_bytes("word_frequencies.tsv.gz")).decode("utf-8").split("\n")
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    next(rows)
    return {word: int(count) for word, count in rows}


@cache
def _log_counts() -> tuple[dict[str, float], float]:
    counts = word_counts()
    total = log(sum(counts.values()))
    return {word: log(count) - total for word, count in counts.items()}, log(_UNSEEN) - total


@cache
def total_characters() -> int:
    """The size of the counted corpus in characters."""
    return sum(count * len(word) for word, count in word_counts().items())


def row_likelihood(text: str, single: float = 0.0) -> float:
    """Log probability of the likeliest way to read `text` as words; what is not Han costs nothing.

    `single` is added for each word of one character that does not often stand alone.
    """
    known, unseen = _log_counts()
    if single:
        return _strict_likelihood(text, single)
    best = [0.0]
    for end in range(1, len(text) + 1):
        char = text[end - 1]
        score = best[end - 1] + (known.get(char, unseen) if "\u3400" <= char <= "\u9fff" else 0.0)
        for size in range(2, min(_LONGEST, end) + 1):
            p = known.get(text[end - size : end])
            if p is not None and best[end - size] + p > score:
                score = best[end - size] + p
        best.append(score)
    return best[-1]


def _strict_likelihood(text: str, single: float) -> float:
    known, unseen = _log_counts()
    best = [0.0]
    for end in range(1, len(text) + 1):
        char = text[end - 1]
        p = known.get(char, unseen) if "\u3400" <= char <= "\u9fff" else 0.0
        score = best[end - 1] + p + (single if p < _ALONE else 0.0)
        for size in range(2, min(_LONGEST, end) + 1):
            q = known.get(text[end - size : end])
            if q is not None and best[end - size] + q > score:
                score = best[end - size] + q
        best.append(score)
    return best[-1]
