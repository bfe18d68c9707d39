"""Which entity a name stands for, by the decisions on entities that are kept."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import duckdb

from transforms.reconciling.names import SAME, Name, decide
from transforms.rows import Row
from warehouse.tables.entities import DECISIONS_MADE, ENTITY_DECISIONS
from warehouse.writer import Piece, Writer

BY_HAND = "by hand"


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


def decide_names(writer: Writer) -> list[str]:
    """Decide on the names that are there, and keep the decisions; the entities on which something changed.

    A decision that somebody deleted is not made again, and neither is one against what was decided by hand.
    """
    con = writer.connection
    kept = con.execute("SELECT entity_id, other_id, verdict, rule FROM facts.entity_decisions").fetchall()
    made = con.execute("SELECT entity_id, other_id FROM ops.decisions_made").fetchall()
    there = {frozenset(row[:2]) for row in kept}
    undone = {frozenset(pair) for pair in made} - there
    by_hand = {frozenset(row[:2]) for row in kept if row[3] == BY_HAND}
    wanted = {(one.entity_id, one.other_id): one for one in decide(_names(con), undone | by_hand)}
    present = {(row[0], row[1]) for row in kept if row[3] != BY_HAND}
    gone, new = sorted(present - wanted.keys()), sorted(wanted.keys() - present)
    changed = {one for pair in (*gone, *new, *undone) for one in pair}
    if gone or new:
        decisions = [{**vars(wanted[pair]), "document_id": ""} for pair in new]
        _write(writer, decisions, gone)
    return sorted(changed)


def _names(con: duckdb.DuckDBPyConnection) -> list[Name]:
    found = con.execute(
        "SELECT entity_id, name, kind, basis = 'registry', list(DISTINCT alias ORDER BY alias)"
        " FILTER (WHERE alias <> name) FROM facts.entities LEFT JOIN facts.entity_aliases USING (entity_id)"
        " GROUP BY ALL ORDER BY entity_id"
    ).fetchall()
    return [Name(one, name, kind, known, tuple(aliases or ())) for one, name, kind, known, aliases in found]


def _write(writer: Writer, new: list[Row], gone: list[tuple[str, str]]) -> None:
    """Write new decisions; take away those that no rule makes any more, from the list of made ones too."""
    firsts = sorted({one["entity_id"] for one in new} | {first for first, _ in gone})
    con, touched = writer.connection, "entity_id IN (SELECT unnest(?::VARCHAR[]))"
    pieces = []
    for table in (ENTITY_DECISIONS, DECISIONS_MADE):
        result = con.execute(f"SELECT {', '.join(table.columns)} FROM {table.name} WHERE {touched}", [firsts])
        rows = [dict(zip(table.columns, row, strict=True)) for row in result.fetchall()]
        rows = [row for row in rows if (row["entity_id"], row["other_id"]) not in gone]
        rows += [{name: one[name] for name in table.columns} for one in new]
        pieces.append(Piece(table.name, "entity_id", firsts, rows))
    writer.rewrite("names", *pieces)
