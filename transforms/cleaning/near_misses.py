"""Misspelt names that the same text also spells right: a character of a like sound, or two letters swapped.

Only long names are looked at, and only where the right form stands in the text too: a table cannot list all
slips, and a near miss of a name that is not there may be somebody else. Versions are never touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from pypinyin import Style, lazy_pinyin

from transforms.aligned import AlignedText, Change
from transforms.codes import PairIndex, places
from transforms.seed_data import list_names, read_table

_LEAST_HAN, _LEAST_LATIN = 4, 6
_HAN = re.compile("[\u4e00-\u9fff]+")
_LATIN = re.compile("[A-Z][A-Za-z]+")
# It begins with the capital, which is the quickest to look for.
_LATIN_WORD = re.compile("[A-Z](?<![A-Za-z0-9.-][A-Z])[A-Za-z]{4,}(?![A-Za-z0-9-])")
# Initials and finals that transliterations and ears confuse, written alike.
_LIKE = {"^(zh|j)": "z", "^(ch|q)": "c", "^(sh|x)": "s", "^k": "g", "^p": "b", "^t": "d", "ng$": "n"}


@cache
def _known() -> tuple[PairIndex, frozenset[str]]:
    """A finder of the long names, and all names there are."""
    names: set[str] = set()
    every: set[str] = set()
    for table in list_names("registry"):
        if not table.endswith(".csv"):
            continue
        for row in read_table("registry", table):
            forms = {row.get("name", ""), *(row.get("aliases") or "").split("|")} - {""}
            every |= forms
            foreign = row.get("kind") == "person" and any(form.isascii() for form in forms)
            names |= {f for f in forms if foreign and len(f) >= _LEAST_HAN and _HAN.fullmatch(f)}
            names |= {f for f in forms if len(f) >= _LEAST_LATIN and _LATIN.fullmatch(f)}
    return PairIndex(sorted(names)), frozenset(every)


@cache
def _sound(char: str) -> str:
    sound = lazy_pinyin(char, style=Style.NORMAL)[0]
    for pattern, like in _LIKE.items():
        sound = re.sub(pattern, like, sound)
    return sound


def _swapped(word: str, name: str) -> bool:
    """Whether two letters have changed places; any other letter may make another name (Micron, Macron)."""
    if len(word) != len(name):
        return False
    off = [k for k, (a, b) in enumerate(zip(word, name, strict=True)) if a != b]
    return len(off) == 2 and off[1] == off[0] + 1 and sorted(word) == sorted(name)


def _han_misses(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Where the text has the name but for one character, of a like sound.

    One half of the name is then right, and that is looked for: far quicker than any pattern.
    """
    size, half = len(name), len(name) // 2
    halves = ((name[:half], 0), (name[half:], half))
    spots = {at - shift for part, shift in halves for at in places(text, part) if at >= shift}
    reached = 0
    for at in sorted(spots):
        written = text[at : at + size]
        off = [k for k, (a, b) in enumerate(zip(written, name, strict=False)) if a != b]
        if at < reached or len(written) < size or len(off) != 1 or not _HAN.match(written[off[0]]):
            continue
        reached = at + size
        if _sound(written[off[0]]) == _sound(name[off[0]]):
            yield at, reached


def mend_near_misses(aligned: AlignedText) -> AlignedText:
    """The Simplified text with near misses of its own long names spelt right; rule `slip.near_miss`."""
    index, every = _known()
    text = aligned.text
    here = {name for _, name in index.find_apart(text)}
    if not here:
        return aligned
    changes: dict[int, Change] = {}
    latin = any(name[0].isascii() for name in here)
    odd = [m for m in _LATIN_WORD.finditer(text) if m[0] not in every] if latin else []
    for name in sorted(here):
        if name[0].isascii():
            spans: Iterable[tuple[int, int]] = (m.span() for m in odd if _swapped(m[0], name))
        else:
            spans = _han_misses(text, name)
        for start, end in spans:
            if text[start:end] not in every:
                changes.setdefault(start, Change(start, end, name, "slip.near_miss"))
    return aligned.apply(changes[start] for start in sorted(changes)) if changes else aligned
