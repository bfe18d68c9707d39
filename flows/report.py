"""The report flow: each morning, what the warehouse has that it did not have a day before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated, Final

import duckdb
from prefect import flow
from prefect.artifacts import create_link_artifact, create_markdown_artifact
from prefect.client.schemas.objects import State
from prefect.logging import get_run_logger
from prefect.states import Completed
from pydantic import Field

from flows.markdown import in_markdown, table
from flows.records import REPORT_KEY, add_to_name, failures_explained, show_claims
from flows.safe_logs import make_logs_safe
from flows.summary_page import news_lines, rejects_lines
from warehouse.doctor import Finding, all_checks, diagnose
from warehouse.news import News, news_since
from warehouse.query import connect_published
from warehouse.site.site import beside, write_site

SITE_KEY: Final = "report-site"

_RUNS: Final = """
SELECT state, count(*)::BIGINT, coalesce(sum(documents_in), 0)::BIGINT,
    coalesce(sum(documents_loaded), 0)::BIGINT
FROM ops.runs WHERE started_at >= ? GROUP BY state ORDER BY state
"""
# A file that stays bad is refused in every run: one document for each place and reason.
_REJECTS: Final = """
SELECT check_name, count(DISTINCT source_uri)::BIGINT FROM ops.rejects JOIN ops.runs USING (run_id)
WHERE started_at >= ? AND table_name IS NULL GROUP BY check_name ORDER BY 2 DESC, 1
"""
_REFUSED_ROWS: Final = """
SELECT count(*) FROM ops.rejects JOIN ops.runs USING (run_id)
WHERE started_at >= ? AND table_name IS NOT NULL
"""


def run_name() -> str:
    """`report 2026-11-21 07:00`; what it found is added at the end."""
    return f"report {datetime.now():%Y-%m-%d %H:%M}"


@flow(name="report", flow_run_name=run_name, persist_result=False, timeout_seconds=1800)
def report(
    warehouse: Annotated[str, Field(min_length=1)],
    hours: Annotated[int, Field(ge=1)] = 24,
    site: str | None = None,
) -> State[None]:
    """Report what is new in the warehouse, what is stated again, where sources disagree, what needs a look.

    It only reads the published file, so it waits for nobody and nobody waits for it.

    Args:
        warehouse: The published DuckDB file.
        hours: How many hours before now the report goes back.
        site: The folder that the site of all facts is written to; by default beside the warehouse.
    """
    make_logs_safe()
    since = datetime.now(UTC) - timedelta(hours=hours)
    with failures_explained(), connect_published(Path(warehouse)) as con:
        news, findings = news_since(con, since), diagnose(con)
        page = report_page(con, news, findings, hours)
    words = f"{news.documents} new documents, {news.new.total} new claims, {news.conflicts.total} conflicts"
    if findings:
        words += f", {len(findings)} checks failed"
    create_markdown_artifact(page, key=REPORT_KEY, description=f"{words} in the last {hours} hours")
    show_claims(news)
    add_to_name(words)
    get_run_logger().info("%s in the last %d hours.", words, hours)
    # Last: a folder that cannot be written takes nothing of the report away.
    with failures_explained(), connect_published(Path(warehouse)) as con:
        first_page = write_site(con, Path(site) if site else beside(Path(warehouse))).first_page.absolute()
    create_link_artifact(
        first_page.as_uri(),
        link_text=str(first_page),
        key=SITE_KEY,
        description="All facts with their evidence, as pages. Where the browser does not follow a link to a "
        "file, open the address by hand.",
    )
    get_run_logger().info("The site is at %s.", first_page)
    return Completed(name="CompletedWithFindings" if findings else "Completed", message=words)


def report_page(con: duckdb.DuckDBPyConnection, news: News, findings: Sequence[Finding], hours: int) -> str:
    """The report in Markdown."""
    since = [news.since.astimezone(UTC).replace(tzinfo=None)]
    lines = [f"# The last {hours} hours", "", *news_lines(news)]
    runs = con.execute(_RUNS, since).fetchall()
    lines += ["## Runs", "", *(table(("State", "runs", "documents in", "loaded"), runs) or ["None.", ""])]
    refused_rows: int = con.execute(_REFUSED_ROWS, since).fetchall()[0][0]
    reasons = dict(con.execute(_REJECTS, since).fetchall())
    lines += rejects_lines(reasons, refused_rows)
    lines += ["## Checks", ""]
    lines += table(
        ("Check", "rows", "For example"),
        [(in_markdown(one.what), one.rows or 0, in_markdown("; ".join(one.examples))) for one in findings],
    ) or [f"All {len(all_checks())} checks passed.", ""]
    return "\n".join(lines)
