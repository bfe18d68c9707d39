"""What is measured: a number becomes a metric where a cue word says of what."""

from __future__ import annotations

import re

from transforms.annotations import Mention, Quantity, TimeSpan
from transforms.extracting.clauses import Clause
from transforms.extracting.cues import metric_cues
from transforms.extracting.masking import ENTITY, NUMBER, PERSON, TIME, pattern
from transforms.extracting.modality import modality
from transforms.extracting.sources import attribution
from transforms.facts import Filler, Metric, Trace

_MONEY = re.compile(r"[A-Z]{3}$")
_RISE = re.compile(r"涨|增|升|提高|提升|多(?!$)|扩大|飙")
_FALL = re.compile(r"跌|降|减|下滑|缩|蒸发|裁|萎缩|少|回落|亏|挫|收窄|抹去")
_GROWTH = re.compile(
    r"(?:同比|环比|较上|较去|比上|比去|增长|增幅|涨幅|降幅|跌幅|增速|下滑|下降|上涨|减少|增加|上升|提升|提高)"
)
_SHARE = re.compile(r"占|的(?=[^，,]{1,12}(?:都|均|是|来自|采用|使用|基于))")
_PLAIN = frozenset(("count", "percent", "times", "rank"))
_OWNER = pattern(r"({E})(?:的|系列的?|旗下的?)[^，,。{N}]{0,14}$".replace("{N}", NUMBER))
_NO_SIGN = frozenset(("market_share", "margin", "ownership_share", "share_of", "rank", "price", "loss"))
_REACHED = re.compile(r"(?:达到?|为|至|到|升至|降至|跌至|增至)$")


def find_metrics(clauses: list[Clause]) -> list[Metric]:
    """Metrics of the article; the trace spans from the subject or the measured noun to the clause's end."""
    out: list[Metric] = []
    for i, clause in enumerate(clauses):
        for at, item in enumerate(clause.masked.items):
            if isinstance(item, Quantity):
                found = _metric(clauses, i, at, item)
                if found:
                    out.append(found)
    return out


def _metric(clauses: list[Clause], i: int, at: int, number: Quantity) -> Metric | None:
    clause = clauses[i]
    before, after = clause.text[:at], clause.text[at + 1 :]
    named = _name(number, before, after) or _inherited(clauses, i, number, before)
    if named is None:
        return None
    metric, label, start = named
    subject, reasons = _subject(clauses, i, at, metric)
    if subject is None:
        return None
    sign = -1 if _sign(metric, before, after) else 1
    begin = min(start if start is not None else at, at)
    span = clause.masked.span(min(begin, _stated_start(clause, at)), len(clause.text))
    if clause.subject is not None and clause.subject.how == "previous clause" and i > 0:
        span = (clauses[i - 1].span[0], span[1]) if clauses[i - 1].sentence == clause.sentence else span
    said_by, kind = attribution(clauses, i)
    stated = modality(clause.text[:at], clause.whole.text[: clause.offset + at])
    if said_by is not None and stated == "actual":
        stated = kind
    low = None if number.low is None else sign * number.low
    high = None if number.high is None else sign * number.high
    return Metric(
        Trace(*span, f"metric.{metric}", reasons),
        subject,
        metric,
        label,
        sign * number.value,
        low if sign == 1 else high,
        high if sign == 1 else low,
        number.unit,
        number.bound,
        _period(clauses, i, at),
        said_by,
        stated,
    )


def _name(number: Quantity, before: str, after: str) -> tuple[str, str, int | None] | None:
    """(metric, label, masked start of the cue) by the nearest cue word that fits the unit."""
    unit = number.unit
    kind = "money" if _MONEY.match(unit) else unit if unit in _PLAIN else "thing"
    near_before, near_after = before[-24:], number.noun + after[:12]
    for cue in metric_cues():
        if not {unit, kind} & cue.units:
            continue
        match = None
        for match in cue.cue.finditer(near_before):
            pass
        if match:
            metric = _changed(cue.metric, unit, near_before[match.start() :], after)
            return metric, match.group(), len(before) - len(near_before) + match.start()
        found = cue.cue.search(near_after)
        if found and not re.search(r"[，,。；;]", near_after[: found.start()]):
            return _changed(cue.metric, unit, before[-8:], near_after), found.group(), None
    if unit == "percent" and _GROWTH.search(near_before):
        return "growth", near_before[_GROWTH.search(near_before).start() :][:8], None  # type: ignore[union-attr]
    if unit == "percent" and _SHARE.search(near_before[-6:]):
        return "share_of", number.noun or "占比", None
    return None


def _changed(metric: str, unit: str, before: str, after: str) -> str:
    """A percentage beside a noun of money or count is its growth, not its value."""
    if unit == "percent" and metric in (
        "revenue",
        "profit",
        "sales",
        "shipments",
        "users",
        "price",
        "orders",
    ):
        return "growth"
    return metric


def _inherited(
    clauses: list[Clause], i: int, number: Quantity, before: str
) -> tuple[str, str, int | None] | None:
    """`…营收为N1,同比增长N2`: the growth of what the clause before measures."""
    if number.unit in ("percent", "times") and _GROWTH.search(before):
        return "growth", before[_GROWTH.search(before).start() :][:8], None  # type: ignore[union-attr]
    return None


def _sign(metric: str, before: str, after: str) -> bool:
    if metric in _NO_SIGN or _REACHED.search(before[-3:]):
        return False
    if metric == "headcount_change":
        return not re.search(r"扩招|增聘|新增", before + after)
    if metric in ("growth", "share_price_change", "market_cap_change", "training_efficiency"):
        falls = [m.end() for m in _FALL.finditer(before[-14:])]
        rises = [m.end() for m in _RISE.finditer(before[-14:])]
        return bool(falls) and (not rises or falls[-1] > rises[-1])
    return False


def _subject(clauses: list[Clause], i: int, at: int, metric: str) -> tuple[Filler | None, tuple[str, ...]]:
    """Whose metric it is: the owner of the measured noun, the thing counted, else the clause's subject."""
    clause = clauses[i]
    owner = _OWNER.search(clause.text[:at])
    if owner and not (
        clause.text[owner.start(1)] == PERSON and metric not in ("age", "ownership_share", "salary")
    ):
        return Filler(clause.masked.mention(owner.start(1)).entity), ()
    subject = clause.subject
    if subject is None:
        near = [k for k in range(at) if re.match(f"[{ENTITY}]", clause.text[k])]
        if near and isinstance(clause.masked.items[near[-1]], Mention):
            return Filler(clause.masked.mention(near[-1]).entity), ("subject by nearness",)
        return None, ()
    reasons = _how(subject.how)
    if subject.entities:
        return Filler(subject.entities[0]), reasons
    return Filler(phrase=subject.phrase), (*reasons, "subject is a phrase")


def _how(how: str) -> tuple[str, ...]:
    if how == "stated":
        return ()
    if how == "previous sentence":
        return ("subject carried over from the sentence before",)
    return (f"subject by {how}",)


def _stated_start(clause: Clause, at: int) -> int:
    subject = clause.subject
    return subject.start if subject and subject.how == "stated" and subject.start is not None else at


def _period(clauses: list[Clause], i: int, at: int) -> TimeSpan | None:
    """The nearest resolved time before the number in its sentence, else after it in its clause."""
    clause = clauses[i]
    end = clause.offset + at
    for k in [*range(end - 1, -1, -1), *range(end, clause.offset + len(clause.text))]:
        item = clause.whole.items[k]
        if clause.whole.text[k] == TIME and isinstance(item, TimeSpan) and item.edtf and not item.vague:
            return item
    return None
