"""`kaoju tables`: the data dictionary."""

from __future__ import annotations

from pathlib import Path

import click

from flows.commands.options import existing, warehouse_option


@click.command()
@click.argument("table", required=False)
@warehouse_option
def tables(table: str | None, warehouse: Path) -> None:
    """List the tables and views of the warehouse, or the columns of TABLE, with what they hold.

    \b
    Example:
      kaoju tables
      kaoju tables facts.metrics
    """
    existing(warehouse)
    from flows.errors import KaojuError
    from warehouse.dictionary import dictionary
    from warehouse.query import connect_published

    with connect_published(warehouse) as con:
        entries = dictionary(con)
    chosen = [one for one in entries if (one.column is None if table is None else one.table == table)]
    if not chosen:
        near = [one.table for one in entries if one.column is None and one.table.endswith(f".{table}")]
        raise KaojuError(
            f"there is no table {table}; "
            + (f"did you mean {' or '.join(near)}?" if near else "`kaoju tables` lists all of them")
        )
    if table is not None:
        head, *chosen = chosen
        click.echo(f"{head.table} ({head.type}): {head.comment or ''}\n")
    width = max((len(one.column or one.table) for one in chosen), default=0)
    of_type = 0 if table is None else max((len(one.type) for one in chosen), default=0) + 2
    for one in chosen:
        kind = one.type.ljust(of_type) if of_type else ""
        click.echo(f"{(one.column or one.table).ljust(width)}  {kind}{one.comment or ''}")
