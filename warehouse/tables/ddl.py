"""SQL that makes a table and says what it holds, from its declaration."""

from __future__ import annotations

from typing import Any

import polars as pl

from warehouse.tables.catalogue import TABLES
from warehouse.tables.table import Spanned, Table

SQL_TYPES: dict[Any, str] = {
    pl.String(): "VARCHAR",
    pl.Int64(): "BIGINT",
    pl.Float64(): "DOUBLE",
    pl.Boolean(): "BOOLEAN",
    pl.Date(): "DATE",
    pl.Datetime("us"): "TIMESTAMP",
    pl.Binary(): "BLOB",
    pl.List(pl.String): "VARCHAR[]",
    pl.List(pl.Int64): "BIGINT[]",
}


def all_ddl() -> list[str]:
    """Statements that make every schema and table that is missing."""
    schemas = sorted({name.split(".")[0] for name in TABLES} | {"marts"})
    return [
        *(f"CREATE SCHEMA IF NOT EXISTS {schema}" for schema in schemas),
        *(statement for table in TABLES.values() for statement in (create_table(table), *comments(table))),
    ]


def create_table(table: Table) -> str:
    """CREATE TABLE IF NOT EXISTS with types, NOT NULL, CHECK and PRIMARY KEY."""
    declared = table.model.to_schema().columns
    lines = []
    for name in table.columns:
        column = declared[name]
        sql_type = (column.metadata or {}).get("sql") or SQL_TYPES[column.dtype.type]
        lines.append(" ".join([quoted(name), sql_type, *([] if column.nullable else ["NOT NULL"])]))
        lines += [f"CHECK ({test})" for check in column.checks if (test := sql_test(name, check))]
    if issubclass(table.model, Spanned):
        lines.append("CHECK (raw_start < raw_end)")
    if table.key and not any(declared[name].nullable for name in table.key):
        lines.append(f"PRIMARY KEY ({', '.join(map(quoted, table.key))})")
    body = ",\n  ".join(lines)
    return f"CREATE TABLE IF NOT EXISTS {table.name} (\n  {body}\n)"


def comments(table: Table) -> list[str]:
    """COMMENT ON TABLE and COLUMN statements."""
    declared = table.model.to_schema().columns
    return [
        f"COMMENT ON TABLE {table.name} IS {literal(table.description)}",
        *(
            f"COMMENT ON COLUMN {table.name}.{quoted(name)} IS {literal(declared[name].description or '')}"
            for name in table.columns
        ),
    ]


def sql_test(column: str, check: Any) -> str | None:
    """The check as SQL where that is cheap and says the same: vocabularies and limits."""
    name, said = quoted(column), check.statistics or {}
    if check.name == "isin":
        return f"{name} IN ({', '.join(literal(word) for word in said['allowed_values'])})"
    if check.name == "greater_than_or_equal_to":
        return f"{name} >= {said['min_value']}"
    if check.name == "less_than_or_equal_to":
        return f"{name} <= {said['max_value']}"
    return None


def quoted(name: str) -> str:
    """A name as an SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """A text as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"
