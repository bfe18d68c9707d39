"""`kaoju expressions`: quantities and times of texts on standard input."""

from __future__ import annotations

import json
import sys
from datetime import date, datetime

import click

from flows.errors import KaojuError


@click.command()
@click.option(
    "--date",
    "published",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day that the texts were published; 昨天 and 去年 are resolved by it.",
)
def expressions(published: datetime | None) -> None:
    """Find the quantities and times in texts: one JSON object with `text` a line in, one a line out.

    \b
    Example:
      echo '{"text": "昨天售出约360万辆"}' | kaoju expressions --date 2025-03-01
    """
    from transforms.annotating.expressions.records import expression_records

    day: date | None = published.date() if published else None
    for number, line in enumerate(sys.stdin.buffer, 1):
        if not line.strip():
            continue
        try:
            text = json.loads(line)["text"]
        except (ValueError, KeyError, TypeError) as error:
            raise KaojuError(
                f'line {number} of the input is not a JSON object with a "text" field: {error}'
            ) from error
        click.echo(
            json.dumps({"text": text, "expressions": expression_records(text, day)}, ensure_ascii=False)
        )
