"""How the arguments of an event stand to its trigger."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from transforms.extracting.arguments import entities_in, objects_after, words
from transforms.extracting.clauses import Clause
from transforms.extracting.cues import Frame
from transforms.extracting.masking import ENTITY
from transforms.facts import Filler

Fillers = tuple[Filler, ...]


@dataclass(frozen=True)
class Roles:
    """Role fillers of one trigger and the reasons that bear on their certainty."""

    fillers: dict[str, Fillers]
    reasons: tuple[str, ...] = ()

    def each(self) -> Iterator[dict[str, Fillers]]:
        """One dict an event: a role with several fillers makes one event each (fact model)."""
        many = [(role, found) for role, found in self.fillers.items() if len(found) > 1]
        if not many:
            yield self.fillers
            return
        role, found = many[0]
        for filler in found:
            yield from Roles({**self.fillers, role: (filler,)}).each()


_DISPOSAL = re.compile(rf"(?:将|把)([^，,。]*?[{ENTITY}其它][^，,。将把]{{0,12}}?)$")
_PASSIVE = re.compile(r"(?:被|遭到|遭|由|受到)([^，,。]{0,10}?)$")
_WITH = re.compile(
    rf"(?:与|和|同|跟)([^，,。]*?)(?:共同|联合|达成|展开|进行|合作|签署|建立|深入|举行)?[^{ENTITY}]{{0,6}}$"
)


def fill(clause: Clause, frame: Frame, start: int, end: int) -> Roles | None:
    """Roles of the trigger at masked [start, end) of the clause; None where it states no event."""
    return _SHAPES[frame.shape](clause, frame, start, end)


def _agent(clause: Clause, frame: Frame, start: int) -> tuple[Fillers, tuple[str, ...]]:
    """The clause's subject where its kind fits the frame, with what lowers its certainty."""
    subject = clause.subject
    if subject is None or (subject.start is not None and subject.start >= start):
        return (), ()
    reasons: tuple[str, ...] = ()
    if subject.how == "previous sentence":
        reasons = ("subject carried over from the sentence before",)
    elif subject.how != "stated":
        reasons = (f"subject by {subject.how}",)
    if subject.phrase is not None:
        return subject.fillers(), (*reasons, "subject is a phrase")
    letters = {"person": "P", "organization": "O", "place": "L"}
    kept = tuple(Filler(e) for e in subject.entities if letters.get(e.kind, "R") in frame.agent)
    return kept, reasons


def _relative(clause: Clause, frame: Frame, start: int, end: int) -> Roles | None:
    """`A发布的B`: the agent stands right before the trigger, the object behind 的."""
    found = objects_after(clause.masked, end + 1, frame.object)
    if not found:
        return None
    near = entities_in(clause.masked, max(0, start - 14), start, frame.agent & frozenset("PO"))
    fillers: dict[str, Fillers] = {"object": found[:1] if found[0].phrase else found}
    if near:
        fillers["agent"] = (Filler(clause.masked.mention(near[-1]).entity),)
    return Roles(fillers)


def _svo(clause: Clause, frame: Frame, start: int, end: int) -> Roles | None:
    text = clause.text
    if text[end : end + 1] == "的":
        return _relative(clause, frame, start, end)
    passive, disposal = _PASSIVE.search(text[:start]), _DISPOSAL.search(text[:start])
    agent, reasons = _agent(clause, frame, start)
    if passive:
        doers = entities_in(clause.masked, passive.start(1), start, frozenset("PO"))
        object_ = clause.subject.fillers() if clause.subject else ()
        agent = tuple(Filler(clause.masked.mention(i).entity) for i in doers)
    elif disposal:
        at = entities_in(clause.masked, disposal.start(1), disposal.end(1), frozenset("PORLW"))
        object_ = tuple(Filler(clause.masked.mention(i).entity) for i in at[-1:])
        if not object_:
            object_ = (Filler(phrase=words(clause.masked, disposal.start(1), disposal.end(1))),)
    else:
        object_ = objects_after(clause.masked, end, frame.object)
        if (
            not object_
            and clause.subject
            and clause.subject.how == "stated"
            and frame.type in ("release", "open_source")
        ):
            return _sv(clause, frame, start, end)
    if not object_ or not (agent or passive):
        return None
    return Roles({"agent": agent, "object": object_} if agent else {"object": object_}, reasons)


def _sv(clause: Clause, frame: Frame, start: int, end: int) -> Roles | None:
    subject = clause.subject
    if subject is None or subject.how == "previous sentence" or not subject.entities:
        return None
    things = tuple(Filler(e) for e in subject.entities if e.kind in ("product", "model", "hardware", "work"))
    if not things:
        return _svo_after_sv(clause, frame, end)
    return Roles({"object": things}, ("agent not stated",))


def _svo_after_sv(clause: Clause, frame: Frame, end: int) -> Roles | None:
    """`O上线了R`: an intransitive trigger used with an object."""
    found = objects_after(clause.masked, end, frozenset("R"))
    if not found or clause.subject is None:
        return None
    return Roles({"agent": clause.subject.fillers(), "object": found})


def _give(clause: Clause, frame: Frame, start: int, end: int) -> Roles | None:
    agent, reasons = _agent(clause, frame, start)
    disposal = _DISPOSAL.search(clause.text[:start])
    at = end + (1 if clause.text[end : end + 1] == "给" else 0)
    given = objects_after(clause.masked, at, frozenset("POL*"))
    if not agent or not given:
        return None
    fillers = {"agent": agent, "recipient": given}
    if disposal:
        held = entities_in(clause.masked, disposal.start(1), disposal.end(1), frozenset("RW"))
        fillers["object"] = tuple(Filler(clause.masked.mention(i).entity) for i in held[-1:])
    return Roles({k: v for k, v in fillers.items() if v}, reasons)


def _into(clause: Clause, frame: Frame, start: int, end: int) -> Roles | None:
    agent, reasons = _agent(clause, frame, start)
    disposal = _DISPOSAL.search(clause.text[:start])
    if disposal:
        held = entities_in(clause.masked, disposal.start(1), disposal.end(1), frozenset("RW"))
        object_: Fillers = tuple(Filler(clause.masked.mention(i).entity) for i in held[-1:])
        object_ = object_ or (Filler(phrase=words(clause.masked, disposal.start(1), disposal.end(1))),)
        recipient = objects_after(clause.masked, end, frozenset("RO*"))
    elif (
        clause.subject and clause.subject.entities and clause.subject.entities[0].kind in ("model", "product")
    ):
        object_, recipient, agent = (
            clause.subject.fillers(),
            objects_after(clause.masked, end, frozenset("RO*")),
            (),
        )
    else:
        object_, recipient = objects_after(clause.masked, end, frozenset("R")), ()
    if not object_ or not (agent or recipient):
        return None
    fillers = {"agent": agent, "object": object_, "recipient": recipient}
    return Roles({k: v for k, v in fillers.items() if v}, reasons)


def _carry(clause: Clause, frame: Frame, start: int, end: int) -> Roles | None:
    found = objects_after(clause.masked, end, frame.object)
    subject = clause.subject
    if not found or subject is None or not subject.entities:
        return None
    return Roles({"object": found, "recipient": subject.fillers()})


def _with(clause: Clause, frame: Frame, start: int, end: int) -> Roles | None:
    text = clause.text
    match = _WITH.search(text[:start])
    agent, reasons = _agent(clause, frame, start)
    others: list[int] = []
    if match:
        others = entities_in(clause.masked, match.start(1), start, frozenset("PO"))
    elif re.match(r"了?(?:[^，,。]{0,4})", text[end:]):
        others = entities_in(clause.masked, end, min(len(text), end + 6), frozenset("PO"))
    partners = tuple(Filler(clause.masked.mention(i).entity) for i in others)
    own = {f.entity.id for f in partners if f.entity}
    agent = tuple(f for f in agent if f.entity is None or f.entity.id not in own)
    if not agent or not partners:
        return None
    return Roles({"agent": agent, "recipient": partners}, reasons)


def _join(clause: Clause, frame: Frame, start: int, end: int) -> Roles | None:
    agent, reasons = _agent(clause, frame, start)
    found = objects_after(clause.masked, end, frozenset("O"))
    role = "target_org" if frame.shape == "join" else "source_org"
    if not agent or (not found and frame.shape == "join"):
        return None
    return Roles({"agent": agent, **({role: found} if found else {})}, reasons)


def _fund(clause: Clause, frame: Frame, start: int, end: int) -> Roles | None:
    agent, reasons = _agent(clause, frame, start)
    firms = tuple(f for f in agent if f.entity and f.entity.kind == "organization")
    got = re.search(r"(?:完成|获得?|宣布|筹集|募集|筹得)", clause.text[:end])
    return Roles({"agent": firms}, reasons) if firms and got else None


def _appoint(clause: Clause, frame: Frame, start: int, end: int) -> Roles | None:
    agent, reasons = _agent(clause, frame, start)
    found = entities_in(clause.masked, end, min(len(clause.text), end + 14), frozenset("P"))
    if not found:
        return None
    fillers = {"agent": agent, "object": (Filler(clause.masked.mention(found[0]).entity),)}
    return Roles({k: v for k, v in fillers.items() if v}, reasons)


def _become(clause: Clause, frame: Frame, start: int, end: int) -> Roles | None:
    subject = clause.subject
    if subject is None or not any(e.kind == "person" for e in subject.entities) or subject.phrase:
        return None
    firms = entities_in(clause.masked, end, min(len(clause.text), end + 8), frozenset("O"))
    fillers: dict[str, Fillers] = {"object": tuple(Filler(e) for e in subject.entities if e.kind == "person")}
    if firms:
        fillers["target_org"] = (Filler(clause.masked.mention(firms[0]).entity),)
    return Roles(fillers)


def _against(clause: Clause, frame: Frame, start: int, end: int) -> Roles | None:
    agent, reasons = _agent(clause, frame, start)
    found = objects_after(clause.masked, end, frozenset("RO"))
    if not found:
        match = re.search(r"(?:与|和|同|可与)([^，,。]*?)$", clause.text[:start])
        at = entities_in(clause.masked, match.start(1), start, frozenset("RO")) if match else []
        found = tuple(Filler(clause.masked.mention(i).entity) for i in at)
    if not agent or not found:
        return None
    return Roles({"agent": agent, "object": found}, reasons)


def _layoff(clause: Clause, frame: Frame, start: int, end: int) -> Roles | None:
    agent, reasons = _agent(clause, frame, start)
    if not any(f.entity and f.entity.kind == "organization" for f in agent):
        return None
    people = objects_after(clause.masked, end, frozenset("*"))
    return Roles({"agent": agent, **({"object": people} if people else {})}, reasons)


_SHAPES: dict[str, Callable[[Clause, Frame, int, int], Roles | None]] = {
    "svo": _svo,
    "sv": _sv,
    "give": _give,
    "into": _into,
    "carry": _carry,
    "with": _with,
    "join": _join,
    "leave": _join,
    "fund": _fund,
    "appoint": _appoint,
    "become": _become,
    "against": _against,
    "layoff": _layoff,
}
