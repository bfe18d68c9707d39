"""What a person sees of a run in the Prefect UI: its name, its progress, its summary, its rejects."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from prefect import runtime
from prefect.artifacts import (
    create_markdown_artifact,
    create_progress_artifact,
    create_table_artifact,
    update_progress_artifact,
)
from prefect.client.orchestration import get_client

from flows.outcome import RunOutcome
from warehouse.printable import printable
from warehouse.reject import Reject


class Progress:
    """The progress artifact of a run, made when there is something to show."""

    def __init__(self) -> None:
        self._artifact: UUID | None = None

    def show(self, done: int, of: int, words: str) -> None:
        """Show that `done` of `of` known documents are through."""
        percent = 100.0 * done / max(of, 1)
        if self._artifact is None:
            made = create_progress_artifact(percent, key="ingest-progress", description=words)
            self._artifact = UUID(str(made))
        else:
            update_progress_artifact(self._artifact, percent, description=words)


def rename_run(outcome: RunOutcome) -> None:
    """Add to the flow run's name what came of it: `ingest 2026-11-21 14:00 · seeds · 37 loaded`."""
    result = f"{outcome.loaded} loaded" if outcome.loaded else "nothing new"
    if outcome.rejected:
        result += f", {outcome.rejected} rejected"
    with get_client(sync_client=True) as client:
        client.update_flow_run(UUID(str(runtime.flow_run.id)), name=f"{runtime.flow_run.name} · {result}")


def show_outcome(outcome: RunOutcome, rejects: Sequence[Reject]) -> None:
    """Store the summary of the run as an artifact, and a table of what was refused where there is any."""
    create_markdown_artifact(summary_page(outcome), key="ingest-summary", description=outcome.sentence)
    if rejects:
        table = [
            {
                "input": printable(one.source_uri or ""),
                "table": one.table_name or "(whole document)",
                "check": one.check_name,
                "reason": printable(one.reason),
            }
            for one in rejects
        ]
        create_table_artifact(table, key="ingest-rejects", description="What did not get in, and why")


def summary_page(outcome: RunOutcome) -> str:
    """The summary of a run in Markdown."""
    lines = [f"# {outcome.sentence}", "", f"Warehouse: `{outcome.warehouse}` · run `{outcome.run_id}`", ""]
    lines += _table("Loaded rows", outcome.rows) if outcome.rows else ["Nothing new was loaded.", ""]
    lines += _table("Rejected documents, by check", outcome.reasons) if outcome.reasons else []
    if outcome.rows_rejected:
        lines += [f"{outcome.rows_rejected} single rows did not pass the gate; see `ops.rejects`.", ""]
    lines += _table("Seconds", outcome.seconds)
    return "\n".join(lines)


def _table(title: str, values: dict[str, int] | dict[str, float]) -> list[str]:
    rows = [f"| {name} | {value:,} |" for name, value in values.items()]
    return [f"| {title} | |", "| --- | ---: |", *rows, ""]
