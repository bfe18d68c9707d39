"""`kaoju tables`."""

from __future__ import annotations

import click


@click.command()
def tables() -> None:
    """Not yet.

    \b
    Example:
      kaoju tables
    """
