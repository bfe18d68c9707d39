"""The figure stated last: what the next one may take over from it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from transforms.annotations import Entity, TimeSpan
from transforms.extracting.clauses import Clause
from transforms.extracting.metric_naming import Measure
from transforms.extracting.metric_owners import Owner
from transforms.extracting.metric_referents import mentions, tells
from transforms.extracting.metric_words import metric_kinds
from transforms.extracting.sources import Source, names_source, source_of
from transforms.facts import Modality

SURVEYED = frozenset(("shipments", "market_share", "rank"))
_ITS_DATA = re.compile(
    r"(?:按照?|据|根据|依照)(?:该机构|后者|其|该公司|这家机构)的?[^，,。]{0,4}(?:统计|数据|口径|报告|测算)"
)
VOLUMES = frozenset(("shipments", "sales", "production", "revenue", "exports"))
_PLANT = re.compile(r"(?:厂|基地|产线|生产线|园区)$")
_STATISTICS = frozenset(
    ("shipments", "sales", "market_share", "rank", "users", "monthly_active_users", "exports")
)


@dataclass(frozen=True, slots=True)
class Last:
    """The figure stated last: what it measured, whose it was, when, in which clause, on whose word.

    `level` is the measure of the last figure that was no change; `row` the measures of those stated in a row;
    `volume` that of the last quantity sold, shipped or made.
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
    volume: Measure | None = None


def within(clauses: list[Clause], k: int, i: int) -> bool:
    """Whether clause `k` is in the sentence of clause `i`, or in the one before it in the paragraph."""
    a, b = clauses[k].sentence, clauses[i].sentence
    return a.paragraph == b.paragraph and b.number - a.number <= 1


def carries_on(clauses: list[Clause], i: int, stop: int, kind: str, near: Last) -> bool:
    """Whether the figure goes on about the owner of the last: same sentence, no new subject since."""
    if clauses[near.clause].sentence != clauses[i].sentence or not same_kind(kind, near):
        return False
    for k in range(near.clause + 1, i + 1):
        subject = clauses[k].subject
        if subject is not None and subject.how == "stated" and (k < i or (subject.start or 0) < stop):
            return False
    return True


def carries_mood(clauses: list[Clause], i: int, near: Last) -> bool:
    """Whether the figure only adds to the one before it in its sentence (…将达N元,同比增长N%)."""
    return clauses[near.clause].sentence == clauses[i].sentence and near.clause >= i - 1


def same_kind(kind: str, near: Last) -> bool:
    """Whether what owned the last figure can own one whose owner is of `kind`."""
    filler = near.owner.fillers[0]
    if (
        filler.entity is not None
        and filler.entity.kind == "person"
        and kind not in ("person", "owner", "any")
    ):
        return False
    if filler.phrase is not None and kind == "firm" and _PLANT.search(filler.phrase):
        return False
    before = near.measure.owner or metric_kinds()[near.measure.base].owner
    if kind == "person" or before == "person":
        return kind == before
    if kind == "thing":
        return before in ("thing", "made")
    return "any" in (kind, before) or (kind == "made") == (before in ("thing", "made"))


def source_for(clauses: list[Clause], i: int, measure: Measure, near: Last | None) -> Source | None:
    """Whom the sentence credits; statistics go on in the sentences after it (其中…)."""
    source = source_of(clauses, i)
    if source is not None and source.entity is not None and source.entity.kind == "place":
        source = None
    if source is not None or not (measure.base in _STATISTICS or re.search("装[车机]量", measure.label)):
        return source
    if _ITS_DATA.search(clauses[i].whole.text[: clauses[i].offset + len(clauses[i].text)]):
        house = _last_house(clauses, i)
        if house is not None:
            return Source(house, "data")
    if near is not None and near.source is not None and near.source.how == "data":
        return near.source if near.measure.base in _STATISTICS else None
    sentence = clauses[i].sentence
    for k in range(i - 1, max(-1, i - 60), -1):
        earlier = clauses[k].sentence
        far = earlier.paragraph != sentence.paragraph or earlier.number < sentence.number - 2
        if far and measure.base not in SURVEYED:
            break
        if earlier.number < sentence.number and names_source(clauses[k]):
            found = source_of(clauses, k + 1)
            return found if found is not None and found.how == "data" else None
    return None


def _last_house(clauses: list[Clause], i: int) -> Entity | None:
    """The data provider that the text before clause `i` names last."""
    for k in range(i - 1, max(-1, i - 20), -1):
        for m in mentions(clauses[k]):
            entity = clauses[k].masked.mention(m).entity
            if entity.kind == "organization" and tells(entity):
                return entity
    return None
