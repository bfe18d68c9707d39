"""`kaoju export`: the warehouse as files."""

from __future__ import annotations

from pathlib import Path

import click

from flows.commands.options import existing, warehouse_option


@click.command()
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    metavar="FOLDER",
    help="Where the files go; a folder that is new or empty.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["parquet", "csv", "jsonl"]),
    default="parquet",
    show_default=True,
    help="parquet and csv: a file a table. jsonl: files a document, as hand-made gold files are.",
)
@warehouse_option
def export(output: Path, form: str, warehouse: Path) -> None:
    """Write the published warehouse as files into a FOLDER.

    Parquet for other programs, CSV for spreadsheets (a text that one could take for a formula gets an
    apostrophe in front), both with a datapackage.json that says what every column holds. The bytes of the
    sources stay in the warehouse.

    \b
    Example:
      kaoju export --output facts
      kaoju export --output facts-csv --format csv
    """
    existing(warehouse)
    from flows.errors import KaojuError
    from warehouse.export_gold import export_gold
    from warehouse.export_tables import export_tables
    from warehouse.query import connect_published

    output.mkdir(parents=True, exist_ok=True)
    if any(output.iterdir()):
        raise KaojuError(f"{output} is not empty; name a new folder with --output, nothing is overwritten")
    with connect_published(warehouse) as con:
        written = export_gold(con, output) if form == "jsonl" else export_tables(con, output, form)
    for name, rows in written.items():
        click.echo(f"{rows:>9,} {name}")
    click.echo(f"Written to {output}.")
