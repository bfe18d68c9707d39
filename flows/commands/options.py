"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from flows.errors import KaojuError

DEFAULT: Final = Path("warehouse/data/kaoju.duckdb")

warehouse_option = click.option(
    "--warehouse",
    type=click.Path(path_type=Path, dir_okay=False),
    default=DEFAULT,
    show_default=True,
    metavar="FILE",
    help="The DuckDB file of the published warehouse.",
)


def existing(warehouse: Path) -> None:
    """KaojuError with what to do if there is no warehouse: said at once, before anything slow is imported."""
    if not warehouse.exists():
        raise KaojuError(
            f"there is no warehouse at {warehouse}; make one with "
            f"`kaoju run FOLDER --warehouse {warehouse}`, or name another with --warehouse"
        )
