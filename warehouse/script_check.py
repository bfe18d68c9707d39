"""Whether every text but the raw ones is Simplified: a check that asks OpenCC, which SQL cannot."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb
import polars as pl

from transforms.cleaning.script import simplify
from warehouse.tables.catalogue import TABLES

CLEAN = "corpus.documents.text"
RAW = ("surface", "before", "after", "raw_text")
GIVEN = ("source_uri", "url", "alias")  # an alias may be a Traditional one
PARTS = ("corpus.sentences.text", "facts.quotes.text")  # other checks hold them against the clean text
Row = tuple[str, str, str]


def text_not_simplified(con: duckdb.DuckDBPyConnection) -> list[Row]:
    """Every text column but surface, before, after, aliases and places is clean Simplified.

    Rows are (column, text, its Traditional characters). A character that a clean text keeps, because it is
    right there (瞭望), may stand in what was taken from it.
    """
    kept: set[str] = set()
    found: list[Row] = []
    for (text,) in con.execute("SELECT text FROM corpus.documents").fetchall():
        kept |= set(text) & _traditional("".join(set(text)))
        found += _finding(CLEAN, text, set())
    for table, column in _columns():
        name = f'SELECT DISTINCT "{column}" FROM {table} WHERE "{column}" IS NOT NULL'
        for (text,) in con.execute(name).fetchall():
            found += _finding(f"{table}.{column}", text, kept)
    return found


def _columns() -> Iterator[tuple[str, str]]:
    for name, table in TABLES.items():
        if not name.startswith("ops."):
            for column, type_ in table.polars_schema().items():
                is_text = type_ == pl.String and not column.endswith("_id")
                if is_text and column not in (*RAW, *GIVEN) and f"{name}.{column}" not in (CLEAN, *PARTS):
                    yield name, column


def _finding(place: str, text: str, kept: set[str]) -> Iterator[Row]:
    simplified = simplify(text)
    if simplified != text:
        wrong = {before for before, after in zip(text, simplified, strict=True) if before != after} - kept
        if wrong:
            yield place, text[:80], "".join(sorted(wrong))


def _traditional(characters: str) -> set[str]:
    return {one for one in characters if simplify(one) != one}
