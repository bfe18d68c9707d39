"""How long each analyst's view takes on a warehouse that is blown up by copying its rows under new ids.

    python -m tests.benchmarks.views WAREHOUSE [DOCUMENTS]        # a published warehouse; 20000 by default

For each view: the seconds of its example question, of its first 1,000 rows, and of counting all its rows.
"""

from __future__ import annotations

import sys
import time
from tempfile import TemporaryDirectory

import duckdb

from warehouse.tables.catalogue import TABLES
from warehouse.views import make_views

OWN = ("document_id", "fact_id", "family_id", "claim_id", "first_document_id", "latest_document_id")


def blow_up(con: duckdb.DuckDBPyConnection, source: str, documents: int) -> None:
    """Fill the empty database of `con` with copies of the rows of `source`; entities and runs stay single."""
    con.execute(f"ATTACH '{source}' AS small (READ_ONLY)")
    counted = con.execute("SELECT count(*) FROM small.corpus.documents").fetchall()
    copies = -(-documents // counted[0][0])
    for schema in ("corpus", "facts", "ops", "marts"):
        con.execute(f"CREATE SCHEMA IF NOT EXISTS {schema}")
    for name, table in TABLES.items():
        is_own = any(column in OWN for column in table.columns) and not name.startswith(
            ("ops.", "facts.entity")
        )
        said = ", ".join(map(_renamed, table.columns)) if is_own else "*"
        times = f", range({copies}) AS copies(n)" if is_own else ""
        con.execute(f"CREATE TABLE {name} AS SELECT {said} FROM small.{name} AS t{times}")
    con.execute("DETACH small")
    make_views(con)


def _renamed(column: str) -> str:
    if column in (*OWN, "duplicate_of", "supersedes"):
        return f't."{column}" || \'-\' || n AS "{column}"'
    if column == "fact_ids":
        return "list_transform(fact_ids, lambda one: one || '-' || n) AS fact_ids"
    return f't."{column}"'


def seconds(con: duckdb.DuckDBPyConnection, sql: str) -> float:
    started = time.perf_counter()
    con.execute(sql).fetchall()
    return time.perf_counter() - started


def main(source: str, documents: int = 20_000) -> None:
    with TemporaryDirectory() as folder, duckdb.connect(f"{folder}/big.duckdb") as con:
        blow_up(con, source, documents)
        print("| view | example question | first 1,000 rows | count of all |\n| --- | --- | --- | --- |")
        for name, said in con.execute(
            "SELECT view_name, comment FROM duckdb_views() WHERE schema_name = 'marts' ORDER BY 1"
        ).fetchall():
            asked = (said[said.index("? SELECT") + 2 :], f"FROM marts.{name} LIMIT 1000")
            times = [seconds(con, sql) for sql in (*asked, f"SELECT count(*) FROM marts.{name}")]
            print(f"| {name} | {' | '.join(f'{one:.2f}' for one in times)} |", flush=True)
        print("as_of", seconds(con, "FROM marts.as_of(DATE '2025-01-31') LIMIT 1000"))


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
