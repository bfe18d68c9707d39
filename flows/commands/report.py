"""`kaoju report`: the warehouse as a site to read."""

from __future__ import annotations

from pathlib import Path

import click

from flows.commands.options import existing, warehouse_option


@click.command()
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="FOLDER",
    help="Where the site goes: new, empty, or an older site.  [default: WAREHOUSE-site, beside it]",
)
@warehouse_option
def report(output: Path | None, warehouse: Path) -> None:
    """Write a site of all that the published warehouse knows; any browser opens it from disk.

    Each document with every edit, name and fact in its text; each entity; each claim that several state; a
    timeline, sources, quality, and a search in Simplified or Traditional. It loads nothing from anywhere.

    \b
    Example:
      kaoju report
      kaoju report --output ~/site --warehouse news.duckdb
    """
    existing(warehouse)
    from flows.errors import KaojuError
    from warehouse.query import connect_published
    from warehouse.site.folder import NotASite
    from warehouse.site.site import beside, write_site

    with connect_published(warehouse) as con:
        try:
            written = write_site(con, output or beside(warehouse))
        except NotASite as error:
            raise KaojuError(f"{error}; name a new folder with --output") from error
    click.echo(f"{written.documents:,} documents, {written.entities:,} entities, {written.claims:,} claims")
    click.echo(f"Open {written.first_page.absolute()}")
