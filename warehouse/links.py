"""Which columns point at rows of other tables, and rows that point at nothing."""

from __future__ import annotations

from collections.abc import Set

import polars as pl

from warehouse.validation import Failure

TO_ENTITY = {
    "facts.entity_aliases": ("entity_id",),
    "facts.mentions": ("entity_id",),
    "facts.metrics": ("subject_id", "attributed_to_id"),
    "facts.event_roles": ("entity_id",),
    "facts.quotes": ("speaker_id",),
    "facts.relations": ("subject_id", "object_id"),
}
"""Table to its columns that hold an `entity_id`, or null."""


def unknown_entities(name: str, frame: pl.DataFrame, known: Set[str]) -> list[Failure]:
    """A failure for each row that names an entity which is neither in the warehouse nor in the batch."""
    failures = []
    for column in TO_ENTITY.get(name, ()):
        bad = frame.filter(pl.col(column).is_not_null() & ~pl.col(column).is_in(list(known)))
        failures += [
            Failure(
                row, f"{column}: entity exists", f"{column} is {entity!r}, which facts.entities does not have"
            )
            for row, entity in bad.select("_row", column).iter_rows()
        ]
    return failures


def without_fact(frame: pl.DataFrame, facts: Set[str]) -> list[Failure]:
    """A failure for each role or place of evidence whose fact did not get in."""
    bad = frame.filter(~pl.col("fact_id").is_in(list(facts)))
    return [
        Failure(row, "fact exists", f"its fact {fact!r} did not get in")
        for row, fact in bad.select("_row", "fact_id").iter_rows()
    ]
