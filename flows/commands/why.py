"""`kaoju why`: what a fact rests on."""

from __future__ import annotations

from pathlib import Path

import click

from flows.commands.options import existing, warehouse_option


@click.command()
@click.argument("wanted", metavar="FACT_ID|DOCUMENT_ID")
@warehouse_option
def why(wanted: str, warehouse: Path) -> None:
    """Show what a fact rests on: its sentence, the raw text, the repairs in between, who else says so.

    The beginning of an id is enough. Of a document: where it was found, what was repaired, what is in it.

    \b
    Example:
      kaoju sql "select fact_id, evidence from marts.facts limit 3"
      kaoju why 3f9a
    """
    existing(warehouse)
    from flows.errors import KaojuError
    from warehouse.query import connect_published
    from warehouse.why import UnknownId, explain
    from warehouse.why_page import render

    with connect_published(warehouse) as con:
        try:
            page = render(explain(con, wanted))
        except UnknownId as error:
            raise KaojuError(str(error)) from error
    click.echo(page, nl=False)
