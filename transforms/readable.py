"""Numbers and dates as people write them."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

_PARTS: Final = {
    **dict(zip(range(21, 25), ("spring", "summer", "autumn", "winter"), strict=True)),
    **{32 + n: f"Q{n}" for n in range(1, 5)},
    40: "first half",
    41: "second half",
}
_PART: Final = re.compile(r"\b([\dX]{4})-(2[1-4]|3[3-6]|4[01])\b")


def readable(value: float) -> str:
    """A number in full, its thousands apart: 3600000.0 is 3,600,000, and 6e11 is 600,000,000,000."""
    return f"{value:,.0f}" if value == value // 1 else f"{Decimal(f'{value:.15g}'):,f}"


def readable_date(edtf: str) -> str:
    """An EDTF string without the codes of its seasons, quarters and halves: 2024-33~ is about 2024 Q1.

    Seasons are 21 to 24, quarters 33 to 36, halves 40 and 41 (EDTF level 2). Other dates stay as they are.
    """
    start, _, end = edtf.partition("/")
    return " to ".join(_one_date(one) for one in (start, end) if one)


def _one_date(edtf: str) -> str:
    about = "about " if edtf.endswith("~") else ""
    return about + _PART.sub(lambda m: f"{m[1]} {_PARTS[int(m[2])]}", edtf.removesuffix("~"))
