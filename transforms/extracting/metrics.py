"""Metrics: a number becomes one where words say what it measures, and of whom."""

from __future__ import annotations

import re
from dataclasses import replace

from transforms.annotations import Quantity, TimeSpan
from transforms.extracting.clauses import Clause
from transforms.extracting.masking import NUMBER
from transforms.extracting.metric_currency import home_currency, in_currency
from transforms.extracting.metric_inheriting import affected, changed, compared, reached, same_again, topped
from transforms.extracting.metric_last import SURVEYED, VOLUMES, Last, carries_mood, source_for, within
from transforms.extracting.metric_modality import goes_on, stated_as
from transforms.extracting.metric_naming import Measure, named
from transforms.extracting.metric_owners import Owner, owner_of
from transforms.extracting.metric_periods import held_against, period_of, reported_period, years_of
from transforms.extracting.metric_plain import plain
from transforms.extracting.metric_ranks import Rank, find_ranks
from transforms.extracting.metric_series import joined_measures, series_in
from transforms.extracting.metric_shapes import shaped
from transforms.extracting.metric_sizes import find_sizes
from transforms.extracting.metric_topic import Topic, topic_of
from transforms.extracting.metric_whose import whose
from transforms.extracting.metric_words import goods, is_hearsay, unit_class
from transforms.extracting.sources import Source
from transforms.facts import Metric, Modality, Trace

_REACH = 60
_UNITS = {
    "parameters": "parameter",
    "downloads": "download",
    "users": "person",
    "monthly_active_users": "person",
    "customers": "company",
    "context_length": "token",
    "training_tokens": "token",
    "model_count": "model",
}


def find_metrics(clauses: list[Clause], script: str = "Hans") -> list[Metric]:
    """Metrics of the article; the trace spans the clause, and the one before where that names the owner.

    In Traditional `script` a bare 元 is in the currency of the article's other amounts.
    """
    out: list[Metric] = []
    last: Last | None = None
    topic = topic_of(clauses)
    home = home_currency(clauses) if script == "Hant" else None
    for i, clause in enumerate(clauses):
        out += find_sizes(clause)
        for rank in find_ranks(clause):
            found, ranked = _rank(clauses, i, rank, last, topic)
            out += found
            last = ranked if ranked and NUMBER not in clause.text else last
        for series in series_in(clause.masked):
            found, last = _series(clauses, i, series, last, topic)
            out += found
    return [in_currency(metric, home) for metric in out] if home else out


def _series(
    clauses: list[Clause], i: int, series: list[int], last: Last | None, topic: Topic
) -> tuple[list[Metric], Last | None]:
    """Metrics of numbers that stand in a row, and the figure to remember."""
    clause = clauses[i]
    numbers = [goods(clause, item) for k in series if isinstance(item := clause.masked.items[k], Quantity)]
    if is_hearsay(clause, series[-1]):
        return [], last
    near = last if last is not None and within(clauses, last.clause, i) else None
    measure = _measure(clauses, i, series[0], numbers[0], near)
    if measure is None:
        return [], last
    owner = whose(clauses, i, series[0], measure, near, topic)
    if owner is None:
        return [], None
    measures = joined_measures(clause, measure, numbers) or [measure] * len(series)
    if near is not None and measure.start is None and len(near.row) == len(series) > 1:
        row = [_measure(clauses, i, series[0], numbers[0], replace(near, measure=m)) for m in near.row]
        measures = [m or measure for m in row]
    each = len(owner.fillers) == len(series) > 1
    years = years_of(clause, series[0], len(series)) if measure.joint else None
    alike = len(series) > 1 and not (each or years or len(set(measures)) > 1 or len(owner.fillers) > 1)
    if alike and re.search("分别|依次", clause.text[: series[0]]):
        return [], None  # several have them, and not all are named
    source = source_for(clauses, i, measure, near)
    out: list[Metric] = []
    for n, (at, number, one) in enumerate(zip(series, numbers, measures, strict=True)):
        before = (near.period if near else None) or reported_period(clauses, i, one.base in SURVEYED)
        period = period_of(clause, at, one.metric, before, one.metric != one.base and not one.compared)
        if years:
            period = years[n]
        fillers = owner.fillers[n : n + 1] if each else owner.fillers
        if len(fillers) > 1 and _jointly(
            clause, series[0], measure, clauses[owner.clause].sentence == clause.sentence
        ):
            return [], None
        for filler in fillers if measure.of or measure.owners else fillers[:1]:
            whose_one = replace(owner, fillers=(filler,))
            same = near is not None and clauses[near.clause].sentence == clause.sentence
            currency = _currency(number, near, same)
            found = _metric(clauses, i, at, number, one, whose_one, period, currency, source)
            found = replace(found, modality=_mood(found, one, clauses, i, near))
            out.append(found)
    level = next((m for m in reversed(measures) if m.metric == m.base), near.level if near else None)
    if measure.forecast or measure.compared:
        return out, last
    volume = next((m for m in reversed(measures) if m.metric == m.base and m.base in VOLUMES), None)
    volume = volume or (near.volume if near else None)
    end = out[-1]
    until = (near.period if near else None) if held_against(clause, series[-1]) else end.period
    return out, Last(
        measures[-1], owner, until, end.unit, i, source, level, tuple(measures), end.modality, volume
    )


def _jointly(clause: Clause, at: int, measure: Measure, here: bool) -> bool:
    """Whether several named in the clause have the one number together: it is nobody's own figure."""
    worded = measure.start is None or measure.owners or measure.of
    return here and not worded and not re.search("均|都|各|双双|分别", clause.text[:at])


def _measure(clauses: list[Clause], i: int, at: int, number: Quantity, near: Last | None) -> Measure | None:
    clause = clauses[i]
    last = near.measure if near else None
    return (
        affected(clause, at, number, last)
        or shaped(clause, at, number)
        or compared(clause, at, number, near.level if near else None)
        or named(clause.text, at, number)
        or reached(clause, at, number, last, near is not None and near.clause == i - 1)
        or changed(clause, at, number, last, near.volume if near else None)
        or topped(clauses, i, at, number, near.level if near else None, near.volume if near else None)
        or same_again(clause, at, number, last, near.unit if near else None, near.level if near else None)
        or plain(clause, at, number)
    )


def _metric(
    clauses: list[Clause],
    i: int,
    at: int,
    number: Quantity,
    one: Measure,
    owner: Owner,
    period: TimeSpan | None,
    currency: str | None,
    source: Source | None,
) -> Metric:
    filler = owner.fillers[0]
    said_by = source.entity if source else None
    value, unit, low, high = number.value, currency or _unit(one, number), number.low, number.high
    if number.surface.startswith("翻") and unit == "times" and one.metric == "growth":
        value, unit, low, high = (value - 1) * 100, "percent", None, None
    if one.sign < 0:
        value, low, high = -value, _negated(high), _negated(low)
    reasons = tuple(dict.fromkeys((*one.reasons, *owner.reasons)))
    return Metric(
        Trace(*_span(clauses, i, owner.clause), f"metric.{one.metric}", reasons),
        filler,
        one.metric,
        one.label,
        value,
        low,
        high,
        unit,
        number.bound,
        period,
        said_by,
        stated_as(clauses, i, at, one, filler.entity, source),
    )


def _unit(one: Measure, number: Quantity) -> str:
    """The unit, or for a bare count that which the metric itself has."""
    bare = unit_class(number.unit) == "thing" and not number.noun
    return _UNITS.get(one.metric, number.unit) if bare or number.unit == "count" else number.unit


def _currency(number: Quantity, near: Last | None, same: bool) -> str | None:
    """The currency of a bare 元 after an amount in another 元 (新台币, 港元) of the `same` sentence."""
    bare = number.noun == "元" and number.unit == "CNY"
    return near.unit if same and bare and near is not None and near.unit in ("TWD", "HKD") else None


def _mood(found: Metric, one: Measure, clauses: list[Clause], i: int, near: Last | None) -> Modality:
    """The figure's modality; one that only adds to the figure before it is stated as that was."""
    if near is None or one.compared or not carries_mood(clauses, i, near):
        return found.modality
    if one.start is None and near.stated in ("planned", "forecast"):
        return near.stated
    adds = one.start is None or one.base == near.measure.base or goes_on(clauses[i], one, near)
    own = found.modality == "reported" and found.attributed_to is not None and goes_on(clauses[i], one, near)
    return near.stated if adds and (found.modality == "actual" or own) else found.modality


def _rank(
    clauses: list[Clause], i: int, rank: Rank, last: Last | None, topic: Topic
) -> tuple[list[Metric], Last | None]:
    clause = clauses[i]
    owner = owner_of(clauses, i, rank.start, "any", "rank", topic)
    if owner is None:
        return [], None
    near = last if last is not None and within(clauses, last.clause, i) else None
    measure = Measure("rank", "rank", rank.label, rank.start)
    source = source_for(clauses, i, measure, near)
    before = (near.period if near else None) or reported_period(clauses, i, wide=True)
    period = period_of(clause, rank.start, "rank", before)
    said_by = source.entity if source else None
    if len(rank.values) > 1 and len(rank.values) != len(owner.fillers):
        return [], last
    out: list[Metric] = []
    stated: Modality = "actual"
    for filler, place in zip(owner.fillers, rank.values, strict=False):
        stated = stated_as(clauses, i, rank.start, measure, filler.entity, source)
        trace = Trace(*_span(clauses, i, owner.clause), "metric.rank", owner.reasons)
        value = float(place)
        out.append(
            Metric(
                trace, filler, "rank", rank.label, value, value, value, "rank", "=", period, said_by, stated
            )
        )
    level = near.level if near else None
    volume = near.volume if near else None
    return out, Last(measure, owner, period, "rank", i, source, level, (measure,), stated, volume)


def _span(clauses: list[Clause], i: int, k: int) -> tuple[int, int]:
    start, end = clauses[i].span
    if k < i and clauses[k].sentence == clauses[i].sentence and end - clauses[k].span[0] <= _REACH:
        start = clauses[k].span[0]
    return start, end


def _negated(value: float | None) -> float | None:
    return None if value is None else -value
