"""Frames into tables, in bulk."""

from __future__ import annotations

import duckdb
import polars as pl

from warehouse.tables.table import Table

ON_CONFLICT = {
    # What the registry says of an entity outweighs what was said of it before; a discovery never does.
    "facts.entities": (
        "ON CONFLICT (entity_id) DO UPDATE SET name = excluded.name, kind = excluded.kind,"
        " wikidata_id = excluded.wikidata_id, basis = excluded.basis, family = excluded.family"
        " WHERE excluded.basis = 'registry'"
    ),
    "facts.entity_aliases": "ON CONFLICT DO NOTHING",
}


def insert(con: duckdb.DuckDBPyConnection, table: Table, frame: pl.DataFrame) -> int:
    """Insert all rows of a frame of the table's schema; the number of rows given."""
    if not frame.height:
        return 0
    names = ", ".join(f'"{name}"' for name in table.columns)
    con.register("incoming_rows", frame)
    try:
        con.execute(
            f"INSERT INTO {table.name} ({names}) SELECT {names} FROM incoming_rows"
            f" {ON_CONFLICT.get(table.name, '')}"
        )
    finally:
        con.unregister("incoming_rows")
    return frame.height
