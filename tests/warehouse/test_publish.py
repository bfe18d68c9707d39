"""Publication: atomic for readers, and nothing committed is lost when a writer is killed."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from tests.warehouse.example import LATER, NOW, document, reconciled
from warehouse.doctor import diagnose
from warehouse.fingerprint import fingerprint
from warehouse.publish import working_path
from warehouse.query import connect_published
from warehouse.writer import WorkingFileUnusable, open_writer

BATCHES, BATCH = 6, 4
KILLS = 10
# Loads what is not there yet, in batches, as the ingest flow does; says which batch is committed.
LOADER = f"""
import sys
from pathlib import Path
from tests.warehouse.example import NOW, document, reconciled
from warehouse.writer import open_writer

with open_writer(Path(sys.argv[1])) as writer:
    print("open", flush=True)
    wanted = [f"d{{number:03}}" for number in range({BATCHES * BATCH})]
    left = [name for name in wanted if name not in writer.known()]
    for at in range(0, len(left), {BATCH}):
        report = writer.load([document(name) for name in left[at : at + {BATCH}]], "run1", NOW)
        print(*report.loaded, flush=True)
    if not writer.is_reconciled():
        writer.replace(reconciled(*wanted))
    writer.publish()
    print("published", flush=True)
"""
READER = """
import sys, time
from pathlib import Path
from warehouse.query import connect_published
opened = 0
while not Path(sys.argv[2]).exists():
    with connect_published(Path(sys.argv[1])) as con:
        documents, metrics, mentions = con.execute(
            "SELECT (SELECT count(*) FROM corpus.documents), (SELECT count(*) FROM marts.company_metrics),"
            " (SELECT count(*) FROM facts.mentions)").fetchall()[0]
        assert documents == metrics and mentions == 4 * documents, (documents, metrics, mentions)
    if not opened:
        print("reading", flush=True)
    opened += 1
print(opened)
"""


def loader(warehouse: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", LOADER, str(warehouse)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )


def killed_after(process: subprocess.Popen[str], lines: int, pause: float) -> list[str]:
    """Kill the process some time after it has said so many lines; what it said."""
    assert process.stdout is not None
    said = [process.stdout.readline() for _ in range(lines)]
    time.sleep(pause)
    process.send_signal(signal.SIGKILL)
    said += process.stdout.readlines()
    process.wait()
    return "".join(said).split()


@pytest.mark.soak  # tests/flows/test_kills.py has a quick one
def test_a_killed_load_goes_on_where_it_was_and_ends_as_if_undisturbed(tmp_path: Path):
    calm, killed = tmp_path / "calm.duckdb", tmp_path / "killed.duckdb"
    process = loader(calm)
    assert process.communicate()[0].endswith("published\n")
    chance = random.Random(2024)
    for _ in range(KILLS):
        said = killed_after(loader(killed), chance.randint(0, 3), chance.uniform(0.0, 0.5))
        acknowledged = {word for word in said if word.startswith("d")}
        with open_writer(killed, wait=5) as writer:
            there = set(writer.known())
            assert acknowledged <= there and len(there) % BATCH == 0
    assert loader(killed).communicate()[0].endswith("published\n")
    with connect_published(calm) as one, connect_published(killed) as other:
        assert fingerprint(one) == fingerprint(other)
        assert diagnose(other) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        *("calm.duckdb", "calm.lock", "killed.duckdb", "killed.lock")
    ]


def test_readers_in_another_process_never_fail_while_the_file_is_published(tmp_path: Path):
    warehouse, stop = tmp_path / "kaoju.duckdb", tmp_path / "stop"
    with open_writer(warehouse) as writer:
        writer.load([document("d0")], "run1", NOW)
        writer.publish()
        reader = subprocess.Popen(
            [sys.executable, "-c", READER, str(warehouse), str(stop)], stdout=subprocess.PIPE, text=True
        )
        assert reader.stdout is not None and reader.stdout.readline() == "reading\n"
        for number in range(1, 3):
            writer.load([document(f"d{number}")], f"run{number}", NOW)
            writer.publish()
    time.sleep(0.2)
    stop.touch()
    opened, _ = reader.communicate()
    assert reader.returncode == 0 and int(opened) > 2


def test_who_has_the_old_file_open_keeps_it(new_warehouse: Callable[[], Path]):
    warehouse = new_warehouse()
    with connect_published(warehouse) as before:
        with open_writer(warehouse) as writer:
            writer.load([document("d3")], "run2", LATER)
            writer.publish()
        assert before.execute("SELECT count(*) FROM corpus.documents").fetchall() == [(2,)]
    with connect_published(warehouse) as after:
        assert after.execute("SELECT count(*) FROM corpus.documents").fetchall() == [(3,)]


def test_what_was_committed_but_not_published_is_there_for_the_next_writer(new_warehouse: Callable[[], Path]):
    warehouse = new_warehouse()
    with open_writer(warehouse) as writer:
        writer.load([document("d3")], "run2", LATER)
    assert working_path(warehouse).exists()
    with open_writer(warehouse) as writer:
        assert set(writer.known()) == {"d1", "d2", "d3"} and not writer.is_reconciled()
        writer.replace(reconciled("d1", "d2", "d3"))
        writer.publish()
    assert not working_path(warehouse).exists()


def test_a_file_put_in_place_by_hand_outweighs_older_unpublished_work(new_warehouse: Callable[[], Path]):
    warehouse = new_warehouse()
    backup = warehouse.with_name("backup")
    shutil.copyfile(warehouse, backup)
    with open_writer(warehouse) as writer:
        writer.load([document("d3")], "run2", LATER)
    shutil.copyfile(backup, warehouse)
    with open_writer(warehouse) as writer:
        assert set(writer.known()) == {"d1", "d2"}


def test_leavings_of_killed_writers_are_swept(new_warehouse: Callable[[], Path]):
    warehouse = new_warehouse()
    leavings = [warehouse.with_name(name) for name in ("kaoju.duckdb.123.tmp", "kaoju.working.duckdb.9.tmp")]
    for path in leavings:
        path.write_bytes(b"half a file")
    warehouse.with_name("kaoju.duckdb.wal").write_bytes(b"the log of another file")
    with open_writer(warehouse) as writer:
        writer.publish()
    assert not any(path.exists() for path in leavings)
    with connect_published(warehouse) as con:
        assert diagnose(con) == []


def test_without_space_for_the_copy_the_published_file_stays(new_warehouse: Callable[[], Path], monkeypatch):
    warehouse = new_warehouse()
    before = warehouse.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with open_writer(warehouse) as writer:
        writer.load([document("d3")], "run2", LATER)
        monkeypatch.setattr(shutil, "copyfile", full)
        with pytest.raises(OSError, match="No space left"):
            writer.publish()
    assert warehouse.read_bytes() == before and working_path(warehouse).exists()


def test_a_working_file_that_was_never_finished_is_made_anew(new_warehouse: Callable[[], Path]):
    warehouse = new_warehouse()
    working_path(warehouse).write_bytes(b"")
    with open_writer(warehouse) as writer:
        assert set(writer.known()) == {"d1", "d2"}


def test_a_damaged_working_file_says_what_to_do(new_warehouse: Callable[[], Path]):
    warehouse = new_warehouse()
    working_path(warehouse).write_bytes(b"damaged " * 5000)
    with (
        pytest.raises(WorkingFileUnusable, match="the published file is intact"),
        open_writer(warehouse),
    ):
        pass


def test_older_clients_can_open_the_file(example_file: Path):
    with duckdb.connect(str(example_file), read_only=True) as con:
        tags = con.execute("SELECT tags FROM duckdb_databases() WHERE database_name = 'kaoju'").fetchall()
    assert "v1.5" in str(tags), tags
    assert os.access(example_file, os.R_OK)
