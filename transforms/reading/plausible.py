"""How far a decoded text looks like the text that somebody wrote: the judge between encodings."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from transforms.character_table import MOST, character_table, pick
from transforms.usual import is_usual

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
def _in_order() -> str:
    text = files("seeds").joinpath("rules/reading/common-characters.txt").read_text(encoding="utf-8")
    return "".join(line for line in text.splitlines() if not line.startswith("#"))


@cache
def common_characters() -> frozenset[str]:
    """The characters of `seeds/rules/reading/common-characters.txt`."""
    return frozenset(_in_order())


@cache
def _tables() -> list[Any]:
    """The common characters in their order, as tables to count by."""
    chars = "".join(dict.fromkeys(_in_order()))
    return [character_table(chars[i : i + MOST]) for i in range(0, len(chars), MOST)]


def surely_plausible(text: str, least: float) -> bool:
    """Whether `judge` would find no junk in `text` and at least this share of common characters.

    It counts the most common ones first, and takes a tenth of the time; False proves nothing.
    """
    if len(text) > 3 * SAMPLE or not (is_usual(text) or _has_no_junk(text)):
        return False
    found, wanted = 0, max(1, least * (len(text) - len(text.encode("ascii", "ignore"))))
    for table in _tables():
        found += len(pick(text, table))
        if found >= wanted:
            return True
    return False


@cache
def _doubtful() -> re.Pattern[str]:
    """All but the characters below U+10000 that are no junk."""
    chars = "".join(char for char in map(chr, range(0x10000)) if not _is_junk(char))
    return re.compile(f"[^{re.escape(chars)}]")


def _has_no_junk(text: str) -> bool:
    return not any(map(_is_junk, set(_doubtful().findall(text))))


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
