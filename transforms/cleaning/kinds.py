"""Which kinds of characters a text has, and where: one look that spares most texts most steps of cleaning."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from transforms.codes import BEYOND, character_table, codes_of

# NUL and other C0/C1 controls but tab and newline; soft hyphen; zero-width and bidirectional marks;
# variation selectors; BOM; interlinear marks; private use; non-characters; lone surrogates.
UNSEEN = (
    "\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\ue000-\uf8ff\ud800-\udfff\U000e0000-\U000e0fff\U000f0000-\U0010ffff"
)
BREAKS_AND_LOST = "\x85\u2028\u2029\ufffd"
ODD_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t"
WIDE = "０-９Ａ-Ｚａ-ｚ％＋＆＠＃＄．／－＿"
PINYIN_LETTERS = (
    "A-Za-z\u00e0-\u00fc\u0100-\u01dc\u01f8\u01f9\u1e3e\u1e3f\u1ebc-\u1ec7\u0251\u0261\u0300-\u036f:"
)
TONES = "\u0304\u0301\u030c\u0300"
HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"

IS_ODD, IS_SPACE, IS_ODD_SPACE, IS_WIDE, IS_HAN, IS_OPENING, IS_LETTER, IS_SMALL, IS_TONED = (
    1 << k for k in range(9)
)
IS_AMPERSAND, IS_ANGLE, IS_MARKDOWN, IS_DIGIT, IS_LATIN, IS_BREAK = (1 << k for k in range(9, 15))


def characters_of(ranges: str) -> Iterator[str]:
    """The characters of a class written as in a pattern, without escapes: `a-z_`."""
    at = 0
    while at < len(ranges):
        if ranges[at + 1 : at + 2] == "-" and at + 2 < len(ranges):
            yield from map(chr, range(ord(ranges[at]), min(ord(ranges[at + 2]), BEYOND) + 1))
            at += 3
        else:
            yield ranges[at]
            at += 1


class Kinds(NamedTuple):
    """The kinds of each character of a text, as bits, and those of all together."""

    each: NDArray[np.uint16]
    all: int

    def spots(self, kind: int) -> NDArray[np.intp]:
        """The offsets of the characters of a kind."""
        return (self.each & np.uint16(kind)).nonzero()[0]


@cache
def _table() -> NDArray[np.uint16]:
    first_plane = list(map(chr, range(BEYOND)))
    toned = [c for c in first_plane if not set(unicodedata.normalize("NFD", c)).isdisjoint(TONES)]
    return character_table(
        {
            IS_ODD: characters_of(UNSEEN + BREAKS_AND_LOST),
            IS_SPACE: " ",
            IS_ODD_SPACE: characters_of(ODD_SPACES),
            IS_WIDE: characters_of(WIDE),
            IS_HAN: characters_of(HAN),
            IS_OPENING: "(（[〔【",
            IS_LETTER: characters_of(PINYIN_LETTERS),
            IS_SMALL: (c for c in characters_of(PINYIN_LETTERS) if c == c.lower()),
            IS_TONED: toned,
            IS_AMPERSAND: "&",
            IS_ANGLE: "<>",
            IS_MARKDOWN: "]#>`*~_=•●■◆▪►▶",
            IS_DIGIT: "0123456789",
            IS_LATIN: characters_of("A-Za-z"),
            IS_BREAK: "\n",
        }
    )


@lru_cache(maxsize=4)
def kinds_of(text: str) -> Kinds:
    """The kinds of the characters of a text."""
    each = _table().take(codes_of(text))
    return Kinds(each, int(np.bitwise_or.reduce(each)))
