"""Which documents are copies, said in the documents themselves."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

COPIES = ("exact", "near")


def mark_copies(con: duckdb.DuckDBPyConnection, documents: Sequence[str] | None = None) -> None:
    """Set `duplicate_of` to the original of the family for exact and near copies, to null for all others.

    Of these documents, or of all.
    """
    asked = "" if documents is None else " WHERE d.document_id IN (SELECT unnest(?::VARCHAR[]))"
    con.execute(
        "UPDATE corpus.documents AS d SET duplicate_of = new.original FROM ("
        "  SELECT d.document_id, o.document_id AS original FROM corpus.documents d"
        "  LEFT JOIN corpus.families f"
        f"   ON f.document_id = d.document_id AND NOT f.is_original AND f.method IN {COPIES}"
        f"  LEFT JOIN corpus.families o ON o.family_id = f.family_id AND o.is_original{asked}"
        ") AS new WHERE new.document_id = d.document_id AND d.duplicate_of IS DISTINCT FROM new.original",
        [] if documents is None else [list(documents)],
    )
