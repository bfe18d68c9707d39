"""Traditional to Simplified, character by character, and which script a text is in."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

import numpy as np
import opencc
from numpy.typing import NDArray

from transforms.aligned import AlignedText, Change
from transforms.cleaning.rulefile import rule_lines
from transforms.codes import BEYOND, character_table, codes_of, differing

Script = Literal["Hans", "Hant", "mixed"]

# Shares of Traditional among the characters that tell the scripts apart. A Simplified article quotes a name
# or a title in Traditional now and then, and the reverse; between the two it is a mixture.
_HANT_FROM, _HANS_TO = 0.8, 0.15
# Changed characters this near to each other share an edit, as characters keep mapping one to one within it: a
# sixth of the rows, and of the time, of a Traditional text.
_GAP = 8
# Characters from the beginning that tell the script of the whole.
_SAMPLE = 2000
# Which characters are of both scripts is asked of texts of at least so many characters, with so few changes;
# one is Traditional where so many of its characters are of that script alone.
_LEAST_TEXT, _MANY, _HANT_SHARE = 20, 0.1, 0.03
# What `t2s` turns as part of a word only: found in its table of words (`opencc_dict` prints it).
_TURNED_IN_WORDS = "甦哩藉沈衹坏瞭覆"
_IS_TURNED, _IS_SIMPLIFIED = 1, 2
# Texts shorter than this are looked at as strings. So many turned characters are converted line by line.
_FEW_CHARACTERS, _FEW_TURNED = 40, 8


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


@cache
def _own() -> tuple[re.Pattern[str], dict[str, str]]:
    table = {row[0]: row[1] for row in rule_lines("script.tsv")}
    return re.compile("|".join(sorted(map(re.escape, table), key=len, reverse=True))), table


@cache
def _turned() -> frozenset[str]:
    """The characters of the first plane without any of which `t2s` leaves a text as it is."""
    chars = [chr(code) for code in range(0x80, BEYOND) if not 0xD800 <= code < 0xE000]
    turned = _converter().convert("\n".join(chars)).split("\n")
    return frozenset(
        [*(c for c, t in zip(chars, turned, strict=True) if c != t), *_TURNED_IN_WORDS, "\uffff"]
    )


@cache
def _table() -> NDArray[np.uint16]:
    return character_table({_IS_TURNED: _turned(), _IS_SIMPLIFIED: _only_simplified()})


def simplify(text: str) -> str:
    """The Simplified form of `text`, of the same length: OpenCC `t2s` and our own small table.

    Where OpenCC should ever change the number of characters, the text is converted one by one.
    """
    out = _converted(text)
    if len(out) != len(text):
        out = "".join(c if len(c) == 1 else raw for raw in text for c in [_converter().convert(raw)])
    if out is not text and out != text and len(text) >= _LEAST_TEXT:
        out = _spared(text, out)
    if "著" in out:
        pattern, table = _own()
        out = pattern.sub(lambda m: table[m.group()], out)
    return out


def _converted(text: str) -> str:
    """What OpenCC makes of a text; it is not asked where it would change nothing.

    Its words have no line breaks in them, so lines can be converted by themselves.
    """
    if len(text) < _FEW_CHARACTERS:
        asked = not _turned().isdisjoint(text) or (not text.isascii() and max(text) > "\uffff")
        return str(_converter().convert(text)) if asked else text
    spots = (_table().take(codes_of(text)) & _IS_TURNED).nonzero()[0]
    if len(spots) > _FEW_TURNED:
        return str(_converter().convert(text))
    parts, end = [], 0
    for at in spots.tolist():
        if at >= end:
            start = text.rfind("\n", end, at) + 1 or end
            parts.append(text[end:start])
            end = text.find("\n", at)
            end = end if end >= 0 else len(text)
            parts.append(_converter().convert(text[start:end]))
    return "".join([*parts, text[end:]]) if parts else text


def _spared(text: str, out: str) -> str:
    """`out` without the changes that a Simplified text does not need.

    A few characters (於, 乾, 覆) are of both scripts, and OpenCC also turns them where two words of a
    Simplified text meet (批|覆盖). In a text that hardly has a character of Traditional alone they stay, but
    for those near one, as in a quoted title.
    """
    places = differing(text, out).tolist()
    if len(places) > _MANY * len(text):
        return out
    certain = [at for at in places if not text[at].encode("gb2312", "ignore")]
    if len(certain) > _HANT_SHARE * len(text):
        return out
    both = [at for at in places if all(abs(at - near) > _GAP for near in certain)]
    parts, last = [], 0
    for at in both:
        parts += [out[last:at], text[at]]
        last = at + 1
    return "".join([*parts, out[last:]])


def convert(aligned: AlignedText, simple: str | None = None) -> AlignedText:
    """The text in Simplified, one `script.t2s` edit a run of changed characters, small gaps included.

    `simple` is `simplify(aligned.text)` where the caller has it. Every edit is of equal length, so that
    characters keep mapping one to one.
    """
    text = aligned.text
    simple = simplify(text) if simple is None else simple
    if simple == text:
        return aligned
    places = differing(text, simple)
    parted = (np.diff(places) > _GAP).nonzero()[0]
    starts = [places[0], *places[parted + 1]]
    ends = [*places[parted], places[-1]]
    runs = ((int(a), int(b) + 1) for a, b in zip(starts, ends, strict=True))
    return aligned.apply([Change(a, b, simple[a:b], "script.t2s") for a, b in runs])


@cache
def _only_simplified() -> str:
    """The GB2312 characters that Big5 does not have: no Traditional text writes them."""
    chars = []
    for lead in range(0xB0, 0xF8):
        for trail in range(0xA1, 0xFF):
            char = bytes((lead, trail)).decode("gb2312", "ignore")
            if char and not char.encode("big5", "ignore"):
                chars.append(char)
    return "".join(chars)


def detect_script(text: str, simple: str | None = None) -> Script:
    """The script of an unconverted text: Hans, Hant, or mixed where both have a real share of it."""
    simple = simplify(text) if simple is None else simple
    if simple == text:
        return "Hans"
    hant = int(np.count_nonzero(differing(text, simple) < _SAMPLE))
    if not hant:
        return "Hans"
    hans = np.count_nonzero(_table().take(codes_of(text)[:_SAMPLE]) & _IS_SIMPLIFIED)
    share = hant / (hant + int(hans))
    return "Hant" if share >= _HANT_FROM else "Hans" if share <= _HANS_TO else "mixed"
