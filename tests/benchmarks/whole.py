"""One run of the whole pipeline in one process, without Prefect: files in, a published warehouse out."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pyarrow as pa  # type: ignore[import-untyped]

from flows.claims import make_claims
from flows.copies import group_copies
from flows.sources import find_items
from tests.benchmarks.meter import Meter, Spent, metered, stopwatch
from tests.benchmarks.steps import STEPS
from transforms.pipeline import process
from transforms.rejection import Rejected
from transforms.rows import Rows
from transforms.source import SourceItem
from warehouse.writer import Writer, open_writer

BATCH = 500


def find_all(folder: Path) -> list[SourceItem]:
    return [one for one in find_items([str(folder)]) if isinstance(one, SourceItem)]


def reconcile_all(writer: Writer) -> None:
    group_copies(writer, "bench")
    make_claims(writer, "bench", None, ())


def run(folder: Path, warehouse: Path) -> tuple[Meter, Spent, list[Rows]]:
    """Every step's cost, the whole's, and the rows that went into the warehouse."""
    warehouse.unlink(missing_ok=True)
    rows: list[Rows] = []
    with metered(STEPS) as meter, stopwatch() as clock:
        for item in find_all(folder):
            try:
                rows.append(process(item))
            except Rejected:
                continue
        with open_writer(warehouse) as writer:
            for first in range(0, len(rows), BATCH):
                writer.load(rows[first : first + BATCH], "bench", datetime.now(UTC))
            reconcile_all(writer)
            writer.publish()
        return meter, clock(), rows


def ready_tables(warehouse: Path) -> dict[str, pa.Table]:
    """The document and fact rows of a warehouse, as columns in memory: what the floor has to load."""
    with duckdb.connect(str(warehouse), read_only=True) as con:
        names = con.execute(
            "SELECT schema_name || '.' || table_name FROM duckdb_tables()"
            " WHERE schema_name IN ('corpus', 'facts') ORDER BY 1"
        ).fetchall()
        return {name: con.sql(f"FROM {name}").to_arrow_table() for (name,) in names}
