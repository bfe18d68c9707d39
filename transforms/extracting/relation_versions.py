"""Versions named beside their family: `version_of`."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from transforms.annotations import Annotated, Entity
from transforms.facts import Filler, Relation, Trace

_KINDS = ("model", "product")


def versions_beside_families(annotated: Annotated) -> Iterator[Relation]:
    """A version whose family is named in the same paragraph, once a version. The trace is its name."""
    starts = [s.start for s in annotated.sentences]
    places: list[tuple[int, int, int, Entity]] = []
    for mention in annotated.mentions:
        number = bisect_right(starts, mention.start) - 1
        if number >= 0:
            sentence = annotated.sentences[number]
            places.append((sentence.paragraph, mention.start, mention.end, mention.entity))
    where: dict[str, set[int]] = {}
    families: dict[str, Entity] = {}
    for paragraph, _, _, entity in places:
        where.setdefault(entity.name, set()).add(paragraph)
        families[entity.name] = entity
    done: set[str] = set()
    for paragraph, start, end, entity in places:
        family = families.get(entity.family or "")
        if family is None or family.id == entity.id or entity.id in done or entity.kind not in _KINDS:
            continue
        if paragraph in where[family.name]:
            done.add(entity.id)
            trace = Trace(start, end, "relation.version_of.family")
            yield Relation(trace, Filler(entity), "version_of", Filler(family))
