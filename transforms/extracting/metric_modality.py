"""How a figure is stated: as a fact, a plan of the actor, another's expectation, or on somebody's word."""

from __future__ import annotations

import re

from transforms.annotations import Entity, TimeSpan
from transforms.extracting.clauses import Clause
from transforms.extracting.masking import TIME
from transforms.extracting.metric_last import Last
from transforms.extracting.metric_naming import Measure
from transforms.extracting.metric_referents import readable
from transforms.extracting.modality import modality
from transforms.extracting.sources import Source
from transforms.facts import Modality

_PLAN = re.compile(
    r"目标(?!价)|规划|计划|全年[^，,。]{0,12}[上下][调修]|拟(?!人)|打算|力争|指引|将(?!近|军|其|它|[\ue000-\ue004])|要(?=[裁建投推])"
)
_EXPECT = re.compile(
    r"预计|预期|有望|可望|料将|预测|预估|估计|或将|或(?=[达超突为增降升跌在])|可能|料(?=[将升增达降可会为])|将(?!近|军|其|它|[\ue000-\ue004])"
)
_SPOKEN_PLAN = re.compile(r"(?:计划|预计|预估|拟|将|打算|目标是|承诺|指引)")
_OTHERS = re.compile(
    r"(?:分析师|市场|机构|华尔街|投行|业[内界]|券商|专家|分析人士|法人|外资|大行|外界|该行|该机构|该券商)[^，,。低高超]{0,6}(?:预计|预期|预测|预估|估计|认为)$"
)
_RUMOUR = re.compile(r"流传|传闻|据传|(?:传出|曝出)(?![^，,。]{0,16}后)|爆料|疑似|据报道|消息称|据悉|据了解")
_REQUIRED = re.compile(r"须|需|应(?![用收付])|得支付")
_IF = re.compile(r"[^，,。]{0,4}(?:如果|若|一旦|倘若|假如|如若)")
_FROM = re.compile(r"(?:由|从)(?:[^，,。]{0,8}的)?(?:约|近|不足)?$")
_THAN_BEFORE = re.compile(rf"(?:与|较|比|低于|高于|少于|多于)(?:[{TIME}]|上年|去年|此前|前一年)(?:同期)?的$")
_TO = re.compile(r"[^，,。]{0,8}?(?:至|到|为|成)")
_TO_BE_BUILT = re.compile(
    r"(?:将于|预计|计划|拟|预期|将)[^，,。]{0,14}(?:投产|建成|开工|量产|动工|建设|投用|投入使用|竣工)"
)
_DONE = re.compile(r"(?<![未不])曾(?!计划|拟|打算|考虑|预计|想|希望|有意)")
_AIMS = re.compile(r"目标|规划|计划|打算|力争|指引")
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
    if _REQUIRED.search(before) and _IF.match(clause.whole.text):
        return "hypothetical"
    if _was(clause, at, measure):
        return "reported" if source is not None else "actual"
    if measure.forecast or _foretold_by_others(clauses, i):
        return "forecast"
    meant = _DONE.split(before)[-1]
    expects, plans = bool(_EXPECT.search(meant)), bool(_PLAN.search(meant))
    expects = expects or (measure.metric in _RESULTS and _hoped(clauses, i))
    plans = plans or (measure.base == "production_capacity" and _to_be_built(clause, at))
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
            return _willed(measure, source.entity, owner, plans, bool(_AIMS.search(before)))
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


def _was(clause: Clause, at: int, measure: Measure) -> bool:
    """Whether the number is what a planned change starts from (由N提升到…): that holds already."""
    before, after = clause.text[:at], clause.text[at + 1 :]
    if _THAN_BEFORE.search(before):
        return True
    return bool(_FROM.search(before) and _TO.match(after)) and not re.search("目标|指引|预期|预测", before)


def _hoped(clauses: list[Clause], i: int) -> bool:
    """Whether the clause before in the sentence is one of hope (明年有望盈利,净利润…)."""
    earlier = clauses[i - 1] if i else clauses[i]
    return earlier.sentence == clauses[i].sentence and bool(re.search("有望|可望", earlier.text))


def _to_be_built(clause: Clause, at: int) -> bool:
    """Whether the sentence says of the plant that it will be built or go into production."""
    return bool(_TO_BE_BUILT.search(clause.whole.text[: clause.offset + at]))


def goes_on(clause: Clause, measure: Measure, near: Last) -> bool:
    """Whether a result stands in the scope of the forecast before it (预计营收…,毛利率…)."""
    if near.stated not in ("planned", "forecast") or measure.base not in _RESULTS:
        return False
    return near.measure.base in _RESULTS and not _STATED.search(readable(clause, 0, len(clause.text)))


def _willed(measure: Measure, speaker: Entity, owner: Entity | None, plans: bool, aims: bool) -> Modality:
    """A speaker's own plan, or what he expects to happen."""
    if owner is not None and speaker.id == owner.id:
        return "planned"
    if measure.base in _OWN_WILL or (plans and aims):
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
