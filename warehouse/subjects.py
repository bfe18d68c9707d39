"""What the documents of the warehouse are about: their texts and the names in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import duckdb

from transforms.rows import Row

_BATCH = 500
_READ = """
select d.document_id, d.title, d.published_edtf, d.text,
       coalesce((select list(e.name order by m.raw_start, e.entity_id)
                 from facts.mentions m join facts.entities e using (entity_id)
                 where m.document_id = d.document_id), []) as names
from corpus.documents d
{where}
order by d.document_id
"""
_OWN = "where d.source_uri not like 'http%'"


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
    result = con.execute(_READ.format(where=""))
    while rows := result.fetchmany(_BATCH):
        for document_id, title, published, text, names in rows:
            yield Subject(document_id, title, published, text, tuple(names))


def own_subjects(read: Callable[[str], list[Row]]) -> list[Subject]:
    """The documents that came from files and not from the web: what the user chose. `read` runs a query."""
    return [
        Subject(row["document_id"], row["title"], row["published_edtf"], row["text"], tuple(row["names"]))
        for row in read(_READ.format(where=_OWN))
    ]
