"""Events that tell automations what Prefect cannot see: too much was refused, nothing new for too long."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import duckdb
from prefect.events import emit_event

from flows.outcome import RunOutcome
from warehouse.query import connect_published

MANY_REJECTS: Final = "kaoju.many-rejects"
NOTHING_NEW: Final = "kaoju.nothing-new"
FROM_REJECTS: Final = 5
"""Fewer refusals than this are no alarm, whatever their share: one bad file an hour is no news."""

# The same bad file is refused in every run; only what no earlier run refused at that place counts.
_NEWLY_REFUSED: Final = """
SELECT count(*) FROM ops.rejects r WHERE run_id = $run AND table_name IS NULL AND NOT EXISTS (
    FROM ops.rejects o WHERE o.run_id <> $run AND o.table_name IS NULL
        AND o.source_uri = r.source_uri AND o.check_name = r.check_name)
"""
_LATEST: Final = """
SELECT documents_loaded FROM ops.runs WHERE state = 'completed' AND documents_in IS NOT NULL
ORDER BY started_at DESC LIMIT ?
"""


def sound_alarms(outcome: RunOutcome, rejects_share: float, idle_runs: int) -> None:
    """Emit an event where a run refused too much, and one where this is the n-th in a row without news.

    `rejects_share` of the documents that were new to kaoju, refused for the first time, is too much.
    """
    with connect_published(Path(outcome.warehouse)) as con:
        refused = newly_refused(con, outcome.run_id)
        idle = is_idle(con, idle_runs)
    new = outcome.loaded - outcome.reloaded + refused
    if refused >= FROM_REJECTS and refused > rejects_share * new:
        reasons = ", ".join(f"{count} × {check}" for check, count in outcome.reasons.items())
        words = f"{refused} of {new} new documents did not get in ({reasons}); the table ops.rejects says why"
        _emit(MANY_REJECTS, outcome, words)
    if idle:
        words = (
            f"nothing new came in {idle_runs} run{'s' if idle_runs > 1 else ''}; "
            f"the last one read {outcome.documents_in} documents"
        )
        _emit(NOTHING_NEW, outcome, words)


def newly_refused(con: duckdb.DuckDBPyConnection, run_id: str) -> int:
    """How many documents a run refused that no other run had refused for that reason at that place."""
    found: int = con.execute(_NEWLY_REFUSED, {"run": run_id}).fetchall()[0][0]
    return found


def is_idle(con: duckdb.DuckDBPyConnection, runs: int) -> bool:
    """Whether the last `runs` runs loaded nothing and the one before them, if any, did: true once a pause."""
    loaded = [one for (one,) in con.execute(_LATEST, [runs + 1]).fetchall()]
    return len(loaded) >= runs and not any(loaded[:runs]) and (len(loaded) == runs or loaded[runs] > 0)


def _emit(event: str, outcome: RunOutcome, words: str) -> None:
    resource = {
        "prefect.resource.id": f"kaoju.run.{outcome.run_id}",
        "prefect.resource.name": outcome.warehouse,
    }
    emit_event(event, resource=resource, payload={"words": words, "warehouse": outcome.warehouse})
