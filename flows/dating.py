"""Publication dates kept up to date: what a new document dates may date others, and they it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from flows.stored import stored_items
from transforms.article import DocumentDate
from transforms.pipeline import process
from transforms.reconciling.dating import date_document
from transforms.reconciling.shared_events import shared_event
from transforms.rows import Row
from warehouse.writer import Piece, Writer

AT_ONCE: Final = 100
_GIVEN: Final = "(SELECT unnest(?::VARCHAR[]))"


def date_documents(writer: Writer, grouped: Sequence[str], run_id: str, now: datetime) -> list[str]:
    """Date the new documents, and those that share an event with them whose date they change; who changed.

    `grouped` are the documents whose family is new. Documents whose date is another one than before are read
    again from their bytes, so that the times in them and the dates of their facts follow. An event is dated
    by what documents say of it by themselves, so the outcome does not depend on the order in which they come.
    """
    new = sorted({*grouped, *_undated(writer)})
    names, events = _dated_events(writer, new)
    old = _by_event(writer, names)
    changed = [event for event in names if _says(old.get(event)) != _says(events.get(event))]
    documents = sorted({*new, *_touched(writer, changed)})
    clues: dict[str, list[Row]] = defaultdict(list)
    for row in _rows(
        writer,
        f"SELECT * FROM corpus.date_clues WHERE document_id IN {_GIVEN} ORDER BY document_id, clue_no",
        documents,
    ):
        clues[row["document_id"]].append(row)
    spoken_of = {row["event"] for rows in clues.values() for row in rows if row["event"]}
    known = _by_event(writer, sorted(spoken_of - set(names))) | events
    dated = {document: date_document(rows, known) for document, rows in clues.items()}
    redated = _other_dates(writer, {document: one.published for document, one in dated.items()})
    _read_again(writer, redated, run_id, now)
    writer.rewrite(
        run_id,
        Piece("corpus.shared_events", "event", names, list(events.values())),
        Piece("corpus.datings", "document_id", documents, [r for one in dated.values() for r in one.reasons]),
    )
    return list(redated)


def _undated(writer: Writer) -> list[str]:
    sql = "SELECT document_id FROM corpus.documents ANTI JOIN corpus.datings USING (document_id)"
    return [row["document_id"] for row in writer.read(sql)]


def _dated_events(writer: Writer, new: Sequence[str]) -> tuple[list[str], dict[str, Row]]:
    """The events that the new documents date, and those that have lost their date, with their dates now."""
    dated = _rows(
        writer,
        "SELECT event, document_id, family_id, first_on, last_on FROM corpus.date_clues"
        " JOIN corpus.families USING (document_id) WHERE stance = 'dated' AND (event IN"
        f" (SELECT event FROM corpus.date_clues WHERE stance = 'dated' AND document_id IN {_GIVEN})"
        " OR event NOT IN (SELECT event FROM corpus.shared_events)) ORDER BY ALL",
        new,
    )
    clues: dict[str, list[Row]] = defaultdict(list)
    for row in dated:
        clues[row["event"]].append(row)
    return sorted(clues), {event: shared_event(event, its) for event, its in clues.items()}


def _by_event(writer: Writer, names: Sequence[str]) -> dict[str, Row]:
    found = _rows(writer, f"SELECT * FROM corpus.shared_events WHERE event IN {_GIVEN}", names)
    return {row["event"]: row for row in found}


def _other_dates(writer: Writer, dates: dict[str, DocumentDate]) -> dict[str, DocumentDate]:
    """The dates that are not those which the documents have."""
    rows = _rows(
        writer,
        "SELECT document_id, published_edtf, published_basis FROM corpus.documents"
        f" WHERE document_id IN {_GIVEN}",
        sorted(dates),
    )
    has = {row["document_id"]: (row["published_edtf"], row["published_basis"]) for row in rows}
    return {name: one for name, one in sorted(dates.items()) if has[name] != (one.edtf, one.known_by)}


def _says(event: Row | None) -> tuple[object, ...] | None:
    return tuple(event[name] for name in ("first_on", "last_on", "dated_by")) if event else None


def _touched(writer: Writer, events: Sequence[str]) -> list[str]:
    """The documents that one of the events may date, or was dated by one that has no date any more."""
    rows = _rows(
        writer,
        f"SELECT document_id FROM corpus.date_clues WHERE stance <> 'dated' AND event IN {_GIVEN}"
        " UNION SELECT document_id FROM corpus.datings WHERE event IS NOT NULL"
        " AND event NOT IN (SELECT event FROM corpus.shared_events)",
        events,
    )
    return [row["document_id"] for row in rows]


def _read_again(writer: Writer, dates: dict[str, DocumentDate], run_id: str, now: datetime) -> None:
    documents = list(dates)
    for at in range(0, len(documents), AT_ONCE):
        some = documents[at : at + AT_ONCE]
        items = stored_items(writer.connection, some)
        rows = [process(item, dates[document]) for document, item in zip(some, items, strict=True)]
        writer.load(rows, run_id, now, same_text=True)


def _rows(writer: Writer, sql: str, values: Sequence[str]) -> list[Row]:
    result = writer.connection.execute(sql, [list(values)])
    columns = [column[0] for column in result.description or []]
    return [dict(zip(columns, row, strict=True)) for row in result.fetchall()]
