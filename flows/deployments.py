"""What runs by itself: the deployments that `kaoju serve` serves."""

from __future__ import annotations

import inspect
import os
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from flows.errors import KaojuError

if TYPE_CHECKING:
    from prefect import Flow
    from prefect.deployments.runner import RunnerDeployment


@dataclass(frozen=True)
class Schedule:
    """What is done when: cron expressions that count in `timezone`; None for what is not wanted.

    `name` tells several deployments of one flow on one server apart.
    """

    sources: tuple[str, ...]
    warehouse: Path
    cron: str = "0 * * * *"
    timezone: str = "UTC"
    name: str = "scheduled"
    report: str | None = None
    upkeep: str | None = None
    backups: Path | None = None
    discover: str | None = None
    web_sources: Path = Path("seeds/sources")


def deployments(schedule: Schedule) -> list[RunnerDeployment]:
    """The deployments of a schedule; KaojuError for a cron expression or time zone that does not exist."""
    from flows.discover import discover
    from flows.ingest import ingest
    from flows.report import report
    from flows.upkeep import upkeep

    warehouse = absolute(str(schedule.warehouse))
    backups = schedule.backups or Path(warehouse).parent / "backups"
    made = [
        _deployment(
            ingest,
            schedule,
            schedule.cron,
            {"sources": [absolute(source) for source in schedule.sources], "warehouse": warehouse},
            "Reads new articles into the warehouse, reconciles them with the others and publishes it.",
        )
    ]
    if schedule.discover:
        words = "Looks for new articles in the enabled sources of the web, and loads them."
        parameters = {"warehouse": warehouse, "folder": absolute(str(schedule.web_sources))}
        made.append(_deployment(discover, schedule, schedule.discover, parameters, words))
    if schedule.report:
        words = "What is new in the warehouse since yesterday, where sources disagree, what needs a look."
        made.append(_deployment(report, schedule, schedule.report, {"warehouse": warehouse}, words))
    if schedule.upkeep:
        words = "Backs up the published warehouse and rewrites it without dead space."
        parameters = {"warehouse": warehouse, "backups": absolute(str(backups))}
        made.append(_deployment(upkeep, schedule, schedule.upkeep, parameters, words))
    return made


def _deployment(
    flow: Flow[..., Any], schedule: Schedule, cron: str, parameters: dict[str, Any], words: str
) -> RunnerDeployment:
    from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy
    from prefect.schedules import Cron
    from prefect.types.entrypoint import EntrypointType
    from pydantic import ValidationError

    try:
        deployment = flow.to_deployment(
            schedule.name,
            schedule=Cron(cron, timezone=schedule.timezone, slug="cron"),
            paused=False,
            # A run that comes while the last one still works has nothing to do that the next will not do.
            concurrency_limit=ConcurrencyLimitConfig(
                limit=1, collision_strategy=ConcurrencyLimitStrategy.CANCEL_NEW
            ),
            parameters=parameters,
            description=words,
            tags=["kaoju", flow.name],
            version=version("kaoju"),
            entrypoint_type=EntrypointType.MODULE_PATH,
        )
    except (ValidationError, ValueError) as error:
        raise KaojuError(
            f"no schedule for {flow.name} from the cron expression '{cron}' and the time zone "
            f"'{schedule.timezone}': {error}"
        ) from error
    if inspect.iscoroutine(deployment):
        raise RuntimeError("deployments must be made outside of an event loop")
    return cast("RunnerDeployment", deployment)


def absolute(source: str) -> str:
    """The path, independent of the folder that a run will start in; an address of the web stays."""
    return source if "://" in source else os.path.abspath(os.path.expanduser(source))  # noqa: PTH100, PTH111
