"""The record of a run, with the numbers of the tables as it left them."""

from __future__ import annotations

import duckdb

from transforms.rows import Row

COUNTED = {
    "documents": "corpus.documents",
    "sentences": "corpus.sentences",
    "entities": "facts.entities",
    "mentions": "facts.mentions",
    "quantities": "facts.quantities",
    "times": "facts.times",
    "metrics": "facts.metrics",
    "events": "facts.events",
    "quotes": "facts.quotes",
    "relations": "facts.relations",
    "claims": "facts.claims",
}
"""Column of `ops.runs` → the table whose rows it counts."""


def with_totals(con: duckdb.DuckDBPyConnection, run: Row) -> Row:
    """The run as it is recorded, updated by `run`; where it is finished, with the totals of the tables."""
    result = con.execute("SELECT * FROM ops.runs WHERE run_id = ?", [run.get("run_id")])
    columns = [column[0] for column in result.description or []]
    found = result.fetchall()
    merged: Row = {**(dict(zip(columns, found[0], strict=True)) if found else {}), **run}
    if merged.get("finished_at") is not None:
        merged |= totals(con)
    return merged


def totals(con: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """Number of rows of each table that a run counts, by its name without schema."""
    counts = ", ".join(f"(SELECT count(*) FROM {table})" for table in COUNTED.values())
    return dict(zip(COUNTED, con.execute(f"SELECT {counts}").fetchall()[0], strict=True))
