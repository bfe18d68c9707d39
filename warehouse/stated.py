"""Where a fact is stated: its words in their sentence, the raw text there, and the edits in between."""

from __future__ import annotations

from dataclasses import dataclass

import duckdb

from transforms.aligned import AlignedText, Edit
from transforms.rows import Row

CONTEXT = 40


@dataclass(frozen=True)
class Place:
    """One place that states the fact: clean words in their sentence, the raw words, the edits in between."""

    raw_start: int
    raw_end: int
    raw: str
    before: str
    words: str
    after: str
    edits: tuple[Edit, ...]


def places_of(con: duckdb.DuckDBPyConnection, fact: Row) -> tuple[Place, ...]:
    """Every place that states the fact, its own first."""
    document = fact["document_id"]
    raw = con.execute("SELECT raw_text FROM corpus.sources WHERE document_id = ?", [document]).fetchall()[0][
        0
    ]
    edits = con.execute(
        "SELECT raw_start, raw_end, before, after, rule FROM corpus.repairs WHERE document_id = ?"
        " ORDER BY raw_start",
        [document],
    ).fetchall()
    aligned = AlignedText(raw, tuple(Edit(*edit) for edit in edits))
    sentences = con.execute(
        "SELECT raw_start, raw_end FROM corpus.sentences WHERE document_id = ? ORDER BY raw_start", [document]
    ).fetchall()
    places = con.execute(
        "SELECT raw_start, raw_end FROM facts.evidence WHERE fact_id = ? ORDER BY place_no", [fact["fact_id"]]
    ).fetchall()
    return tuple(
        _place(aligned, start, end, sentences)
        for start, end in places or [(fact["raw_start"], fact["raw_end"])]
    )


def _place(aligned: AlignedText, start: int, end: int, sentences: list[tuple[int, int]]) -> Place:
    first, last = aligned.clean_span(start, end)
    touched = [aligned.clean_span(*one) for one in sentences if one[0] < end and start < one[1]]
    lo = min([one[0] for one in touched], default=max(0, first - CONTEXT))
    hi = max([one[1] for one in touched], default=min(len(aligned.text), last + CONTEXT))
    text = aligned.text
    return Place(
        *(start, end, aligned.raw[start:end]),
        *(text[min(lo, first) : first], text[first:last], text[last : max(hi, last)]),
        aligned.edits_within(start, end),
    )
