"""Days covered by a year, month, quarter or season, with the EDTF string that says so."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

# EDTF level 2 codes of parts of a year; the winter of a year begins in its December.
SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}
QUARTER_MONTHS = {33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12)}
HALF_MONTHS = {40: (1, 6), 41: (7, 12)}
PART_MONTHS = SEASON_MONTHS | QUARTER_MONTHS | HALF_MONTHS


@dataclass(frozen=True, slots=True)
class CalendarSpan:
    """A closed interval of days. `low` and `high` are EDTF of its ends, equal for one year, month or day.

    `first` or `last` is None where open or not known (`XXXX-05-24`).
    """

    low: str
    high: str
    first: date | None
    last: date | None

    @property
    def edtf(self) -> str:
        """One EDTF string: `2024-07`, `2024-10~/2024-12~`, `2023/..`."""
        return self.low if self.low == self.high else f"{self.low}/{self.high}"


def safe_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_end(year: int, month: int) -> date:
    """Last day of a month; months above 12 run into the next year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, calendar.monthrange(year, month)[1])


def year_span(year: int) -> CalendarSpan | None:
    """All of a year, 1 … 9998."""
    if not 1 <= year <= 9998:
        return None
    text = f"{year:04d}"
    return CalendarSpan(text, text, date(year, 1, 1), date(year, 12, 31))


def month_span(year: int, month: int) -> CalendarSpan | None:
    """All of a month."""
    if not (1 <= year <= 9998 and 1 <= month <= 12):
        return None
    text = f"{year:04d}-{month:02d}"
    return CalendarSpan(text, text, date(year, month, 1), month_end(year, month))


def day_span(day: date) -> CalendarSpan:
    """One day."""
    return CalendarSpan(day.isoformat(), day.isoformat(), day, day)


def part_span(year: int, code: int) -> CalendarSpan | None:
    """A season, quarter or half of a year by its EDTF code."""
    if not 1 <= year <= 9998:
        return None
    low, high = PART_MONTHS[code]
    text = f"{year:04d}-{code}"
    return CalendarSpan(text, text, date(year, low, 1), month_end(year, high))


def months_span(year: int, low: int, high: int, fuzzy: bool = False) -> CalendarSpan | None:
    """Months `low` to `high` of a year; `fuzzy` writes each end with `~` (年底, 年初)."""
    if not 1 <= year <= 9998:
        return None
    mark = "~" if fuzzy else ""
    texts = f"{year:04d}-{low:02d}{mark}", f"{year:04d}-{high:02d}{mark}"
    return CalendarSpan(*texts, date(year, low, 1), month_end(year, high))


def days_span(first: date, last: date, fuzzy: bool = False) -> CalendarSpan:
    """From one day to another."""
    mark = "~" if fuzzy else ""
    return CalendarSpan(first.isoformat() + mark, last.isoformat() + mark, first, last)


def join(low: CalendarSpan, high: CalendarSpan) -> CalendarSpan:
    """From the start of one to the end of the other."""
    return CalendarSpan(low.low, high.high, low.first, high.last)


def open_from(span: CalendarSpan) -> CalendarSpan:
    """From the start of `span` on: `2023/..`."""
    return CalendarSpan(span.low, "..", span.first, None)


def shift_months(day: date, months: int) -> date:
    """The same day `months` later (or earlier), or the last of a shorter month; years 1 … 9998."""
    index = min(max(day.year * 12 + day.month - 1 + months, 12), 9998 * 12 + 11)
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def shift_days(day: date, days: int) -> date:
    """`days` later or earlier, clipped to the range of dates."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date(9998, 12, 31) if days > 0 else date(1, 1, 1)


def read_edtf(edtf: str) -> CalendarSpan | None:
    """Days of an EDTF year, month, part of a year, day, decade or interval; None for any other string."""
    text = re.sub(r"[~?%]", "", edtf.strip())
    if "/" in text:
        left, right = text.split("/", 1)
        low, high = read_edtf(left), read_edtf(right)
        if low is None and high is None:
            return None
        first, last = (low.first if low else None), (high.last if high else None)
        return replace(low or high, low=left, high=right, first=first, last=last)  # type: ignore[type-var]
    found = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T.*)?)?)?", text)
    if not found:
        decade = re.fullmatch(r"(\d{2,3})(X{1,2})", text)
        if not decade or len(text) != 4:
            return None
        start = int(text.replace("X", "0"))
        span = 10 ** len(decade[2])
        return CalendarSpan(text, text, date(max(start, 1), 1, 1), date(start + span - 1, 12, 31))
    year = int(found[1])
    if found[3]:
        day = safe_day(year, int(found[2]), int(found[3]))
        return day_span(day) if day else None
    if found[2]:
        month = int(found[2])
        return part_span(year, month) if month in PART_MONTHS else month_span(year, month)
    return year_span(year)
