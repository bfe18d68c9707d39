"""A span that may be a name, before overlaps are decided."""

from __future__ import annotations

from dataclasses import dataclass

from transforms.annotations import Entity


@dataclass(frozen=True, slots=True)
class Candidate:
    """`text[start:end]` names `entity`; `how` says by which rule. Clean offsets."""

    start: int
    end: int
    entity: Entity
    how: str


def longest_first(candidates: list[Candidate]) -> list[Candidate]:
    """Candidates that do not overlap: the longest win, then the earliest, then the first given."""
    order = sorted(enumerate(candidates), key=lambda p: (p[1].start - p[1].end, p[1].start, p[0]))
    taken: list[Candidate] = []
    used: set[int] = set()
    for _, found in order:
        span = range(found.start, found.end)
        if used.isdisjoint(span):
            used.update(span)
            taken.append(found)
    return sorted(taken, key=lambda c: c.start)
