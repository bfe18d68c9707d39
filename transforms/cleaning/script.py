"""Traditional to Simplified, character by character, and which script a text is in."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import Literal

import opencc

from transforms.aligned import AlignedText, Change
from transforms.cleaning.rulefile import rule_lines

Script = Literal["Hans", "Hant", "mixed"]

# Shares of Traditional among the characters that tell the scripts apart. A Simplified article quotes a name
# or a title in Traditional now and then, and the reverse; between the two it is a mixture.
_HANT_FROM, _HANS_TO = 0.8, 0.15
# Changed characters this near to each other share an edit, as characters keep mapping one to one within it: a
# sixth of the rows, and of the time, of a Traditional text.
_GAP = 8
_ODD = "surrogatepass"
# Written out, because a literal is what the engine looks for quickest.
_AGREEING = re.compile(rb"%s\0+" % (rb"\0" * (_GAP - 1)))
# Characters from the beginning that tell the script of the whole.
_SAMPLE = 2000
# Which characters are of both scripts is asked of texts of at least so many characters, with so few changes;
# one is Traditional where so many of its characters are of that script alone.
_LEAST_TEXT, _MANY, _HANT_SHARE = 20, 0.1, 0.03
_CHANGED = re.compile(rb"[^\0]")


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


@cache
def _own() -> tuple[re.Pattern[str], dict[str, str]]:
    table = {row[0]: row[1] for row in rule_lines("script.tsv")}
    return re.compile("|".join(sorted(map(re.escape, table), key=len, reverse=True))), table


def simplify(text: str) -> str:
    """The Simplified form of `text`, of the same length: OpenCC `t2s` and our own small table.

    Where OpenCC should ever change the number of characters, the text is converted one by one.
    """
    out: str = _converter().convert(text)
    if len(out) != len(text):
        out = "".join(c if len(c) == 1 else raw for raw in text for c in [_converter().convert(raw)])
    if out != text and len(text) >= _LEAST_TEXT:
        out = _spared(text, out)
    if "著" in out:
        pattern, table = _own()
        out = pattern.sub(lambda m: table[m.group()], out)
    return out


def _spared(text: str, out: str) -> str:
    """`out` without the changes that a Simplified text does not need.

    A few characters (於, 乾, 覆) are of both scripts, and OpenCC also turns them where two words of a
    Simplified text meet (批|覆盖). In a text that hardly has a character of Traditional alone they stay, but
    for those near one, as in a quoted title.
    """
    differing = _differing(text, out)
    changed = len(text) - differing.count(0)
    if changed > _MANY * len(text):
        return out
    places = [m.start() for m in _CHANGED.finditer(differing)]
    certain = [at for at in places if not text[at].encode("gb2312", "ignore")]
    if len(certain) > _HANT_SHARE * len(text):
        return out
    both = [at for at in places if all(abs(at - near) > _GAP for near in certain)]
    parts, last = [], 0
    for at in both:
        parts += [out[last:at], text[at]]
        last = at + 1
    return "".join([*parts, out[last:]])


def _differing(text: str, simple: str) -> bytes:
    """One byte a character of two texts of one length: zero where they agree. Far quicker than a loop."""
    one, other, size = text.encode("utf-16-le", _ODD), simple.encode("utf-16-le", _ODD), 2
    if len(one) != 2 * len(text) or len(other) != len(one):  # a character beyond the first plane
        one, other, size = text.encode("utf-32-le", _ODD), simple.encode("utf-32-le", _ODD), 4
    bits = int.from_bytes(one, "little") ^ int.from_bytes(other, "little")
    bits |= bits >> 8
    if size == 4:
        bits |= bits >> 16
    return bits.to_bytes(len(one), "little")[::size]


def convert(aligned: AlignedText, simple: str | None = None) -> AlignedText:
    """The text in Simplified, one `script.t2s` edit a run of changed characters, small gaps included.

    `simple` is `simplify(aligned.text)` where the caller has it. Every edit is of equal length, so that
    characters keep mapping one to one.
    """
    text = aligned.text
    simple = simplify(text) if simple is None else simple
    if simple == text:
        return aligned
    padding = bytes(_GAP)
    parted = [m.span() for m in _AGREEING.finditer(padding + _differing(text, simple) + padding)]
    runs = ((a - _GAP, b - _GAP) for (_, a), (b, _) in pairwise(parted))
    return aligned.apply([Change(a, b, simple[a:b], "script.t2s") for a, b in runs])


@cache
def _only_simplified() -> str:
    """A character class of GB2312 characters that Big5 does not have: no Traditional text writes them."""
    chars = []
    for lead in range(0xB0, 0xF8):
        for trail in range(0xA1, 0xFF):
            char = bytes((lead, trail)).decode("gb2312", "ignore")
            if char and not char.encode("big5", "ignore"):
                chars.append(char)
    return "".join(chars)


@cache
def _simplified_pattern() -> re.Pattern[str]:
    return re.compile(f"[{_only_simplified()}]")


def detect_script(text: str, simple: str | None = None) -> Script:
    """The script of an unconverted text: Hans, Hant, or mixed where both have a real share of it."""
    simple = simplify(text) if simple is None else simple
    if simple == text:
        return "Hans"
    text, simple = text[:_SAMPLE], simple[:_SAMPLE]
    hant = len(text) - _differing(text, simple).count(0)
    if not hant:
        return "Hans"
    share = hant / (hant + len(_simplified_pattern().findall(text)))
    return "Hant" if share >= _HANT_FROM else "Hans" if share <= _HANS_TO else "mixed"
