"""Runs that were killed together with the server that recorded them."""

from __future__ import annotations

from typing import Final

MESSAGE: Final = (
    "The process of this run was killed, or its machine stopped: it never said that it ended, and its server "
    "ended with it. The published warehouse is as it was; the next run takes up what was loaded."
)


def show_dead_runs_as_crashed() -> int:
    """Mark the runs that are recorded as going on, on a server that was just started: how many there are.

    kaoju's own server lives as long as somebody uses it: what it has as going on when it starts has ended.
    """
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.filters import (
        FlowRunFilter,
        FlowRunFilterState,
        FlowRunFilterStateType,
        FlowRunFilterTags,
    )
    from prefect.client.schemas.objects import StateType
    from prefect.states import Crashed

    going_on = FlowRunFilter(
        state=FlowRunFilterState(
            type=FlowRunFilterStateType(any_=[StateType.RUNNING, StateType.PENDING, StateType.CANCELLING])
        ),
        tags=FlowRunFilterTags(all_=["kaoju"]),
    )
    with get_client(sync_client=True) as client:
        runs = client.read_flow_runs(flow_run_filter=going_on)
        for run in runs:
            client.set_flow_run_state(run.id, Crashed(message=MESSAGE), force=True)
    return len(runs)
