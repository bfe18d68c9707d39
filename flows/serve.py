"""Serve the flows on their schedules: deployments and automations, and a runner for the runs."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection
from datetime import UTC
from typing import Final
from uuid import UUID

from flows.deployments import Schedule, deployments
from flows.prefect_api import prefect_api

HEARTBEAT_SECONDS: Final = 30


def serve_flows(schedule: Schedule, say: Callable[[str], None]) -> None:
    """Serve until Ctrl-C or SIGTERM. The schedules are paused on the way out.

    KaojuError for a cron expression, a time zone or somebody to tell that does not exist.
    """
    with prefect_api() as api:
        if api.server is not None:
            say("Starting a Prefect server (5 to 15 seconds) …")
        from flows.automations import install
        from flows.schedule_runner import ScheduleRunner

        made = deployments(schedule)
        api.wait_until_ready()
        installed = install()
        # One run at a time: all of them want the machine, and most of them the warehouse.
        runner = ScheduleRunner(
            name="kaoju", pause_on_shutdown=True, heartbeat_seconds=HEARTBEAT_SECONDS, limit=1
        )
        ids = {str(one.flow_name): UUID(str(runner.add_deployment(one))) for one in made}
        if missed := skip_missed_runs(ids.values()):
            say(f"{missed} runs were missed while nothing served them; they are not made up for.")
        say(
            f"Reading {', '.join(schedule.sources)} into {schedule.warehouse}, "
            f"by the clock of {schedule.timezone}:"
        )
        crons = {name: getattr(schedule, name) for name in ("discover", "report", "upkeep")}
        crons["ingest"] = schedule.cron
        for flow, deployment in ids.items():
            say(f"  {flow:<8} {crons[flow]:<14} {api.ui}/deployments/deployment/{deployment}")
        telling = (
            "somebody is told of trouble (KAOJU_NOTIFY)"
            if len(installed) > 1
            else "nobody is told of trouble"
        )
        say(f"Killed runs are shown as crashed; {telling}.")
        say(f"Prefect UI: {api.ui}")
        say(f"Run it now: PREFECT_API_URL={api.url} prefect deployment run ingest/{schedule.name}")
        say("Ctrl-C stops it.")
        try:
            asyncio.run(runner.start())
        except KeyboardInterrupt:
            say("Stopped; the schedules are paused until `kaoju serve` runs again.")


def skip_missed_runs(deployment_ids: Collection[UUID]) -> int:
    """Cancel scheduled runs whose time passed while nothing served them: one ingest catches up on them all.

    Runs that a person asked for meanwhile are left to be run now.
    """
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.filters import (
        DeploymentFilter,
        DeploymentFilterId,
        FlowRunFilter,
        FlowRunFilterExpectedStartTime,
        FlowRunFilterState,
        FlowRunFilterStateType,
    )
    from prefect.client.schemas.objects import StateType
    from prefect.states import Cancelled
    from prefect.types import DateTime

    missed = FlowRunFilter(
        state=FlowRunFilterState(type=FlowRunFilterStateType(any_=[StateType.SCHEDULED])),
        expected_start_time=FlowRunFilterExpectedStartTime(before_=DateTime.now(UTC)),
    )
    with get_client(sync_client=True) as client:
        found = client.read_flow_runs(
            flow_run_filter=missed,
            deployment_filter=DeploymentFilter(id=DeploymentFilterId(any_=list(deployment_ids))),
        )
        runs = [run for run in found if run.auto_scheduled]
        for run in runs:
            client.set_flow_run_state(
                run.id, Cancelled(message="kaoju was not serving at that time"), force=True
            )
    return len(runs)
