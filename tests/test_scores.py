"""The facts found, scored against facts marked by hand: floors that a change may not fall through."""

import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from flows.sources import find_items
from transforms.pipeline import process
from transforms.rejection import Rejected
from transforms.source import SourceItem
from warehouse.writer import open_writer

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
SCORER = SHARED / "tools" / "score.py"
# Gold, articles, and the F1 that each kind must reach.
SETS = {
    "real": (SHARED / "gold", SHARED / "seeds", {"mentions": 0.93, "ALL FACTS": 0.65}),
    "own": (ROOT / "tests" / "gold", ROOT / "seeds" / "articles", {"mentions": 0.85, "ALL FACTS": 0.8}),
    "passages": (
        ROOT / "tests" / "exam" / "dev",
        ROOT / "tests" / "exam" / "dev",
        {"mentions": 0.85, "ALL FACTS": 0.85},
    ),
    "whole articles": (
        ROOT / "tests" / "exam" / "dev2",
        ROOT / "tests" / "exam" / "dev2",
        {"mentions": 0.85, "ALL FACTS": 0.8},
    ),
}


@pytest.mark.parametrize("name", SETS)
def test_scores_stay_above_their_floors(name, tmp_path):
    gold, articles, floors = SETS[name]
    if not SCORER.exists() or not articles.exists():
        pytest.skip("the scorer and the real articles are not part of the repository")
    warehouse, rows = tmp_path / "w.duckdb", []
    for item in find_items([str(p) for p in articles.glob("*.*") if p.suffix in (".txt", ".html", ".md")]):
        if isinstance(item, SourceItem):
            try:
                rows.append(process(item))
            except Rejected:
                continue
    with open_writer(warehouse) as writer:
        writer.load(rows, "test", datetime(2024, 1, 1, tzinfo=UTC))
        writer.publish()
    command = [sys.executable, str(SCORER), str(warehouse), str(gold), "--json"]
    scores = json.loads(subprocess.run(command, capture_output=True, text=True).stdout)
    low = {kind: scores[kind]["f1"] for kind, floor in floors.items() if scores[kind]["f1"] < floor}
    assert not low, f"below the floor of {floors}: {low}"
