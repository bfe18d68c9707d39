"""The words of evidence, taken from the raw text at its offsets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from transforms.rows import Row


def with_words(evidence: Sequence[Row], sources: Sequence[Row], owners: Mapping[Any, Any]) -> list[Row]:
    """Rows of `facts.evidence`, each with `surface`; `owners` is the document of each fact.

    Kept in the table because cutting a word out of a long text by offset costs DuckDB a walk from its start.
    """
    raw_texts = {row.get("document_id"): row.get("raw_text") for row in sources}
    out = []
    for row in evidence:
        raw = raw_texts.get(owners.get(row.get("fact_id")))
        start, end = row.get("raw_start"), row.get("raw_end")
        if isinstance(raw, str) and isinstance(start, int) and isinstance(end, int):
            # Offsets outside the text are refused for what they are, not for having no words.
            row = {"surface": raw[start:end] or "?", **row}
        out.append(row)
    return out
