"""When an event took place, by all documents that date it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Final

from transforms.rows import Row

# So much of the independent sources must agree; else the event dates nothing.
_MOST: Final = 2 / 3


def shared_event(event: str, dated: Collection[Row]) -> Row:
    """The row of `corpus.shared_events` of clues that date one event.

    A clue has `document_id`, `family_id`, `first_on` and `last_on`. The days that the most families allow are
    the event's, if two thirds of all do: one slip among many does not hide it, and nothing is averaged.
    """
    families = {row["family_id"] for row in dated}

    def on(day: date) -> list[Row]:
        return [row for row in dated if row["first_on"] <= day <= row["last_on"]]

    def support(day: date) -> int:
        return len({row["family_id"] for row in on(day)})

    best = max(sorted({row["first_on"] for row in dated}), key=support)
    agree = support(best) >= _MOST * len(families)
    holding = on(best)
    exact = min(holding, key=lambda row: (row["last_on"] - row["first_on"], row["document_id"]))
    return {
        "event": event,
        "first_on": max(row["first_on"] for row in holding) if agree else None,
        "last_on": min(row["last_on"] for row in holding) if agree else None,
        "documents": len({row["document_id"] for row in dated}),
        "sources": len(families),
        "dated_by": exact["document_id"],
        "agree": agree,
    }
