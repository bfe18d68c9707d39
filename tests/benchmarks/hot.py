"""The functions that take the most time, by cProfile."""

from __future__ import annotations

import cProfile
import pstats
from collections import defaultdict
from pathlib import Path
from typing import Any

from tests.benchmarks import whole
from tests.benchmarks.documents import ROOT, Documents
from tests.benchmarks.page import table

HEAD = ("function", "calls", "of its own", "with what it calls")
Where = tuple[str, int, str]


def measure(documents: Documents, work: Path, most: int = 15) -> str:
    """A table of the functions with most time of their own, that of built-in ones counted to their callers.

    cProfile makes functions that are called often look dearer than they are.
    """
    profile = cProfile.Profile()
    profile.runcall(whole.run, documents.folder, work / "hot.duckdb")
    raw: dict[Where, tuple[int, int, float, float, dict[Where, Any]]]
    raw = pstats.Stats(profile).stats  # type: ignore[attr-defined]
    own: dict[Where, float] = defaultdict(float)
    for where, (_, _, seconds, _, callers) in raw.items():
        if where[0] != "~":
            own[where] += seconds
        for caller, (_, _, its, _) in callers.items() if where[0] == "~" else ():
            own[caller] += its
    total = sum(seconds for _, _, seconds, _, _ in raw.values())
    lines = [
        [
            f"`{_name(where)}`",
            f"{raw[where][1]:,}",
            f"{own[where] / total:.1%}",
            f"{raw[where][3] / total:.1%}",
        ]
        for where in sorted(own, key=lambda one: -own[one])[:most]
    ]
    return table(HEAD, lines) + "\n"


def _name(where: Where) -> str:
    file, _, function = where
    path = Path(file)
    if path.is_relative_to(ROOT) and ".venv" not in path.parts:
        return f"{path.relative_to(ROOT)}: {function}"
    return function if file == "~" else f"{path.parent.name}/{path.name}: {function}"
