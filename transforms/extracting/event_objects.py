"""Whether an object can be that of an event, and the type that it makes of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from transforms.extracting.event_site import Fillers, Roles, Site
from transforms.facts import Filler
from transforms.seed_data import read_table
from transforms.vocabulary import EVENT_TYPES, checked

_THINGS = frozenset(("product", "model", "hardware"))


@dataclass(frozen=True, slots=True)
class ObjectRule:
    """Of an event type, what an object phrase with this head makes: a type, `keep` the trigger's, `none` no event."""

    types: frozenset[str]
    head: re.Pattern[str]
    becomes: str


@cache
def object_rules() -> tuple[ObjectRule, ...]:
    """Rules of `event_object_heads.csv` in order of precedence; ValueError for an unknown event type."""
    return tuple(
        ObjectRule(
            frozenset(checked(t, EVENT_TYPES, "event type") for t in row["types"].split("|")),
            re.compile(rf"(?:{row['head']})$"),
            checked(row["becomes"], EVENT_TYPES | {"keep", "none"}, "event type"),
        )
        for row in read_table("rules", "extracting", "event_object_heads.csv")
    )


def judged(site: Site, fillers: dict[str, Fillers], reasons: tuple[str, ...] = (), at: int | None = None) -> Roles | None:
    """The roles, with objects that make no such event left out and the type that the object decides."""
    if not fillers.get("object"):
        return None
    kept: list[Filler] = []
    types: list[str] = []
    for filler in fillers["object"]:
        type_ = _type(site.frame.type, filler)
        if type_ is not None:
            kept.append(filler)
            types.append(type_)
    if not kept:
        return None
    return Roles({**fillers, "object": tuple(kept)}, reasons, types[0], at)


def _type(type_: str, filler: Filler) -> str | None:
    if filler.entity is not None:
        if type_ == "publish" and filler.entity.kind in _THINGS:
            return "release"
        if type_ in ("release", "announce") and filler.entity.kind == "work":
            return "publish"
        return type_
    for rule in object_rules():
        if type_ in rule.types and rule.head.search(filler.phrase or ""):
            return {"keep": type_, "none": None}.get(rule.becomes, rule.becomes)
    return type_
