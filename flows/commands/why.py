"""`kaoju why`."""

from __future__ import annotations

import click


@click.command()
def why() -> None:
    """Not yet.

    \b
    Example:
      kaoju why
    """
