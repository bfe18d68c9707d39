"""Texts as sets of hashed pieces: what two copies of one text share."""

from __future__ import annotations

import re
from functools import cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]

_NO_LETTER = re.compile(r"[\W_]+")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*|[A-Za-z][A-Za-z0-9]*")
_BASE = 0x9E3779B97F4A7C15


def letters(text: str) -> str:
    """The text without spaces and punctuation, in lower case: layout makes no other text."""
    return _NO_LETTER.sub("", text).lower()


def grams(text: str, size: int) -> Hashes:
    """The hash of each run of `size` characters, in order; of a shorter text that of the whole.

    The hash is a polynomial of the code points, mixed as in splitmix64: the same on every machine.
    """
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)
    size = max(1, min(size, len(codes)))
    powers = _powers(size)
    sums = np.zeros(max(0, len(codes) - size + 1), np.uint64)
    for at in range(size):
        sums += _mixed(codes[at : at + len(sums)]) * powers[at]
    return _mixed(sums)


def figures(text: str) -> list[str]:
    """The numbers and the words in Latin letters, in order: what no exchange of words touches."""
    return [one.replace(",", "").lower() for one in _FIGURE.findall(text)]


def runs(words: list[str], size: int) -> Hashes:
    """The hash of each run of `size` words, in order; none where there are fewer."""
    starts = range(len(words) - size + 1)
    return np.array([hashed(" ".join(words[at : at + size]).encode()) for at in starts], np.uint64)


def hashed(data: bytes) -> int:
    """64 bits that stand for these bytes."""
    return int.from_bytes(blake2b(data, digest_size=8).digest(), "little")


def winnowed(hashes: Hashes, window: int) -> Hashes:
    """The least hash of every window, each once, sorted.

    Two texts that share a run of `window` hashes share one of these (Schleimer et al., Winnowing, 2003).
    """
    if not len(hashes):
        return hashes
    windows = np.lib.stride_tricks.sliding_window_view(hashes, min(window, len(hashes)))
    return np.unique(windows.min(axis=1))


@cache
def _powers(size: int) -> Hashes:
    return np.array([pow(_BASE, size - 1 - at, 1 << 64) for at in range(size)], np.uint64)


def _mixed(values: Hashes) -> Hashes:
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))
