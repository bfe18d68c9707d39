"""Whose a named figure is, by its wording, its clause, the figure before, or the text before."""

from __future__ import annotations

import re

from transforms.extracting.authorities import is_authority
from transforms.extracting.clauses import Clause
from transforms.extracting.masking import ORG
from transforms.extracting.metric_last import Last, carries_on, same_kind
from transforms.extracting.metric_naming import Measure
from transforms.extracting.metric_owners import Owner, carried_owner, names_pair, stated_owner
from transforms.extracting.metric_referents import last_firm, mentions, tells
from transforms.extracting.metric_topic import Topic
from transforms.extracting.metric_words import metric_kinds
from transforms.facts import Filler

_RATES = re.compile(rf"(?:将|把|对|给予|给|上调|下调|调高|调低|维持)了?([{ORG}]|其)[^，,。{ORG}]{{0,8}}$")


def whose(
    clauses: list[Clause], i: int, at: int, measure: Measure, near: Last | None, topic: Topic
) -> Owner | None:
    """The owner of the figure at masked offset `at` of clause `i`; `near` is the figure before it."""
    clause = clauses[i]
    if measure.owners:
        return Owner(tuple(Filler(e) for e in measure.owners), i, measure.reasons)
    if measure.phrase:
        return Owner((Filler(phrase=measure.phrase),), i, measure.reasons)
    if measure.owner == "fined":
        return _fined(clauses, i)
    if measure.of:
        fillers = tuple(Filler(clause.masked.mention(k).entity) for k in measure.of)
        return Owner(fillers, i)
    if measure.start is None and measure.owner == "thing":
        return carried_owner(clauses, i, at, "thing", measure.base, topic)
    stop = measure.start if measure.start is not None else at
    if measure.start is None and near is not None:
        subject = clause.subject
        fresh = (
            subject is not None and subject.how == "stated" and subject.entities and (subject.start or 0) < at
        )
        if not fresh:
            return near.owner if measure.compared or not _of_another(clauses, i, near) else None
    kind = measure.owner or metric_kinds()[measure.base].owner
    if measure.base == "orders" and not measure.owner:
        kind = "firm"
    if names_pair(clause, stop):
        return None
    if measure.label == "目标价" and (rated := _of_shares(clauses, i, stop, topic)):
        return rated
    stated = stated_owner(clauses, i, stop, kind, measure.base, topic)
    if stated is not None:
        return stated
    if near is not None and carries_on(clauses, i, stop, kind, near):
        return near.owner
    carried = carried_owner(clauses, i, stop, kind, measure.base, topic)
    if carried is not None and "weak trigger" in measure.reasons:
        carried = carried if clauses[carried.clause].sentence == clause.sentence else None
    if measure.label == "目标价" and carried is not None:
        carried = _rated(carried, topic)
    if carried is None and near is not None and near.clause == i - 1 and same_kind(kind, near):
        return near.owner
    return carried


def _of_another(clauses: list[Clause], i: int, near: Last) -> bool:
    """Whether a clause between the last figure and clause `i` has a subject of its own: firm or person."""
    owners = {f.entity.id for f in near.owner.fillers if f.entity}
    for clause in clauses[near.clause + 1 : i]:
        subject = clause.subject
        if (
            subject is None
            or subject.how != "stated"
            or subject.phrase
            or clause.sentence != clauses[i].sentence
        ):
            continue
        if (
            owners
            and not owners & {e.id for e in subject.entities}
            and subject.entities[0].kind == "organization"
        ):
            return True
    return False


def _of_shares(clauses: list[Clause], i: int, stop: int, topic: Topic) -> Owner | None:
    """Whose shares a house rates: the name that 将, 对 or 给予 puts before 目标价, or 其."""
    text = clauses[i].text[:stop]
    named = _RATES.search(text)
    if named and named.group(1) == "其":
        firm = last_firm(clauses, i, True, topic.firm, topic.media)
        return Owner((Filler(firm[0]),), firm[1], ("subject by pronoun",)) if firm else None
    return Owner((Filler(clauses[i].masked.mention(named.start(1)).entity),), i) if named else None


def _rated(owner: Owner, topic: Topic) -> Owner | None:
    """The firm whose shares are rated: never the house that rates them."""
    entity = owner.fillers[0].entity
    if entity is None or not tells(entity):
        return owner
    return Owner((Filler(topic.firm),), owner.clause, ("subject by nearness",)) if topic.firm else None


def _fined(clauses: list[Clause], i: int) -> Owner | None:
    """Whom `对其` means: the firm or person that the sentence names last besides the subject."""
    for k in range(i, max(-1, i - 6), -1):
        if clauses[k].sentence != clauses[i].sentence:
            break
        for m in reversed(list(mentions(clauses[k]))):
            entity = clauses[k].masked.mention(m).entity
            subject = clauses[k].subject
            acts = is_authority(entity) or (subject is not None and entity in subject.entities)
            if entity.kind in ("organization", "person") and not acts:
                return Owner((Filler(entity),), k, ("subject by pronoun",))
    return None
