"""What a person sees of a run in the Prefect UI: its name, summary, claims, rejects, failure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC
from pathlib import Path
from typing import Final
from uuid import UUID

from prefect import runtime
from prefect.artifacts import create_markdown_artifact, create_table_artifact
from prefect.client.orchestration import get_client
from prefect.logging import get_run_logger
from prefect.settings import get_current_settings

from flows.markdown import in_cell, in_markdown
from flows.outcome import RunOutcome
from flows.remedies import cause, remedy
from flows.summary_page import summary_page
from warehouse.news import Claims, News, news_since
from warehouse.printable import printable
from warehouse.query import connect_published
from warehouse.reject import Reject

REPORT_KEY: Final = "report"


def show_run(outcome: RunOutcome, rejects: Sequence[Reject]) -> None:
    """Name a published run after what came of it and store its artifacts.

    Where that fails it is said in the logs: what is published is no less published.
    """
    try:
        rename_run(outcome)
        show_outcome(outcome, rejects)
    except Exception as error:
        get_run_logger().warning("The run is published, but cannot be shown in full: %s", error)


def rename_run(outcome: RunOutcome) -> None:
    """Say in the flow run's name what came of it: `ingest 2026-11-21 14:00 · 37 new, 2 rejected`."""
    add_to_name(result_words(outcome))


def result_words(outcome: RunOutcome) -> str:
    """What came of a run, in a few words."""
    counts = (
        (outcome.loaded - outcome.reloaded, "new"),
        (outcome.reloaded, "again"),
        (outcome.rejected, "rejected"),
    )
    parts = [f"{count:,} {word}" for count, word in counts if count]
    return ", ".join(parts if outcome.loaded else ["nothing new", *parts])


def add_to_name(words: str) -> None:
    """Put these words in the place of what follows the time in the flow run's name."""
    when = str(runtime.flow_run.name).partition(" · ")[0]
    with get_client(sync_client=True) as client:
        client.update_flow_run(UUID(str(runtime.flow_run.id)), name=f"{when} · {words}")


def artifact_key(what: str) -> str:
    """The key of an artifact: the flow's name and what it shows."""
    return f"{runtime.flow_run.flow_name}-{what}"


def show_outcome(outcome: RunOutcome, rejects: Sequence[Reject]) -> None:
    """Store the summary of a published run, and tables of its claims, conflicts and rejects, as artifacts."""
    with connect_published(Path(outcome.warehouse)) as con:
        [(started,)] = con.execute(
            "SELECT started_at FROM ops.runs WHERE run_id = ?", [outcome.run_id]
        ).fetchall()
        news = news_since(con, started.replace(tzinfo=UTC))
    page = summary_page(outcome, news, {"The latest report": report_address()})
    create_markdown_artifact(page, key=artifact_key("summary"), description=outcome.sentence)
    show_claims(news)
    if rejects:
        rows = [
            {
                "why": in_cell(one.reason),
                "input": in_cell(one.source_uri or ""),
                "check": one.check_name,
                "table": one.table_name or "(whole document)",
            }
            for one in rejects
        ]
        create_table_artifact(rows, key=artifact_key("rejects"), description="What did not get in, and why")


def report_address() -> str:
    """Where the latest report is in the UI."""
    return f"{(get_current_settings().ui_url or '').rstrip('/')}/artifacts/key/{REPORT_KEY}"


def show_claims(news: News) -> None:
    """Store tables of the new claims and of the conflicts, where there are any."""
    for name, claims, what in (
        ("new-claims", news.new, "claims that nobody made before"),
        ("conflicts", news.conflicts, "claims on which sources disagree"),
    ):
        if claims.total:
            shown = f", the first {len(claims.first)} shown" if claims.total > len(claims.first) else ""
            description = f"{claims.total:,} {what}{shown}"
            create_table_artifact(claim_rows(claims), key=artifact_key(name), description=description)


def claim_rows(claims: Claims) -> list[dict[str, str | int]]:
    """The rows of a table artifact; `kaoju why` takes the fact."""
    return [
        {
            "claim": in_cell(one.statement),
            "sources": one.sources,
            "in the words of the sources": in_cell(" / ".join(one.said)),
            "kind": one.kind,
            "documents": one.documents,
            "agreement": one.agreement,
            "fact": one.fact_id,
        }
        for one in claims.first
    ]


@contextmanager
def failures_explained() -> Iterator[None]:
    """Store what goes wrong in here, and what to do about it, as an artifact."""
    try:
        yield
    except Exception as error:
        show_failure(error)
        raise


def show_failure(error: Exception) -> None:
    """Store what went wrong and what to do about it as an artifact."""
    why, then = cause(error), remedy(error)
    get_run_logger().error("The run failed: %s%s", printable(why), f" What to do: {then}" if then else "")
    page = [
        "# The run failed",
        "",
        f"**{'Cause' if then else 'Cause and what to do'}:** {in_markdown(why, 2_000)}",
        "",
        *([f"**What to do:** {in_markdown(then)}", ""] if then else []),
        "The published warehouse is as it was before this run. Batches that were loaded are kept beside it; "
        "the next run reads the same sources, loads what is missing and publishes all of it.",
    ]
    create_markdown_artifact("\n".join(page), key=artifact_key("failure"), description="Why the run failed")
