"""Wait until the server has stored everything of a flow run: its states, its task runs, its logs.

Task runs reach the database by way of events, some time after the client is done with them.
"""

from __future__ import annotations

import logging
import time
from typing import Final
from uuid import UUID

from flows.errors import KaojuError

WAIT_SECONDS: Final = 120.0


def send_what_is_queued() -> None:
    """Hand every event and log line still queued in this process to the server."""
    from prefect.events.worker import EventsWorker
    from prefect.logging.handlers import APILogWorker

    # Prefect warns of every item still queued; here it is waited for, which is nothing to warn of.
    logging.getLogger("prefect.EventsWorker").setLevel(logging.ERROR)
    logging.getLogger("prefect.APILogWorker").setLevel(logging.ERROR)
    EventsWorker.drain_all(timeout=WAIT_SECONDS, at_exit=False)
    APILogWorker.drain_all(timeout=WAIT_SECONDS, at_exit=False)


def wait_until_recorded(flow_run_id: UUID, task_runs: int | None, wait: float = WAIT_SECONDS) -> int:
    """Return the number of task runs stored, once all of them are in a final state.

    `task_runs` is how many there must be; None where it is not known (the flow failed): then the number
    must have stood still for a second. KaojuError after `wait` seconds.
    """
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.filters import FlowRunFilter, FlowRunFilterId
    from prefect.client.schemas.objects import TaskRun

    send_what_is_queued()
    end = time.monotonic() + wait
    before = -1
    with get_client(sync_client=True) as client:
        while True:
            state = client.read_flow_run(flow_run_id).state
            found: list[TaskRun] = []
            chosen = FlowRunFilter(id=FlowRunFilterId(any_=[flow_run_id]))
            while page := client.read_task_runs(flow_run_filter=chosen, limit=200, offset=len(found)):
                found += page
            final = [run for run in found if run.state is not None and run.state.is_final()]
            expected = before if task_runs is None else task_runs
            if state is not None and state.is_final() and len(final) == len(found) == expected:
                return len(found)
            if time.monotonic() > end:
                raise KaojuError(
                    f"Prefect has stored {len(final)} of {max(expected, len(found))} task runs of flow run "
                    f"{flow_run_id} after {wait:.0f} s; the record is not complete"
                )
            before = len(found)
            time.sleep(1.0 if task_runs is None else 0.1)
