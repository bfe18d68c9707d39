"""Which rows of a frame pass the table's model, and why the others do not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl
from pandera.errors import SchemaErrors

from transforms.rows import Row
from warehouse.failure_words import in_words, shown
from warehouse.frames import to_frame
from warehouse.tables.table import Table


class TableFault(Exception):
    """A failure of the table as a whole, such as a missing column: a fault of the program, not of a row."""


@dataclass(frozen=True)
class Failure:
    """Why one row did not pass: its number among the rows given, the check, and what is wrong."""

    row: int
    check_name: str
    reason: str


def split_valid(table: Table, rows: Sequence[Row]) -> tuple[pl.DataFrame, list[Failure]]:
    """The rows that pass, as a frame of the table's schema and `_row`, and a failure for each other row.

    The first row of a key wins; an equal row after it is left out silently, a different one fails. Of rows
    that are shared between documents the registry's wins. TableFault where it is not a row that is wrong.
    """
    frame, misfits = to_frame(table, rows)
    failures = {
        misfit.row: Failure(misfit.row, f"{misfit.column}: type", f"{misfit.column} is {shown(misfit.value)}")
        for misfit in misfits
    }
    frame = frame.with_row_index("_row")
    frame = frame.filter(~pl.col("_row").is_in(list(failures)))
    if table.key:
        frame, repeated = _first_of_each_key(table, frame)
        failures |= {failure.row: failure for failure in repeated}
    while frame.height:
        found = _failures(table, frame)
        if not found:
            break
        failures |= {failure.row: failure for failure in found}
        frame = frame.filter(~pl.col("_row").is_in([failure.row for failure in found]))
    return frame, sorted(failures.values(), key=lambda failure: failure.row)


def _first_of_each_key(table: Table, frame: pl.DataFrame) -> tuple[pl.DataFrame, list[Failure]]:
    key = list(table.key)
    if "basis" in table.columns:
        frame = frame.sort(pl.col("basis") != "registry", maintain_order=True)
    first = frame.unique(subset=key, keep="first", maintain_order=True)
    if table.owner == "shared" or first.height == frame.height:
        return first, []
    again = frame.join(first.select("_row"), on="_row", how="anti")
    originals = {_hashable(row) for row in first.drop("_row").iter_rows()}
    failures = []
    for row in again.iter_rows():
        if _hashable(row[1:]) not in originals:
            named = ", ".join(f"{name} = {shown(row[frame.columns.index(name)])}" for name in key)
            failures.append(Failure(row[0], "key", f"another row has {named} too, with other values"))
    return first, failures


def _failures(table: Table, frame: pl.DataFrame) -> list[Failure]:
    try:
        table.model.validate(frame.drop("_row"), lazy=True)
    except SchemaErrors as errors:
        cases = errors.failure_cases
        if cases["index"].null_count():
            raise TableFault(
                f"{table.name}: {cases.filter(pl.col('index').is_null()).to_dicts()}"
            ) from errors
        numbers = frame["_row"].to_list()
        by_row: dict[int, list[dict[str, Any]]] = defaultdict(list)
        for case in cases.iter_rows(named=True):
            by_row[numbers[case["index"]]].append(case)
        return [_failure(row, cases) for row, cases in by_row.items()]
    return []


def _failure(row: int, cases: list[dict[str, Any]]) -> Failure:
    told = sorted({in_words(case) for case in cases})
    checks = dict.fromkeys(check for check, _ in told)
    return Failure(row, "; ".join(checks), "; ".join(reason for _, reason in told)[:1000])


def _hashable(row: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(tuple(cell) if isinstance(cell, list) else cell for cell in row)
