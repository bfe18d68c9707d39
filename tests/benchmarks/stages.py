"""Time by stage beside the floor, for one set of documents."""

from __future__ import annotations

import resource
import sys
from pathlib import Path
from statistics import median

from tests.benchmarks import floor, whole
from tests.benchmarks.documents import Documents
from tests.benchmarks.meter import Meter, Spent
from tests.benchmarks.page import figure, spread, table
from tests.benchmarks.steps import STEPS

HEAD = ("step", "CPU s", "wall s", "share", "chars/s", "× floor's time")


def measure(documents: Documents, work: Path, rounds: int) -> str:
    """A table of steps, after one round that does not count. `work` is a folder for databases."""
    warehouse, paths = work / "bench.duckdb", documents.paths
    rows = whole.run(documents.folder, warehouse)[2]
    characters = sum(one["corpus.documents"][0]["raw_chars"] for one in rows)
    ready = whole.ready_tables(warehouse)
    floors: list[Spent] = []
    loads: list[Spent] = []
    wholes: list[Spent] = []
    meters: list[Meter] = []
    for _ in range(rounds):
        floors.append(floor.read_and_convert(paths))
        loads.append(floor.load(ready, work / "floor.duckdb"))
        meter, one, _ = whole.run(documents.folder, warehouse)
        meters.append(meter)
        wholes.append(one)

    both = [Spent(a.cpu + b.cpu, a.wall + b.wall) for a, b in zip(floors, loads, strict=True)]

    def line(label: str, spent: list[Spent], least: list[Spent]) -> list[str]:
        cpu, wall = median(s.cpu for s in spent), median(s.wall for s in spent)
        share = median(s.cpu / w.cpu for s, w in zip(spent, wholes, strict=True))
        ratios = [s.cpu / f.cpu for s, f in zip(spent, least, strict=True)]
        rate = figure(characters / cpu) if cpu else ""
        return [label, figure(cpu), figure(wall), f"{share:.1%}", rate, spread(ratios)]

    lines = [
        line("*floor: read + OpenCC*", floors, floors),
        line("*floor: one DuckDB load*", loads, loads),
        line("*floor of the whole*", both, both),
        line("**whole pipeline**, × read + OpenCC", wholes, floors),
        line("**whole pipeline**, × the floor of the whole", wholes, both),
    ]
    for step in STEPS:
        spent = [meter.spent(step) for meter in meters]
        is_load = step.label in ("gate + load", "publish", "reconcile")
        label = "\u2003" * step.depth + step.label
        lines.append(line(label + (", × the load" if is_load else ""), spent, loads if is_load else floors))
    articles = median(len(rows) / s.cpu for s in wholes)
    return (
        f"### {documents.name[0].upper()}{documents.name[1:]}\n\n"
        f"{len(paths)} files, {len(rows)} articles, {characters:,} characters; {rounds} rounds. "
        f"Whole pipeline: {figure(articles)} articles a second of processor. "
        f"Highest memory of the process, all rows held at once: {_peak()} MB.\n\n{table(HEAD, lines)}\n"
    )


def _peak() -> str:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return figure(peak / (1 << 20 if sys.platform == "darwin" else 1 << 10))
