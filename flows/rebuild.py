"""The rebuild flow: after a change of rules, what they made is made anew, from the bytes that are kept."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated, Literal

from prefect import flow, runtime
from prefect.client.schemas.objects import State
from prefect.logging import get_run_logger
from pydantic import Field

from flows.carry_out import carry_out
from flows.run import Run
from flows.stored import choose, stored_items
from transforms.pipeline import process
from transforms.version import rules_version
from warehouse.writer import Writer

Stage = Literal["process", "reconcile"]


def run_name() -> str:
    """`rebuild 2026-11-21 14:00 · process`."""
    return f"rebuild {datetime.now():%Y-%m-%d %H:%M} · {runtime.flow_run.parameters.get('stage', 'process')}"


@flow(name="rebuild", flow_run_name=run_name, persist_result=False)
def rebuild(
    warehouse: Annotated[str, Field(min_length=1, description="The DuckDB file of the warehouse.")],
    since: Annotated[
        date | None, Field(description="Only documents published on this day or later; by default all.")
    ] = None,
    documents: Annotated[
        list[str], Field(description="Only documents whose id begins with one of these; by default all.")
    ] = [],  # noqa: B006  (Prefect shows the default in its form, and nobody changes it)
    stage: Annotated[
        Stage,
        Field(
            description="process: documents that other rules made, then families and claims. "
            "reconcile: only families and claims, over all documents."
        ),
    ] = "process",
) -> State[object]:
    """Make anew what is out of date after a change of rules or registry, and nothing else.

    No source file is needed. A document that the present rules refuse keeps the rows that it has, and is in
    `ops.rejects`.
    """

    def begin(writer: Writer) -> Run:
        stale: tuple[str, ...] = ()
        if stage == "process":
            chosen = choose(writer.connection, rules_version(), since, documents)
            stale = chosen.stale
            get_run_logger().info("%d of %d documents are out of date.", len(stale), chosen.asked)
        found = stored_items(writer.connection, stale)
        now = datetime.now(UTC)
        return Run.begin(writer, ["the warehouse"], Path(warehouse), found, now, str(runtime.flow_run.id))

    return carry_out(Path(warehouse), process, begin, reconcile=stage == "reconcile")
