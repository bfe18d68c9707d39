"""What holds between two entities, as the article states it or as an event entails."""

from __future__ import annotations

from transforms.annotations import Annotated
from transforms.extracting.clauses import Clause
from transforms.extracting.passages import passages
from transforms.extracting.positions import find_positions
from transforms.extracting.relation_entailed import entailed_relations
from transforms.extracting.relation_merging import merged
from transforms.extracting.relation_rivals import listed_rivals
from transforms.extracting.relation_statements import stated_relations
from transforms.extracting.relation_versions import versions_beside_families
from transforms.facts import Event, Relation


def find_relations(annotated: Annotated, clauses: list[Clause], events: list[Event]) -> list[Relation]:
    """Relations stated by titles, possessives and verbs, and those entailed by events. Clean offsets."""
    read = passages(annotated, clauses)
    return merged(
        [
            *find_positions(read),
            *stated_relations(read),
            *listed_rivals(read),
            *entailed_relations(events),
            *versions_beside_families(annotated),
        ]
    )
