"""The tables and views of a warehouse as files: Parquet or CSV, with a Frictionless description."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any, Final

import duckdb

from warehouse.datapackage import LEFT_OUT, datapackage
from warehouse.dictionary import Entry, dictionary
from warehouse.spreadsheets import harmless
from warehouse.tables.ddl import quoted

AT_ONCE: Final = 20_000


def export_tables(con: duckdb.DuckDBPyConnection, folder: Path, form: str) -> dict[str, int]:
    """Write every table and view of corpus, facts, marts and ops; the rows written, by table.

    `form` is parquet or csv. A file is `facts.metrics.parquet`; `datapackage.json` describes all of them.
    """
    write: Callable[[duckdb.DuckDBPyConnection, str, Path], int] = {"parquet": _parquet, "csv": _csv}[form]
    tables = [*_tables(con)]
    files = {head.table: f"{head.table}.{form}" for head, _ in tables}
    rows = {}
    for head, columns in tables:
        names = ", ".join(quoted(str(one.column)) for one in columns)
        schema, _, name = head.table.partition(".")
        sql = f"SELECT {names} FROM {quoted(schema)}.{quoted(name)}"
        rows[head.table] = write(con, sql, folder / files[head.table])
    package = json.dumps(datapackage(tables, form, files), ensure_ascii=False, indent=1)
    (folder / "datapackage.json").write_text(package + "\n", "utf-8")
    return rows


def _tables(con: duckdb.DuckDBPyConnection) -> Iterator[tuple[Entry, list[Entry]]]:
    for _, group in groupby(dictionary(con), key=lambda entry: entry.table):
        head, *columns = group
        if head.type == "macro":  # it has no rows of its own
            continue
        yield head, [one for one in columns if (one.table, one.column) not in LEFT_OUT]


def _parquet(con: duckdb.DuckDBPyConnection, sql: str, path: Path) -> int:
    import pyarrow.parquet as pq

    written = 0
    reader = con.sql(sql).to_arrow_reader(AT_ONCE)
    with pq.ParquetWriter(path, reader.schema, compression="zstd") as writer:
        for batch in reader:
            writer.write_batch(batch)
            written += batch.num_rows
    return written


def _csv(con: duckdb.DuckDBPyConnection, sql: str, path: Path) -> int:
    result = con.execute(sql)
    written = 0
    # With a byte order mark, without which Excel reads Chinese text in the encoding of the country; texts in
    # quotes, so that a spreadsheet with another separator does not cut them.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
        writer.writerow([column[0] for column in result.description or []])
        while some := result.fetchmany(AT_ONCE):
            writer.writerows([_cell(value) for value in row] for row in some)
            written += len(some)
    return written


def _cell(value: Any) -> Any:
    if value is None:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    return harmless(value) if isinstance(value, (str, int, float)) else value.isoformat()
