"""Reading the published warehouse."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb

# Nothing that a query says may read or write another file, load an extension or undo these settings.
LOCKED_DOWN: dict[str, Any] = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "python_enable_replacements": "false",
    "lock_configuration": "true",
}


class NoWarehouse(FileNotFoundError):
    """There is no published warehouse at this path."""


def connect_published(warehouse: Path) -> duckdb.DuckDBPyConnection:
    """A read-only connection to the published file, locked down; close it.

    It sees the publication that was current when it was opened. A process that wants to see a newer one must
    first close all its connections to the file. NoWarehouse where nothing was published yet.
    """
    if not warehouse.is_file():
        raise NoWarehouse(f"no warehouse at {warehouse}: load something first, as in `kaoju run ARTICLES`")
    return duckdb.connect(str(warehouse), read_only=True, config=LOCKED_DOWN)


def run_sql(con: duckdb.DuckDBPyConnection, sql: str) -> tuple[list[str], list[tuple[Any, ...]]]:
    """Column names and rows of a query; duckdb.Error with the database's own message where it is wrong."""
    result = con.execute(sql)
    columns = [column[0] for column in result.description or []]
    return columns, result.fetchall()
