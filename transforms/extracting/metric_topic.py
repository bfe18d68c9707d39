"""What an article is about: the firm and the device that its figures belong to where no clause says whose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from transforms.annotations import Entity
from transforms.extracting.authorities import is_authority
from transforms.extracting.clauses import Clause
from transforms.extracting.masking import pattern
from transforms.extracting.metric_referents import THINGS, ends_in_speech, mentions, tells
from transforms.extracting.metric_things import is_part
from transforms.extracting.sources import names_source

_OPENING = 4
_TOLD = pattern(
    r"({O})(?:记者)?(?:从[^，,。]{0,16}(?:获悉|了解到)|获悉|独家获悉|注意到|{T}*(?:专|快|综合)?(?:讯|消息$|消息{O}|电(?![池动商影视子])))"
    r"|(?:告诉|对|向|接受)(?:了)?({O})(?:记者)?(?:表示|说|称|回应|透露|采访|专访|确认|证实|$)"
)


@dataclass(frozen=True, slots=True)
class Topic:
    """The firm and the device of an article, None where none stands out; `media` who interviews."""

    firm: Entity | None = None
    thing: Entity | None = None
    media: frozenset[Entity] = frozenset()


def topic_of(clauses: list[Clause]) -> Topic:
    """The firm, and the device, that the opening names and that is the subject or is named most often.

    One stands out where it is named in the first sentences and at least twice as often as any other.
    """
    firms: Counter[Entity] = Counter()
    things: Counter[Entity] = Counter()
    opening: set[Entity] = set()
    first = clauses[0].sentence.number if clauses else 0
    media = frozenset(_media(clauses))
    for clause in clauses:
        if names_source(clause):
            continue
        speaks = ends_in_speech(clause)
        stated = clause.subject is not None and clause.subject.how == "stated"
        subjects = clause.subject.entities if clause.subject is not None and stated else ()
        for m in mentions(clause):
            entity = clause.masked.mention(m).entity
            weight = 2 if entity in subjects else 1
            if entity.kind == "organization" and not (
                tells(entity) or entity in media or is_authority(entity)
            ):
                firms[entity] += 1 if speaks else weight
            elif entity.kind in THINGS and not is_part(clause.text, m):
                things[entity] += weight
            else:
                continue
            if clause.sentence.number - first < _OPENING:
                opening.add(entity)
    return Topic(_outstanding(firms, opening), _outstanding(things, opening), media)


def _media(clauses: list[Clause]) -> Iterator[Entity]:
    """Organizations to which others speak: the medium itself (甲告诉乙, 乙获悉)."""
    for clause in clauses:
        for match in _TOLD.finditer(clause.text):
            at = match.start(1) if match.group(1) else match.start(2)
            entity = clause.masked.mention(at).entity
            if entity.kind == "organization":
                yield entity


def _outstanding(counts: Counter[Entity], opening: set[Entity]) -> Entity | None:
    ranked = counts.most_common(2)
    if not ranked or ranked[0][0] not in opening:
        return None
    return ranked[0][0] if len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1] else None
