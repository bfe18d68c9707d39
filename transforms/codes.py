"""Texts as arrays of character codes, tables over them, and words found by their first two characters.

One look at all characters of a text costs a few microseconds this way, a hundredth of a loop or a search. It
tells which steps can have work at all, and where.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

BEYOND = 0xFFFF
"""What stands for a character beyond the first plane; it is no character itself."""
Codes = NDArray[np.uint16]
_FIRST, _MULTIPLIER = np.uint32(1 << 16), np.uint32(2654435769)
# A table of pairs has so many places for each, and so many bits in all: it has to stay in the nearest cache.
_PLACES_A_PAIR, _LEAST_BITS, _MOST_BITS = 32, 10, 16


@lru_cache(maxsize=4)
def codes_of(text: str) -> Codes:
    """The code of each character, `BEYOND` for those beyond the first plane; not to be written to."""
    data = text.encode("utf-16-le", "surrogatepass")
    if len(data) == 2 * len(text):
        return np.frombuffer(data, np.uint16)
    wide = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    return np.minimum(wide, BEYOND).astype(np.uint16)


def differing(one: str, other: str) -> NDArray[np.intp]:
    """The offsets at which two texts of one length differ."""
    a, b = codes_of(one), codes_of(other)
    unlike = a != b
    if BEYOND in a and BEYOND in b:
        wide = [np.frombuffer(t.encode("utf-32-le", "surrogatepass"), np.uint32) for t in (one, other)]
        unlike = wide[0] != wide[1]
    found: NDArray[np.intp] = unlike.nonzero()[0]
    return found


def character_table(kinds: Mapping[int, Iterable[str]]) -> NDArray[np.uint16]:
    """A table of 65,536 places: for each code the sum of the bits of the kinds that its character is of."""
    table = np.zeros(0x10000, np.uint16)
    for bit, characters in kinds.items():
        table[[min(ord(char), BEYOND) for char in characters]] |= np.uint16(bit)
    return table


@lru_cache(maxsize=4)
def _pairs_of(text: str) -> NDArray[np.uint32]:
    """Each two neighbouring characters of a text as one number."""
    codes = codes_of(text)
    pairs: NDArray[np.uint32] = codes[:-1] * _FIRST
    pairs += codes[1:]
    return pairs


def count_each(text: str, parts: Iterable[str]) -> dict[str, int]:
    """How often each part of two characters or more occurs in a text, as `text.count` has it."""
    pairs = np.sort(_pairs_of(text))
    listed = list(parts)
    first = np.array([ord(part[0]) * int(_FIRST) + ord(part[1]) for part in listed], np.uint64)
    found = pairs.searchsorted(first, "right") - pairs.searchsorted(first, "left")
    return {
        # A part that is longer, or that may overlap itself, is counted by itself where it may occur at all.
        part: text.count(part) if n and (len(part) > 2 or part[0] == part[1]) else n
        for part, n in zip(listed, found.tolist(), strict=True)
    }


def places(text: str, part: str) -> Iterator[int]:
    """The offsets at which a part of a text stands, overlapping itself too; quicker than a pattern."""
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)


class PairIndex:
    """Finds words of two characters and more in a text by their first two; single characters are left out."""

    def __init__(self, words: Iterable[str]) -> None:
        listed = list(dict.fromkeys(word for word in words if len(word) > 1))
        self._size = min(map(len, listed), default=2)
        self._of: dict[str, list[str]] = {}
        for word in listed:
            self._of.setdefault(word[: self._size], []).append(word)
        pairs = np.array([_pairs_of(word[:2])[0] for word in listed] or [0], np.uint32)
        self._pairs = np.unique(pairs)
        bits = min(max((_PLACES_A_PAIR * len(self._pairs)).bit_length(), _LEAST_BITS), _MOST_BITS)
        self._shift = np.uint32(32 - bits)
        self._taken = np.zeros(1 << bits, np.bool_)
        self._taken[(pairs * _MULTIPLIER) >> self._shift] = True

    def _spots(self, text: str) -> list[int]:
        """Where the first two characters of a word stand, in order: by a small table, then for certain."""
        pairs = _pairs_of(text)
        spots = self._taken.take((pairs * _MULTIPLIER) >> self._shift).nonzero()[0]
        likely = pairs.take(spots)
        certain = self._pairs.take(self._pairs.searchsorted(likely), mode="clip") == likely
        found: list[int] = spots[certain].tolist()
        return found

    def find(self, text: str) -> list[tuple[int, str]]:
        """(offset, word) of each word in a text, overlapping ones too, by their offsets."""
        of, size, found = self._of, self._size, []
        for at in self._spots(text):
            words = of.get(text[at : at + size])
            if words:
                for word in words:
                    if len(word) == size or text.startswith(word, at):
                        found.append((at, word))
        return found

    def find_apart(self, text: str) -> list[tuple[int, str]]:
        """(offset, word) of the words in a text, none overlapping: the leftmost, and of them the longest."""
        found = self.find(text)
        if not found:
            return found
        apart, reached = list[tuple[int, str]](), 0
        for at, word in sorted(found, key=lambda one: (one[0], -len(one[1]))):
            if at >= reached:
                apart.append((at, word))
                reached = at + len(word)
        return apart
