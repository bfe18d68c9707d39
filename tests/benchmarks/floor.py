"""The least that any such pipeline has to do: read the bytes, convert the script, load the rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import duckdb
import opencc
import pyarrow as pa  # type: ignore[import-untyped]

from tests.benchmarks.meter import Spent, stopwatch


@cache
def converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


def read_and_convert(paths: Sequence[Path]) -> Spent:
    """Open, read and decode every file, and convert it once from Traditional to Simplified."""
    convert = converter().convert
    with stopwatch() as clock:
        for path in paths:
            convert(path.read_bytes().decode("utf-8", "replace"))
        return clock()


def load(tables: Mapping[str, pa.Table], database: Path) -> Spent:
    """Write ready columns into a new DuckDB file, and make it durable: no check, no key, no conversion."""
    database.unlink(missing_ok=True)
    with stopwatch() as clock:
        with duckdb.connect(str(database)) as con:
            for number, name in enumerate(tables):
                con.register("ready", tables[name])
                con.execute(f"CREATE TABLE t{number} AS SELECT * FROM ready")
                con.unregister("ready")
            con.execute("CHECKPOINT")
        return clock()
