"""Events stated more than once in an article, made one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from transforms.facts import Event, Filler

_Key = tuple[str, str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]


def merged(events: Iterable[Event]) -> list[Event]:
    """One event for each type, agent, object and other party, sorted; a later date fills a gap."""
    out: dict[_Key, Event] = {}
    for event in events:
        key = _key(event)
        same = next((k for k, e in out.items() if _restates(e, event)), None)
        if same is not None:
            out[same] = _filled(out[same], event)
            continue
        first = out.get(key)
        if first is None:
            out[key] = event
        elif first.date is None and event.date is not None:
            out[key] = replace(first, date=event.date)
    return sorted(out.values(), key=lambda e: e.trace.start)


def _restates(first: Event, event: Event) -> bool:
    """Whether `event` says again what `first` said in the same sentence, with fewer roles."""
    if first.type != event.type or event.trace.start - first.trace.end > 40:
        return False
    if event.type == "report_results":
        return first.roles.get("agent") == event.roles.get("agent")
    if event.type == "partner" and first.trace.start == event.trace.start:
        return all(first.roles.get(role) == event.roles.get(role) for role in ("agent", "recipient"))
    if event.type == "appoint" and first.roles.get("agent") == event.roles.get("agent"):
        return first.roles.get("object") == event.roles.get("object")
    if event.type in ("found", "regulate"):
        return not event.roles.get("agent") and first.roles.get("object") == event.roles.get("object")
    return False


def _filled(first: Event, event: Event) -> Event:
    return replace(first, date=first.date or event.date, roles={**event.roles, **first.roles})


def _key(event: Event) -> _Key:
    again = (str(event.trace.start),) if event.type == "share_move" else ()
    other = tuple(r for r in ("recipient", "target_org", "source_org") if r in event.roles)
    return (
        event.type,
        event.polarity,
        _names(event.roles.get("agent", ())),
        _names(event.roles.get("object", ())),
        tuple(name for role in other for name in _names(event.roles[role])) + again,
    )


def _names(fillers: Iterable[Filler]) -> tuple[str, ...]:
    return tuple(f.entity.id if f.entity else f.phrase or "" for f in fillers)
