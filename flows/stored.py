"""Documents as they first came, out of the warehouse that keeps their bytes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from flows.errors import KaojuError
from transforms.source import SourceItem

if TYPE_CHECKING:
    import duckdb

AT_ONCE: Final = 100


@dataclass(frozen=True)
class Chosen:
    """Documents of the warehouse: `stale` were made by other rules, `asked` is how many were looked at."""

    stale: tuple[str, ...]
    asked: int


def choose(
    con: duckdb.DuckDBPyConnection, rules_version: str, since: date | None, documents: Sequence[str]
) -> Chosen:
    """The documents that other rules made, oldest first.

    Published on `since` or later (where that is not known: first found), and with an id that begins with one
    of `documents`, if there are any. KaojuError for a beginning that no document has.
    """
    found = con.execute(
        "SELECT document_id, any_value(rules_version),"
        " coalesce(any_value(published_to), min(first_seen_at)::DATE) AS day"
        " FROM corpus.documents JOIN corpus.locations USING (document_id)"
        " GROUP BY document_id ORDER BY day, document_id"
    ).fetchall()
    for beginning in documents:
        if not any(document.startswith(beginning) for document, _, _ in found):
            raise KaojuError(f"no document's id begins with {beginning!r}; `kaoju why ID` shows a document")
    asked = [
        (document, version)
        for document, version, day in found
        if (since is None or day >= since) and (not documents or document.startswith(tuple(documents)))
    ]
    stale = tuple(document for document, version in asked if version != rules_version)
    return Chosen(stale, len(asked))


def stored_items(con: duckdb.DuckDBPyConnection, documents: Sequence[str]) -> Iterator[SourceItem]:
    """The items that these documents were made of, in their order, some hundred in memory at a time."""
    for at in range(0, len(documents), AT_ONCE):
        some = list(documents[at : at + AT_ONCE])
        rows = con.execute(
            "SELECT document_id, source_uri, content, media_type, declared_encoding, said::VARCHAR"
            " FROM corpus.sources JOIN corpus.documents USING (document_id)"
            " WHERE list_contains(?::VARCHAR[], document_id)",
            [some],
        ).fetchall()
        by_id = {document: row for document, *row in rows}
        for document in some:
            uri, content, media_type, encoding, said = by_id[document]
            yield SourceItem(uri, content, media_type or "text", encoding, json.loads(said) if said else {})
