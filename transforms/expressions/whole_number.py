"""A text that is one number and nothing else, such as a cell of a table: 十, 零, 二〇二四."""

from __future__ import annotations

from collections.abc import Iterator

from transforms.annotations import Quantity
from transforms.expressions.measured import measured_at

_LONGEST = 60
_EDGE = " \n\r。，,；;"


def whole_number(masked: str, text: str) -> Iterator[Quantity]:
    """The number that fills `text`; in a sentence a bare 五 or 十 would count nothing."""
    inner = masked.strip(_EDGE)
    if not 0 < len(inner) <= _LONGEST:
        return
    start = masked.index(inner)
    at = start + (inner[0] in "-负")
    found = measured_at(masked, at)
    if found is None or found.end != start + len(inner) or found.unit is not None or found.low != found.high:
        return
    value = float(found.low)
    yield Quantity(
        start, found.end, found.core_start, found.core_end, text[start : found.end], value, value, value,
        "count", found.bound,
    )  # fmt: skip
