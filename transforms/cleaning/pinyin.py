"""Pinyin residue: `参数(shù)`, left by a tool that annotates characters for search engines.

Method and figures: the reading in brackets is residue if and only if it is a listed reading of the character
before it (82 of 82 in a real article, 0 false in 2.4 million clean characters); the document has to show at
least three of them over a small share of its characters, because teaching texts annotate nearly every one.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from pypinyin.constants import PINYIN_DICT

from transforms.aligned import AlignedText, Change
from transforms.cleaning.kinds import (
    IS_HAN,
    IS_LETTER,
    IS_ODD_SPACE,
    IS_OPENING,
    IS_SMALL,
    IS_SPACE,
    IS_TONED,
    PINYIN_LETTERS,
    kinds_of,
)
from transforms.cleaning.script import simplify
from transforms.word_counts import word_counts

_LETTER = PINYIN_LETTERS
# Possessive throughout: the longest pieces are the fewest, so giving letters back can never help.
_SPELLING = rf"[ ]?([{_LETTER}]{{1,8}}+[1-5]?+(?:[ ·'’-]?+[{_LETTER}]{{1,8}}+[1-5]?+){{0,7}}+)[ ]?"
# As many brackets close as open: in `(4000亿参数(shù))` the outer one is the author's.
_BRACKET = re.compile(rf"[ \u3000]?(?:[(（\[〔【]{_SPELLING}[)）\]〕】]|[(（\[]{{2}}{_SPELLING}[)）\]]{{2}})")
_LONGEST = 8
_TONES = {"\u0304", "\u0301", "\u030c", "\u0300"}
_MIN_EXACT, _MAX_SHARE = 3, 0.4
# Fewer than that are residue where the character is as common as 数, 发 or 务 (count in the word list).
_COMMON = 1000


def _spelling(py: str) -> str:
    out = unicodedata.normalize("NFC", py.lower()).replace("ɑ", "a").replace("ɡ", "g")
    return unicodedata.normalize("NFC", out)


def _toneless(py: str) -> str:
    letters = unicodedata.normalize("NFD", _spelling(py).rstrip("12345"))
    plain = "".join(c for c in letters if c not in _TONES)
    return unicodedata.normalize("NFC", plain).replace("u:", "v").replace("ü", "v")


@cache
def readings(char: str) -> frozenset[str]:
    """All listed readings of one character, with tone marks (pypinyin's table, from Unihan)."""
    listed = PINYIN_DICT.get(ord(char), "")
    return frozenset(_spelling(py) for py in listed.split(",") if py)


@cache
def toneless_readings(char: str) -> frozenset[str]:
    """The readings of one character without tones, `ü` written as `v` and, as tools do, as `u`."""
    plain = {_toneless(py) for py in readings(char)}
    return frozenset(plain | {py.replace("v", "u") for py in plain})


@dataclass(frozen=True, slots=True)
class Residue:
    """A bracket that may be residue: its span, how many characters it reads and how well."""

    start: int
    end: int
    exact: bool
    chars: int


@lru_cache(maxsize=1 << 12)
def _syllables(py: str, chars: str, exact: bool) -> bool:
    """Whether `py` is one reading a character, the last of `chars` first dropped by the caller."""
    reach = {0}
    parts = re.sub(r"[ ·'’-]", "", _spelling(py) if exact else _toneless(py))
    for char in chars:
        known = readings(char) if exact else toneless_readings(char)
        reach = {at + len(r) for at in reach for r in known if parts.startswith(r, at)}
        if not reach:
            return False
    return len(parts) in reach


@lru_cache(maxsize=1 << 12)
def has_tone(py: str) -> bool:
    """Whether a spelling carries a tone mark."""
    return any(c in _TONES for c in unicodedata.normalize("NFD", py))


def _han_before(text: str, at: int) -> str:
    """The Han characters right before an offset, as many as one bracket may read."""
    start = at
    while start > max(0, at - _LONGEST) and "\u3400" <= text[start - 1] <= "\u9fff":
        start -= 1
    return text[start:at]


def _judge(text: str, start: int) -> Residue | None:
    """The residue whose bracket opens at `start`, with a space before it; None if it is another bracket."""
    start -= text[start - 1 : start] in (" ", "\u3000")
    m = _BRACKET.match(text, start)
    if not m:
        return None
    py = m[1] or m[2]
    marked = has_tone(py)
    if not marked and py != py.lower():
        return None
    if start and "\u3400" <= text[start - 1] <= "\u9fff" and _syllables(py, text[start - 1], marked):
        return Residue(start, m.end(), marked, 1)
    han = _han_before(text, start)
    for count in range(2, len(han) + 1):
        if _syllables(py, han[-count:], marked):
            return Residue(start, m.end(), marked, count)
    return None


def _needs_no_gloss(text: str, residue: Residue) -> bool:
    """Whether it is the first reading of a character so common that nobody would explain it."""
    char = text[residue.start - 1]
    m = _BRACKET.match(text, residue.start)
    first = PINYIN_DICT.get(ord(char), "").split(",")[0]
    return (
        bool(m and residue.chars == 1 and _spelling(m[1] or m[2]) == _spelling(first))
        and word_counts().get(simplify(char), 0) >= _COMMON
    )


def _spots(text: str) -> list[int]:
    """The brackets in which a reading of Han characters may stand, by where they open."""
    each, all_kinds = kinds_of(text)
    if not all_kinds & IS_OPENING:
        return []
    spots = (each & IS_OPENING).nonzero()[0]
    letter = IS_LETTER if all_kinds & IS_TONED else IS_SMALL  # readings without tones are written small
    after = each.take(spots + 1, mode="clip") & (letter | IS_OPENING | IS_SPACE)
    before = each.take(spots - 1, mode="wrap") & (IS_HAN | IS_SPACE | IS_ODD_SPACE)
    found: list[int] = spots[(after != 0) & (before != 0)].tolist()
    return found


def find_residue(text: str) -> tuple[Residue, ...]:
    """The pinyin residue of a text; empty where the document gate says that its pinyin is meant."""
    found: list[Residue] = []
    for start in _spots(text):
        residue = _judge(text, start) if not found or start >= found[-1].end else None
        if residue:
            found.append(residue)
    if sum(r.exact for r in found) < _MIN_EXACT:
        found = [r for r in found if r.exact and _needs_no_gloss(text, r)]
    if not found:
        return ()
    han = len(kinds_of(text).spots(IS_HAN))
    return tuple(found) if sum(r.chars for r in found) <= _MAX_SHARE * han else ()


def drop_residue(aligned: AlignedText) -> AlignedText:
    """The text without pinyin residue; rules `pinyin.exact` and, without tone marks, `pinyin.loose`."""
    rules = {True: "pinyin.exact", False: "pinyin.loose"}
    return aligned.apply(Change(r.start, r.end, "", rules[r.exact]) for r in find_residue(aligned.text))
