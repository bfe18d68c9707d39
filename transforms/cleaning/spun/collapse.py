"""Words that a document itself shows to be substitutes: a common character that is found in one word only.

A spinner that writes `硕大` for every `大` leaves no other `大` in the text, and breaks the words around it
(`硕大家`, `巨硕大`). Nothing need be known of the spinner for that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from transforms.cleaning.spun.frequencies import row_likelihood, word_likelihood
from transforms.codes import character_table, codes_of
from transforms.word_counts import word_counts

# Characters that nearly every article has in several words, and for which spinners have substitutes.
_COMMON = "大小多少好新旧快慢高低强弱真假深浅宽重轻软硬长短远近美老难满广热人用说看学想建找给走写钱关问听"
_LEAST, _SHARE, _CONTEXT = 2, 0.85, 4
_RUN = re.compile(f"[\u3400-\u9fff]{{0,{_CONTEXT}}}")
# A word is broken where its neighbours make a word with the single character, by so many nats.
_BROKEN = 4.5
# What the first broken word counts in nats, each further one, and all of one character at most.
_FIRST, _FURTHER, _CAP = 3.2, 1.5, 6.0


@dataclass(frozen=True)
class Collapse:
    """A `character` that occurs (nearly) only inside of `word`; `broken` are the words that this breaks."""

    character: str
    word: str
    broken: tuple[str, ...]

    @property
    def nats(self) -> float:
        """What it says for the document's being spun."""
        return min(_CAP, _FIRST + _FURTHER * (len(self.broken) - 1)) if self.broken else 0.0


def collapses(text: str) -> list[Collapse]:
    """The common characters of a text that stand in one word only and break others there."""
    found = []
    for word, character, least in _companies(text):
        if word_likelihood(word) is None or text.count(word) < least:
            continue
        if broken := _broken(text, word, character):
            found.append(Collapse(character, word, broken))
    return found


def _companies(text: str) -> list[tuple[str, str, float]]:
    """The words of two characters that may have taken the place of a common one; how often each must occur.

    Only the first three occurrences are looked at: where there is a collapse, two of them show it.
    """
    shared = list[tuple[int, bool, str, str, float]]()
    for character, count, a, b, c in _frequent(text):
        least = max(_LEAST, _SHARE * count)
        spare = count - least >= 1  # whether one occurrence may stand elsewhere
        k = _alike(text[a + 1 : a + 2], text[b + 1 : b + 2], text[c + 1 : c + 2], spare)
        if k:
            at = b if k == 1 else c
            shared.append((at, False, text[at : at + 2], character, least))
        k = _alike(text[a - 1 : a], text[b - 1 : b], text[c - 1 : c], spare)
        if k:
            at = b if k == 1 else c
            shared.append((at, True, text[at - 1 : at + 1], character, least))
    return list(dict.fromkeys((word, character, least) for _, _, word, character, least in sorted(shared)))


def _frequent(text: str) -> Iterator[tuple[str, int, int, int, int]]:
    """The common characters that occur twice at least.

    Of each how often it occurs and where first, for the second and for the third time, or the second again.
    """
    each = _table().take(codes_of(text))
    spots = each.nonzero()[0]
    found: dict[int, list[int]] = {}
    for kind, at in zip(each[spots].tolist(), spots.tolist(), strict=True):
        if kind in found:
            found[kind].append(at)
        else:
            found[kind] = [at]
    for kind, (a, *more) in found.items():
        if more:
            yield _COMMON[kind - 1], 1 + len(more), a, more[0], more[:2][-1]


def _alike(a: str, b: str, c: str, spare: bool) -> int:
    """Which of three neighbours is the first that is like the one before it; 0 where too few are alike."""
    if a == b and (spare or b == c):
        return 1
    return 2 if b == c and spare else 0


@cache
def _table() -> NDArray[np.uint8]:
    """For each common character its place, from 1."""
    return character_table(dict(enumerate(_COMMON, 1))).astype(np.uint8)


@cache
def _neighbours() -> dict[str, tuple[set[str], set[str]]]:
    """The characters that stand before and after each common one in some word of the dictionary."""
    words = "\n".join(word_counts())
    sides = {}
    for character in _COMMON:
        parts = words.split(character)  # an empty one is between two of them
        before = {part[-1:] or character for part in parts[:-1]}
        sides[character] = before, {part[:1] or character for part in parts[1:]}
    return sides


def _broken(text: str, word: str, character: str) -> tuple[str, ...]:
    """The broken words, no two of one word: those may be a name, said again."""
    found: dict[str, str] = {}
    before, after = _neighbours()[character]
    end = 0
    while (at := text.find(word, end)) >= 0:
        end = at + len(word)
        # Where the character joins with neither neighbour, it cannot be likelier than the word.
        if text[at - 1 : at] not in before and text[end : end + 1] not in after:
            continue
        if bridging(text, at, end, character) >= _BROKEN:
            made = _made(text[at - 1 : at] + character, character + text[end : end + 1])
            found.setdefault(made, text[max(0, at - 1) : end + 1])
    return tuple(found.values())


def _made(*words: str) -> str:
    """The likelier word of those that the single character makes with a neighbour."""
    return max(words, key=lambda word: word_likelihood(word) or -99.0)


def bridging(text: str, start: int, end: int, original: str) -> float:
    """How much better, in nats, `original` joins with what stands around text[start:end] than that word does.

    What is due to the one being the more frequent word is taken off.
    """
    a = max(0, start - _CONTEXT)
    return _bridging(text[a : end + _CONTEXT], start - a, end - a, original)


@lru_cache(maxsize=1 << 12)
def _bridging(row: str, start: int, end: int, original: str) -> float:
    left, right = _RUN.match(row[:start][::-1]), _RUN.match(row, end)
    a, b = start - (left.end() if left else 0), right.end() if right else end
    joined = row_likelihood(row[a:start] + original + row[end:b]) - row_likelihood(row[a:b])
    return joined - row_likelihood(original) + row_likelihood(row[start:end])
