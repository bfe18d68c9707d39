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


def expression_rows(lines: Iterable[bytes], default_date: str | None) -> Iterator[dict[str, Any]]:
    """One row for each line of JSON, in order.

    In: `{"id", "text", "date"?}` in UTF-8; out: `{"id", "expressions": [{FIELDS}]}`, offsets in code points.
    A date of the line goes before `default_date`; blank lines are passed over. A line that is not such an
    object, or whose date is not EDTF, gives `{"id", "error"}` with the number of the line. Raises ValueError
    where `default_date` is no date.
    """
    default = document_date(default_date)
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        record: Any = None
        try:
            record = json.loads(line.decode("utf-8-sig"))
            found = find_expressions(*_asked(record, default))
        except ValueError as error:
            key = record.get("id") if isinstance(record, dict) else None
            yield {"id": key, "error": f"line {number}: {error}"}
        else:
            yield {"id": record.get("id"), "expressions": [_row(one) for one in found]}


def _asked(record: Any, default: DocumentDate) -> tuple[str, DocumentDate]:
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise ValueError('want an object with "id" and "text"')
    date = record.get("date")
    if date is not None and not isinstance(date, str):
        raise ValueError(f"{date!r} is no date: write it as a string")
    return record["text"], document_date(date) if date else default


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
