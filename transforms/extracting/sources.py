"""Whom a sentence credits with what it states."""

from __future__ import annotations

from transforms.annotations import Entity
from transforms.extracting.clauses import Clause
from transforms.extracting.cues import say_pattern
from transforms.extracting.masking import pattern
from transforms.facts import Modality

_BY_NAME = pattern(r"据({A})|({A})[^，,。]{0,12}(?:数据|报告|统计|研究|调查)(?:显示|指出|表明)")
_VIA = pattern(r"援引[^，,。]{0,12}?({A})")


def attribution(clauses: list[Clause], i: int) -> tuple[Entity | None, Modality]:
    """(entity credited, modality) for clause `i`: a source named in its sentence, or who says it there.

    Of `A援引B的数据` B is credited, the origin of the data.
    """
    clause = clauses[i]
    head = clause.whole.text[: clause.offset + len(clause.text)]
    for form in (_VIA, _BY_NAME):
        match = form.search(head)
        if match:
            at = next(k for k in range(1, len(match.groups()) + 1) if match.group(k))
            return clause.whole.mention(match.start(at)).entity, "reported"
    for k in range(i, -1, -1):
        earlier = clauses[k]
        if earlier.sentence != clause.sentence:
            break
        said = say_pattern().search(earlier.text)
        subject = earlier.subject
        if (
            said
            and subject
            and subject.entities
            and subject.phrase is None
            and subject.how != "previous sentence"
        ):
            if k == i and not said.end() < len(earlier.text):
                continue
            return subject.entities[0], "reported"
    return None, "actual"
