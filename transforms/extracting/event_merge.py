"""Events stated more than once in an article, made one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from transforms.facts import Event, Filler

_Key = tuple[str, str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]


def merged(events: Iterable[Event]) -> list[Event]:
    """One event for each type, agent, object and other party, at its first place; a later date fills a gap."""
    out: dict[_Key, Event] = {}
    for event in events:
        key = _key(event)
        first = out.get(key)
        if first is None:
            out[key] = event
        elif first.date is None and event.date is not None:
            out[key] = replace(first, date=event.date)
    return list(out.values())


def _key(event: Event) -> _Key:
    other = tuple(r for r in ("recipient", "target_org", "source_org") if r in event.roles)
    return (
        event.type,
        event.polarity,
        _names(event.roles.get("agent", ())),
        _names(event.roles.get("object", ())),
        tuple(name for role in other for name in _names(event.roles[role])),
    )


def _names(fillers: Iterable[Filler]) -> tuple[str, ...]:
    return tuple(f.entity.id if f.entity else f.phrase or "" for f in fillers)
