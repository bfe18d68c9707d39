"""The text as the grammar reads it: same length, one script, one width."""

from __future__ import annotations

import re
from functools import cache

import opencc

# NUL would end the string inside OpenCC's C layer on some builds, and a lone surrogate has no UTF-8.
_UNSAFE = re.compile(r"[\x00\ud800-\udfff]")
_WIDTHS = (
    {0xFF10 + n: 0x30 + n for n in range(10)}
    | {0xFF21 + n: 0x41 + n for n in range(26)}
    | {0xFF41 + n: 0x61 + n for n in range(26)}
    | {ord(a): ord(b) for a, b in zip("％＄￥．～－＋", "%$¥.~-+", strict=True)}
    | {ord("\u00a0"): 0x20, ord("\u3000"): 0x20, ord("\u2009"): 0x20, ord("\u202f"): 0x20, ord("\t"): 0x20}
    | {ord("○"): ord("〇"), ord("〜"): ord("~"), ord("∼"): ord("~"), ord("−"): ord("-"), ord("﹣"): ord("-")}
    | {ord("‑"): ord("-"), ord("‐"): ord("-"), ord("﹪"): ord("%"), ord("＜"): ord("<")}
    | {ord("＞"): ord(">"), ord("∕"): ord("/"), ord("／"): ord("/"), ord("馀"): ord("余")}
)


_WIDE = re.compile("[" + re.escape("".join(map(chr, _WIDTHS))) + "]")


@cache
def _to_simplified() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


def fold(text: str) -> str:
    """Simplified, half-width text of exactly the same length: an offset of the view is one of `text`."""
    safe = _UNSAFE.sub("\ufffd", text)
    simple: str = _to_simplified().convert(safe)
    if len(simple) != len(safe):  # never seen with t2s; offsets matter more than words here
        one = _to_simplified()
        parts = [one.convert(char) for char in safe]
        simple = "".join(part if len(part) == 1 else char for part, char in zip(parts, safe, strict=True))
    return _WIDE.sub(lambda char: chr(_WIDTHS[ord(char[0])]), simple)
