"""`kaoju rebuild`: make anew what other rules made."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from flows.commands.options import existing, warehouse_option


@click.command()
@click.option(
    "--since",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DAY",
    help="Only documents published on this day or later (where that is not known: first found).",
)
@click.option(
    "--documents", multiple=True, metavar="ID", help="Only the documents whose id begins so; may be repeated."
)
@click.option(
    "--stage",
    type=click.Choice(["process", "reconcile"]),
    default="process",
    show_default=True,
    help="process: out-of-date documents, then families and claims. reconcile: only families and claims.",
)
@warehouse_option
def rebuild(since: datetime | None, documents: tuple[str, ...], stage: str, warehouse: Path) -> None:
    """Make anew what is out of date after a change of rules or registry, and nothing else.

    The warehouse keeps the bytes of every document, so no source file is needed. What the present rules made
    is left alone; what they refuse keeps the rows that it has. `kaoju diff` then shows what changed.

    \b
    Example:
      kaoju rebuild
      kaoju rebuild --since 2026-01-01
      kaoju rebuild --documents d3f9a --documents d71c0
      kaoju rebuild --stage reconcile
    """
    existing(warehouse)
    from flows.local_run import run_here
    from flows.stored import choose
    from transforms.version import rules_version
    from warehouse.query import connect_published

    day = since.date() if since else None
    if stage == "process":
        with connect_published(warehouse) as con:
            chosen = choose(con, rules_version(), day, documents)
        if not chosen.stale:
            click.echo(f"Nothing is out of date: the present rules made all {chosen.asked} documents.")
            return
        click.echo(f"{len(chosen.stale)} of {chosen.asked} documents are out of date.", err=True)

    def wanted() -> tuple[Callable[..., Any], dict[str, Any]]:
        from flows.rebuild import rebuild as rebuild_flow

        chosen = {"since": day, "documents": list(documents), "stage": stage}
        return rebuild_flow, {"warehouse": str(warehouse), **chosen}

    result = run_here(wanted, lambda words: click.echo(words, err=True))
    from flows.summary import show_summary

    show_summary(result)
