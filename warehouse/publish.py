"""The working file beside the published one, and the way from one to the other."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import duckdb

SMALLEST = 3 * 4096
"""Bytes of a DuckDB file's headers."""


def working_path(warehouse: Path) -> Path:
    """The file that a writer works in: `kaoju.duckdb` → `kaoju.working.duckdb`."""
    return warehouse.with_name(f"{warehouse.stem}.working{warehouse.suffix}")


def prepare_working(warehouse: Path) -> tuple[Path, bool]:
    """The working file, ready to be opened, and whether it is left over; call it under the writer's lock.

    A working file that a killed writer left holds batches that were committed but not published, so it is
    taken up again, unless the published file is newer: then it was published, or restored from a backup.
    """
    working = working_path(warehouse)
    sweep(warehouse)
    if working.exists() and working.stat().st_size < SMALLEST:
        remove_working(warehouse)  # killed while it was being made: nothing can be in it
    if warehouse.exists() and _changed(warehouse) > max(_changed(working), _changed(_wal(working))):
        remove_working(warehouse)
        tmp = _tmp(working)
        shutil.copyfile(warehouse, tmp)
        tmp.replace(working)
        return working, False
    return working, working.exists()


def publish_copy(con: duckdb.DuckDBPyConnection, warehouse: Path) -> None:
    """Make a finished copy of the working file the published one, in one atomic step.

    Who has the old file open keeps it; who opens anew gets the new one.
    """
    con.execute("CHECKPOINT")  # without it the last batches are in the log, not in the file
    tmp = _tmp(warehouse)
    try:
        shutil.copyfile(working_path(warehouse), tmp)
        put_in_place(tmp, warehouse)
    except OSError:
        tmp.unlink(missing_ok=True)  # half a copy would take space that may be what is missing
        raise


def put_in_place(finished: Path, warehouse: Path) -> None:
    """Make a finished file the published one, in one move that a power cut leaves done or not done."""
    with finished.open("rb+") as file:
        os.fsync(file.fileno())
    # A log of the old file beside the new one would make it impossible to open.
    _wal(warehouse).unlink(missing_ok=True)
    finished.replace(warehouse)
    folder = os.open(warehouse.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def remove_working(warehouse: Path) -> None:
    """Delete the working file and its log; call it when all that it holds is published."""
    working = working_path(warehouse)
    for path in (_wal(working), working):  # the log first: without its file it is nothing
        path.unlink(missing_ok=True)


def keep_aside(warehouse: Path, why: str) -> Path | None:
    """Give the published file a second name, under which it stays: `kaoju.schema1.duckdb`; None without one.

    It takes no space until the next publication, where the file system knows hard links.
    """
    if not warehouse.exists():
        return None
    aside = warehouse.with_name(f"{warehouse.stem}.{why}{warehouse.suffix}")
    aside.unlink(missing_ok=True)
    try:
        aside.hardlink_to(warehouse)
    except OSError:
        shutil.copyfile(warehouse, aside)
    return aside


def sweep(warehouse: Path) -> None:
    """Delete unfinished copies that killed writers left; call it under the writer's lock."""
    for stem in (warehouse, working_path(warehouse)):
        for orphan in stem.parent.glob(f"{stem.name}.*.tmp*"):
            orphan.unlink(missing_ok=True)
    # Where DuckDB puts what it has no memory for.
    shutil.rmtree(
        working_path(warehouse).with_name(f"{working_path(warehouse).name}.tmp"), ignore_errors=True
    )


def _tmp(path: Path) -> Path:
    return path.with_name(f"{path.name}.{os.getpid()}.tmp")


def _wal(path: Path) -> Path:
    return path.with_name(f"{path.name}.wal")


def _changed(path: Path) -> int:
    return path.stat().st_mtime_ns if path.exists() else -1
