"""`kaoju expressions`: quantities and times of texts on standard input."""

from __future__ import annotations

import json
import sys

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

    A `date` in the object goes before --date. Offsets count code points of the text. A line that cannot be
    read gives an object with `error`, the others are read on, and the exit code is 1.

    \b
    Example:
      echo '{"id": 1, "text": "昨天售出约360万辆"}' | kaoju expressions --date 2025-03-01
    """
    from flows.errors import KaojuError
    from transforms.expressions.records import document_date, expression_rows

    try:
        document_date(published)
    except ValueError as error:
        raise KaojuError(f"--date: {error}") from error
    wrong: list[str] = []
    for row in expression_rows(sys.stdin.buffer, published):
        if "error" in row:
            wrong.append(row["error"])
        click.echo(json.dumps(row, ensure_ascii=False))
    if wrong:
        raise KaojuError(f"{len(wrong)} line(s) of the input could not be read; {wrong[0]}")
