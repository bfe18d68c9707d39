"""Which entity a name stands for, by the decisions on entities that are kept."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import duckdb

from transforms.reconciling.names import SAME


@dataclass(frozen=True)
class Names:
    """The decisions in force: entity to the one it goes by, in all documents or in a single one."""

    same: dict[str, str]
    apart: dict[tuple[str, str], str]
    merged: dict[str, list[str]]

    def meant(self, document: str, entity: str) -> str:
        """The entity that this document means by it."""
        return self.apart.get((document, entity)) or self.same.get(entity, entity)

    def group_of(self, entity: str) -> str:
        """The entity that it goes by."""
        return self.same.get(entity, entity)

    def members(self, entity: str) -> list[str]:
        """All entities that go by this one, itself too."""
        return [entity, *self.merged.get(entity, ())]


def decided_names(con: duckdb.DuckDBPyConnection) -> Names:
    """The decisions of `facts.entity_decisions`."""
    same: dict[str, str] = {}
    apart: dict[tuple[str, str], str] = {}
    merged: dict[str, list[str]] = defaultdict(list)
    found = con.execute(
        "SELECT entity_id, other_id, document_id, verdict FROM facts.entity_decisions ORDER BY ALL"
    ).fetchall()
    for entity, other, document, verdict in found:
        if verdict == SAME:
            same[entity] = other
            merged[other].append(entity)
        elif document:
            apart[document, entity] = other
    return Names(same, apart, dict(merged))
