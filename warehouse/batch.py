"""A batch in which each document comes once."""

from __future__ import annotations

from transforms.rows import Rows


def once_each(batch: list[Rows]) -> tuple[list[Rows], list[tuple[str, str]]]:
    """The batch without documents that come again in it, and (document_id, source_uri) of those left out.

    The bytes of a document make its id, so the second is the first, found in another place.
    """
    seen: set[object] = set()
    first: list[Rows] = []
    again: list[tuple[str, str]] = []
    for rows in batch:
        documents = rows.get("corpus.documents", [])
        ids = {row.get("document_id") for row in documents}
        if ids and ids <= seen:
            again += [(row["document_id"], row["source_uri"]) for row in documents]
        else:
            first.append(rows)
        seen |= ids
    return first, again
