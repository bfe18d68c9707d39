"""Backups: sound when they are made, sound when they are restored, as many as wanted."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb
import pytest

from flows.cli import main
from tests.upgrade.test_migrations import made_by
from tests.warehouse.example import LATER, document, reconciled
from warehouse.backup import BackupUnsound, back_up, backups, restore
from warehouse.doctor import diagnose
from warehouse.fingerprint import fingerprint
from warehouse.lock import WarehouseBusy
from warehouse.publish import working_path
from warehouse.query import NoWarehouse, connect_published
from warehouse.schema import SchemaMismatch
from warehouse.writer import open_writer

NOW = datetime(2026, 11, 21, 3, 30, tzinfo=UTC)


def says(warehouse: Path) -> dict[str, str]:
    with connect_published(warehouse) as con:
        return fingerprint(con)


def is_sound(warehouse: Path) -> bool:
    with connect_published(warehouse) as con:
        return diagnose(con) == []


def load_more(warehouse: Path) -> None:
    with open_writer(warehouse) as writer:
        writer.load([document("d3")], "run2", LATER)
        writer.replace(reconciled("d1", "d2", "d3"))
        counts = {"documents_in": 1, "documents_loaded": 1, "state": "completed"}
        later = LATER + timedelta(days=1)
        writer.record_run({"run_id": "run2", "started_at": later, "finished_at": later, **counts})
        writer.publish()


def test_a_backup_is_restored_with_all_that_it_held(new_warehouse, tmp_path: Path):
    warehouse, folder = new_warehouse(), tmp_path / "backups"
    before = says(warehouse)
    made = back_up(warehouse, folder, 3, NOW)
    assert made.name == "kaoju-20261121T033000Z.duckdb" and says(made) == before
    load_more(warehouse)
    newer = says(warehouse)
    with open_writer(warehouse) as writer:
        writer.load([document("d4")], "run3", LATER)  # committed, not published
    aside = restore(made, warehouse)
    assert says(warehouse) == before
    assert aside is not None and says(aside) == newer
    assert not working_path(warehouse).exists(), "what was not published is of the time after the backup"
    load_more(warehouse)
    assert says(warehouse) == newer, "the next run loads what is missing"
    assert is_sound(warehouse)


def test_only_the_latest_backups_are_kept_and_nothing_else_is_touched(new_warehouse, tmp_path: Path):
    warehouse, folder = new_warehouse(), tmp_path / "backups"
    folder.mkdir()
    others = ["kaoju-by-hand.duckdb", "other-20200101T000000Z.duckdb", "kaoju.duckdb"]
    for name in [*others, "kaoju-20200101T000000Z.duckdb.7.tmp"]:
        (folder / name).touch()
    made = [back_up(warehouse, folder, 2, NOW + timedelta(weeks=week)) for week in range(4)]
    assert backups(warehouse, folder) == [made[3], made[2]]
    assert sorted(path.name for path in folder.iterdir()) == sorted([*others, made[2].name, made[3].name])


def test_an_unsound_warehouse_does_not_push_a_sound_backup_out(new_warehouse, tmp_path: Path):
    warehouse, folder = new_warehouse(), tmp_path / "backups"
    sound = back_up(warehouse, folder, 1, NOW)
    with duckdb.connect(str(warehouse)) as con:
        con.execute("UPDATE facts.claims SET sources = 2, agreement = 'agree'")
    with pytest.raises(BackupUnsound, match=r"fails 1 checks \(claim_miscounted\): see `kaoju doctor"):
        back_up(warehouse, folder, 1, NOW + timedelta(weeks=1))
    assert list(folder.iterdir()) == [sound]


@pytest.mark.parametrize("damage", ["cut", "overwritten", "broken"])
def test_a_damaged_backup_is_not_restored(new_warehouse, tmp_path: Path, damage: str):
    warehouse = new_warehouse()
    made = back_up(warehouse, tmp_path / "backups", 1, NOW)
    match damage:
        case "cut":
            os.truncate(made, made.stat().st_size // 2)
        case "overwritten":
            with made.open("rb+") as file:
                file.write(os.urandom(2**16))
        case "broken":
            with duckdb.connect(str(made)) as con:
                con.execute("DELETE FROM corpus.documents WHERE document_id = 'd1'")
    before = warehouse.read_bytes()
    with pytest.raises(BackupUnsound, match="older backup"):
        restore(made, warehouse)
    assert warehouse.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["backups", "kaoju.duckdb", "kaoju.lock"]


def test_a_backup_of_an_older_version_is_migrated_and_one_of_a_newer_refused(new_warehouse, tmp_path: Path):
    warehouse, old = new_warehouse(), made_by(1, tmp_path / "old.duckdb")
    restore(old, warehouse)
    assert is_sound(warehouse)
    newer = back_up(warehouse, tmp_path / "backups", 1, NOW)
    with duckdb.connect(str(newer)) as con:
        con.execute("UPDATE ops.state SET value = '99' WHERE name = 'schema_version'")
    with pytest.raises(SchemaMismatch):
        restore(newer, warehouse)
    assert says(warehouse)


def test_nothing_is_restored_while_somebody_writes(new_warehouse, tmp_path: Path):
    warehouse = new_warehouse()
    made = back_up(warehouse, tmp_path / "backups", 1, NOW)
    with open_writer(warehouse) as writer:
        back_up(warehouse, tmp_path / "backups", 1, NOW)  # which does not wait for the writer
        with pytest.raises(WarehouseBusy):
            restore(made, warehouse, wait=0)
        writer.publish()


def test_where_there_is_nothing_the_error_says_so(tmp_path: Path):
    with pytest.raises(NoWarehouse, match="nothing to back up"):
        back_up(tmp_path / "kaoju.duckdb", tmp_path, 1, NOW)
    with pytest.raises(NoWarehouse, match="no backup at"):
        restore(tmp_path / "backup.duckdb", tmp_path / "kaoju.duckdb")
    with pytest.raises(ValueError, match="at least one"):
        back_up(tmp_path / "kaoju.duckdb", tmp_path, 0, NOW)


def test_the_commands(new_warehouse, tmp_path: Path, monkeypatch, capsys):
    def kaoju(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["kaoju", *words, "--warehouse", str(warehouse)])
        with pytest.raises(SystemExit) as ended:
            main()
        return (ended.value.code, *capsys.readouterr())

    warehouse = new_warehouse()
    assert "every check passed" in kaoju("backup")[1]
    [made] = backups(warehouse, tmp_path / "backups")
    warehouse.unlink()
    code, _, wrong = kaoju("restore", str(made))
    assert code == 0 and is_sound(warehouse), wrong
    made.write_bytes(b"damaged " * 5000)
    code, _, wrong = kaoju("restore", str(made))
    assert code == 1 and "Take an older backup" in wrong
