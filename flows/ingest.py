"""The ingest flow: sources in, facts in the published warehouse out."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Final

from prefect import flow, runtime
from prefect.client.schemas.objects import State
from pydantic import Field

from flows.alarms import sound_alarms
from flows.carry_out import carry_out
from flows.outcome import RunOutcome
from flows.run import Run
from flows.sources.resumed import Resumed
from transforms.pipeline import process
from warehouse.printable import printable
from warehouse.writer import Writer

MAX_BYTES: Final = 20 * 2**20
MAX_SECONDS: Final = 6 * 3600
"""A scheduled run that hangs must end some day: while it runs, no other one starts."""


def run_name() -> str:
    """`ingest 2026-11-21 14:00 · news`: when, and of what; in the end, what came of it."""
    sources = [Path(str(source)).name for source in runtime.flow_run.parameters.get("sources", [])]
    more = f" + {len(sources) - 1} more" if len(sources) > 1 else ""
    what = printable(sources[0]) if sources else "nothing"
    return f"ingest {datetime.now():%Y-%m-%d %H:%M} · {what}{more}"


@flow(name="ingest", flow_run_name=run_name, persist_result=False, timeout_seconds=MAX_SECONDS)
def ingest(
    sources: Annotated[list[str], Field(min_length=1)],
    warehouse: Annotated[str, Field(min_length=1)],
    max_bytes: Annotated[int, Field(ge=1)] = MAX_BYTES,
    alarm_rejects: Annotated[float, Field(ge=0, le=1)] = 0.2,
    alarm_idle_runs: Annotated[int, Field(ge=1)] = 24,
) -> State[object]:
    """Read articles, extract facts, load them, and publish the warehouse.

    Documents that the warehouse already has by the present rules are left alone; what does not get in is in
    `ops.rejects` with the reason.

    Args:
        sources: Files, folders (searched through) or globs: .txt, .md, .html, .json, .jsonl, each also .gz.
        warehouse: The DuckDB file that is published at the end; it is made if it is not there.
        max_bytes: Files larger than this many bytes are refused.
        alarm_rejects: Sound an alarm when more than this share of the new documents is refused, from 0 to 1,
            and at least five are.
        alarm_idle_runs: Sound an alarm when this many runs in a row brought nothing new.
    """
    from flows.sources import find_items

    path, flow_run = Path(warehouse), str(runtime.flow_run.id)
    found = Resumed(lambda: find_items(sources, max_bytes))

    def begin(writer: Writer) -> Run:
        return Run.begin(writer, sources, path, found, datetime.now(UTC), flow_run)

    state = carry_out(path, process, begin)
    if isinstance(state.data, RunOutcome):
        sound_alarms(state.data, alarm_rejects, alarm_idle_runs)
    return state
