"""`kaoju run`: ingest articles now."""

from __future__ import annotations

from pathlib import Path

import click

from flows.commands.options import warehouse_option


@click.command()
@click.argument("sources", nargs=-1, metavar="SOURCE...")
@warehouse_option
@click.option(
    "--max-bytes", type=click.IntRange(min=1), help="Refuse files larger than this.  [default: 20 MiB]"
)
def run(sources: tuple[str, ...], warehouse: Path, max_bytes: int | None) -> None:
    """Read articles from SOURCE... into the warehouse, and publish it.

    A SOURCE is a file, a folder (searched through), or a glob pattern in quotes: .txt, .md, .html, .json and
    .jsonl, each also .gz. A second run leaves alone what has not changed.

    \b
    Example:
      kaoju run seeds/articles
      kaoju run ~/news "archive/2026-*.jsonl.gz" --warehouse news.duckdb
    """
    if not sources:
        raise click.UsageError(
            "Name what to read: files, folders or glob patterns. Example: kaoju run seeds/articles"
        )
    from flows.local_run import run_ingest

    result = run_ingest(list(sources), warehouse, max_bytes, lambda words: click.echo(words, err=True))
    from flows.summary import show_summary

    show_summary(result)
