"""Characters that nobody sees (zero-width, bidirectional, control, private-use), and entities."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from transforms.aligned import AlignedText, Change
from transforms.cleaning.kinds import IS_AMPERSAND, IS_ODD, UNSEEN, kinds_of

_INVISIBLE = re.compile(f"[{UNSEEN}]+")
_LOST = re.compile("\ufffd+")
_BREAK = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_ENTITY = re.compile(r"&(?:amp;){0,4}(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,8}[0-9]{0,2});")


def _unescaped(word: str) -> str:
    for _ in range(6):
        plain = html.unescape(word)
        if plain == word:
            break
        word = plain
    return word


def _changes(text: str, kinds: int) -> Iterator[Change]:
    if kinds & IS_AMPERSAND:
        for m in _ENTITY.finditer(text):
            yield Change(m.start(), m.end(), _unescaped(m.group()), "markup.entity")
    if kinds & IS_ODD:
        for m in _BREAK.finditer(text):
            yield Change(m.start(), m.end(), "\n", "space.break")


def plain_characters(aligned: AlignedText) -> AlignedText:
    """The text with entities resolved, line ends as newlines and unseen characters taken out."""
    kinds = kinds_of(aligned.text).all
    if not kinds & (IS_AMPERSAND | IS_ODD):
        return aligned
    aligned = aligned.apply(_changes(aligned.text, kinds))
    if not kinds_of(aligned.text).all & IS_ODD:
        return aligned
    gone = [Change(m.start(), m.end(), "", "markup.invisible") for m in _INVISIBLE.finditer(aligned.text)]
    lost = [Change(m.start(), m.end(), "", "encoding.lost") for m in _LOST.finditer(aligned.text)]
    return aligned.apply([*gone, *lost])
