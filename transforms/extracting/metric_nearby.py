"""Owners of a figure that a clause nearby gives: the device sold, the firm that publishes, the employer."""

from __future__ import annotations

import re

from transforms.annotations import Entity
from transforms.extracting.clauses import Clause
from transforms.extracting.masking import ORG, THING, pattern
from transforms.extracting.metric_referents import mentions, tells
from transforms.extracting.metric_written import LEAD

_HEAD_THING = re.compile(
    rf"(?:(?:公司|集团|旗下|其|该品牌|[{ORG}])(?:的|旗下的?)?)?[一-鿿]{{0,8}}?([{THING}])(?!的|系列的|[、和与及])"
)
_PUBLISHES = pattern(
    r"({O})[^，,。]{0,6}?(?:公布|发布|披露)的?[^，,。]{0,8}?(?:数据|报告|成绩单|财报|年报|季报|中报|业绩|招股书)[^，,。]{0,4}$"
)
_FORMER = re.compile(r"(?:前|原|曾任|曾在|来自|离开|毕业于|供职于?|就职于?)$")


def sold(clauses: list[Clause], i: int) -> Entity | None:
    """The device that the sentence is about and whose sales the clause gives without saying so."""
    if LEAD.sub("", clauses[i].text).startswith(("其他", "其余")):
        return None
    for k in range(i - 1, max(-1, i - 8), -1):
        if clauses[k].sentence != clauses[i].sentence:
            return None
        head = LEAD.sub("", clauses[k].text)
        match = _HEAD_THING.match(head)
        if match:
            return clauses[k].masked.mention(len(clauses[k].text) - len(head) + match.start(1)).entity
        if re.search(rf"^[{ORG}]|公司|集团", head):
            return None
    return None


def own_figures(clause: Clause) -> Entity | None:
    """The firm whose own figures the clause cites (甲公司公布的数据显示); None where it is another's data."""
    match = _PUBLISHES.search(clause.text)
    entity = clause.masked.mention(match.start(1)).entity if match else None
    return entity if entity is not None and not tells(entity) else None


def firm_of(clause: Clause) -> Entity | None:
    """The organization that the title of the person whom the clause is about belongs to (X董事长P)."""
    subject = clause.subject
    if subject is None or subject.start is None or not all(e.kind == "person" for e in subject.entities):
        return None
    before = [
        clause.masked.mention(m).entity
        for m in mentions(clause, subject.end or subject.start)
        if not _FORMER.search(clause.text[:m])
    ]
    firms = [e for e in before if e.kind == "organization" and not tells(e)]
    return firms[0] if len(firms) == 1 else None
