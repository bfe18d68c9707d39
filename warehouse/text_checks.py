"""Checks that hold the rows of a document against its text.

They are not SQL because DuckDB walks from the start of a text to each offset, which a long text makes slow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Any

import duckdb

from warehouse.whole_document import WholeDocument, whole_documents

Row = tuple[Any, ...]
TextCheck = Callable[[WholeDocument], Iterator[Row]]


def surface_not_in_raw_text(one: WholeDocument) -> Iterator[Row]:
    """The raw text at the offsets of every mention, quantity, time and evidence is its surface."""
    for start, end, table, surface in one.surfaces:
        if one.raw[start:end] != surface:
            yield table, one.document_id, start, end, surface


def repair_not_in_raw_text(one: WholeDocument) -> Iterator[Row]:
    """What a repair replaced is what stands in the raw text at its offsets, and repairs do not overlap."""
    for start, end, before, _, rule in one.repairs:
        if one.raw[start:end] != before:
            yield one.document_id, rule, start, end, before
    for prior, (start, end, before, _, rule) in pairwise(one.repairs):
        if start < prior[1]:
            yield one.document_id, rule, start, end, before


def clean_text_not_rebuilt(one: WholeDocument) -> Iterator[Row]:
    """The raw text with all its repairs made is the clean text."""
    if one.aligned is None or one.aligned.text != one.clean:
        yield one.document_id, len(one.clean)


def sentence_not_in_text(one: WholeDocument) -> Iterator[Row]:
    """A sentence is what its raw span became, and sentences are numbered from 0 in the order of the text."""
    for place, (start, end, number, text) in enumerate(one.sentences):
        became = one.became(start, end)
        if number != place or (became is not None and became != text):
            yield one.document_id, number, text


def quote_not_its_words(one: WholeDocument) -> Iterator[Row]:
    """A quoted text is what its raw span became, but for white space."""
    for start, end, fact, text in one.quotes:
        became = one.became(start, end)
        if became is not None and "".join(became.split()) != "".join(text.split()):
            yield fact, text, became


CHECKS: tuple[TextCheck, ...] = (
    surface_not_in_raw_text,
    repair_not_in_raw_text,
    clean_text_not_rebuilt,
    sentence_not_in_text,
    quote_not_its_words,
)


def text_findings(
    con: duckdb.DuckDBPyConnection, checks: Sequence[TextCheck] = CHECKS
) -> dict[str, list[Row]]:
    """Name of each check → the rows that break it, over all documents."""
    found: dict[str, list[Row]] = {check.__name__: [] for check in checks}
    for document in whole_documents(con) if checks else ():
        for check in checks:
            found[check.__name__] += check(document)
    return found
