"""Backups of the published file, checked when they are made and before they are restored."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from warehouse.disk import disk_errors_explained
from warehouse.doctor import diagnose
from warehouse.lock import writer_lock
from warehouse.publish import keep_aside, put_in_place, remove_working
from warehouse.query import NoWarehouse
from warehouse.schema import make_schema
from warehouse.views import make_views
from warehouse.writer import SETTINGS


class BackupUnsound(RuntimeError):
    """A backup cannot be opened or breaks what a warehouse promises; nothing was replaced by it."""


def back_up(warehouse: Path, folder: Path, keep: int, now: datetime) -> Path:
    """Copy the published file into a folder, check the copy, then delete all but the latest `keep` copies.

    The copy is `kaoju-20261121T033000Z.duckdb`, a warehouse like any other: query it, compare it. Readers and
    writers go on meanwhile. NoWarehouse where nothing is published; BackupUnsound where a check fails: then
    there is no copy, and older ones stay. WarehouseUnwritable where the disk does not take it.
    """
    if keep < 1:
        raise ValueError(f"keep is {keep}, but at least one backup must be kept")
    if not warehouse.is_file():
        raise NoWarehouse(f"no warehouse at {warehouse}: there is nothing to back up")
    made = folder / f"{warehouse.stem}-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}{warehouse.suffix}"
    half = made.with_name(f"{made.name}.{os.getpid()}.tmp")
    with disk_errors_explained(made):
        folder.mkdir(parents=True, exist_ok=True)
        for orphan in folder.glob(f"{warehouse.stem}-*{warehouse.suffix}.*.tmp*"):
            orphan.unlink(missing_ok=True)
        try:
            shutil.copyfile(warehouse, half)
            check(half, of=warehouse)
            put_in_place(half, made)
        finally:
            half.unlink(missing_ok=True)
    for old in backups(warehouse, folder)[keep:]:
        old.unlink(missing_ok=True)
    return made


def backups(warehouse: Path, folder: Path) -> list[Path]:
    """The backups of a warehouse in a folder, the latest first."""
    moment = "[0-9]" * 8 + "T" + "[0-9]" * 6 + "Z"
    return sorted(folder.glob(f"{warehouse.stem}-{moment}{warehouse.suffix}"), reverse=True)


def restore(backup: Path, warehouse: Path, wait: float = 60.0) -> Path | None:
    """Publish a backup, brought to this version's schema and checked; where the file of before is now.

    What was loaded since is loaded again by the next run over the same sources. NoWarehouse where there is no
    such backup, BackupUnsound where a check fails, WarehouseBusy while another process writes: then all is as
    it was.
    """
    if not backup.is_file():
        raise NoWarehouse(f"no backup at {backup}: name a file that `kaoju backup` made")
    warehouse = warehouse.absolute()
    with writer_lock(warehouse, wait), disk_errors_explained(warehouse):
        half = warehouse.with_name(f"{warehouse.name}.{os.getpid()}.tmp")
        try:
            shutil.copyfile(backup, half)
            check(half, of=backup)
            before = keep_aside(warehouse, "before-restore")
            put_in_place(half, warehouse)
        finally:
            half.unlink(missing_ok=True)
        remove_working(warehouse)
    return before


def check(copy: Path, of: Path) -> None:
    """Bring a copy to this version's schema and run every check; BackupUnsound where one fails."""
    try:
        with duckdb.connect(str(copy), config=SETTINGS) as con:
            make_schema(con)
            make_views(con)
            con.execute("CHECKPOINT")
            findings = diagnose(con)
    except duckdb.Error as error:
        raise BackupUnsound(
            f"{of} cannot be read: {str(error).splitlines()[0]}. Take an older backup"
        ) from error
    if findings:
        broken = ", ".join(one.check for one in findings)
        raise BackupUnsound(
            f"{of} fails {len(findings)} checks ({broken}): see `kaoju doctor --warehouse {of}`, "
            "and take an older backup"
        )
