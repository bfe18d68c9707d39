"""Numbers and tables with the SQL that they are: whoever doubts one can run it."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import Any

import duckdb

from warehouse.spreadsheets import harmless


@dataclass(frozen=True)
class Figure:
    """One number in words, and the SQL that it is the only cell of."""

    label: str
    value: int
    sql: str


@dataclass(frozen=True)
class Listing:
    """The first rows of a table of `total`, and its SQL; `name` is that of its file of data."""

    name: str
    title: str
    sql: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    total: int
    about: str = ""

    @property
    def top(self) -> float:
        """The largest number of the last column: what a full bar stands for."""
        return max((float(row[-1]) for row in self.rows if isinstance(row[-1], int | float)), default=0) or 1


def figure(con: duckdb.DuckDBPyConnection, label: str, sql: str) -> Figure:
    """Run the query of a figure."""
    return Figure(label, con.execute(sql).fetchall()[0][0], sql)


def listing(
    con: duckdb.DuckDBPyConnection, name: str, title: str, sql: str, shown: int = 200, about: str = ""
) -> Listing:
    """Run the query of a table; only its first rows are kept."""
    result = con.execute(sql)
    columns = tuple(column[0] for column in result.description or [])
    rows = result.fetchall()
    return Listing(name, title, sql, columns, tuple(rows[:shown]), len(rows), about)


def as_csv(one: Listing) -> str:
    """The rows that are shown, for a spreadsheet: no text in it is a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(one.columns)
    writer.writerows([harmless(cell) for cell in row] for row in one.rows)
    return out.getvalue()
