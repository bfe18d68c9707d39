"""How two stated times compare."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from transforms.expressions.calendar_span import read_edtf
from transforms.reconciling.statements import Likeness

# An evening in California is the next day in Beijing.
_ZONES = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """A time as stated: its EDTF string and the days that it can cover."""

    edtf: str
    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it can cover."""
        return (self.last - self.first).days + 1


@lru_cache(maxsize=65536)
def read_span(edtf: str | None) -> Span | None:
    """The days of an EDTF string; None where a year or an end is not known."""
    found = read_edtf(edtf) if edtf else None
    if found is None or found.first is None or found.last is None or edtf is None:
        return None
    return Span(edtf, found.first, found.last)


def compare_spans(a: Span | None, b: Span | None) -> Likeness:
    """AGREE where they are equal or one is not stated, PRECISION where they meet, CONFLICT where not."""
    if a is None or b is None or (a.first, a.last) == (b.first, b.last):
        return Likeness.AGREE
    if a.first <= b.last and b.first <= a.last:
        return Likeness.PRECISION
    one_day = a.days == b.days == 1
    near = a.first - _ZONES <= b.last and b.first - _ZONES <= a.last
    return Likeness.PRECISION if one_day and near else Likeness.CONFLICT
