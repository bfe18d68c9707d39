"""`kaoju backup` and `kaoju restore`: a copy of the warehouse, and the way back to it."""

from __future__ import annotations

from pathlib import Path

import click

from flows.commands.options import existing, warehouse_option
from flows.errors import KaojuError


@click.command()
@warehouse_option
@click.option(
    "--folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where backups are kept.  [default: `backups` beside the warehouse]",
)
@click.option(
    "--keep",
    type=click.IntRange(min=1),
    default=8,
    show_default=True,
    help="How many backups are kept; older ones are deleted.",
)
def backup(warehouse: Path, folder: Path | None, keep: int) -> None:
    """Copy the published warehouse into a folder, and check the copy as `kaoju doctor` does.

    A backup is a warehouse like any other: query it, or compare it with a later one. `kaoju serve` makes one
    each week.

    \b
    Example:
      kaoju backup
      kaoju backup --folder ~/backups --keep 12
    """
    existing(warehouse)
    from datetime import UTC, datetime

    from warehouse.backup import BackupUnsound, back_up, backups

    folder = folder or warehouse.parent / "backups"
    try:
        made = back_up(warehouse, folder, keep, datetime.now(UTC))
    except (BackupUnsound, OSError) as error:
        raise KaojuError(str(error)) from error
    click.echo(f"Backed up {warehouse} as {made} ({made.stat().st_size / 1e6:,.1f} MB); every check passed.")
    click.echo(f"Backups in {folder}: {len(backups(warehouse, folder))}. Back to one: kaoju restore FILE")


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@warehouse_option
def restore(file: Path, warehouse: Path) -> None:
    """Publish the backup FILE as the warehouse, after checking it.

    The file that was published before stays beside it. What was loaded since the backup is loaded again by
    the next run over the same sources.

    \b
    Example:
      kaoju restore warehouse/data/backups/kaoju-20261121T033000Z.duckdb
    """
    from warehouse.backup import BackupUnsound, restore
    from warehouse.schema import SchemaMismatch

    try:
        before = restore(file, warehouse)
    except (BackupUnsound, SchemaMismatch, OSError) as error:
        raise KaojuError(str(error)) from error
    click.echo(f"{warehouse} is now {file}; every check passed.")
    if before is not None:
        click.echo(f"What was published before is {before}")
