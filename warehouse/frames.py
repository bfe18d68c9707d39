"""Rows to typed frames, losing no row: what does not fit its column's type is told apart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import polars as pl

from transforms.rows import Row
from warehouse.tables.table import Table


@dataclass(frozen=True)
class Misfit:
    """A cell that is not of its column's type: row number, column and the value."""

    row: int
    column: str
    value: Any


def to_frame(table: Table, rows: Sequence[Row]) -> tuple[pl.DataFrame, list[Misfit]]:
    """A frame of the table's schema, one row for each row, and the cells that became null in it.

    A missing column is null. ValueError for a column that the table does not have.
    """
    schema = table.polars_schema()
    unknown = {name for row in rows for name in row if name not in schema}
    if unknown:
        raise ValueError(
            f"{table.name} has no column {', '.join(sorted(unknown))}; it has {', '.join(schema)}"
        )
    series, misfits = [], []
    for name, dtype in schema.items():
        values = [row.get(name) for row in rows]
        column, bad = _column(name, values, dtype)
        series.append(column)
        misfits += [Misfit(index, name, values[index]) for index in bad]
    return pl.DataFrame(series), misfits


def _column(name: str, values: list[Any], dtype: pl.DataType) -> tuple[pl.Series, list[int]]:
    cast = CASTS[dtype]
    cast_values, bad = [], []
    for index, value in enumerate(values):
        good = None if value is None else cast(value)
        if good is None and value is not None:
            bad.append(index)
        cast_values.append(good)
    return pl.Series(name, cast_values, dtype=dtype), bad


def _text(value: Any) -> str | None:
    if not isinstance(value, str):
        return None
    try:
        value.encode()
    except UnicodeEncodeError:  # a lone surrogate, which no database can hold
        return None
    return value


def _whole(value: Any) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return int(value) if value == value // 1 and abs(value) < 2**63 else None


def _real(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        return float(value)
    except OverflowError:
        return None


def _flag(value: Any) -> bool | None:
    return value if isinstance(value, bool) else None


def _day(value: Any) -> date | None:
    if isinstance(value, datetime):
        return None
    return value if isinstance(value, date) else _parsed(date.fromisoformat, value)


def _moment(value: Any) -> datetime | None:
    moment = value if isinstance(value, datetime) else _parsed(datetime.fromisoformat, value)
    return moment.astimezone(UTC).replace(tzinfo=None) if moment and moment.tzinfo else moment


def _parsed(parse: Callable[[str], Any], value: Any) -> Any:
    try:
        return parse(value)
    except (TypeError, ValueError):
        return None


def _bytes(value: Any) -> bytes | None:
    return value if isinstance(value, bytes) else None


def _texts(value: Any) -> list[str] | None:
    if not isinstance(value, list | tuple):
        return None
    texts = [_text(one) for one in value]
    return None if None in texts else [one for one in texts if one is not None]


def _wholes(value: Any) -> list[int] | None:
    if not isinstance(value, list | tuple):
        return None
    numbers = [_whole(one) for one in value]
    return None if None in numbers else [one for one in numbers if one is not None]


CASTS: dict[Any, Callable[[Any], Any]] = {
    pl.String(): _text,
    pl.Int64(): _whole,
    pl.Float64(): _real,
    pl.Boolean(): _flag,
    pl.Date(): _day,
    pl.Datetime("us"): _moment,
    pl.Binary(): _bytes,
    pl.List(pl.String): _texts,
    pl.List(pl.Int64): _wholes,
}
