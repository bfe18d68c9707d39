"""`kaoju sql`: ask the published warehouse."""

from __future__ import annotations

from pathlib import Path

import click

from flows.commands.options import existing, warehouse_option


@click.command()
@click.argument("query")
@warehouse_option
@click.option("--csv", "form", flag_value="csv", help="Write CSV.")
@click.option("--json", "form", flag_value="json", help="Write one JSON object a row, a row a line.")
@click.option(
    "--limit", type=click.IntRange(min=1), default=200, show_default=True, help="Rows of a table shown."
)
def sql(query: str, warehouse: Path, form: str | None, limit: int) -> None:
    """Run an SQL QUERY on the published warehouse, read only.

    `kaoju tables` says what there is to ask for. --csv and --json write all rows, a table the first ones.

    \b
    Example:
      kaoju sql "select subject_phrase, metric, value, unit from facts.metrics limit 5"
      kaoju sql "from facts.claims where agreement = 'conflict'" --json
    """
    existing(warehouse)
    import duckdb

    from flows.errors import KaojuError
    from warehouse.query import connect_published, run_sql

    with connect_published(warehouse) as con:
        try:
            columns, rows = run_sql(con, query)
        except duckdb.Error as error:
            raise KaojuError(f"the query failed: {error}") from error
    from flows.result_table import show_table, write_csv, write_json

    if form == "csv":
        write_csv(columns, rows)
    elif form == "json":
        write_json(columns, rows)
    else:
        show_table(columns, rows, limit)
