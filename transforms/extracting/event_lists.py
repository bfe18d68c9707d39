"""People listed behind an event that told of a group: 失去三位高管，包括P和P."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from transforms.extracting.arguments import named
from transforms.extracting.clauses import Clause
from transforms.facts import Event, Trace

_LIST = re.compile(r"(?:其中|当中)?(?:就)?(?:包括|包含|有|分别是|分别为)")


def listed_leavers(clauses: Sequence[Clause], index: int, events: Sequence[Event]) -> Iterator[Event]:
    """One `leave` each for the persons that the next clause lists as those who left or were lost."""
    if index + 1 >= len(clauses) or clauses[index + 1].sentence != clauses[index].sentence:
        return
    clause = clauses[index + 1]
    match = _LIST.match(clause.text)
    if not match:
        return
    people = named(clause.masked, match.end(), len(clause.text), frozenset("P"))
    for event in events:
        source = event.roles.get("source_org" if event.type == "leave" else "agent", ())
        group = event.roles.get("agent" if event.type == "leave" else "object", ())
        if event.type not in ("leave", "lose") or not source or not group or group[0].entity:
            continue
        trace = Trace(event.trace.start, clause.span[1], f"{event.trace.frame}.list", event.trace.reasons)
        for person in people:
            roles = {"agent": (person,), "source_org": source}
            yield replace(event, trace=trace, type="leave", roles=roles)
