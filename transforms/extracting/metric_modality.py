"""How a figure is stated: as a fact, a plan of the actor, another's expectation, or on somebody's word."""

from __future__ import annotations

import re

from transforms.annotations import Entity, TimeSpan
from transforms.extracting.clauses import Clause
from transforms.extracting.metric_last import Last
from transforms.extracting.metric_naming import Measure
from transforms.extracting.modality import modality
from transforms.extracting.sources import Source
from transforms.facts import Modality

_PLAN = re.compile(
    r"目标|规划|计划|拟(?!人)|打算|力争|指引|将(?!近|军|其|它|[\ue000-\ue004])|要(?=[裁建投推])"
)
_EXPECT = re.compile(r"预计|预期|有望|可望|料将|预测|预估|估计|或将|可能|将(?!近|军|其|它|[\ue000-\ue004])")
_SPOKEN_PLAN = re.compile(r"(?:计划|预计|预估|拟|将|打算|目标是|承诺|指引)")
_OTHERS = re.compile(
    r"(?:分析师|市场|机构|华尔街|投行|业内|券商|专家|分析人士)[^，,。低高超]{0,6}(?:预计|预期|预测|预估|估计|认为)$"
)
_RUMOUR = re.compile(r"流传|传闻|据传|(?:传出|曝出)(?![^，,。]{0,16}后)|爆料|疑似|据报道|消息称|据悉|据了解")
_RESULTS = frozenset(("revenue", "profit", "loss", "margin", "earnings_per_share", "capital_expenditure"))
_STATED = re.compile(r"已|目前|去年|上年|此前|截至|当前|实际|实现了|[了过]")
_OWN_WILL = frozenset(
    (
        *("capital_expenditure", "investment", "production_capacity", "funding_raised", "headcount_change"),
        *("revenue", "margin", "profit", "price", "training_gpus", "ownership_share", "orders", "other"),
    )
)


def stated_as(
    clauses: list[Clause], i: int, at: int, measure: Measure, owner: Entity | None, source: Source | None
) -> Modality:
    """Modality of the figure at masked offset `at` of clause `i`, of `owner`, credited to `source`."""
    clause = clauses[i]
    before = clause.text[:at]
    sentence = clause.whole.text[: clause.offset + at]
    if modality(before) == "hypothetical":
        return "hypothetical"
    if measure.forecast or _foretold_by_others(clauses, i):
        return "forecast"
    expects, plans = bool(_EXPECT.search(before)), bool(_PLAN.search(before))
    plans = plans or any(
        isinstance(item, TimeSpan) and item.surface.startswith("未来") for item in clause.masked.items[:at]
    )
    if source is not None and source.entity is not None:
        outside = source.how == "data" and (owner is None or source.entity.id != owner.id)
        last = clauses[i - 1].text if i and clauses[i - 1].sentence == clause.sentence else ""
        foretold = bool(re.search(r"(?:预计|预测|预估|预期|估计)$", last))
        if outside:
            return "forecast" if foretold else "reported"
        if plans or expects or foretold:
            return _willed(measure, source.entity, owner, plans)
        return "reported"
    if source is not None or _RUMOUR.search(sentence):
        return "reported"
    if plans or _carried_plan(clauses, i):
        return "planned"
    if expects:
        return (
            "planned" if re.search(r"预计|预估|预期", before) and measure.metric in _OWN_WILL else "forecast"
        )
    return "actual"


def goes_on(clause: Clause, measure: Measure, near: Last) -> bool:
    """Whether a result stands in the scope of the forecast before it (预计营收…,毛利率…)."""
    if near.stated not in ("planned", "forecast") or measure.base not in _RESULTS:
        return False
    return near.measure.base in _RESULTS and not _STATED.search(clause.text)


def _willed(measure: Measure, speaker: Entity, owner: Entity | None, plans: bool) -> Modality:
    """A speaker's own plan, or what he expects to happen."""
    if owner is not None and speaker.id == owner.id:
        return "planned"
    if measure.base in _OWN_WILL or (plans and "目标" in measure.label):
        return "planned"
    return "forecast"


def _foretold_by_others(clauses: list[Clause], i: int) -> bool:
    """Whether analysts or the market are said to expect it."""
    clause = clauses[i]
    if _OTHERS.search(clause.text):
        return True
    earlier = clauses[i - 1] if i else clause
    return earlier.sentence == clause.sentence and bool(_OTHERS.search(earlier.text))


def _carried_plan(clauses: list[Clause], i: int) -> bool:
    """Whether the clause only fills in a plan that the one before it in the sentence states (其中…)."""
    clause = clauses[i]
    if not clause.text.startswith(("其中", "规划", "设计", "储能规模")) or i == 0:
        return False
    earlier = clauses[i - 1]
    return earlier.sentence == clause.sentence and bool(_SPOKEN_PLAN.search(earlier.text))
