"""The replay flow: what was refused is tried again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import Annotated

from prefect import flow, runtime
from prefect.client.schemas.objects import State
from prefect.logging import get_run_logger
from pydantic import Field

from flows.carry_out import carry_out
from flows.ingest import MAX_BYTES
from flows.rejected import found_again, pending
from flows.run import Run
from flows.sources import RefusedInput
from flows.stored import stored_items
from transforms.pipeline import process
from transforms.source import SourceItem
from warehouse.writer import Writer


def run_name() -> str:
    """`replay 2026-11-21 14:00 · rejects`."""
    return f"replay {datetime.now():%Y-%m-%d %H:%M} · rejects"


@flow(name="replay", flow_run_name=run_name, persist_result=False)
def replay(
    warehouse: Annotated[str, Field(min_length=1, description="The DuckDB file of the warehouse.")],
    checks: Annotated[
        list[str], Field(description="Only what was refused by these checks, such as internal_error.")
    ] = [],  # noqa: B006  (Prefect shows the default in its form, and nobody changes it)
    max_bytes: Annotated[
        int, Field(ge=1, description="Files larger than this many bytes are refused again.")
    ] = MAX_BYTES,
) -> State[object]:
    """Try the inputs in `ops.rejects` again that did not get in since; so too documents that lost rows.

    Inputs are read where they were found; one that is gone stays as it is. Each is tried anew, even if the
    same rules refused the same bytes.
    """

    def begin(writer: Writer) -> Run:
        wanted = pending(writer.connection, checks)
        get_run_logger().info("%d refused inputs to try again.", len(wanted))
        lost_rows = [one.document_id for one in wanted if one.rows is not None and one.document_id]
        found: Iterator[SourceItem | RefusedInput] = chain(
            found_again(wanted, max_bytes), stored_items(writer.connection, lost_rows)
        )
        flow_run = str(runtime.flow_run.id)
        now = datetime.now(UTC)
        return Run.begin(
            writer, ["ops.rejects"], Path(warehouse), found, now, flow_run, again=lost_rows, retry=True
        )

    return carry_out(Path(warehouse), process, begin)
