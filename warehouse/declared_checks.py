"""Checks that follow from the declarations of the tables: columns, keys, nulls, vocabularies, limits."""

from __future__ import annotations

from typing import Any

from warehouse.migrations import schema_version
from warehouse.tables.catalogue import TABLES
from warehouse.tables.ddl import literal, quoted, sql_test
from warehouse.tables.table import Table

SCHEMA = (
    "The schema is that of this version of kaoju; an older file is brought to it by the next `kaoju run`,"
    " for a newer one install the kaoju that made it."
)


def declared_checks() -> dict[str, tuple[str, str]]:
    """Name of each check → (what it asserts, SQL that returns no row when all is well)."""
    checks = {"schema_of_another_version": (SCHEMA, _schema())}
    for table in TABLES.values():
        short = table.name.replace(".", "_")
        checks[f"{short}_columns"] = (f"{table.name} has the declared columns.", _columns(table))
        checks[f"{short}_values"] = (f"Every value of {table.name} is a declared one.", _values(table))
        if table.key:
            checks[f"{short}_key"] = (f"No two rows of {table.name} have one key.", _key(table))
    return checks


def _schema() -> str:
    """Version 1 kept a hash of 16 characters instead of its number."""
    return (
        "SELECT if(length(value) < 16, value, '1') AS this_file,"
        f" '{schema_version()}' AS this_kaoju FROM ops.state"
        " WHERE name = 'schema_version' AND this_file <> this_kaoju"
    )


def _columns(table: Table) -> str:
    schema, name = table.name.split(".")
    return (
        f"SELECT unnest({list(table.columns)}) AS missing EXCEPT SELECT column_name FROM duckdb_columns()"
        f" WHERE schema_name = '{schema}' AND table_name = '{name}'"
    )


def _values(table: Table) -> str:
    faults = []
    for name, column in table.model.to_schema().columns.items():
        tests = [] if column.nullable else [f"{quoted(name)} IS NOT NULL"]
        tests += [test for check in column.checks if (test := sql_test(name, check) or _pattern(name, check))]
        faults += [
            f"SELECT {literal(name)} AS column_name, {quoted(name)}::VARCHAR AS value FROM {table.name}"
            f" WHERE NOT coalesce({test}, true)"
            for test in tests
        ]
    return " UNION ALL ".join(faults)


def _pattern(name: str, check: Any) -> str | None:
    if check.name != "str_matches":
        return None
    return f"regexp_matches({quoted(name)}, {literal(str(check.statistics['pattern']))})"


def _key(table: Table) -> str:
    key = ", ".join(map(quoted, table.key))
    return f"SELECT {key}, count(*) AS n FROM {table.name} GROUP BY {key} HAVING count(*) > 1"
