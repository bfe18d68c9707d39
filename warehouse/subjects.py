"""What the documents of the warehouse are about: their texts and the names in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import duckdb

_BATCH = 500
_READ = """
select d.document_id, d.title, d.published_edtf, d.text,
       coalesce((select list(e.name order by m.raw_start, e.entity_id)
                 from facts.mentions m join facts.entities e using (entity_id)
                 where m.document_id = d.document_id), []) as names
from corpus.documents d
order by d.document_id
"""


@dataclass(frozen=True)
class Subject:
    """A document's clean text and the canonical names of its entities, one for each mention."""

    document_id: str
    title: str | None
    published: str | None
    text: str
    names: tuple[str, ...]


def subjects(con: duckdb.DuckDBPyConnection) -> Iterator[Subject]:
    """All documents, by their ids; a batch of them in memory at a time."""
    result = con.execute(_READ)
    while rows := result.fetchmany(_BATCH):
        for document_id, title, published, text, names in rows:
            yield Subject(document_id, title, published, text, tuple(names))
