"""`kaoju replay`: try again what was refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from flows.commands.options import existing, warehouse_option


@click.command()
@click.option(
    "--check",
    "checks",
    multiple=True,
    metavar="NAME",
    help="Only what this check refused, such as internal_error; may be repeated.",
)
@click.option(
    "--max-bytes", type=click.IntRange(min=1), help="Refuse files larger than this.  [default: 20 MiB]"
)
@warehouse_option
def replay(checks: tuple[str, ...], max_bytes: int | None, warehouse: Path) -> None:
    """Try the inputs of ops.rejects again that did not get in so far, and say what came of each.

    They are read where they were found, and tried even if the rules are those that refused them. A document
    that got in without some of its rows is made anew from the bytes that the warehouse keeps.

    \b
    Example:
      kaoju replay
      kaoju replay --check internal_error
      kaoju replay --check too_large --max-bytes 100000000
    """
    existing(warehouse)
    from flows.local_run import run_here
    from flows.rejected import became, pending
    from warehouse.printable import printable
    from warehouse.query import connect_published

    with connect_published(warehouse) as con:
        wanted = pending(con, checks)
    if not wanted:
        click.echo("Nothing to try again: all that was refused has got in since, or nothing was refused.")
        return
    click.echo(f"{len(wanted)} refused {'input' if len(wanted) == 1 else 'inputs'} to try again.", err=True)

    def chosen() -> tuple[Callable[..., Any], dict[str, Any]]:
        from flows.ingest import MAX_BYTES
        from flows.replay import replay as replay_flow

        largest = MAX_BYTES if max_bytes is None else max_bytes
        return replay_flow, {"warehouse": str(warehouse), "checks": list(checks), "max_bytes": largest}

    result = run_here(chosen, lambda words: click.echo(words, err=True))
    with connect_published(warehouse) as con:
        replayed = became(con, wanted, result.outcome.run_id)
    for one in replayed:
        rows = f" ({one.pending.rows} rows)" if one.pending.rows else ""
        why = f"  {one.why}" if one.why else ""
        click.echo(f"{one.became:<9} {printable(one.pending.source_uri)}{rows}{printable(why)}")
    click.echo(what_became(Counter(one.became for one in replayed)))


def what_became(counts: Counter[str]) -> str:
    """The counts in one line: `7 tried again: 4 loaded, 3 rejected. 1 gone.`"""
    tried = {word: counts[word] for word in ("loaded", "unchanged", "rejected") if counts[word]}
    parts = ", ".join(f"{count} {word}" for word, count in tried.items())
    gone = [f"{counts['gone']} gone."] if counts["gone"] else []
    return " ".join([f"{sum(tried.values())} tried again: {parts}." if tried else "None tried again.", *gone])
