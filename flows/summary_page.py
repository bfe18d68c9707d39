"""The page about a run: what came in, what is new, what needs a look."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from flows.markdown import in_markdown, table
from flows.outcome import RunOutcome
from warehouse.news import Claim, News

FEW = 10


def summary_page(outcome: RunOutcome, news: News, links: Mapping[str, str]) -> str:
    """The summary of a run in Markdown; `links` are words and addresses of what belongs to it."""
    lines = [f"# {outcome.sentence}", ""]
    lines += [f"Warehouse: {in_markdown(outcome.warehouse)} · run {in_markdown(outcome.run_id)}", ""]
    lines += [" · ".join(f"[{words}]({address})" for words, address in links.items()), ""] if links else []
    if outcome.warnings:
        lines += ["## Not as expected", "", *(f"- {in_markdown(one)}" for one in outcome.warnings), ""]
    elif outcome.loaded:
        lines += ["Held against its limits and against the last runs: nothing unusual.", ""]
    lines += rejects_lines(outcome.reasons, outcome.rows_rejected)
    lines += news_lines(news)
    if outcome.rows:
        lines += ["## What it wrote", "", *table(("Rows", "number"), outcome.rows.items())]
    lines += ["## Where the time went", "", *table(("Step", "seconds"), outcome.seconds.items())]
    return "\n".join(lines)


def news_lines(news: News) -> list[str]:
    """What is new, in Markdown: documents and claims, conflicts, and documents to look at."""
    if not news.written:
        return ["Nothing new was loaded.", ""]
    again = f" {news.written - news.documents:,} were loaded again." if news.written > news.documents else ""
    lines = [
        f"{news.documents:,} new documents.{again} "
        f"{news.new.total:,} claims that nobody made before; {news.seconded.total:,} older ones that they "
        f"state too; {news.conflicts.total:,} on which sources disagree.",
        "",
    ]
    lines += _claims("Sources disagree", news.conflicts.first)
    lines += _claims("Stated again, by new documents", news.seconded.first)
    if news.worst:
        lines += ["## Documents to look at", ""]
        rows = [(in_markdown(one.title or one.source_uri), in_markdown(one.why)) for one in news.worst]
        lines += table(("Document", "Why"), rows)
    return [*lines, *_claims("New, best supported first", news.new.first)]


def rejects_lines(reasons: Mapping[str, int], rows_rejected: int) -> list[str]:
    """What did not get in, in Markdown; nothing where everything did."""
    lines = ["## What did not get in", ""] if reasons or rows_rejected else []
    lines += table(("Rejected because", "documents"), reasons.items())
    if rows_rejected:
        lines += [f"{rows_rejected:,} single rows did not pass the gate; the table ops.rejects has them.", ""]
    return lines


def _claims(title: str, claims: Sequence[Claim]) -> list[str]:
    if not claims:
        return []
    rows = [
        (in_markdown(one.statement), one.sources, in_markdown(" / ".join(one.said))) for one in claims[:FEW]
    ]
    return [f"## {title}", "", *table(("Claim", "sources", "In the words of the sources"), rows)]
