"""Metrics: a number becomes one where words say what it measures, and of whom."""

from __future__ import annotations

from dataclasses import dataclass, replace

from transforms.annotations import Quantity, TimeSpan
from transforms.extracting.clauses import Clause
from transforms.extracting.metric_inheriting import affected, changed, compared, reached, same_again
from transforms.extracting.metric_modality import stated_as
from transforms.extracting.metric_naming import Measure, named
from transforms.extracting.metric_owners import Owner, carried_owner, owner_of, stated_owner
from transforms.extracting.metric_periods import period_of, reported_period, years_of
from transforms.extracting.metric_ranks import Rank, find_ranks
from transforms.extracting.metric_referents import mentions
from transforms.extracting.metric_series import joined_measures, series_in
from transforms.extracting.metric_shapes import shaped
from transforms.extracting.metric_sizes import find_sizes
from transforms.extracting.metric_words import metric_kinds, unit_class
from transforms.extracting.sources import Source, source_of
from transforms.facts import Filler, Metric, Modality, Trace

_REACH = 60
_STATISTICS = frozenset(
    ("shipments", "sales", "market_share", "rank", "users", "monthly_active_users", "exports")
)
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


@dataclass(frozen=True, slots=True)
class _Last:
    """The figure stated last: what it measured, whose it was, when, in which clause, on whose word.

    `level` is the measure of the last figure that was no change; `row` the measures of those stated in a row.
    """

    measure: Measure
    owner: Owner
    period: TimeSpan | None
    unit: str
    clause: int
    source: Source | None = None
    level: Measure | None = None
    row: tuple[Measure, ...] = ()
    stated: Modality = "actual"


def find_metrics(clauses: list[Clause]) -> list[Metric]:
    """Metrics of the article; the trace spans the clause, and the one before where that names the owner."""
    out: list[Metric] = []
    last: _Last | None = None
    for i, clause in enumerate(clauses):
        out += find_sizes(clause)
        for rank in find_ranks(clause):
            out += _rank(clauses, i, rank, last)
        for series in series_in(clause.masked):
            found, last = _series(clauses, i, series, last)
            out += found
    return out


def _series(
    clauses: list[Clause], i: int, series: list[int], last: _Last | None
) -> tuple[list[Metric], _Last | None]:
    """Metrics of numbers that stand in a row, and the figure to remember."""
    clause = clauses[i]
    numbers = [item for k in series if isinstance(item := clause.masked.items[k], Quantity)]
    near = last if last is not None and _within(clauses, last.clause, i) else None
    measure = _measure(clause, series[0], numbers[0], near)
    if measure is None:
        return [], last
    owner = _owner(clauses, i, series[0], measure, near)
    if owner is None:
        return [], last
    measures = joined_measures(clause, measure, numbers) or [measure] * len(series)
    if near is not None and measure.start is None and len(near.row) == len(series) > 1:
        row = [_measure(clause, series[0], numbers[0], replace(near, measure=m)) for m in near.row]
        measures = [m or measure for m in row]
    each = len(owner.fillers) == len(series) > 1
    years = years_of(clause, series[0], len(series)) if measure.joint else None
    source = _source(clauses, i, measure, near)
    out: list[Metric] = []
    for n, (at, number, one) in enumerate(zip(series, numbers, measures, strict=True)):
        before = (near.period if near else None) or reported_period(clauses, i)
        period = period_of(clause, at, one.metric, before, one.metric != one.base and not one.compared)
        if years:
            period = years[n]
        whose = owner.fillers[n : n + 1] if each else owner.fillers
        for filler in whose if measure.of or measure.owners else whose[:1]:
            whose_one = replace(owner, fillers=(filler,))
            found = _metric(clauses, i, at, number, one, whose_one, period, _currency(number, near), source)
            if one.start is None and found.modality == "actual" and near and _carries_mood(clauses, i, near):
                found = replace(found, modality=near.stated)
            out.append(found)
    level = next((m for m in reversed(measures) if m.metric == m.base), near.level if near else None)
    if measure.forecast or measure.compared:
        return out, last
    return out, _Last(
        measures[-1], owner, out[-1].period, out[-1].unit, i, source, level, tuple(measures), out[-1].modality
    )


def _measure(clause: Clause, at: int, number: Quantity, near: _Last | None) -> Measure | None:
    last = near.measure if near else None
    return (
        affected(clause, at, number, last)
        or shaped(clause, at, number)
        or compared(clause, at, number, near.level if near else None)
        or named(clause.text, at, number)
        or reached(clause, at, number, last)
        or changed(clause, at, number, last)
        or same_again(clause, at, number, last, near.unit if near else None)
    )


def _owner(clauses: list[Clause], i: int, at: int, measure: Measure, near: _Last | None) -> Owner | None:
    clause = clauses[i]
    if measure.owners:
        return Owner(tuple(Filler(e) for e in measure.owners), i, measure.reasons)
    if measure.phrase:
        return Owner((Filler(phrase=measure.phrase),), i, measure.reasons)
    if measure.owner == "fined":
        return _fined(clauses, i)
    if measure.of:
        fillers = tuple(Filler(clause.masked.mention(k).entity) for k in measure.of)
        return Owner(fillers, i)
    stop = measure.start if measure.start is not None else at
    if measure.start is None and near is not None:
        subject = clause.subject
        fresh = (
            subject is not None and subject.how == "stated" and subject.entities and (subject.start or 0) < at
        )
        if not fresh:
            return near.owner
    kind = measure.owner or metric_kinds()[measure.base].owner
    if measure.base == "orders" and not measure.owner:
        kind = "firm"
    stated = stated_owner(clauses, i, stop, kind, measure.base)
    if stated is not None:
        return stated
    if near is not None and _carries_on(clauses, i, stop, kind, near):
        return near.owner
    carried = carried_owner(clauses, i, stop, kind)
    if carried is None and near is not None and near.clause == i - 1 and _same_kind(kind, near):
        return near.owner
    return carried


def _source(clauses: list[Clause], i: int, measure: Measure, near: _Last | None) -> Source | None:
    """Whom the sentence credits; data that one sentence credits go on in the next (其中…)."""
    source = source_of(clauses, i)
    if source is None and near is not None and near.source is not None and near.source.how == "data":
        both = measure.base in _STATISTICS and near.measure.base in _STATISTICS
        return near.source if both else None
    return source


def _fined(clauses: list[Clause], i: int) -> Owner | None:
    """Whom `对其` means: the firm or person that the sentence names last besides the subject."""
    for k in range(i, max(-1, i - 6), -1):
        if clauses[k].sentence != clauses[i].sentence:
            break
        for m in reversed(list(mentions(clauses[k]))):
            entity = clauses[k].masked.mention(m).entity
            subject = clauses[k].subject
            acts = subject is not None and entity in subject.entities
            if entity.kind in ("organization", "person") and not acts:
                return Owner((Filler(entity),), k, ("subject by pronoun",))
    return None


def _carries_on(clauses: list[Clause], i: int, stop: int, kind: str, near: _Last) -> bool:
    """Whether the figure goes on about the owner of the last: same sentence, no new subject since."""
    if clauses[near.clause].sentence != clauses[i].sentence or not _same_kind(kind, near):
        return False
    for k in range(near.clause + 1, i + 1):
        subject = clauses[k].subject
        if subject is not None and subject.how == "stated" and (k < i or (subject.start or 0) < stop):
            return False
    return True


def _carries_mood(clauses: list[Clause], i: int, near: _Last) -> bool:
    """Whether the figure only adds to the one before it in its sentence (…将达N元,同比增长N%)."""
    return clauses[near.clause].sentence == clauses[i].sentence and near.clause >= i - 1


def _same_kind(kind: str, near: _Last) -> bool:
    before = near.measure.owner or metric_kinds()[near.measure.base].owner
    if kind == "person" or before == "person":
        return kind == before
    if kind == "thing":
        return before in ("thing", "made")
    return "any" in (kind, before) or (kind == "made") == (before in ("thing", "made"))


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


def _currency(number: Quantity, near: _Last | None) -> str | None:
    """The currency of a bare 元 after an amount in another 元 (新台币, 港元)."""
    bare = number.noun == "元" and number.unit == "CNY"
    return near.unit if bare and near is not None and near.unit in ("TWD", "HKD") else None


def _rank(clauses: list[Clause], i: int, rank: Rank, last: _Last | None) -> list[Metric]:
    clause = clauses[i]
    owner = owner_of(clauses, i, rank.start, "any", "rank")
    if owner is None:
        return []
    near = last if last is not None and _within(clauses, last.clause, i) else None
    measure = Measure("rank", "rank", rank.label, rank.start)
    source = _source(clauses, i, measure, near)
    before = (near.period if near else None) or reported_period(clauses, i)
    period = period_of(clause, rank.start, "rank", before)
    trace = Trace(*_span(clauses, i, owner.clause), "metric.rank", owner.reasons)
    stated = stated_as(clauses, i, rank.start, measure, owner.fillers[0].entity, source)
    said_by = source.entity if source else None
    value = float(rank.value)
    return [
        Metric(
            trace,
            owner.fillers[0],
            "rank",
            rank.label,
            value,
            value,
            value,
            "rank",
            "=",
            period,
            said_by,
            stated,
        )
    ]


def _within(clauses: list[Clause], k: int, i: int) -> bool:
    """Whether clause `k` is in the sentence of clause `i`, or in the one before it in the paragraph."""
    a, b = clauses[k].sentence, clauses[i].sentence
    return a.paragraph == b.paragraph and b.number - a.number <= 1


def _span(clauses: list[Clause], i: int, k: int) -> tuple[int, int]:
    start, end = clauses[i].span
    if k < i and clauses[k].sentence == clauses[i].sentence and end - clauses[k].span[0] <= _REACH:
        start = clauses[k].span[0]
    return start, end


def _negated(value: float | None) -> float | None:
    return None if value is None else -value
