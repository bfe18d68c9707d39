"""Kills an ingest at random moments, runs it again, and compares: one JSON line for each kill.

    python -m tests.flows.kill_trials FOLDER ARTICLES COUNT SEED BATCH

It imports everything once and forks a process for each run. A fork has no threads but one, so whatever uses
those of polars and DuckDB (loading, comparing) happens in the children only.
"""

from __future__ import annotations

import hashlib
import json
import os
import pickle
import random
import select
import shutil
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import duckdb
import pandera.polars
import polars

from flows import copies, dating
from flows.processing import process_one
from flows.sources import find_items
from tests.flows.body import MAX_BYTES, STAGES, given, ingest
from transforms.pipeline import document_id, process
from transforms.source import SourceItem
from transforms.version import rules_version
from warehouse.doctor import diagnose
from warehouse.fingerprint import fingerprint
from warehouse.lock import WarehouseBusy, lock_path, writer_lock
from warehouse.query import connect_published

PATIENCE = 300
LOADED_BEFORE = (duckdb, pandera.polars, polars, copies, dating)


@dataclass(frozen=True)
class Trial:
    """One kill: `stage` was announced last, `after` seconds before; `wrong` is what the re-run left wrong."""

    stage: str
    times: int
    after: float
    aimed: bool
    seconds: float
    wrong: list[str]


def forked(work: Callable[[], Any]) -> tuple[int, int]:
    """Run `work` in a child: its pid, and where its standard output can be read."""
    reader, writer = os.pipe()
    pid = os.fork()
    if pid:
        os.close(writer)
        return pid, reader
    try:
        signal.alarm(PATIENCE)
        os.close(reader)
        os.dup2(writer, 1)
        found = work()
        if found is not None:
            os.write(1, json.dumps(found).encode())
        os._exit(0)
    except BaseException:
        traceback.print_exc()
        os._exit(1)


def result(work: Callable[[], Any]) -> bytes:
    """What a child writes that runs to its end; RuntimeError where it fails."""
    pid, reader = forked(work)
    with os.fdopen(reader, "rb") as file:
        said = file.read()
    if os.waitpid(pid, 0)[1]:
        raise RuntimeError(f"the child failed after {said[-60:]!r}")
    return said


def stages_of(work: Callable[[], None]) -> list[tuple[str, float]]:
    """The stages of an undisturbed run, each with the seconds from its beginning to that of the next."""
    pid, reader = forked(work)
    began = []
    with os.fdopen(reader, "rb", buffering=0) as file:
        while line := file.readline():
            began.append((line.decode().strip(), time.monotonic()))
    if os.waitpid(pid, 0)[1]:
        raise RuntimeError(f"the undisturbed run failed after {began[-1:]}")
    return [(stage, later - at) for (stage, at), (_, later) in pairwise(began)]


def killed(
    work: Callable[[], None], stage: str, occurrence: int, pause: float
) -> tuple[str, int, float] | None:
    """Kill a run `pause` seconds after the nth beginning of the stage; where it was, None if it was over."""
    pid, reader = forked(work)
    buffer, at = b"", time.monotonic()
    last, counts, due = "", dict.fromkeys((*STAGES, "done"), 0), None
    while due is None or time.monotonic() < due:
        left = None if due is None else max(0.0, due - time.monotonic())
        if not select.select([reader], [], [], left)[0]:
            break
        chunk = os.read(reader, 4096)
        if not chunk:
            break
        *full, buffer = (buffer + chunk).split(b"\n")
        for line in full:
            last, at = line.decode(), time.monotonic()
            counts[last] += 1
            if due is None and last == stage and counts[stage] == occurrence:
                due = at + pause
    os.kill(pid, signal.SIGKILL)
    since = time.monotonic() - at
    os.close(reader)
    _, status = os.waitpid(pid, 0)
    return (last, counts[last], since) if os.WIFSIGNALED(status) and last != "done" else None


def says(warehouse: Path) -> dict[str, Any]:
    """What a published file says, table by table, its views too, and what `kaoju doctor` finds."""
    with connect_published(warehouse) as con:
        prints = fingerprint(con)
        views = con.execute(
            "SELECT view_name FROM duckdb_views() WHERE schema_name = 'marts' AND view_name <> 'rejects'"
        ).fetchall()
        for (view,) in views:
            [row] = con.execute(
                f"SELECT count(*), md5(coalesce(string_agg(h, '' ORDER BY h), '')) FROM"
                f" (SELECT md5(to_json(v)::VARCHAR) AS h FROM marts.{view} v)"
            ).fetchall()
            prints[f"marts.{view}"] = f"{row[0]}:{row[1]}"
        return {"prints": prints, "findings": [one.check for one in diagnose(con)]}


def findings(warehouse: Path) -> list[str]:
    """The checks that a published file fails, found in a child."""
    found: list[str] = json.loads(result(lambda: says(warehouse)))["findings"]
    return found


def is_locked(warehouse: Path) -> bool:
    """Whether a process holds the writer's lock."""
    try:
        with writer_lock(warehouse, wait=0):
            return False
    except WarehouseBusy:
        return True


def differences(folder: Path, warehouse: Path, calm: dict[str, Any]) -> list[str]:
    """What is wrong with the warehouse after the re-run."""
    now = json.loads(result(lambda: says(warehouse)))
    wrong = [f"doctor: {name}" for name in now["findings"]]
    wrong += [
        f"{name} differs" for name in {**now["prints"], **calm} if now["prints"].get(name) != calm.get(name)
    ]
    left = sorted(path.name for path in folder.iterdir())
    wrong += [] if left == [warehouse.name, lock_path(warehouse).name] else [f"left over: {left}"]
    wrong += [] if not lock_path(warehouse).read_bytes() else ["the lock names a holder"]
    return wrong


@dataclass(frozen=True)
class Prepared:
    """A warehouse that holds a few of the documents, and what an undisturbed run over all of them gives.

    `run` makes the work of a child: an ingest into a warehouse, which waits so long for the lock.
    """

    base: Path
    stages: list[tuple[str, float]]
    prints: dict[str, str]
    documents: int
    run: Callable[..., Callable[[], None]]


def prepared(folder: Path, articles: Path, batch: int) -> Prepared:
    """Make them, with the results of the real `process` for every document."""
    few = sorted(str(path) for path in articles.rglob("*.txt"))[:5]
    known = folder / "results.pickle"
    result(lambda: _process_all(articles, known))
    results = pickle.loads(known.read_bytes())
    rules_version()
    base, calm = folder / "base" / "kaoju.duckdb", folder / "calm" / "kaoju.duckdb"

    def run(warehouse: Path, *sources: str, wait: float = 60.0) -> Callable[[], None]:
        return lambda: ingest([*sources] or [str(articles)], warehouse, given(results), batch, wait)

    result(run(base, *few))
    calm.parent.mkdir()
    shutil.copyfile(base, calm)
    stages = stages_of(run(calm))
    undisturbed = json.loads(result(lambda: says(calm)))
    if undisturbed["findings"]:
        raise RuntimeError(f"the undisturbed run left {undisturbed['findings']}")
    return Prepared(base, stages, undisturbed["prints"], len(results), run)


def main(folder: Path, articles: Path, count: int, seed: int, batch: int) -> None:
    """The trials, one after the other."""
    chance, calm = random.Random(seed), prepared(folder, articles, batch)
    print(json.dumps({"calm": calm.stages, "documents": calm.documents}), flush=True)
    for one in kills(folder, calm, count, chance):
        print(json.dumps(asdict(one)), flush=True)


def kills(folder: Path, calm: Prepared, count: int, chance: random.Random) -> Iterator[Trial]:
    """Kill, run again, compare, so many times; every second kill is aimed at a stage."""
    sound: set[bytes] = set()
    done = 0
    while done < count:
        began, aimed = time.monotonic(), done % 2 == 1
        aim = STAGES[(done // 2) % len(STAGES)] if aimed else None
        stage, occurrence, pause = _moment(chance, calm.stages, aim)
        here = folder / "trial"
        shutil.rmtree(here, ignore_errors=True)
        here.mkdir()
        warehouse = here / "kaoju.duckdb"
        shutil.copyfile(calm.base, warehouse)
        where = killed(calm.run(warehouse), stage, occurrence, pause)
        if where is None:
            continue
        wrong = ["the lock is held after the kill"] if is_locked(warehouse) else []
        digest = hashlib.sha256(warehouse.read_bytes()).digest()
        if digest not in sound:  # mostly it is the base, which has been looked at
            wrong += [f"published: {name}" for name in findings(warehouse)]
            sound.add(digest)
        result(calm.run(warehouse))
        wrong += differences(here, warehouse, calm.prints)
        yield Trial(*where, aimed, time.monotonic() - began, wrong)
        done += 1


def _process_all(articles: Path, known: Path) -> None:
    """What the real `process` makes of every document."""
    items = [one for one in find_items([str(articles)], MAX_BYTES) if isinstance(one, SourceItem)]
    known.write_bytes(pickle.dumps({document_id(item): process_one(process, item) for item in items}))


def _moment(
    chance: random.Random, stages: list[tuple[str, float]], aim: str | None
) -> tuple[str, int, float]:
    """A stage, its occurrence, and a pause: anywhere in the run, or anywhere in a stage that is aimed at."""
    wanted = [place for place, (stage, _) in enumerate(stages) if aim in (None, stage)]
    weights = [stages[place][1] for place in wanted]
    [place] = chance.choices(wanted, weights if aim is None else None)
    stage, seconds = stages[place]
    return stage, sum(one == stage for one, _ in stages[: place + 1]), chance.uniform(0, seconds)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), *map(int, sys.argv[3:6]))
