"""`kaoju doctor`: is what the warehouse promises true?"""

from __future__ import annotations

from pathlib import Path

import click

from flows.commands.options import existing, warehouse_option


@click.command()
@warehouse_option
def doctor(warehouse: Path) -> None:
    """Check the warehouse against everything that it promises; exit code 1 where something is wrong.

    \b
    Example:
      kaoju doctor
      kaoju doctor --warehouse news.duckdb
    """
    existing(warehouse)
    from flows.errors import KaojuError
    from warehouse.doctor import all_checks, diagnose
    from warehouse.query import connect_published

    with connect_published(warehouse) as con:
        findings = diagnose(con)
    for finding in findings:
        rows = "could not be checked" if finding.rows is None else f"{finding.rows} rows break it"
        click.echo(f"✗ {finding.check}: {finding.what} ({rows})")
        for example in finding.examples:
            click.echo(f"    {example}")
    checks = len(all_checks())
    if findings:
        raise KaojuError(f"{len(findings)} of {checks} checks found something wrong in {warehouse}")
    click.echo(f"All {checks} checks passed: {warehouse} keeps its promises.")
