"""One writer at a time."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from warehouse.lock import WarehouseBusy, writer_lock

HOLD = """
import sys, time
from pathlib import Path
from warehouse.lock import writer_lock
with writer_lock(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""
HOLD_AND_FORK = """
import os, sys, time
from pathlib import Path
from warehouse.lock import writer_lock
with writer_lock(Path(sys.argv[1])):
    child = os.fork()
    if child == 0:
        time.sleep(60)
    print(child, flush=True)
    time.sleep(60)
"""


def started(program: str, warehouse: Path) -> tuple[subprocess.Popen[str], str]:
    process = subprocess.Popen(
        [sys.executable, "-c", program, str(warehouse)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    return process, process.stdout.readline().strip()


def test_a_second_writer_waits_and_says_who_holds_the_lock(tmp_path: Path):
    holder, _ = started(HOLD, tmp_path / "kaoju.duckdb")
    try:
        with (
            pytest.raises(WarehouseBusy, match=rf"written by process {holder.pid} since 20.* \(-c ") as busy,
            writer_lock(tmp_path / "kaoju.duckdb", wait=0.2),
        ):
            pass
        assert "waited 0.2 s" in str(busy.value)
    finally:
        holder.kill()
        holder.wait()


def test_a_killed_writer_leaves_no_lock(tmp_path: Path):
    holder, _ = started(HOLD, tmp_path / "kaoju.duckdb")
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    with writer_lock(tmp_path / "kaoju.duckdb", wait=5):
        pass


def test_a_forked_worker_that_outlives_its_killed_parent_holds_no_lock(tmp_path: Path):
    holder, child = started(HOLD_AND_FORK, tmp_path / "kaoju.duckdb")
    try:
        time.sleep(0.1)
        holder.kill()
        holder.wait()
        os.kill(int(child), 0)
        with writer_lock(tmp_path / "kaoju.duckdb", wait=5):
            pass
    finally:
        os.kill(int(child), signal.SIGKILL)


def test_the_lock_is_free_again_afterwards(tmp_path: Path):
    for _ in range(2):
        with writer_lock(tmp_path / "kaoju.duckdb", wait=0):
            pass
    assert (tmp_path / "kaoju.lock").read_text() == ""
