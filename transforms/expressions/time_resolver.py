"""Time forms of a text to spans of days, against its own dates and the day or interval of publication."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date

from transforms.annotations import TimeSpan
from transforms.article import DocumentDate
from transforms.expressions.calendar_span import (
    CalendarSpan,
    day_span,
    days_span,
    join,
    month_span,
    open_from,
    safe_day,
    shift_days,
    shift_months,
    year_span,
)
from transforms.expressions.point_resolver import resolve_point
from transforms.expressions.time_context import TimeContext
from transforms.expressions.time_form import TimeForm, TimePoint

_MONTHS_OF = {"year": 12, "quarter": 3, "month": 1}
_DAYS_OF = {"week": 7, "day": 1}


def resolve_times(
    forms: Iterable[TimeForm], view: str, text: str, published: DocumentDate
) -> Iterator[TimeSpan]:
    """One `TimeSpan` a form, in the order of the text."""
    context = TimeContext(view)
    for form in forms:
        span, relative = _resolve(form, context, published)
        yield TimeSpan(
            form.start, form.end, text[form.start : form.end],
            span.edtf if span else None, span.first if span else None, span.last if span else None,
            relative=relative, vague=bool(form.vague) or (span is None and _hangs_on_text(form)),
        )  # fmt: skip


def _hangs_on_text(form: TimeForm) -> bool:
    """次日, 当年 of a day or year that the text does not give."""
    return form.point is not None and form.point.is_anaphor


def _days(published: DocumentDate) -> tuple[date | None, date | None]:
    return published.first or published.last, published.last or published.first


def _resolve(
    form: TimeForm, context: TimeContext, published: DocumentDate
) -> tuple[CalendarSpan | None, bool]:
    if form.vague:
        return _vague(form, published), form.vague in ("present", "recent")
    if form.point is not None and form.point.year is not None and form.until is None:
        near, future = None, False  # nothing to lean on is needed
    else:
        future = context.is_future(form.start, form.end)
        near = context.nearest(form.start) if form.count is None else None
        if form.point and form.point.is_anaphor:
            near = context.told(form.start)
        if near and form.point and _is_news(form.point, published) and not context.in_sentence(form.start):
            near = None
    if form.count is not None:
        return _both_ends(published, lambda today: _shifted(form, today, future)), True
    assert form.point is not None
    if form.point.part == 24 and not form.point.has_year:
        near = near or context.last()
    span = _point(form.point, published, near, future)
    needed = form.point.year is None and form.point.decade is None and form.point.century is None
    if span is not None and form.until is None and not form.open_end:
        context.note(form.start, form.end, form.point, span)
    if form.until is not None:
        # 8月29日至31日 of publication on the 30th: the end is of the year of the start
        beside = span if span and not form.until.has_year and form.until.is_partial else near
        until = _point(form.until, published, beside, future)
        span = _range(span, until)
        if span is not None:
            context.note(form.start, form.end, form.point, span)
    if form.open_end and span is not None:
        span = open_from(span)
        if published.last is not None and span.first is not None:
            span = replace(span, last=max(published.last, span.first))
    return span, needed


def _point(
    point: TimePoint, published: DocumentDate, near: CalendarSpan | None, future: bool
) -> CalendarSpan | None:
    return _both_ends(published, lambda today: resolve_point(point, today, near, future))


def _both_ends(
    published: DocumentDate, resolve: Callable[[date | None], CalendarSpan | None]
) -> CalendarSpan | None:
    """Resolve on the first and the last day that publication can have; an interval where the two differ."""
    low, high = _days(published)
    first = resolve(low)
    if low == high or first is None:
        return first
    last = resolve(high)
    if last is None or last == first:
        return first
    if first.first and last.first and first.first > last.first:
        first, last = last, first
    return join(first, last)


def _range(low: CalendarSpan | None, high: CalendarSpan | None) -> CalendarSpan | None:
    if low is None or high is None:
        return None
    if low.first and high.last and low.first > high.last:
        if high.low[:4] == low.low[:4] and high.first:  # 11月至2月: into the next year
            moved = shift_months(high.last, 12)
            if high.first.day == 1 and len(high.low) == 7:
                return join(low, month_span(moved.year, moved.month) or high)
            return join(low, day_span(moved))
        return None
    return join(low, high)


def _is_news(point: TimePoint, published: DocumentDate) -> bool:
    """A day of the month up to publication is the news itself, whatever year was told of before."""
    today = published.last
    if today is None or published.first != today or point.month is None or point.day is None:
        return False
    this = safe_day(today.year, point.month, point.day) or today
    last = safe_day(today.year - 1, point.month, point.day) or this
    day = this if this <= today else last
    return not point.has_year and 0 <= (today - day).days <= 31


def _vague(form: TimeForm, published: DocumentDate) -> CalendarSpan | None:
    low, high = published.first, published.last
    if low is None or high is None or form.vague == "unknown":
        return None
    if form.vague == "present":
        edtf = published.edtf or ""
        ends = edtf.split("/") if edtf else []
        if len(ends) == 2:
            return CalendarSpan(ends[0], ends[1], low, high)
        return CalendarSpan(edtf, edtf, low, high) if edtf else days_span(low, high)
    return days_span(shift_days(low, -7), high, fuzzy=True)


def _shifted(form: TimeForm, today: date | None, future: bool) -> CalendarSpan | None:
    if today is None or form.count is None:
        return None
    count, unit, direction = form.count, form.unit, form.direction
    if form.window:
        if unit == "hour":
            count, unit = math.ceil(count / 24) if count >= 12 else 0, "day"
        other = _move(today, count, unit, direction)
        return days_span(other, today) if direction < 0 else days_span(today, other)
    if direction > 0 and not future:
        return None
    if unit == "hour":
        return day_span(today)
    if unit in ("month", "week") and count != int(count):
        day = shift_days(today, direction * round(count * (30 if unit == "month" else 7)))
        return days_span(day, day, fuzzy=True)  # 半个月前
    moved = _move(today, count, unit, direction)
    if unit == "year" and count == int(count):
        span = year_span(moved.year)
    elif unit in ("year", "month", "quarter"):
        span = month_span(moved.year, moved.month)
    elif unit == "week":
        monday = shift_days(moved, -moved.weekday())
        span = days_span(monday, shift_days(monday, 6))
    else:
        span = day_span(moved)
    if span is not None and form.approximate and span.low == span.high:
        return replace(span, low=span.low + "~", high=span.high + "~")
    return span


def _move(today: date, count: float, unit: str, direction: int) -> date:
    if unit in _MONTHS_OF:
        return shift_months(today, direction * round(count * _MONTHS_OF[unit]))
    return shift_days(today, direction * round(count * _DAYS_OF.get(unit, 0)))
