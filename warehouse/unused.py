"""Entities that no document names."""

from __future__ import annotations

import duckdb

from warehouse.links import TO_ENTITY

ALIASES = "facts.entity_aliases"


def delete_unused_entities(con: duckdb.DuckDBPyConnection) -> None:
    """Delete entities that nothing refers to any more, with their aliases.

    A document that is loaded again by newer rules may not name them any more; without this the warehouse
    would depend on the order in which it was loaded.
    """
    used = " UNION ALL ".join(
        f"SELECT {column} FROM {table} WHERE {column} IS NOT NULL"
        for table, columns in TO_ENTITY.items()
        if table != ALIASES
        for column in columns
    )
    con.execute(f"DELETE FROM facts.entities WHERE entity_id NOT IN ({used})")
    con.execute(f"DELETE FROM {ALIASES} WHERE entity_id NOT IN (SELECT entity_id FROM facts.entities)")
