"""The JSON lines of `kaoju expressions`: texts in, expressions out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from transforms.annotations import Quantity, TimeSpan
from transforms.article import DocumentDate
from transforms.expressions.calendar_span import read_edtf
from transforms.expressions.find import find_expressions
from transforms.expressions.units import currency_codes

FIELDS = (
    "start", "end", "kind", "value", "low", "high", "unit", "currency", "bound", "edtf", "start_on", "end_on",
)  # fmt: skip


def document_date(edtf: str | None) -> DocumentDate:
    """The date of a document from EDTF: a day, month, year or closed interval. Raises ValueError."""
    if edtf is None or not edtf.strip():
        return DocumentDate()
    span = read_edtf(edtf)
    if span is None or span.first is None or span.last is None:
        raise ValueError(f"{edtf!r} is no date: write 2024-08-29, 2024-08 or 2024-08-01/2024-08-31")
    return DocumentDate(edtf=edtf.strip(), first=span.first, last=span.last, basis="stated")


def expression_records(lines: Iterable[str], default_date: str | None) -> Iterator[str]:
    """One line of JSON out for each line in.

    In: `{"id", "text", "date"?}`; out: `{"id", "expressions": [{FIELDS}]}` offsets in code points.
    A date of the line goes before `default_date`. Blank lines are passed over. Raises ValueError, with the
    number of the line, on JSON that is not such an object and on a date that is not EDTF.
    """
    default = document_date(default_date)
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            if not isinstance(record, dict) or not isinstance(record.get("text"), str):
                raise ValueError('want an object with "id" and "text"')
            date = record.get("date")
            published = document_date(date) if date else default
        except ValueError as error:
            raise ValueError(f"line {number}: {error}") from error
        found = [_row(expression) for expression in find_expressions(record["text"], published)]
        yield json.dumps({"id": record.get("id"), "expressions": found}, ensure_ascii=False)


def _row(found: Quantity | TimeSpan) -> dict[str, Any]:
    row: dict[str, Any] = dict.fromkeys(FIELDS)
    row |= {"start": found.start, "end": found.end}
    if isinstance(found, Quantity):
        currency = found.unit if found.unit in currency_codes() else None
        return row | {
            "kind": "quantity", "value": found.value, "low": found.low, "high": found.high,
            "unit": found.unit, "currency": currency, "bound": found.bound,
        }  # fmt: skip
    return row | {
        "kind": "time",
        "edtf": found.edtf,
        "start_on": found.first.isoformat() if found.first else None,
        "end_on": found.last.isoformat() if found.last else None,
    }
