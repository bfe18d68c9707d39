"""What an article is about: its words, Latin words and names, each weighted by how telling it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from math import log, sqrt

from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick

from transforms.word_counts import word_counts

_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[-.+][A-Za-z0-9]+)*")
_SEEN_LEAST = 1000
"""Added to every count in general text: below it, rare words and unknown names weigh nearly the same."""
_TELLS_NOTHING = 6.0
"""Taken off every weight: words as common as one in 400 (e^-6) tell nothing of a subject."""


def terms(text: str, names: Iterable[str] = ()) -> dict[str, float]:
    """The terms of a clean Simplified text with their weights, of length 1 as a vector.

    Terms are words of two and more characters of the dictionary (longest match from the left), words in Latin
    script of two and more letters in lower case, and `names`, the canonical names of the entities in it, once
    for each mention. The weight is (1 + ln count) × (ln(all words / count in general text) − 6): TF-IDF with
    a background for a collection, so that a score never depends on what else the warehouse holds (search
    libraries weigh by the collection that they are given).
    """
    counts = Counter(text[start:end] for start, end, _ in _dictionary().find(text) if end - start > 1)
    counts.update(word.lower() for word in _LATIN.findall(text) if len(word) > 1)
    counts.update(name.lower() if name.isascii() else name for name in names)
    return unit({term: (1 + log(count)) * _telling(term) for term, count in counts.items()})


def unit(weights: Mapping[str, float]) -> dict[str, float]:
    """The same weights at a Euclidean length of 1; empty where all are nothing."""
    length = sqrt(sum(weight * weight for weight in weights.values()))
    return {term: weight / length for term, weight in weights.items()} if length else {}


def _telling(term: str) -> float:
    rarity = log(_all_words() / (word_counts().get(term, 0) + _SEEN_LEAST))
    return max(0.0, rarity - _TELLS_NOTHING)


@cache
def _all_words() -> int:
    return sum(word_counts().values())


@cache
def _dictionary() -> CharwiseDoubleArrayAhoCorasick:
    words = [word for word in word_counts() if len(word) > 1]
    return CharwiseDoubleArrayAhoCorasick(words, MATCH_KIND_LEFTMOST_LONGEST)
