"""Which documents are copies, said in the documents themselves."""

from __future__ import annotations

import duckdb

COPIES = ("exact", "near")


def mark_copies(con: duckdb.DuckDBPyConnection) -> None:
    """Set `duplicate_of` to the original of the family for exact and near copies, to null for all others."""
    con.execute(
        "UPDATE corpus.documents AS d SET duplicate_of = new.original FROM ("
        "  SELECT d.document_id, o.document_id AS original FROM corpus.documents d"
        "  LEFT JOIN corpus.families f"
        f"   ON f.document_id = d.document_id AND NOT f.is_original AND f.method IN {COPIES}"
        "  LEFT JOIN corpus.families o ON o.family_id = f.family_id AND o.is_original"
        ") AS new WHERE new.document_id = d.document_id AND d.duplicate_of IS DISTINCT FROM new.original"
    )
