"""When a document was published: what it says itself, narrowed by events that other documents date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from transforms.article import DocumentDate
from transforms.reconciling.seen_from import days_of_writing
from transforms.rows import Row

_LONGEST_DAYS: Final = 400
_STANCES: Final = ("relative", "ahead", "past")


@dataclass(frozen=True)
class Dated:
    """When a document was published, and every reason for or against it: rows of `corpus.datings`."""

    published: DocumentDate
    reasons: tuple[Row, ...]


def date_document(clues: Sequence[Row], events: Mapping[str, Row]) -> Dated:
    """The date of publication from a document's clues and the shared events, by name.

    Where it is known to the day nothing is narrowed. The intervals intersect; what contradicts those before
    it is shown and left out: first what the document says of its own date, then times seen from the day of
    writing, then what is still ahead or past.
    """
    own = clues[0]
    document = str(own["document_id"])
    stated = DocumentDate(own["edtf"], own["first_on"], own["last_on"], own["known_by"], own["words"])
    if stated.first is not None and stated.first == stated.last:
        return Dated(stated, (_own_reason(document, stated),))
    low, high = stated.first or date.min, stated.last or date.max
    reasons = [_own_reason(document, stated)]
    used: list[str] = []
    for reason, first, last in _from_events(clues, events):
        holds = first <= high and low <= last
        if holds and (first > low or last < high):
            used.append(reason["reason"])
            low, high = max(low, first), min(high, last)
        reasons.append({**reason, "holds": holds})
    numbered = tuple({**row, "document_id": document, "dating_no": n} for n, row in enumerate(reasons))
    if not used or low == date.min or high == date.max or (high - low).days > _LONGEST_DAYS:
        return Dated(stated, numbered)
    words = "; ".join([*used, *([f"{stated.basis}: {stated.words}"] if stated.basis else [])])
    return Dated(DocumentDate(_edtf(low, high), low, high, "shared-event", words), numbered)


def _own_reason(document: str, stated: DocumentDate) -> Row:
    verb = {"implied": "implies it by", None: "does not say when it was written"}.get(
        stated.basis, "says it:"
    )
    return {
        "document_id": document,
        "dating_no": 0,
        "known_by": stated.basis,
        "first_on": stated.first,
        "last_on": stated.last,
        "holds": True,
        "reason": f"the document {verb} {stated.words or ''}".strip(),
    }


def _from_events(clues: Sequence[Row], events: Mapping[str, Row]) -> Iterator[tuple[Row, date, date]]:
    """What each clue says by itself of the days of publication, the strongest first."""
    dated_here = {clue["event"] for clue in clues if clue["stance"] == "dated"}
    ranked = [clue for stance in _STANCES for clue in clues if clue["stance"] == stance]
    for clue in ranked:
        event = events.get(clue["event"])
        if event is None or not event["agree"] or clue["event"] in dated_here:
            continue
        span = _span(clue, event)
        if span is None:
            continue
        first, last = span
        when = _edtf(event["first_on"], event["last_on"])
        told = {
            "relative": f"{clue['words']} ({clue['event']})",
            "ahead": f"{clue['event']} is still ahead",
            "past": f"{clue['event']} has happened",
        }[clue["stance"]]
        row = {
            "known_by": "shared-event",
            "event": clue["event"],
            "dated_by": event["dated_by"],
            "first_on": None if first == date.min else first,
            "last_on": None if last == date.max else last,
            "reason": f"{told}, and {event['dated_by']} dates it {when}",
        }
        yield row, first, last


def _span(clue: Row, event: Row) -> tuple[date, date] | None:
    if clue["stance"] == "relative":
        return days_of_writing(clue["words"], event["first_on"], event["last_on"])
    if clue["stance"] == "ahead":
        return date.min, event["last_on"]
    return event["first_on"], date.max


def _edtf(first: date, last: date) -> str:
    if first == last:
        return first.isoformat()
    if (first.year, first.month, first.day) == (last.year, last.month, 1):
        return f"{first:%Y-%m}"
    return f"{first}/{last}"
