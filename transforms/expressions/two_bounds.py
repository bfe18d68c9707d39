"""Two bounds of one number as one range: 大于10小于20, 超过100人但不到200人, 100万元以上500万元以下."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from transforms.annotations import Quantity

_JOINT = re.compile(r"[，,、 ]?(?:但|且|而|并且?|又|却|同时|和|及|还|但是|至|到)?(?:又|还|并)? ?")


def join_bounds(quantities: Iterable[Quantity], view: str, text: str) -> Iterator[Quantity]:
    """The same quantities, a lower bound and the upper one right after it in one row."""
    held: Quantity | None = None
    for one in quantities:
        if held is not None and _is_pair(held, one, view):
            unit = one if held.unit == "count" else held
            held = replace(
                held, end=one.end, core_end=one.core_end, surface=text[held.start : one.end], low=held.value,
                high=one.value, bound="=", unit=unit.unit, noun=unit.noun, per=held.per or one.per,
            )  # fmt: skip
            continue
        if held is not None:
            yield held
        held = one
    if held is not None:
        yield held


def _is_pair(low: Quantity, high: Quantity, view: str) -> bool:
    return (
        low.bound in (">", ">=")
        and high.bound in ("<", "<=")
        and (low.unit == high.unit or (low.unit, low.noun) == ("count", ""))
        and low.value < high.value
        and _JOINT.fullmatch(view, low.end, high.start) is not None
    )
