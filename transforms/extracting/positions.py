"""Who holds or held which position where, and who founded what as their title says."""

from __future__ import annotations

import re
from collections.abc import Iterable

from transforms.annotations import Entity
from transforms.extracting.passages import INFERRED, Passage
from transforms.extracting.position_names import Held, titles_before_names
from transforms.extracting.position_statements import titles_by_verb
from transforms.extracting.position_titles import is_founder, is_office, leads_firm
from transforms.facts import Filler, Relation, Trace

_OWN_FIRM = re.compile(r"[，,。；;：:]?(?:现任|曾任|任|担任|出任|兼任|接任|升任)?(?:该)?(?:公司|集团)")
_EMPLOYERS = ("organization", "product")


def find_positions(passages: Iterable[Passage]) -> list[Relation]:
    """`position_held` and `founder_of` relations that titles state; qualifier = the title. Clean offsets.

    A title without its firm is that of the firm that the passage speaks of, unless the article ties the
    person to a firm elsewhere.
    """
    found = [
        (passage, held)
        for passage in passages
        for held in (*titles_before_names(passage), *titles_by_verb(passage))
    ]
    known = {(h.person.id, h.title) for _, h in found if h.firm is not None}
    out: list[Relation] = []
    for passage, held in found:
        firm, reasons = held.firm, held.reasons
        if firm is None:
            taken = _at_hand(passage, held, known)
            if taken is None:
                continue
            firm, reasons = taken[0], (*reasons, taken[1])
        if firm.kind in _EMPLOYERS or (firm.kind == "place" and is_office(held.title)):
            out.append(_relation(passage, held, firm, reasons))
    return out


def _at_hand(passage: Passage, held: Held, known: set[tuple[str, str]]) -> tuple[Entity, str] | None:
    """The firm that the passage speaks of; None where another is likelier."""
    person = held.person.id
    # 其 may stand for any firm named before it
    if passage.text[held.start] == "其" and len({e.id for _, e in passage.entities(0, held.start)}) > 1:
        return None
    if (person, held.title) in known or not (held.listed or leads_firm(held.title)):
        return None
    topic = _OWN_FIRM.match(passage.text, held.start) is not None
    taken = passage.firm_before(held.start, topic)
    if taken is not None and taken[1] == INFERRED and not topic and any(person == p for p, _ in known):
        return None
    return taken


def _relation(passage: Passage, held: Held, firm: Entity, reasons: tuple[str, ...]) -> Relation:
    relation = "founder_of" if is_founder(held.title) else "position_held"
    span = passage.masked.span(held.start, held.end)
    person = Filler(held.person)
    return Relation(
        Trace(*span, f"relation.{relation}.title", reasons), person, relation, Filler(firm), held.title
    )
