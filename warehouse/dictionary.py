"""The data dictionary: every table, view and column with what it holds, read from the database itself."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import duckdb

SCHEMAS = ("corpus", "facts", "marts", "ops")


@dataclass(frozen=True)
class Entry:
    """A column, or with `column` None the table or view itself."""

    table: str
    column: str | None
    type: str
    comment: str | None


def dictionary(con: duckdb.DuckDBPyConnection) -> list[Entry]:
    """Entries of every table and view, each followed by those of its columns in their order."""
    found = con.execute(
        # Tables and views come before their columns.
        "SELECT schema_name || '.' || table_name AS name, -1 AS place, NULL, 'table', comment"
        f" FROM duckdb_tables() WHERE schema_name IN {SCHEMAS}"
        " UNION ALL SELECT schema_name || '.' || view_name, -1, NULL, 'view', comment FROM duckdb_views()"
        f" WHERE schema_name IN {SCHEMAS}"
        " UNION ALL SELECT schema_name || '.' || function_name, -1, NULL, 'macro', comment"
        f" FROM duckdb_functions() WHERE schema_name IN {SCHEMAS} AND function_type = 'table_macro'"
        " UNION ALL SELECT schema_name || '.' || table_name, column_index, column_name, data_type, comment"
        f" FROM duckdb_columns() WHERE schema_name IN {SCHEMAS}"
        " ORDER BY name, place"
    ).fetchall()
    return [Entry(name, column, type_name, comment) for name, _, column, type_name, comment in found]


def dictionary_page(entries: list[Entry]) -> str:
    """The dictionary in Markdown."""
    lines = [
        "# Data dictionary",
        "",
        "Made by `python -m warehouse.dictionary docs/data-dictionary.md` from the declarations in",
        "`warehouse/tables` and `warehouse/views`; do not edit. The database says the same in its comments:",
        "`kaoju tables`, or `SELECT * FROM duckdb_columns()`.",
    ]
    for name, group in groupby(entries, key=lambda entry: entry.table):
        head, *columns = group
        lines += [
            "",
            f"## {name}",
            "",
            _cell(head.comment),
            "",
            "| column | type | what it holds |",
            "| --- | --- | --- |",
        ]
        lines += [f"| `{one.column}` | {one.type} | {_cell(one.comment)} |" for one in columns]
    return "\n".join(lines) + "\n"


def declared_dictionary() -> list[Entry]:
    """The dictionary of an empty warehouse of this version."""
    from warehouse.schema import make_schema  # the declarations are slow to import, and only needed here
    from warehouse.views import make_views

    with duckdb.connect() as con:
        make_schema(con)
        make_views(con)
        return dictionary(con)


def _cell(comment: str | None) -> str:
    return (comment or "").replace("|", "\\|")


if __name__ == "__main__":
    import sys

    Path(sys.argv[1]).write_text(dictionary_page(declared_dictionary()), encoding="utf-8")
