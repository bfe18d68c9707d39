"""Serve the ingest flow on a schedule: a deployment in the Prefect server, and a runner for its runs."""

from __future__ import annotations

import asyncio
import inspect
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast
from uuid import UUID

from flows.errors import KaojuError
from flows.prefect_api import prefect_api

if TYPE_CHECKING:
    from prefect.deployments.runner import RunnerDeployment

HEARTBEAT_SECONDS: Final = 30


@dataclass(frozen=True)
class Schedule:
    """What to ingest when. `cron` counts in `timezone`; `name` tells deployments on one server apart."""

    sources: tuple[str, ...]
    warehouse: Path
    cron: str = "0 * * * *"
    timezone: str = "UTC"
    name: str = "scheduled"


def serve_ingest(schedule: Schedule, say: Callable[[str], None]) -> None:
    """Serve until Ctrl-C or SIGTERM. The schedule is paused on the way out.

    KaojuError for a cron expression or time zone that does not exist.
    """
    with prefect_api() as api:
        if api.server is not None:
            say("Starting a Prefect server (5 to 15 seconds) …")
        from flows.schedule_runner import ScheduleRunner

        deployment = ingest_deployment(schedule)
        api.wait_until_ready()
        runner = ScheduleRunner(
            name="kaoju", pause_on_shutdown=True, heartbeat_seconds=HEARTBEAT_SECONDS, limit=1
        )
        deployment_id = runner.add_deployment(deployment)
        if not isinstance(deployment_id, UUID):
            raise TypeError(f"Prefect gave {deployment_id!r} for a deployment id")
        if missed := skip_missed_runs(deployment_id):
            say(f"{missed} runs were missed while nothing served them; they are not made up for.")
        say(
            f"Ingesting {', '.join(schedule.sources)} at '{schedule.cron}' ({schedule.timezone}) "
            f"into {schedule.warehouse}."
        )
        say(f"Prefect UI: {api.ui}/deployments/deployment/{deployment_id}")
        say(f"Run it now: PREFECT_API_URL={api.url} prefect deployment run ingest/{schedule.name}")
        say("Ctrl-C stops it.")
        try:
            asyncio.run(runner.start())
        except KeyboardInterrupt:
            say("Stopped; the schedule is paused until `kaoju serve` runs again.")


def ingest_deployment(schedule: Schedule) -> RunnerDeployment:
    """The deployment of the ingest flow for a schedule: paths made absolute, one run at a time."""
    from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy
    from prefect.schedules import Cron
    from prefect.types.entrypoint import EntrypointType
    from pydantic import ValidationError

    from flows.ingest import ingest

    try:
        deployment = ingest.to_deployment(
            schedule.name,
            schedule=Cron(schedule.cron, timezone=schedule.timezone, slug="cron"),
            paused=False,
            # A run that comes while the last one still works has nothing to do that the next will not do.
            concurrency_limit=ConcurrencyLimitConfig(
                limit=1, collision_strategy=ConcurrencyLimitStrategy.CANCEL_NEW
            ),
            parameters={
                "sources": [absolute(source) for source in schedule.sources],
                "warehouse": absolute(str(schedule.warehouse)),
            },
            description="Read new articles into the warehouse of facts and publish it (`kaoju serve`).",
            tags=["kaoju", "ingest"],
            version=version("kaoju"),
            entrypoint_type=EntrypointType.MODULE_PATH,
        )
    except (ValidationError, ValueError) as error:
        raise KaojuError(
            f"no schedule from --cron '{schedule.cron}' and --timezone '{schedule.timezone}': {error}"
        ) from error
    if inspect.iscoroutine(deployment):
        raise RuntimeError("the deployment must be made outside of an event loop")
    return cast("RunnerDeployment", deployment)


def absolute(source: str) -> str:
    """The path, independent of the folder that a run will start in; an address of the web stays."""
    return source if "://" in source else os.path.abspath(os.path.expanduser(source))  # noqa: PTH100, PTH111


def skip_missed_runs(deployment_id: UUID) -> int:
    """Cancel runs whose time passed while nothing served them: one ingest catches up on all of them."""
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
        runs = client.read_flow_runs(
            flow_run_filter=missed,
            deployment_filter=DeploymentFilter(id=DeploymentFilterId(any_=[deployment_id])),
        )
        for run in runs:
            client.set_flow_run_state(
                run.id, Cancelled(message="kaoju was not serving at that time"), force=True
            )
    return len(runs)
