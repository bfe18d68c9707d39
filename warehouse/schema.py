"""Brings a database to the declared schema."""

from __future__ import annotations

import hashlib

import duckdb

from warehouse.tables.catalogue import TABLES
from warehouse.tables.ddl import SQL_TYPES, all_ddl


class SchemaMismatch(RuntimeError):
    """The file was made by a version of kaoju whose tables cannot be brought to this one's."""


def make_schema(con: duckdb.DuckDBPyConnection) -> None:
    """Make missing schemas, tables and nullable columns, with comments; a no-op where nothing changed.

    SchemaMismatch where a column is in the file that is not declared any more, or cannot be added.
    """
    statements = all_ddl()
    version = hashlib.sha256("\n".join(statements).encode()).hexdigest()[:16]
    if _schema_version(con) == version:
        return
    con.execute("BEGIN")
    _add_columns(con)
    for statement in statements:
        con.execute(statement)
    con.execute("INSERT OR REPLACE INTO ops.state VALUES ('schema_version', ?)", [version])
    con.execute("COMMIT")


def _schema_version(con: duckdb.DuckDBPyConnection) -> str | None:
    made = con.execute("SELECT 1 FROM duckdb_tables() WHERE schema_name = 'ops' AND table_name = 'state'")
    if not made.fetchall():
        return None
    found = con.execute("SELECT value FROM ops.state WHERE name = 'schema_version'").fetchall()
    return found[0][0] if found else None


def _add_columns(con: duckdb.DuckDBPyConnection) -> None:
    present: dict[str, set[str]] = {}
    for name, column in con.execute(
        "SELECT schema_name || '.' || table_name, column_name FROM duckdb_columns() WHERE NOT internal"
    ).fetchall():
        present.setdefault(name, set()).add(column)
    for name, table in TABLES.items():
        if name not in present:
            continue
        gone = present[name] - set(table.columns)
        if gone:
            raise SchemaMismatch(
                f"{name} has {', '.join(sorted(gone))}, which this version of kaoju does not know; "
                "load the sources into a new warehouse, or use the version that made it"
            )
        declared = table.model.to_schema().columns
        for column in [one for one in table.columns if one not in present[name]]:
            if not declared[column].nullable:
                raise SchemaMismatch(
                    f"{name}.{column} is new and cannot be empty; load the sources into a new warehouse"
                )
            sql_type = (declared[column].metadata or {}).get("sql") or SQL_TYPES[declared[column].dtype.type]
            con.execute(f'ALTER TABLE {name} ADD COLUMN "{column}" {sql_type}')
