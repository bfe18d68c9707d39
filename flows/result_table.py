"""The result of a query on the terminal: as a table, as CSV, as JSON."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from warehouse.printable import printable

CELL = 300


def show_table(columns: Sequence[str], rows: Sequence[Sequence[Any]], limit: int) -> None:
    """Show the first rows as a table; numbers to the right, long texts cut, control characters escaped."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, header_style="bold", pad_edge=False)
    numeric = [all(isinstance(row[n], int | float | None) for row in rows) for n in range(len(columns))]
    for column, number in zip(columns, numeric, strict=True):
        table.add_column(Text(printable(column)), justify="right" if number else "left", overflow="fold")
    for row in rows[:limit]:
        table.add_row(*(Text(cell(value), style="dim" if value is None else "") for value in row))
    # Without a terminal there is no width to keep to: lines stay whole for grep.
    console = Console(width=None if sys.stdout.isatty() else 10_000, highlight=False)
    console.print(table)
    shown = f", the first {limit} shown" if len(rows) > limit else ""
    console.print(f"({len(rows)} {'row' if len(rows) == 1 else 'rows'}{shown})", style="dim")


def cell(value: Any) -> str:
    """A value as it is shown in a table."""
    if value is None:
        return "null"
    if isinstance(value, bytes):
        return f"<{len(value)} bytes>"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    text = str(value)
    return printable(text if len(text) <= CELL else f"{text[: CELL - 1]}…")


def write_csv(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Write all rows as CSV; where it goes to a terminal, with control characters escaped."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        values = ["" if value is None else value for value in row]
        writer.writerow([printable(str(one)) for one in values] if sys.stdout.isatty() else values)


def write_json(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Write one JSON object a row, a row a line."""
    for row in rows:
        line = json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False, default=_plain)
        sys.stdout.write((printable(line) if sys.stdout.isatty() else line) + "\n")


def _plain(value: Any) -> Any:
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    return f"<{len(value)} bytes>" if isinstance(value, bytes) else str(value)
