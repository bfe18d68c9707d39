"""Brings a database to the declared schema."""

from __future__ import annotations

import duckdb

from warehouse.migrations import migrations, schema_version
from warehouse.tables.ddl import all_ddl


class SchemaMismatch(RuntimeError):
    """The file was made by a newer kaoju, whose tables this one does not know."""


def make_schema(con: duckdb.DuckDBPyConnection) -> int | None:
    """Make the tables of a new database, or bring those of an older one to this version; one transaction.

    The version that the database had before, None for a new one. SchemaMismatch for a newer one: then nothing
    is changed.
    """
    before, now = recorded_version(con), schema_version()
    if before is not None and before > now:
        raise SchemaMismatch(
            f"the warehouse has version {before} of the schema, and this kaoju knows versions up to {now}: "
            "a newer kaoju made it. Install that version or a later one; nothing was changed"
        )
    if before == now:
        return before
    con.execute("BEGIN")
    try:
        if before is not None:
            for number, sql in migrations().items():
                if number > before:
                    con.execute(sql)
        for statement in all_ddl():  # new tables, and every comment anew
            con.execute(statement)
        con.execute("INSERT OR REPLACE INTO ops.state VALUES ('schema_version', ?)", [str(now)])
    except BaseException:
        con.execute("ROLLBACK")
        raise
    con.execute("COMMIT")
    return before


def recorded_version(con: duckdb.DuckDBPyConnection) -> int | None:
    """The version of a database's schema; 1 where it has tables but no number, None where it has none."""
    made = con.execute("SELECT 1 FROM duckdb_tables() WHERE schema_name = 'ops' AND table_name = 'state'")
    if not made.fetchall():
        return None
    found = con.execute("SELECT value FROM ops.state WHERE name = 'schema_version'").fetchall()
    # Version 1 kept a hash of its tables there, not a number.
    return int(found[0][0]) if found and len(found[0][0]) < 16 and found[0][0].isdecimal() else 1
