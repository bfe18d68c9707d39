"""Where a trigger is part of another word or modifies one, and so states no event."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from transforms.seed_data import read_table
from transforms.vocabulary import EVENT_TYPES, checked


@dataclass(frozen=True, slots=True)
class NounRule:
    """Contexts in which triggers of these event types are nouns or modifiers (no types: of all)."""

    types: frozenset[str]
    before: re.Pattern[str]
    after: re.Pattern[str]


@cache
def noun_rules() -> tuple[NounRule, ...]:
    """Rules of `event_nouns.csv`; ValueError for an unknown event type."""
    return tuple(
        NounRule(
            frozenset()
            if row["types"] == "*"
            else frozenset(checked(t, EVENT_TYPES, "event type") for t in row["types"].split("|")),
            re.compile(f"(?:{row['before']})$"),
            re.compile(f"(?:{row['after']})"),
        )
        for row in read_table("rules", "extracting", "event_nouns.csv")
    )


def is_noun(type_: str, before: str, after: str) -> bool:
    """Whether a trigger of this event type is no verb between the masked texts `before` and `after`."""
    return any(
        (not rule.types or type_ in rule.types) and rule.before.search(before) and rule.after.match(after)
        for rule in noun_rules()
    )
