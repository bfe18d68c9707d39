"""The example warehouse of this version as SQL, kept for the tests of all later versions.

    python -m tests.upgrade.dump        # writes versions/N.sql, N being the version of the schema

Write it once, when the schema gets a new number, and never again.
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb

from tests.warehouse.conftest import publish_example
from tests.warehouse.example import LATER
from warehouse.migrations import schema_version
from warehouse.reject import Reject
from warehouse.tables.catalogue import TABLES
from warehouse.tables.ddl import create_table, literal
from warehouse.writer import open_writer

VERSIONS = Path(__file__).parent / "versions"


def dump(con: duckdb.DuckDBPyConnection) -> str:
    """CREATE and INSERT statements of a warehouse; not its views, which every publication makes."""
    lines = declared()
    for name in TABLES:
        for row in con.execute(f"FROM {name} ORDER BY ALL").fetchall():
            lines.append(f"INSERT INTO {name} VALUES ({', '.join(map(sql, row))});")
    return "\n".join(lines) + "\n"


def declared() -> list[str]:
    """The tables of this version without their comments, which may be reworded at any time."""
    schemas = sorted({name.split(".")[0] for name in TABLES} | {"marts"})
    return [
        *(f"CREATE SCHEMA {schema};" for schema in schemas),
        *(f"{create_table(table)};" for table in TABLES.values()),
    ]


def sql(value: Any) -> str:
    """A value of a cell as an SQL literal."""
    match value:
        case None:
            return "NULL"
        case bool() | int() | float():
            return repr(value)
        case bytes():
            return f"from_hex('{value.hex()}')"
        case datetime():
            return f"TIMESTAMP '{value}'"
        case date():
            return f"DATE '{value}'"
        case list():
            return f"[{', '.join(map(sql, value))}]"
    return literal(value)


def make_example(warehouse: Path) -> None:
    """Two documents, and a second run that refused a third."""
    publish_example(warehouse)
    with open_writer(warehouse) as writer:
        run = {"run_id": "run2", "started_at": LATER, "sources": "news", "state": "completed"}
        writer.record_run({**run, "documents_in": 1, "documents_rejected": 1})
        writer.reject([Reject("empty.txt", None, None, "empty", "there is nothing in it")], "run2")
        writer.record_run({"run_id": "run2", "finished_at": LATER})
        writer.publish()


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        example = Path(folder) / "kaoju.duckdb"
        make_example(example)
        with duckdb.connect(str(example), read_only=True) as con:
            text = dump(con)
    VERSIONS.mkdir(exist_ok=True)
    (VERSIONS / f"{schema_version()}.sql").write_text(text, encoding="utf-8")
