"""Sentences with their names marked, for the tests of relations: `[O:甲公司]的[R:乙机]`."""

from __future__ import annotations

import re

from transforms.annotations import Annotated, Entity, Mention, Quantity, Sentence, TimeSpan
from transforms.extracting.clauses import split_clauses
from transforms.extracting.events import find_events
from transforms.extracting.relations import find_relations
from transforms.facts import Filler, Relation

_KINDS = {
    "P": "person",
    "O": "organization",
    "R": "product",
    "M": "model",
    "H": "hardware",
    "L": "place",
    "W": "work",
    "D": "law",
}
_MARK = re.compile(r"\[([A-Z]):([^\]=]+)(?:=([^\]]+))?\]")


def annotated(marked: str) -> Annotated:
    """The text of `marked` with what its brackets mark: names by kind (`=` gives the entity's own), T, N."""
    text, at = "", 0
    mentions, times, numbers = [], [], []
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        at = match.end()
        sign, surface, name = match.group(1), match.group(2), match.group(3) or match.group(2)
        start, end = len(text), len(text) + len(surface)
        text += surface
        if sign == "T":
            times.append(TimeSpan(start, end, surface, surface[:4], None, None))
        elif sign == "N":
            numbers.append(Quantity(start, end, start, end, surface, 1.0, 1.0, 1.0, "count", "="))
        else:
            mentions.append(
                Mention(start, end, surface, Entity(_KINDS[sign] + name, name, _KINDS[sign], "registry"))
            )
    text += marked[at:]
    sentences = tuple(
        Sentence(number, 0, m.start(), m.end()) for number, m in enumerate(re.finditer(r"[^。]+。?", text))
    )
    entities = {m.entity.id: m.entity for m in mentions}
    return Annotated(text, sentences, tuple(mentions), tuple(numbers), tuple(times), (), entities)


def relations(marked: str) -> list[Relation]:
    """All relations of the marked text."""
    found = annotated(marked)
    clauses = split_clauses(found)
    return find_relations(found, clauses, find_events(clauses))


def triples(marked: str) -> set[str]:
    """`subject relation object` of all relations, with the qualifier behind where there is one."""
    return {
        " ".join(filter(None, (_name(r.subject), r.relation, _name(r.object), r.qualifier)))
        for r in relations(marked)
    }


def _name(filler: Filler) -> str:
    return filler.entity.name if filler.entity else filler.phrase or ""
