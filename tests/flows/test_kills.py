"""Ingests that are killed, cancelled or started twice: the warehouse ends as if nothing had happened."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.benchmarks.documents import made_up, repeated
from tests.flows.body import STAGES
from warehouse.doctor import diagnose
from warehouse.fingerprint import fingerprint
from warehouse.lock import lock_path, writer_lock
from warehouse.query import connect_published

ROOT = Path(__file__).parents[2]
LINES = 2
# What `kaoju run` logs, and the stage that begins then.
BEGINS = {
    "Beginning flow run": "open",
    "INFO    Reading ": "read",
    "documents read:": "process",
    "documents processed in": "load",
    "documents loaded:": "reconcile",
    "Families of ": "publish",
    "Published ": "close",
}
INGEST = """
import sys
from pathlib import Path
from tests.flows.body import ingest
from transforms.pipeline import process
ingest([sys.argv[1]], Path(sys.argv[2]), process, batch=int(sys.argv[3]), wait=float(sys.argv[4]))
"""


def corpus(folder: Path, count: int) -> Path:
    """Short articles, some of them copies of others, and three files that do not get in."""
    found = made_up(folder / "long", count) or repeated(folder / "long", count // 10)
    short = folder / "short"
    short.mkdir()
    for path in found.paths[:count]:
        lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
        (short / f"{path.stem}.txt").write_text("\n".join(lines[:LINES]) + "\n", encoding="utf-8")
    (short / "empty.txt").touch()
    (short / "english.txt").write_text("The quick brown fox jumps over the lazy dog. " * 20)
    (short / "picture.txt").write_bytes(bytes(range(256)) * 20)
    return short


def says(warehouse: Path) -> dict[str, str]:
    """What a sound published file says."""
    with connect_published(warehouse) as con:
        assert diagnose(con) == []
        return fingerprint(con)


def is_free(warehouse: Path) -> bool:
    with writer_lock(warehouse, wait=0):
        return True


def trials(folder: Path, articles: Path, kills: int, batch: int) -> list[dict]:
    command = [sys.executable, "-m", "tests.flows.kill_trials", str(folder), str(articles)]
    done = subprocess.run(
        [*command, str(kills), "2026", str(batch)], cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True
    )
    _, *found = [json.loads(line) for line in done.stdout.splitlines()]
    return found


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the small trials found; the long ones below do the same with whole processes."""
    folder = tmp_path_factory.mktemp("small")
    command = [sys.executable, "-m", "tests.flows.small_trials", str(folder), str(corpus(folder, 10))]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_a_kill_leaves_no_trace(small: dict[str, Any]):
    assert small["kills"] == [[]]


def test_two_ingests_at_once_and_a_third_that_does_not_wait(small: dict[str, Any]):
    found = small["at_once"]
    assert f"kaoju.duckdb is being written by process {found['holder']} since" in found["refusal"]
    assert "Try again when it has finished" in found["refusal"]
    assert (found["waits"], found["codes"], found["wrong"]) == (True, [0, 0], [])
    few, one, other = found["runs"]
    assert one[0] == other[0] > few[0] and one[1] > 0
    assert other[1] == 0, "the second finds what the first has loaded"


def test_a_cancelled_load_loses_nothing(small: dict[str, Any]):
    found = small["cancelled"]
    assert found["code"] != 0 and found["untouched"] and not found["locked"] and found["wrong"] == []


@pytest.mark.soak
def test_kills_without_a_prefect_server(tmp_path: Path):
    found = trials(tmp_path, corpus(tmp_path, 300), kills=90, batch=60)
    print(Counter(one["stage"] for one in found))
    assert [one for one in found if one["wrong"]] == []
    assert {one["stage"] for one in found} == set(STAGES)


def started(articles: Path, warehouse: Path, batch: int = 5, wait: float = 60.0) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", INGEST, str(articles), str(warehouse), str(batch), str(wait)]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=ROOT, stdout=pipe, stderr=pipe, text=True)


def wait_for(process: subprocess.Popen[str], words: str) -> str:
    """Read what the process says until a line holds the words; that line."""
    assert process.stdout is not None
    for line in process.stdout:
        if words in line:
            return line
    raise AssertionError(f"{words!r} never came: {process.stderr.read() if process.stderr else ''}")


@dataclass(frozen=True)
class Calm:
    """A small corpus, a warehouse that has three of its files, and what it says after an undisturbed run."""

    articles: Path
    base: Path
    says: dict[str, str]


@pytest.fixture(scope="module")
def calm(tmp_path_factory: pytest.TempPathFactory) -> Calm:
    folder = tmp_path_factory.mktemp("calm")
    articles, few = corpus(folder, 20), folder / "few"
    base, whole = folder / "base.duckdb", folder / "whole.duckdb"
    few.mkdir()
    for path in sorted(articles.iterdir())[:3]:
        shutil.copyfile(path, few / path.name)
    assert started(few, base).wait() == 0
    shutil.copyfile(base, whole)
    assert started(articles, whole).wait() == 0
    return Calm(articles, base, says(whole))


@pytest.mark.soak
def test_two_ingests_at_once_end_as_if_one_had_run_after_the_other(tmp_path: Path, calm: Calm):
    warehouse = tmp_path / "kaoju.duckdb"
    shutil.copyfile(calm.base, warehouse)
    first = started(calm.articles, warehouse)
    wait_for(first, "load")
    first.send_signal(signal.SIGSTOP)  # until the others have come, however slow the machine is
    second, third = started(calm.articles, warehouse), started(calm.articles, warehouse, wait=0.1)
    _, why = third.communicate()
    assert third.returncode == 1 and second.poll() is None
    assert f"{warehouse} is being written by process {first.pid} since" in why
    assert "Try again when it has finished" in why
    first.send_signal(signal.SIGCONT)
    assert [one.wait() for one in (first, second)] == [0, 0]
    assert says(warehouse) == calm.says
    with connect_published(warehouse) as con:
        _, one, other = con.execute(
            "SELECT documents_in, documents_loaded, documents_unchanged FROM ops.runs ORDER BY started_at"
        ).fetchall()
    assert one[0] == other[0] and one[1] > 0 and one[2] == 3
    assert other[1] == 0, "the second finds what the first has loaded"


@pytest.mark.soak
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_a_cancelled_load_leaves_the_warehouse_as_it_was(tmp_path: Path, calm: Calm, how: signal.Signals):
    warehouse = tmp_path / "kaoju.duckdb"
    shutil.copyfile(calm.base, warehouse)
    before, chance = warehouse.read_bytes(), random.Random(9)
    for nth in (1, 2):
        run = started(calm.articles, warehouse)
        for _ in range(nth):
            wait_for(run, "load")
        time.sleep(chance.uniform(0, 0.2))
        run.send_signal(how)
        assert run.wait(60) != 0
        assert warehouse.read_bytes() == before and is_free(warehouse)
    assert started(calm.articles, warehouse).wait() == 0
    assert says(warehouse) == calm.says


def kaoju_run(articles: Path, warehouse: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "flows.cli", "run", str(articles), "--warehouse", str(warehouse)]
    env = {**os.environ, "PYTHONUNBUFFERED": "1"}
    return subprocess.Popen(
        command, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )


def stages_of(run: subprocess.Popen[str], until: str | None = None) -> list[tuple[str, float]]:
    """The stages that a run begins, with the moments; up to one of them, or to its end."""
    found: list[tuple[str, float]] = []
    assert run.stdout is not None
    for line in run.stdout:
        found += [(stage, time.monotonic()) for words, stage in BEGINS.items() if words in line]
        if until is not None and until in [stage for stage, _ in found]:
            return found
    return [*found, ("done", time.monotonic())]


@pytest.mark.soak
@pytest.mark.usefixtures("api")
@pytest.mark.parametrize(
    ("how", "stages"),
    [
        (
            signal.SIGKILL,
            "open read process process process load load load reconcile reconcile publish close",
        ),
        (signal.SIGTERM, "process load"),
        (signal.SIGINT, "process load"),
    ],
)
def test_whole_runs_that_are_killed_or_cancelled(tmp_path: Path, how: signal.Signals, stages: str):
    """`kaoju run` with all that it does: the real stages in a pool of processes, recorded in Prefect."""
    articles, chance = corpus(tmp_path, 300), random.Random(2026)
    base, calm, hit = tmp_path / "base.duckdb", tmp_path / "calm.duckdb", Counter[str]()
    few = tmp_path / "few"
    few.mkdir()
    for path in sorted(articles.iterdir())[:5]:
        shutil.copyfile(path, few / path.name)
    assert started(few, base).wait() == 0
    shutil.copyfile(base, calm)
    moments = stages_of(run := kaoju_run(articles, calm))
    assert run.wait() == 0
    lasts = {stage: later - at for (stage, at), (_, later) in pairwise(moments)}
    undisturbed = says(calm)
    for number, stage in enumerate(stages.split()):
        warehouse = tmp_path / f"trial{number}" / "kaoju.duckdb"
        warehouse.parent.mkdir()
        shutil.copyfile(base, warehouse)
        run = kaoju_run(articles, warehouse)
        stages_of(run, until=stage)
        time.sleep(chance.uniform(0, min(lasts.get(stage, 0.1), 10.0)))
        assert run.poll() is None, f"the run was over before it could be killed in {stage}"
        run.send_signal(how)
        reached = [stage, *(one for one, _ in stages_of(run) if one != "done")]
        assert run.wait() != 0
        hit[reached[-1]] += 1
        assert is_free(warehouse)
        assert says(warehouse)  # and is sound
        assert kaoju_run(articles, warehouse).communicate()[0] and says(warehouse) == undisturbed
        assert sorted(path.name for path in warehouse.parent.iterdir()) == ["kaoju.duckdb", "kaoju.lock"]
        assert lock_path(warehouse).read_bytes() == b""
        shutil.rmtree(warehouse.parent)
    print(how.name, hit)


READER = """
import sys, time
from pathlib import Path
import duckdb
from warehouse.query import connect_published
from warehouse.runs import COUNTED
path, stop, opened, seen = Path(sys.argv[1]), Path(sys.argv[2]), 0, set()
def plain(path):
    return duckdb.connect(str(path), read_only=True)
connect = connect_published if int(sys.argv[3]) % 2 else plain
counts = ", ".join(f"(SELECT count(*) FROM {table}) = last.{name}" for name, table in COUNTED.items())
facts = "last.metrics + last.events + last.quotes + last.relations"
sql = f"SELECT last.run_id, {counts}, (SELECT count(*) FROM marts.all_facts) = {facts} FROM last"
last = "(FROM ops.runs WHERE finished_at IS NOT NULL ORDER BY finished_at DESC LIMIT 1)"
while not stop.exists():
    with connect(path) as con:
        [[run, *equal]] = con.execute(f"WITH last AS {last} {sql}").fetchall()
    assert all(equal), (run, equal)
    opened += 1
    seen.add(run)
    time.sleep(0.2)  # eight of them without a pause would leave the ingests no processor
print(opened, len(seen))
"""


@pytest.mark.soak
@pytest.mark.usefixtures("api")
def test_eight_readers_see_whole_publications_only_while_three_ingests_publish(tmp_path: Path):
    articles, warehouse, stop = corpus(tmp_path, 300), tmp_path / "kaoju.duckdb", tmp_path / "stop"
    files, growing = sorted(articles.iterdir()), tmp_path / "growing"
    growing.mkdir()

    def ingest(until: int) -> int:
        for path in files[:until]:
            shutil.copyfile(path, growing / path.name)
        return kaoju_run(growing, warehouse).wait()

    assert ingest(3) == 0
    readers = [
        subprocess.Popen(
            [sys.executable, "-c", READER, str(warehouse), str(stop), str(number)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        for number in range(8)
    ]
    try:
        assert [ingest(until) for until in (100, 200, len(files))] == [0, 0, 0]
    finally:
        time.sleep(1.0)
        stop.touch()
        said = [reader.communicate()[0].split()[-2:] for reader in readers]  # after DuckDB's progress bars
    assert [reader.returncode for reader in readers] == [0] * 8
    opened, publications = zip(*(map(int, one) for one in said), strict=True)
    print("queries", sum(opened), "publications seen", publications)
    assert min(opened) > 10 and min(publications) >= 3
