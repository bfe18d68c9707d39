"""A few trials of an ingest in one process and its forks, quick enough for `make test`: one JSON object.

    python -m tests.flows.small_trials FOLDER ARTICLES

A kill; three ingests at once, one of which does not wait for the lock; one that is cancelled.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sys
import time
from pathlib import Path
from typing import Any

from tests.flows.kill_trials import Prepared, differences, forked, is_locked, kills, prepared, result
from warehouse.lock import WarehouseBusy
from warehouse.query import connect_published

RUNS = "SELECT documents_in, documents_loaded, documents_unchanged FROM ops.runs ORDER BY started_at"


def copied(folder: Path, calm: Prepared) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return Path(shutil.copyfile(calm.base, folder / "kaoju.duckdb"))


def read_until(reader: int, stage: str) -> None:
    said = b""
    while f"{stage}\n".encode() not in said:
        chunk = os.read(reader, 4096)
        if not chunk:
            raise RuntimeError(f"the run ended before it came to {stage}: {said!r}")
        said += chunk


def at_once(folder: Path, calm: Prepared) -> dict[str, Any]:
    """One ingest is stopped while it loads; a second waits for it, a third does not."""
    warehouse = copied(folder, calm)
    first, said = forked(calm.run(warehouse))
    read_until(said, "load")
    os.kill(first, signal.SIGSTOP)  # until the others have come, however slow the machine is

    def third() -> str:
        try:
            calm.run(warehouse, wait=0.1)()
        except WarehouseBusy as busy:
            return str(busy)
        return "it was let in"

    second, _ = forked(calm.run(warehouse))
    refusal = json.loads(result(third).splitlines()[-1])
    waits = os.waitpid(second, os.WNOHANG) == (0, 0)
    os.kill(first, signal.SIGCONT)
    os.set_blocking(said, True)
    codes = [os.waitpid(pid, 0)[1] for pid in (first, second)]

    def runs() -> list[list[int]]:
        with connect_published(warehouse) as con:
            return [list(row) for row in con.execute(RUNS).fetchall()]

    return {
        "refusal": refusal,
        "holder": first,
        "waits": waits,
        "codes": codes,
        "runs": json.loads(result(runs)),
        "wrong": differences(folder, warehouse, calm.prints),
    }


def cancelled(folder: Path, calm: Prepared, chance: random.Random) -> dict[str, Any]:
    """An ingest is told by SIGINT to stop while it loads; then another runs."""
    warehouse = copied(folder, calm)
    before = warehouse.read_bytes()

    def work() -> None:
        signal.signal(signal.SIGINT, signal.default_int_handler)  # a job of a shell ignores it
        calm.run(warehouse)()

    run, said = forked(work)
    read_until(said, "load")
    time.sleep(chance.uniform(0, 0.2))
    os.kill(run, signal.SIGINT)
    code = os.waitpid(run, 0)[1]
    after = {"code": code, "untouched": warehouse.read_bytes() == before, "locked": is_locked(warehouse)}
    result(calm.run(warehouse))
    return {**after, "wrong": differences(folder, warehouse, calm.prints)}


def main(folder: Path, articles: Path) -> None:
    chance, calm = random.Random(2026), prepared(folder, articles, batch=5)
    found = {
        "kills": [one.wrong for one in kills(folder, calm, 1, chance)],
        "at_once": at_once(folder / "at_once", calm),
        "cancelled": cancelled(folder / "cancelled", calm, chance),
    }
    print(json.dumps(found), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
