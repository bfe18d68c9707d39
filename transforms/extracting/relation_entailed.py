"""Relations that an event entails, as the fact model says: making, publishing, partnership."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from transforms.facts import Event, Filler, Relation, Trace

_MAKES = frozenset(("release", "open_source", "shutdown", "develop", "train"))
_OFFERS = frozenset(("上线", "上架", "接入", "首发"))
_THINGS = frozenset(("product", "model", "hardware", "dataset"))


def entailed_relations(events: Iterable[Event]) -> Iterator[Relation]:
    """`developer_of`, `author_of` and `partner_of` of events not denied, for each pair of fillers."""
    events = list(events)
    made_by = {
        (agent, thing)
        for e in events
        if e.type in _MAKES and e.trigger not in _OFFERS
        for agent in e.roles.get("agent", ())
        for thing in e.roles.get("object", ())
    }
    for event in events:
        if event.trigger in _OFFERS and _has_other_maker(event, made_by):
            continue
        if event.polarity != "positive" or event.modality == "hypothetical":
            continue
        for relation, subject, object_ in _pairs(event):
            trace = Trace(event.trace.start, event.trace.end, f"entailed.{event.type}", event.trace.reasons)
            yield Relation(trace, subject, relation, object_)


def _has_other_maker(event: Event, made_by: set[tuple[Filler, Filler]]) -> bool:
    """`腾讯云已上线R`: a shop or cloud offers what another one is said to have made."""
    agents = event.roles.get("agent", ())
    return any(thing in event.roles.get("object", ()) and maker not in agents for maker, thing in made_by)


def _pairs(event: Event) -> Iterator[tuple[str, Filler, Filler]]:
    agents, objects = event.roles.get("agent", ()), event.roles.get("object", ())
    if event.type in _MAKES:
        for agent in agents:
            for thing in objects:
                made = thing.entity is not None and thing.entity.kind in _THINGS
                if made and agent.entity is not None and agent.entity.kind == "organization":
                    yield "developer_of", agent, thing
    elif event.type == "publish":
        for agent in agents:
            for work in objects:
                if agent.entity is not None and (work.entity is None or work.entity.kind == "work"):
                    yield "author_of", agent, work
    elif event.type == "partner" and event.modality not in ("planned", "forecast"):
        others = event.roles.get("recipient", ())
        for agent in agents:
            for other in others:
                if (
                    agent.entity is not None
                    and other.entity is not None
                    and agent.entity.id != other.entity.id
                ):
                    yield "partner_of", agent, other
        if not others and len(agents) == 2:
            yield "partner_of", agents[0], agents[1]
