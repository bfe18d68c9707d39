"""`kaoju diff`: what changed between two published warehouses."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import click

from flows.commands.options import existing

FILE = click.Path(path_type=Path, dir_okay=False)


@click.command()
@click.argument("old", type=FILE, metavar="OLD")
@click.argument("new", type=FILE, metavar="NEW")
@click.option("--csv", "form", flag_value="csv", help="Write CSV, one row a change.")
@click.option("--json", "form", flag_value="json", help="Write one JSON object a change, one a line.")
@click.option(
    "--limit", type=click.IntRange(min=1), default=200, show_default=True, help="Lines of changes shown."
)
def diff(old: Path, new: Path, form: str | None, limit: int) -> None:
    """Show what changed from the warehouse OLD to the warehouse NEW, fact by fact.

    Documents and facts added (+), removed (-) and changed (~: another value, certainty or wording at the same
    place), after a table of counts by kind. --csv and --json write all of them.

    \b
    Example:
      cp warehouse/data/kaoju.duckdb before.duckdb
      kaoju rebuild
      kaoju diff before.duckdb warehouse/data/kaoju.duckdb
    """
    existing(old)
    existing(new)
    from flows.difference_page import COLUMNS, lines, rows, summary_rows
    from flows.result_table import show_table, write_csv, write_json
    from warehouse.difference import difference
    from warehouse.query import connect_published

    with connect_published(old) as before, connect_published(new) as after:
        found = difference(before, after)
    if form:
        (write_csv if form == "csv" else write_json)(COLUMNS, [*rows(found)])
        return
    show_table(("kind", "before", "after", "added", "removed", "changed"), [*summary_rows(found)], 10)
    for line in islice(lines(found), limit):
        click.echo(line)
    if not found.changes:
        click.echo("Nothing changed.")
    elif len(found.changes) > limit:
        click.echo(
            f"… {len(found.changes)} changes in all; --limit shows more, --csv and --json all of them."
        )
