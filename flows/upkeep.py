"""The upkeep flow: each week, a backup of the published warehouse and a file without dead space."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State
from prefect.logging import get_run_logger
from prefect.states import Completed
from pydantic import Field

from flows.records import add_to_name, failures_explained
from flows.safe_logs import make_logs_safe


def run_name() -> str:
    """`upkeep 2026-11-21 03:30`; what it did is added at the end."""
    return f"upkeep {datetime.now():%Y-%m-%d %H:%M}"


@flow(name="upkeep", flow_run_name=run_name, persist_result=False, timeout_seconds=4 * 3600)
def upkeep(
    warehouse: Annotated[str, Field(min_length=1)],
    backups: Annotated[str, Field(min_length=1)],
    keep: Annotated[int, Field(ge=1)] = 8,
) -> State[None]:
    """Back up the published warehouse, then rewrite it without the space that deleted rows left.

    Args:
        warehouse: The published DuckDB file.
        backups: The folder that backups are kept in.
        keep: How many backups are kept; older ones are deleted.
    """
    make_logs_safe()
    with failures_explained():
        size = back_up_now(warehouse, backups, keep)
        saved = compact_now(warehouse)
    words = f"backup of {size / 2**20:,.1f} MiB, {saved / 2**20:,.1f} MiB freed"
    add_to_name(words)
    return Completed(message=words)


@task(name="back up", cache_policy=NO_CACHE, persist_result=False)
def back_up_now(warehouse: str, backups: str, keep: int) -> int:
    """Copy the published file into the folder of backups; the copy's size in bytes."""
    from warehouse.backup import back_up

    made = back_up(Path(warehouse), Path(backups), keep, datetime.now(UTC))
    get_run_logger().info("Backed up %s as %s.", warehouse, made)
    return made.stat().st_size


@task(name="compact", cache_policy=NO_CACHE, persist_result=False)
def compact_now(warehouse: str) -> int:
    """Rewrite the warehouse and publish it; the bytes that this saved."""
    from warehouse.compact import compact

    before = Path(warehouse).stat().st_size
    compact(Path(warehouse))
    after = Path(warehouse).stat().st_size
    get_run_logger().info("Compacted %s from %d to %d bytes.", warehouse, before, after)
    return before - after
