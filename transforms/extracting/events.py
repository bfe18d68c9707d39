"""What happened: triggers with their arguments, by the frames of `seeds/rules/extracting`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from transforms.annotations import Entity
from transforms.extracting.arguments import phrase
from transforms.extracting.clauses import Clause
from transforms.extracting.cues import event_frames, trigger_pattern
from transforms.extracting.event_agents import agent
from transforms.extracting.event_lists import listed_leavers
from transforms.extracting.event_merge import merged
from transforms.extracting.event_nouns import is_noun
from transforms.extracting.event_objects import as_name
from transforms.extracting.event_site import Roles, Site
from transforms.extracting.event_time import date_of, place_of
from transforms.extracting.event_words import is_adverbial
from transforms.extracting.masking import TIME
from transforms.extracting.modality import denied, expects_itself, is_idle, stated
from transforms.extracting.owners import find_owners
from transforms.extracting.shapes import fill
from transforms.extracting.sources import source_of
from transforms.facts import Event, Modality, Trace

_PLAN = re.compile(rf"(?:公司|集团|其)?(?:[{TIME}])?(?:将(?!其|把)|计划|拟|打算|准备)(?:于[{TIME}])?")
_PENDING = re.compile(r"审查|审批|审议|阻止|否决|叫停|评估|反对")
"""What is done about a deal that is not done yet (正在审查A收购B的交易)."""


def find_events(clauses: list[Clause]) -> list[Event]:
    """Events with roles, date, modality and polarity; the trace spans the clause. Clean offsets."""
    owners = find_owners(clauses)
    out: list[Event] = []
    for i in sorted(range(len(clauses)), key=lambda k: (clauses[k].sentence.heading, k)):
        out += _of_clause(clauses, i, owners)
    return merged(out)


def _of_clause(clauses: list[Clause], i: int, owners: Mapping[str, Entity]) -> Iterator[Event]:
    clause = clauses[i]
    if _is_question(clause):
        return
    told = _told_before(clauses, i, owners)
    announced: Site | None = None
    acted = False
    for match in trigger_pattern().finditer(clause.text):
        site = Site(clauses, i, event_frames()[match.group()], match.start(), match.end(), owners)
        if is_noun(site.frame.type, site.before, site.after) or is_idle(site.before):
            continue
        if site.frame.type == "announce":
            announced = site
        roles = fill(site)
        if roles is None or not roles.fillers:
            continue
        performed = (
            announced is not None
            and announced is not site
            and is_adverbial(clause.text[announced.end : match.start()])
        )
        events = [*_events(site, roles)]
        events += listed_leavers(clauses, i, events)
        if performed and announced is not None and events and events[0].modality in ("planned", "forecast"):
            yield from _announced(announced, events)
        elif told is not None and events and events[0].modality in ("planned", "forecast"):
            if events[0].roles.get("agent") == agent(told, told.frame.agent)[0]:
                yield from _announced(told, events[:1])
            told = None
        acted = acted or bool(events)
        yield from events
    if told is not None and not acted:
        yield from _plan_announced(told, clause)


def _told_before(clauses: list[Clause], i: int, owners: Mapping[str, Entity]) -> Site | None:
    """The 宣布 that ends the clause before (`A宣布，将…`)."""
    before = clauses[i - 1] if i else None
    if before is None or before.sentence != clauses[i].sentence or not before.text.endswith(("宣布", "官宣")):
        return None
    frame = event_frames()["宣布"]
    return Site(clauses, i - 1, frame, len(before.text) - 2, len(before.text), owners)


def _events(site: Site, roles: Roles) -> Iterator[Event]:
    verb = site.start if roles.at is None else roles.at
    how: Modality = "forecast" if site.frame.note == "forecast" else stated(site.clauses, site.index, verb)
    performed = _told_before(list(site.clauses), site.index, site.owners) is not None
    source = None if performed else source_of(list(site.clauses), site.index)
    if source is None:
        if how == "forecast" and expects_itself(site.clause.text[:verb]):
            how = "planned"
    elif (how == "actual" and source.entity) or (how == "planned" and source.how != "speech"):
        how = "reported"
    if (
        how == "actual"
        and _PENDING.search(site.before)
        and re.search(r"的(?:交易|计划|提议|要约)", site.after)
    ):
        how = "planned"
    start, end = site.clause.span
    trace = Trace(start, end, f"event.{site.frame.trigger}", roles.reasons)
    type_ = roles.type or site.frame.type
    place = place_of(site)
    date = date_of(site)
    for found in roles.each("分别" in site.before[-8:] or "各自" in site.before[-8:]):
        fillers = {role: tuple(as_name(f) for f in some) for role, some in found.items()}
        if fillers.get("object") and fillers.get("object") == fillers.get("agent"):
            continue
        if place and "place" not in fillers:
            fillers = {**fillers, "place": place}
        yield Event(
            trace, type_, site.frame.trigger, fillers, date, how, denied(site.clauses, site.index, verb)
        )


def _plan_announced(site: Site, clause: Clause) -> Iterator[Event]:
    """`A宣布，将在L建厂`: the plan in the words of the clause, where its act is no event of the model."""
    plan = _PLAN.match(clause.text)
    if plan is None:
        return
    agents, reasons = agent(site, site.frame.agent)
    objects = phrase(clause.masked, plan.end(), len(clause.text), frozenset("*"))
    if agents and objects and agents[0].entity:
        trace = Trace(site.clause.span[0], clause.span[1], f"event.{site.frame.trigger}", reasons)
        yield Event(
            trace, "announce", site.frame.trigger, {"agent": agents[:1], "object": objects}, date_of(site)
        )


def _announced(site: Site, planned: list[Event]) -> Iterator[Event]:
    """宣布 of a plan: the announcement itself, with what is planned as its object."""
    for event in planned:
        agents, objects = event.roles.get("agent"), event.roles.get("object")
        if agents and objects:
            start = min(site.clause.span[0], event.trace.start)
            trace = Trace(start, event.trace.end, f"event.{site.frame.trigger}", event.trace.reasons)
            roles = {"agent": agents, "object": objects}
            yield Event(trace, "announce", site.frame.trigger, roles, date_of(site))


def _is_question(clause: Clause) -> bool:
    if clause.offset + len(clause.text) < len(clause.whole.text.rstrip(" ？?”」』\"'")):
        return False
    return clause.plain.rstrip("”」』\"' ").endswith(("？", "?"))
