"""A point in time on the calendar, given one day of publication (or none) and the dates of the text."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from transforms.expressions.calendar_span import (
    PART_MONTHS,
    CalendarSpan,
    day_span,
    days_span,
    month_end,
    month_span,
    months_span,
    part_span,
    safe_day,
    shift_days,
    shift_months,
    year_span,
)
from transforms.expressions.festivals import festival_span
from transforms.expressions.time_form import TimePoint


def resolve_point(
    point: TimePoint, today: date | None, near: CalendarSpan | None, future: bool
) -> CalendarSpan | None:
    """Days of `point`. `near` is the date of the text it may lean on; without any year it stays `XXXX`."""
    if point.decade is not None or point.century is not None:
        return _long_span(point)
    if point.before_christ:
        text = f"-{(point.year or 1) - 1:04d}"
        return CalendarSpan(text, text, None, None)
    if point.clock:
        return (
            day_span(near.first)
            if near and near.first and near.first == near.last
            else (day_span(today) if today else None)
        )
    if point.day_shift is not None:
        return day_span(shift_days(today, point.day_shift)) if today else None
    if point.day_after is not None:
        if near and near.last and near.first == near.last:
            return day_span(shift_days(near.last, point.day_after))
        return None
    if point.week_shift is not None or point.weekday is not None:
        return _week(point, today, future)
    if point.quarter_shift is not None:
        if today is None:
            return None
        month = shift_months(today.replace(day=1), 3 * point.quarter_shift)
        span = _in_year(replace(point, part=33 + (month.month - 1) // 3), month.year)
        return _fiscal(span) if span and point.fiscal else span
    if point.month_shift is not None or point.month_after is not None:
        return _relative_month(point, today, near)
    year = _year(point, today, near)
    if year is None and point.has_year:
        return _unknown(point) if point.month or point.part or point.months or point.festival else None
    span = _in_year(point, year) if year is not None else _without_year(point, today, near, future)
    return _fiscal(span) if span and point.fiscal else span


def _fiscal(span: CalendarSpan) -> CalendarSpan:
    """A fiscal year or quarter, read as the calendar's and marked as approximate."""
    ends = (end if end.endswith("~") else end + "~" for end in (span.low, span.high))
    return replace(span, low=next(ends), high=next(ends))


def _year(point: TimePoint, today: date | None, near: CalendarSpan | None) -> int | None:
    if point.year is not None:
        return point.year
    if point.year_shift is not None:
        return today.year + point.year_shift if today else None
    if point.year_after is not None and near and near.first:
        return near.first.year + point.year_after
    return None


def _in_year(point: TimePoint, year: int) -> CalendarSpan | None:
    if point.festival:
        return festival_span(point.festival, point.holiday, year)
    if point.month is not None:
        if point.day is not None:
            day = safe_day(year, point.month, point.day)
            return day_span(day) if day else None
        return _in_month(point, year, point.month)
    if point.part is not None:
        if point.last_month:
            return month_span(year, PART_MONTHS[point.part][1])
        return part_span(year, point.part)
    if point.months is not None:
        return months_span(year, *point.months, fuzzy=point.fuzzy)
    return year_span(year)


def _in_month(point: TimePoint, year: int, month: int) -> CalendarSpan | None:
    if point.day is not None:
        day = safe_day(year, month, point.day)
        return day_span(day) if day else None
    if point.days is None:
        return month_span(year, month)
    first, last = safe_day(year, month, point.days[0]), safe_day(year, month, point.days[1])
    if first is None:
        return None
    return days_span(first, last or month_end(year, month), fuzzy=point.fuzzy)


def _without_year(
    point: TimePoint, today: date | None, near: CalendarSpan | None, future: bool
) -> CalendarSpan | None:
    if point.month is None and point.day is not None:
        return _bare_day(point, today, near, future)
    if near is not None and near.first is not None:
        return _in_year(point, _season_year(point, near))
    if today is None:
        return _unknown(point)
    if point.months:
        return _in_year(point, today.year)
    if point.festival and not future:
        return _nearest(point, today)
    this = _in_year(point, today.year)
    if this is None or this.first is None or this.last is None:
        return this or _in_year(point, today.year - 1)
    if future:
        return _in_year(point, today.year + 1) if this.last < today else this
    return _in_year(point, today.year - 1) if this.first > today else this


def _nearest(point: TimePoint, today: date) -> CalendarSpan | None:
    """The festival nearest to publication, before or after it: news tells of those just past or at hand."""
    spans = [span for year in (-1, 0, 1) if (span := _in_year(point, today.year + year)) and span.first]
    return min(spans, key=lambda span: abs(((span.first or today) - today).days), default=None)


def _season_year(point: TimePoint, near: CalendarSpan) -> int:
    """A winter told of in January or February began the year before."""
    assert near.first is not None
    return (
        near.first.year - 1
        if point.part == 24 and near.first.month <= 2 and near.low.count("-")
        else near.first.year
    )


def _bare_day(
    point: TimePoint, today: date | None, near: CalendarSpan | None, future: bool
) -> CalendarSpan | None:
    assert point.day is not None
    if near and near.first and near.last and (near.last - near.first) < timedelta(days=31):
        day = safe_day(near.first.year, near.first.month, point.day)
        return day_span(day) if day else None
    if today is None:
        text = f"XXXX-XX-{point.day:02d}"
        return CalendarSpan(text, text, None, None)
    steps = range(0, 4) if future else range(0, -4, -1)
    for step in steps:
        month = shift_months(today.replace(day=1), step)
        day = safe_day(month.year, month.month, point.day)
        if day and (day >= today if future else day <= today):
            return day_span(day)
    return None


def _unknown(point: TimePoint) -> CalendarSpan | None:
    """The parts that are known, under a year that is not: XXXX-05-24."""
    if point.festival and not re.fullmatch(r"\d\d-\d\d", point.festival):
        return None  # its month and day are of the year
    written = _in_year(point, 2000)  # a leap year, so that 02-29 stands
    if written is None:
        return None
    return replace(
        written, low="XXXX" + written.low[4:], high="XXXX" + written.high[4:], first=None, last=None
    )


def _relative_month(point: TimePoint, today: date | None, near: CalendarSpan | None) -> CalendarSpan | None:
    if point.month_after is not None:
        base = near.first if near and near.first and near.low.count("-") else None
        if base is None and point.month_after == 0:
            base = today
        shift = point.month_after
    else:
        base, shift = today, point.month_shift or 0
    if base is None:
        return None
    if point.has_year:  # 去年同月
        year = _year(point, today, near)
        return month_span(year, base.month) if year else None
    month = shift_months(base.replace(day=1), shift)
    return _in_month(point, month.year, month.month)


def _week(point: TimePoint, today: date | None, future: bool) -> CalendarSpan | None:
    if today is None:
        return None
    if point.week_shift is None:
        assert point.weekday is not None
        back = (today.weekday() - point.weekday) % 7
        ahead = (point.weekday - today.weekday()) % 7
        if point.weekend:
            saturday = shift_days(today, ahead if future else -back)
            return days_span(saturday, shift_days(saturday, 1))
        return day_span(shift_days(today, ahead if future else -back))
    monday = shift_days(today, 7 * point.week_shift - today.weekday())
    if point.weekend:
        return days_span(shift_days(monday, 5), shift_days(monday, 6))
    if point.weekday is not None:
        return day_span(shift_days(monday, point.weekday))
    return days_span(monday, shift_days(monday, 6))


def _long_span(point: TimePoint) -> CalendarSpan | None:
    """Decades and centuries; 初, 中, 末 are the first, middle and last third, rounded to years."""
    start, size = (point.decade, 10) if point.decade is not None else (point.century, 100)
    if start is None or not 1 <= start <= 2900:
        return None
    if point.last_decade is not None and point.last_decade > start:
        last = point.last_decade
        days = date(start, 1, 1), date(last + 9, 12, 31)
        return CalendarSpan(f"{start // 10:03d}X", f"{last // 10:03d}X", *days)
    if point.third is None:
        text = f"{start:04d}"[: 3 if size == 10 else 2].ljust(4, "X")
        return CalendarSpan(text, text, date(start, 1, 1), date(start + size - 1, 12, 31))
    cuts = {10: ((0, 3), (4, 6), (7, 9)), 100: ((0, 29), (30, 69), (70, 99))}[size][point.third]
    low, high = start + cuts[0], start + cuts[1]
    return CalendarSpan(f"{low:04d}~", f"{high:04d}~", date(low, 1, 1), date(high, 12, 31))
