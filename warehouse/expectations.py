"""What a run is about to publish, held against what is expected of it and against the last runs.

The method is a control chart's: a value outside all of the last runs, and far from their median, is worth a
look. Only a value that nothing sound can give stops the publication.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from statistics import median
from typing import Any, Final, Literal

import duckdb

from warehouse.printable import printable

OWN_LIMITS: Final = "KAOJU_EXPECTATIONS"
_QUALITY: Final = files("warehouse.quality")
# Loaded since the last run that ended well, and so not published yet: also what a failed run left behind.
_FRESH: Final = """
CREATE OR REPLACE TEMP VIEW fresh AS SELECT document_id FROM corpus.documents WHERE loaded_at > coalesce(
    (SELECT max(finished_at) FROM ops.runs WHERE state = 'completed' AND run_id <> '{run}'),
    '-infinity'::TIMESTAMP)
"""
_KEPT: Final = """
SELECT now.facts / nullif(before.facts, 0) FROM
    (SELECT metrics + events + quotes + relations AS facts FROM ops.runs
     WHERE state = 'completed' AND run_id <> ? ORDER BY finished_at DESC LIMIT 1) before,
    (SELECT (SELECT count(*) FROM facts.metrics) + (SELECT count(*) FROM facts.events)
     + (SELECT count(*) FROM facts.quotes) + (SELECT count(*) FROM facts.relations) AS facts) now
"""
_HISTORY: Final = """
SELECT measure, list(value ORDER BY finished_at) FROM ops.measures JOIN (
    SELECT run_id, finished_at FROM ops.runs JOIN ops.measures USING (run_id)
    WHERE state = 'completed' AND run_id <> ? AND measure = 'documents' AND value >= ?
    ORDER BY finished_at DESC LIMIT ?
) USING (run_id) GROUP BY measure
"""


@dataclass(frozen=True)
class Finding:
    """Something that is not as expected, in a sentence; `fail` stops the publication, `warn` does not."""

    name: str
    level: Literal["fail", "warn"]
    what: str


@dataclass(frozen=True)
class Checked:
    """What was measured of the documents that are about to be published, and what is not as expected."""

    measures: dict[str, float]
    findings: tuple[Finding, ...]


def check_expectations(con: duckdb.DuckDBPyConnection, run_id: str) -> Checked:
    """Measure what the run is about to publish; call it when the run's rows are in, before it publishes.

    ValueError where the file of limits has a measure that is not measured, or lacks a reason.
    """
    limits = load_limits()
    con.execute(_FRESH.format(run=run_id.replace("'", "''")))
    found = _measure(con, run_id)
    if unknown := set(limits["measure"]) - set(found):
        raise ValueError(f"the limits name {', '.join(sorted(unknown))}; measured are {', '.join(found)}")
    measures = {name: float(value) for name, value in found.items() if value is not None}
    history, few = limits["history"], measures.get("documents", 0.0) < limits["history"]["documents"]
    rows = con.execute(_HISTORY, [run_id, history["documents"], history["runs"]]).fetchall()
    before: dict[str, list[float]] = dict(rows)
    findings = []
    for name, limit in limits["measure"].items():
        value = measures.get(name)
        if value is None or (few and name != "facts_kept"):
            continue
        if value < limit.get("least", value):
            words = f"{name} is {value:.3g}, and {limit['least']:g} is the least: {limit['reason']}"
            findings.append(Finding(name, "fail", " ".join(words.split())))
        elif "within" in limit and len(before.get(name, ())) >= history["at_least"]:
            findings += _unusual(name, value, before[name], limit)
    return Checked(measures, (*findings, *_doubts(con)))


def load_limits() -> Mapping[str, Any]:
    """The limits: ours, or those of the file that KAOJU_EXPECTATIONS names. ValueError for a lone number."""
    own = os.environ.get(OWN_LIMITS)
    text = Path(own).read_text("utf-8") if own else _QUALITY.joinpath("limits.toml").read_text("utf-8")
    limits = tomllib.loads(text)
    for name, limit in limits["measure"].items():
        if not limit.get("reason") or not {"least", "within"} & set(limit):
            raise ValueError(f"{own or 'limits.toml'}: {name} needs a reason, and least or within")
    return limits


def _measure(con: duckdb.DuckDBPyConnection, run_id: str) -> dict[str, float | None]:
    result = con.execute(_QUALITY.joinpath("measures.sql").read_text("utf-8"))
    names = [column[0] for column in result.description or []]
    rows = result.fetchall()
    kept = con.execute(_KEPT, [run_id]).fetchall()
    values = dict(zip(names, rows[0], strict=True)) if rows else dict.fromkeys(names)
    return {**values, "facts_kept": kept[0][0] if kept else None}


def _unusual(name: str, value: float, before: list[float], limit: Mapping[str, Any]) -> list[Finding]:
    usual, within = median(before), limit["within"]
    near = usual / within <= value <= usual * within
    if near or min(before) <= value <= max(before) or max(value, usual) < limit.get("quiet_below", 0.0):
        return []
    words = (
        f"{name} is {value:.3g}; in the last {len(before)} runs it was {min(before):.3g} to "
        f"{max(before):.3g}, {usual:.3g} in the middle. {limit['reason']}"
    )
    return [Finding(name, "warn", " ".join(words.split()))]


def _doubts(con: duckdb.DuckDBPyConnection) -> list[Finding]:
    findings = []
    for one in sorted(files("warehouse.quality.doubts").iterdir(), key=lambda one: one.name):
        if one.name.endswith(".sql"):
            what, sql = one.read_text("utf-8").split("\n", 1)
            rows = con.execute(sql).fetchall()
            if rows:
                example = printable(", ".join(map(str, rows[0])))[:120]
                words = f"{what.removeprefix('--').strip()} {len(rows)} do not keep to it, such as {example}"
                findings.append(Finding(one.name.removesuffix(".sql"), "warn", words))
    return findings
