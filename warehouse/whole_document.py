"""A document with all rows that point into its text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import duckdb

from transforms.aligned import AlignedText, Edit
from warehouse.fact_tables import FACT_TABLES

AT_ONCE = 200
SURFACES = ("facts.mentions", "facts.quantities", "facts.times")
OF_FACTS = " UNION ALL ".join(f"SELECT fact_id, document_id FROM {name}" for name in FACT_TABLES)


@dataclass(frozen=True)
class WholeDocument:
    """Texts and rows, in the order of their offsets.

    `repairs` are (start, end, before, after, rule), `surfaces` (start, end, table, surface), `sentences`
    (start, end, number, text), `quotes` (start, end, fact, text); all offsets are raw.
    """

    document_id: str
    raw: str
    clean: str
    repairs: list[tuple[int, int, str, str, str]]
    surfaces: list[tuple[int, int, str, str]]
    sentences: list[tuple[int, int, int, str]]
    quotes: list[tuple[int, int, str, str]]

    @cached_property
    def aligned(self) -> AlignedText | None:
        """The raw text with its repairs, or None where they do not fit it."""
        try:
            return AlignedText(self.raw, tuple(Edit(*one) for one in self.repairs))
        except ValueError:
            return None

    def became(self, start: int, end: int) -> str | None:
        """What the raw span became in the clean text; None where the repairs do not fit."""
        if self.aligned is None:
            return None
        first, last = self.aligned.clean_span(start, end)
        return self.aligned.text[first:last]


def whole_documents(con: duckdb.DuckDBPyConnection) -> Iterator[WholeDocument]:
    """Every document, some hundreds of them in memory at a time."""
    ids = [one for (one,) in con.execute("SELECT document_id FROM corpus.documents ORDER BY 1").fetchall()]
    for at in range(0, len(ids), AT_ONCE):
        some = ids[at : at + AT_ONCE]
        rows = [_by_document(con, columns, source, some) for columns, source in _sources()]
        texts = _by_document(
            con, "raw_text, text", "corpus.documents JOIN corpus.sources USING (document_id)", some
        )
        for document, found in texts.items():
            yield WholeDocument(document, *found[0], *(one[document] for one in rows))


def _sources() -> Iterator[tuple[str, str]]:
    """Columns and table of the rows of a document, in the order of its fields."""
    span = "raw_start, raw_end"
    surfaces = [f"SELECT document_id, {span}, '{name}' AS place, surface FROM {name}" for name in SURFACES]
    surfaces.append(
        f"SELECT document_id, {span}, 'facts.evidence', surface"
        f" FROM facts.evidence JOIN ({OF_FACTS}) USING (fact_id)"
    )
    yield f"{span}, before, after, rule", "corpus.repairs"
    yield f"{span}, place, surface", f"({' UNION ALL '.join(surfaces)})"
    yield f"{span}, sentence_no, text", "corpus.sentences"
    yield f"{span}, fact_id, text", "facts.quotes"


def _by_document(
    con: duckdb.DuckDBPyConnection, columns: str, source: str, documents: list[str]
) -> dict[str, list[Any]]:
    sql = f"SELECT document_id, {columns} FROM {source} WHERE list_contains(?::VARCHAR[], document_id)"
    rows: dict[str, list[Any]] = defaultdict(list)
    for document, *row in con.execute(sql, [documents]).fetchall():
        rows[document].append(tuple(row))
    for its_rows in rows.values():
        its_rows.sort()
    return rows
