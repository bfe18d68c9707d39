"""Who holds or held which position where: titles before and after a person's name."""

from __future__ import annotations

import re
from functools import cache

from transforms.annotating.lexicons import titles
from transforms.annotations import Entity
from transforms.extracting.clauses import Clause
from transforms.extracting.masking import ENTITY, ORG, PERSON, Masked
from transforms.facts import Filler, Relation, Trace

_FOUNDER = re.compile(r"(?:联合|共同)?创始人|创办人")


@cache
def _title() -> str:
    return "(?:" + "|".join(re.escape(t) for t in titles() if len(t) > 1) + ")"


@cache
def _before() -> re.Pattern[str]:
    """`O(的)(前)TITLE兼TITLE P`; the words between firm and title (首席 AI, 生成式AI) belong to the title."""
    words = r"[一-鿿A-Za-z0-9&]{0,10}?"
    return re.compile(
        rf"([{ENTITY}])?(的|公司|集团|旗下)?(前|现任|时任|原)?({words}{_title()}(?:[、兼和]{words}{_title()})*)[：: ]?([{PERSON}])"
    )


@cache
def _after() -> re.Pattern[str]:
    """`P是/担任/出任O的TITLE` and `P,O TITLE,`."""
    return re.compile(
        rf"([{PERSON}])(?:是|为|现任|担任|出任|曾任|曾担任|任|将担任|将出任|接任|升任)([^，,。{PERSON}{ORG}]{{0,10}})([{ORG}])"
        rf"(?:公司|集团)?的?([^，,。{ENTITY}]{{0,8}}?{_title()}(?:[、兼和][^，,。{ENTITY}]{{0,8}}?{_title()})*)"
    )


def find_positions(clauses: list[Clause]) -> list[Relation]:
    """`position_held` and `founder_of` relations that a title states; qualifier = the title. Clean offsets."""
    out: list[Relation] = []
    for clause in clauses:
        part = clause.masked
        for match in _before().finditer(part.text):
            person = part.mention(match.start(5)).entity
            firm, reasons = _employer(clause, match)
            if firm is not None:
                out += _held(part, match.span(), person, firm, match.group(4), reasons)
        for match in _after().finditer(part.text):
            person, firm = part.mention(match.start(1)).entity, part.mention(match.start(3)).entity
            out += _held(part, match.span(), person, firm, match.group(4), ())
    return out


def _employer(clause: Clause, match: re.Match[str]) -> tuple[Entity | None, tuple[str, ...]]:
    """The firm named before the title; else one earlier in the clause that a coordinated title shares."""
    part = clause.masked
    if match.group(1):
        entity = part.mention(match.start(1)).entity
        if entity.kind in ("organization", "product"):
            return entity, ()
        return None, ()
    before = part.text[: match.start()]
    shared = re.search(rf"([{ORG}])[^，,。]*[{PERSON}](?:、|和|与|以及|及)$", before)
    if shared:
        return part.mention(shared.start(1)).entity, ("employer shared with the name before",)
    return None, ()


def _held(
    part: Masked, span: tuple[int, int], person: Entity, firm: Entity, title: str, reasons: tuple[str, ...]
) -> list[Relation]:
    out = []
    for one in re.split(r"[、兼]|和(?=[^，,]{2,})", title):
        one = one.strip("的 ")
        if not one:
            continue
        relation = "founder_of" if _FOUNDER.search(one) else "position_held"
        trace = Trace(*part.span(*span), f"relation.{relation}.title", reasons)
        out.append(Relation(trace, Filler(person), relation, Filler(firm), one))
    return out
