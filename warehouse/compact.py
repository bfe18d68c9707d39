"""The published file without the space that deleted rows left in it."""

from __future__ import annotations

import os
from pathlib import Path

import duckdb

from warehouse.publish import put_in_place
from warehouse.writer import SETTINGS, open_writer


def compact(warehouse: Path, wait: float = 60.0) -> None:
    """Rewrite the published file, row by row, and put the copy in its place in one move.

    What a killed writer committed is published first. WarehouseBusy where another process holds the lock for
    longer than `wait` seconds.
    """
    with open_writer(warehouse, wait) as writer:
        writer.publish()
        copy = warehouse.with_name(f"{warehouse.name}.{os.getpid()}.tmp")  # swept, should we be killed
        copy.unlink(missing_ok=True)
        try:
            with duckdb.connect(str(copy), config=SETTINGS) as con:
                con.execute(
                    f"ATTACH '{str(warehouse).replace(chr(39), chr(39) * 2)}' AS published (READ_ONLY)"
                )
                con.execute(f'COPY FROM DATABASE published TO "{_catalog(con)}"')
                con.execute("DETACH published")
        except BaseException:
            copy.unlink(missing_ok=True)
            raise
        put_in_place(copy, warehouse)


def _catalog(con: duckdb.DuckDBPyConnection) -> str:
    name: str = con.execute("SELECT current_database()").fetchall()[0][0]
    return name.replace('"', '""')
