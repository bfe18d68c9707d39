"""`kaoju expressions`: quantities and times of texts on standard input."""

from __future__ import annotations

import sys
from io import TextIOWrapper

import click


@click.command()
@click.option(
    "--date",
    "published",
    metavar="EDTF",
    help="When the texts were published, a day, month or interval: 昨天 and 去年 are resolved by it.",
)
def expressions(published: str | None) -> None:
    """Find quantities and times: one JSON object with `id` and `text` a line in, one a line out.

    A `date` in the object goes before --date. Offsets count code points of the text.

    \b
    Example:
      echo '{"id": 1, "text": "昨天售出约360万辆"}' | kaoju expressions --date 2025-03-01
    """
    from flows.errors import KaojuError
    from transforms.expressions.records import expression_records

    try:
        for record in expression_records(TextIOWrapper(sys.stdin.buffer, "utf-8"), published):
            click.echo(record)
    except ValueError as error:
        raise KaojuError(f"in the input: {error}") from error
