"""What the warehouse knows of a document from before, and taking it out before it is loaded again."""

from __future__ import annotations

from collections.abc import Sequence, Set
from datetime import datetime

import duckdb
import polars as pl

from transforms.rows import Row, Rows
from warehouse.fact_tables import FACT_TABLES
from warehouse.frames import to_frame
from warehouse.tables.catalogue import TABLES
from warehouse.tables.documents import FINGERPRINTS, LOCATIONS


def with_history(con: duckdb.DuckDBPyConnection, batch: list[Rows], now: datetime) -> list[Rows]:
    """The batch with what only the warehouse can say of its documents: `loaded_at` and `supersedes`."""
    uris = {str(row.get("source_uri")) for rows in batch for row in rows.get("corpus.documents", [])}
    before = _earlier_versions(con, uris)
    out = []
    for rows in batch:
        documents = [
            {**row, "loaded_at": now, "supersedes": row.get("supersedes") or _superseded(before, row)}
            for row in rows.get("corpus.documents", [])
        ]
        out.append({**rows, "corpus.documents": documents})
    return out


def _earlier_versions(
    con: duckdb.DuckDBPyConnection, uris: Set[str]
) -> dict[str, list[tuple[str, str | None]]]:
    """Place → (document, what it supersedes), latest first; a record of a file has no lasting place."""
    found = con.execute(
        "SELECT l.source_uri, document_id, supersedes FROM corpus.locations l"
        " JOIN corpus.documents USING (document_id) WHERE NOT contains(l.source_uri, '#line=')"
        " AND l.source_uri IN (SELECT unnest(?::VARCHAR[]))"
        " ORDER BY first_seen_at DESC, document_id",
        [[uri.encode("utf-8", "ignore").decode("utf-8") for uri in uris]],
    ).fetchall()
    before: dict[str, list[tuple[str, str | None]]] = {}
    for uri, document, supersedes in found:
        before.setdefault(uri, []).append((document, supersedes))
    return before


def _superseded(before: dict[str, list[tuple[str, str | None]]], row: Row) -> str | None:
    versions = before.get(str(row.get("source_uri")), [])
    for document, supersedes in versions:
        if document == row.get("document_id"):
            return supersedes
    return versions[0][0] if versions else None


def delete_documents(
    con: duckdb.DuckDBPyConnection, documents: Sequence[str], *, same_text: bool = False
) -> tuple[str, ...]:
    """Delete all rows of those of the documents that are there, but for their locations; the ids deleted.

    Unless the text stays the same, what was found of them among others goes too.
    """
    con.register("incoming_rows", pl.DataFrame({"document_id": documents}, {"document_id": pl.String}))
    try:
        there = con.execute(
            "SELECT document_id FROM corpus.documents SEMI JOIN incoming_rows USING (document_id)"
        ).fetchall()
        if there:
            if not same_text:
                _forget_reconciled(con)
            facts = " UNION ALL ".join(
                f"SELECT fact_id FROM {name} SEMI JOIN incoming_rows USING (document_id)"
                for name in FACT_TABLES
            )
            # Claims that lose a fact are made anew by the next reconciling, which knows them by this.
            con.execute(
                "UPDATE facts.claims SET fact_ids = [] WHERE claim_id IN (SELECT claim_id FROM (SELECT"
                f" claim_id, unnest(fact_ids) AS fact_id FROM facts.claims) WHERE fact_id IN ({facts}))"
            )
            for owner, column, gone in (
                ("fact", "fact_id", facts),
                ("document", "document_id", "SELECT document_id FROM incoming_rows"),
            ):
                for name in [name for name, table in TABLES.items() if table.owner == owner]:
                    if not (same_text and name == FINGERPRINTS.name):
                        con.execute(f"DELETE FROM {name} WHERE {column} IN ({gone})")
    finally:
        con.unregister("incoming_rows")
    return tuple(document for (document,) in there)


def _forget_reconciled(con: duckdb.DuckDBPyConnection) -> None:
    """Take away the families and dates of the incoming documents and the events that they dated.

    A family whose text has changed may fall apart: all its members are to be compared again.
    """
    con.execute(
        "DELETE FROM corpus.families WHERE family_id IN"
        " (SELECT family_id FROM corpus.families SEMI JOIN incoming_rows USING (document_id))"
    )
    con.execute(
        "DELETE FROM corpus.shared_events WHERE event IN (SELECT event FROM corpus.date_clues"
        " SEMI JOIN incoming_rows USING (document_id) WHERE stance = 'dated')"
    )
    con.execute("DELETE FROM corpus.datings WHERE document_id IN (SELECT document_id FROM incoming_rows)")


def note_locations(
    con: duckdb.DuckDBPyConnection, pairs: Sequence[tuple[str, str]], now: datetime, *, reloaded: bool
) -> None:
    """Add (document_id, source_uri) pairs; where `reloaded` those there already get a new `last_seen_at`."""
    rows = [
        {"document_id": document, "source_uri": uri, "first_seen_at": now, "last_seen_at": now}
        for document, uri in dict.fromkeys(pairs)
    ]
    if not rows:
        return
    frame, misfits = to_frame(LOCATIONS, rows)
    if misfits:
        raise ValueError(f"not a location: {rows[misfits[0].row]}")
    action = "UPDATE SET last_seen_at = excluded.last_seen_at" if reloaded else "NOTHING"
    con.register("incoming_rows", frame)
    try:
        con.execute(f"INSERT INTO corpus.locations SELECT * FROM incoming_rows ON CONFLICT DO {action}")
    finally:
        con.unregister("incoming_rows")
