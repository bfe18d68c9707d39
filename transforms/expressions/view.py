"""The text as the grammar reads it: same length, one script, one width."""

from __future__ import annotations

from functools import cache

import opencc

_SURROGATES = dict.fromkeys(range(55296, 57344), 65533)
# NUL would end the string inside OpenCC's C layer on some builds; the separators must not join two lines.
_BEFORE = _SURROGATES | {0: 0x20}
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


@cache
def _to_simplified() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


def fold(text: str) -> str:
    """Simplified, half-width text of exactly the same length: an offset of the view is one of `text`."""
    safe = text.translate(_BEFORE)
    simple: str = _to_simplified().convert(safe)
    if len(simple) != len(safe):  # never seen with t2s; offsets matter more than words here
        one = _to_simplified()
        parts = [one.convert(char) for char in safe]
        simple = "".join(part if len(part) == 1 else char for part, char in zip(parts, safe, strict=True))
    return simple.translate(_WIDTHS)
