"""Characters that nobody sees (zero-width, bidirectional, control, private-use), and entities."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from transforms.aligned import AlignedText, Change
from transforms.usual import BREAKS_AND_LOST, UNSEEN, is_usual

_INVISIBLE = re.compile(f"[{UNSEEN}]+")
_LOST = re.compile("\ufffd+")
_ANY = re.compile(f"[{UNSEEN}{BREAKS_AND_LOST}]")
_BREAK = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_ENTITY = re.compile(r"&(?:amp;){0,4}(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,8}[0-9]{0,2});")


def _unescaped(word: str) -> str:
    for _ in range(6):
        plain = html.unescape(word)
        if plain == word:
            break
        word = plain
    return word


def _changes(text: str) -> Iterator[Change]:
    if "&" in text:
        for m in _ENTITY.finditer(text):
            yield Change(m.start(), m.end(), _unescaped(m.group()), "markup.entity")
    if not is_usual(text):
        for m in _BREAK.finditer(text):
            yield Change(m.start(), m.end(), "\n", "space.break")


def plain_characters(aligned: AlignedText) -> AlignedText:
    """The text with entities resolved, line ends as newlines and unseen characters taken out."""
    if "&" not in aligned.text and (is_usual(aligned.text) or not _ANY.search(aligned.text)):
        return aligned
    aligned = aligned.apply(_changes(aligned.text))
    if is_usual(aligned.text):
        return aligned
    gone = [Change(m.start(), m.end(), "", "markup.invisible") for m in _INVISIBLE.finditer(aligned.text)]
    lost = [Change(m.start(), m.end(), "", "encoding.lost") for m in _LOST.finditer(aligned.text)]
    return aligned.apply([*gone, *lost])
