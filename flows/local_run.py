"""Run a flow here and now, with every flow and task run on record afterwards."""

from __future__ import annotations

import os
import time
import traceback
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, cast
from uuid import UUID

from flows.errors import KaojuError
from flows.outcome import RunOutcome
from flows.prefect_api import PrefectApi, prefect_api

# In a terminal the name of the run before every line is noise; the UI shows it anyway.
LINE: Final = "%(asctime)s %(levelname)-7s %(message)s"
TERMINAL: Final = {
    "PREFECT_LOGGING_FORMATTERS_STANDARD_FLOW_RUN_FMT": LINE,
    "PREFECT_LOGGING_FORMATTERS_STANDARD_TASK_RUN_FMT": LINE,
}


NO_LIMIT: Final = 10**8


@dataclass(frozen=True)
class LocalRun:
    """A flow that has run: what came of it, and where its record is. `seconds` is the time by phase."""

    outcome: RunOutcome
    flow_run_id: UUID
    api_url: str
    ui: str
    own_server: bool
    stored_task_runs: int
    seconds: dict[str, float]


def run_ingest(
    sources: list[str], warehouse: Path, max_bytes: int | None, say: Callable[[str], None]
) -> LocalRun:
    """Run the ingest flow here and now; see `run_here`."""

    def chosen() -> tuple[Callable[..., Any], dict[str, Any]]:
        from flows.ingest import MAX_BYTES, ingest

        largest = MAX_BYTES if max_bytes is None else max_bytes
        return ingest, {"sources": sources, "warehouse": str(warehouse), "max_bytes": largest}

    return run_here(chosen, say)


def run_discover(
    sources: list[str], folder: Path, warehouse: Path, similar: float, say: Callable[[str], None]
) -> LocalRun:
    """Run the discover flow here and now; see `run_here`."""

    def chosen() -> tuple[Callable[..., Any], dict[str, Any]]:
        from flows.discover import discover

        words = {"warehouse": str(warehouse), "sources": sources, "folder": str(folder)}
        return discover, {**words, "similar": similar}

    return run_here(chosen, say)


def run_here(
    chosen: Callable[[], tuple[Callable[..., Any], dict[str, Any]]], say: Callable[[str], None]
) -> LocalRun:
    """Run a flow with these parameters, with a Prefect server of our own if there is none.

    `chosen` imports the flow, which is slow and so done while the server starts. KaojuError, with the cause,
    if the flow fails; its record is kept then too.
    """
    for name, value in TERMINAL.items():
        os.environ.setdefault(name, value)
    clock = Phases()
    with prefect_api() as api:
        if api.server is not None:
            say("Starting a Prefect server to record the run (5 to 15 seconds) …")
        function, parameters = chosen()
        from prefect import tags

        from flows.recorded import send_what_is_queued, wait_until_recorded
        from flows.warm import warm_up

        warm_up()
        clock.done("imports")
        api.wait_until_ready()
        clock.done("server start")
        try:
            flow = cast("Any", function)
            with _without_heartbeat(api), tags("kaoju", flow.name):
                # The time limit is for runs that nobody watches.
                state = flow.with_options(timeout_seconds=NO_LIMIT)(**parameters, return_state=True)
            clock.done("flow")
            flow_run = state.state_details.flow_run_id
            assert flow_run is not None
            outcome = state.result(raise_on_failure=False)
            expected = outcome.task_runs if isinstance(outcome, RunOutcome) else None
            stored = wait_until_recorded(flow_run, expected)
        finally:
            send_what_is_queued()
        clock.done("record")
        if not isinstance(outcome, RunOutcome):
            if isinstance(outcome, BaseException):
                # Prefect has logged the traceback; its frames would keep the database open to the very end.
                traceback.clear_frames(outcome.__traceback__)
            raise KaojuError(failure(outcome, state.message))
    clock.done("server stop")
    return LocalRun(outcome, flow_run, api.url, api.ui, api.own, stored, clock.seconds)


def failure(outcome: object, message: str | None) -> str:
    """The cause of a failed run, in a sentence."""
    if isinstance(outcome, (KaojuError, OSError, TimeoutError)):
        return f"the run failed: {outcome}"
    if isinstance(outcome, BaseException):
        return f"the run failed: {type(outcome).__name__}: {outcome}"
    return f"the run failed: {message}"


def _without_heartbeat(api: PrefectApi) -> Any:
    """No heartbeat on a server that lives as long as the run: nobody could miss it, and it costs a second."""
    if api.server is None:
        return nullcontext()
    from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings

    return temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None})


class Phases:
    """Seconds spent by phase."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._since = time.perf_counter()

    def done(self, phase: str) -> None:
        """The time since the last call was this phase's."""
        now = time.perf_counter()
        self.seconds[phase] = round(now - self._since, 3)
        self._since = now
