"""How far a decoded text looks like the text that somebody wrote: the judge between encodings."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from transforms.codes import BEYOND, character_table, codes_of

_COMMON, _DOUBTFUL, _BEYOND_ASCII = 1, 2, 4
SAMPLE = 60_000  # characters looked at in each of three places of a long text
_PLAIN_CONTROLS = "\t\n\v\f\r"
_JUNK_CATEGORIES = {"Cc", "Cn", "Co", "Cs"}


@dataclass(frozen=True, slots=True)
class Plausibility:
    """What a sample of a text is made of.

    `beyond_ascii` counts its characters beyond ASCII; `common` is the share of these that are frequent in
    Chinese prose (measured: 0.74–0.80 for a right decoding, below 0.06 for a wrong one); `junk` is the share
    of all characters that no text has: controls, private use, unassigned, U+FFFD.
    """

    beyond_ascii: int
    common: float
    junk: float

    @property
    def score(self) -> float:
        """From about 1 (certain Chinese; plain ASCII is 0.7) down to below 0 (noise)."""
        return (self.common if self.beyond_ascii else 0.7) - 3 * self.junk


@cache
def common_characters() -> frozenset[str]:
    """The characters of `seeds/rules/reading/common-characters.txt`."""
    text = files("seeds").joinpath("rules/reading/common-characters.txt").read_text(encoding="utf-8")
    return frozenset("".join(line for line in text.splitlines() if not line.startswith("#")))


@cache
def _table() -> NDArray[np.uint16]:
    """The common characters, those that may be junk, and those beyond ASCII."""
    plane = list(map(chr, range(BEYOND + 1)))
    return character_table(
        {_COMMON: common_characters(), _DOUBTFUL: filter(_is_junk, plane), _BEYOND_ASCII: plane[0x80:]}
    )


def surely_plausible(text: str, least: float) -> bool:
    """Whether `judge` would find no junk in `text` and at least this share of common characters.

    It takes a tenth of the time; False proves nothing.
    """
    if len(text) > 3 * SAMPLE:
        return False
    each = _table().take(codes_of(text))
    if (each & _DOUBTFUL).any() and any(map(_is_junk, set(text))):
        return False
    wanted = max(1, least * np.count_nonzero(each & _BEYOND_ASCII))
    return bool(np.count_nonzero(each & _COMMON) >= wanted)


def _is_junk(char: str) -> bool:
    if char <= "\x7f":
        return (char < " " and char not in _PLAIN_CONTROLS) or char == "\x7f"
    return char == "\ufffd" or unicodedata.category(char) in _JUNK_CATEGORIES


def judge(text: str) -> Plausibility:
    """The plausibility of `text`, from a sample of at most three times `SAMPLE` characters."""
    counts = Counter(_sample(text))
    common = common_characters()
    beyond = good = junk = 0
    for char, n in counts.items():
        beyond += n if char > "\x7f" else 0
        if char in common:
            good += n
        elif _is_junk(char):
            junk += n
    total = max(1, sum(counts.values()))
    return Plausibility(beyond, good / beyond if beyond else 0.0, junk / total)


def _sample(text: str) -> str:
    if len(text) <= 3 * SAMPLE:
        return text
    middle = len(text) // 2
    return text[:SAMPLE] + text[middle : middle + SAMPLE] + text[-SAMPLE:]
