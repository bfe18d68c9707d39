"""A metric of one entity over time: each value with its bounds, as a small plot."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from transforms.expressions.calendar_span import read_edtf
from warehouse.site.facts import Fact

WIDTH: Final = 640
HEIGHT: Final = 220
_LEFT, _RIGHT, _TOP, _BOTTOM = 90, 20, 14, 34


@dataclass(frozen=True)
class Point:
    """A value at its place in the plot: its period from x to x_end, its bounds from y_low to y_high."""

    fact: Fact
    x: float
    x_end: float
    y: float
    y_low: float
    y_high: float


@dataclass(frozen=True)
class Series:
    """All dated values of one metric in one unit; ticks are (place, words)."""

    metric: str
    unit: str
    points: tuple[Point, ...]
    x_ticks: tuple[tuple[float, str], ...]
    y_ticks: tuple[tuple[float, str], ...]


def series_of(entity_id: str, facts: Iterable[Fact]) -> tuple[Series, ...]:
    """A series for each metric of the entity that has values of at least two periods."""
    groups: dict[tuple[str, str], list[tuple[Fact, date, date]]] = defaultdict(list)
    for fact in facts:
        its_own = fact.first is not None and fact.first.entity_id == entity_id
        span = read_edtf(fact.when_edtf) if fact.when_edtf else None
        if fact.kind == "metric" and its_own and span and fact.unit and span.first and span.last:
            # Growth is of something: what the article calls it tells one from the other.
            name = f"{fact.predicate}: {fact.object}" if fact.predicate == "growth" else fact.predicate
            groups[name, fact.unit].append((fact, span.first, span.last))
    return tuple(
        _series(metric, unit, group)
        for (metric, unit), group in sorted(groups.items())
        if metric != "other" and len({(first, last) for _, first, last in group}) > 1
    )


def short(value: float) -> str:
    """A number for an axis, in the units of the language: 39,300,000,000 is 393亿."""
    size, unit = next(
        ((s, u) for s, u in ((1e12, "万亿"), (1e8, "亿"), (1e4, "万")) if abs(value) >= s), (1, "")
    )
    return f"{value / size:,.4g}{unit}"


def _series(metric: str, unit: str, group: list[tuple[Fact, date, date]]) -> Series:
    days = [day.toordinal() for _, first, last in group for day in (first, last)]
    ends = [end for fact, _, _ in group for end in (fact.low, fact.high) if end is not None]
    low, high = min([0.0, *ends]), max([0.0, *ends])
    start, span_x, span_y = min(days), max(1, max(days) - min(days)), (high - low) or 1.0

    def x(day: date) -> float:
        return round(_LEFT + (day.toordinal() - start) / span_x * (WIDTH - _LEFT - _RIGHT), 1)

    def y(value: float) -> float:
        return round(HEIGHT - _BOTTOM - (value - low) / span_y * (HEIGHT - _TOP - _BOTTOM), 1)

    points = []
    for fact, first, last in sorted(group, key=lambda one: (one[1], one[2], one[0].fact_id)):
        # An open end reaches to the edge of the plot.
        bottom = low if fact.low is None else fact.low
        top = high if fact.high is None else fact.high
        value = bottom if fact.number is None else fact.number
        points.append(Point(fact, x(first), x(last), y(value), y(bottom), y(top)))
    first_day, last_day = date.fromordinal(min(days)), date.fromordinal(max(days))
    return Series(
        metric,
        unit,
        tuple(points),
        ((x(first_day), first_day.isoformat()), (x(last_day), last_day.isoformat())),
        tuple((y(value), short(value)) for value in sorted({low, high, 0.0})),
    )
