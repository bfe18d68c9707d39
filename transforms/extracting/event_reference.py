"""What a pronoun or a bare 公司 in front of a trigger refers to: the nearest fitting name said before."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from transforms.annotations import Entity, Mention
from transforms.extracting.authorities import is_authority
from transforms.extracting.clauses import Clause
from transforms.extracting.event_site import Site
from transforms.extracting.masking import ENTITY, pattern
from transforms.extracting.sources import is_medium

_REACH = 14
_THINGS = ("product", "model", "hardware")
_PAIR = pattern(r"({A})[^，,。]{0,6}?(?:与|和|同|跟|联合|携手|、)[^，,。]{0,8}?({A})")


def last_person(site: Site) -> Entity | None:
    """The person last spoken of before the trigger: a subject first, else any person named."""
    before = list(_back(site, own=False))
    for number in dict.fromkeys(c.sentence.number for c in before):
        clauses = [c for c in before if c.sentence.number == number]
        stated = [
            c.subject for c in clauses if c.subject and c.subject.how == "stated" and not c.subject.phrase
        ]
        subjects = [e for s in stated for e in reversed(s.entities) if e.kind == "person"]
        named = [e for c in clauses for e in reversed(_entities(c)) if e.kind == "person"]
        if subjects or len(set(named)) == 1:
            return (subjects or named)[0]
    return _named(site, ("person",))


def last_firm(site: Site, company: bool = False) -> Entity | None:
    """The organization spoken of before the trigger's clause: a subject, else one named, else a maker.

    Where `company` asks for a firm (该公司), no authority is one.
    """
    before = list(_back(site, own=False))
    opens = not before or before[0].sentence.paragraph != site.clause.sentence.paragraph
    if company and opens and (lead := most_named_firm(site)):
        return lead
    for number in dict.fromkeys(c.sentence.number for c in before):
        clauses = [c for c in before if c.sentence.number == number]
        subjects = [e for c in clauses for e in _subject_firms(c)]
        named = sorted(
            (
                e
                for c in clauses
                for i, e in reversed(_placed(c))
                if e.kind == "organization" and _is_spoken_of(c, i)
            ),
            key=lambda e: -_count(site, e),
        )
        owned = [site.owners[e.id] for c in clauses for e in _entities(c) if e.id in site.owners]
        own = number == site.clause.sentence.number
        topic = subjects[:1] if own else subjects[-1:]
        for found in (*topic, *named[:1], *owned[:1]):
            if not (company and is_authority(found)):
                return found
    return None


def most_named_firm(site: Site) -> Entity | None:
    """The organization that the article names most up to the trigger's clause, media left out."""
    named = [e for c in site.clauses[: site.index + 1] for i, e in _placed(c) if _is_spoken_of(c, i)]
    count = Counter(e for e in named if e.kind == "organization").most_common(1)
    return count[0][0] if count else None


_CREDITED = re.compile(r"[\ue011\s]{0,3}(?:专讯|快讯|讯|电|获悉|消息|报道|报导|记者|独家|了解到|注意到|援引)")


def _is_spoken_of(clause: Clause, index: int) -> bool:
    """Whether the name there can be what the passage is about: no medium that reports, no addressee."""
    credited = _CREDITED.match(clause.text, index + 1) or is_medium(clause.masked.mention(index).entity)
    return not credited and not re.search(r"[向据对]$", clause.text[:index])


def _count(site: Site, entity: Entity) -> int:
    """How often the article names an entity."""
    return sum(getattr(i, "entity", None) == entity for c in site.clauses for i in c.masked.items)


def _subject_firms(clause: Clause) -> list[Entity]:
    """Firms that the clause states as its subject."""
    subject = clause.subject
    if subject is None or subject.start is None or subject.how not in ("stated", "pronoun"):
        return []
    if not isinstance(clause.masked.items[subject.start], Mention) or _is_spoken_of(clause, subject.start):
        return [e for e in subject.entities if e.kind == "organization" and not is_medium(e)]
    return []


def last_thing(site: Site, within: bool = False) -> Entity | None:
    """The product, model or device last named before the trigger, `within` its sentence only."""
    return _named(site, _THINGS, within)


def last_of_class(site: Site, noun: str) -> Entity | None:
    """The thing of the class that a noun names (该模型, 这款手机), last named before the trigger."""
    if "模型" in noun:
        return _named(site, ("model",))
    chip = any(word in noun for word in ("芯片", "处理器", "显卡"))
    return _named(site, ("hardware", "product") if chip else ("product",))


def last_pair(site: Site) -> tuple[Entity, ...]:
    """The two parties that 双方 stands for: those last named together."""
    for clause in _back(site, own=False):
        match = _PAIR.search(clause.text)
        firms = [e for e in _entities(clause) if e.kind == "organization"]
        if not match and clause.sentence == site.clause.sentence and len(firms) == 1:
            first = last_named(site, "organization", {firms[0].id}, subject=True)
            return (first, firms[0]) if first else ()
        if match:
            return tuple(clause.masked.mention(match.start(k)).entity for k in (1, 2))
    return ()


def last_named(site: Site, kind: str, but: set[str], subject: bool = False) -> Entity | None:
    """The entity of this kind last named in a clause before, none of those with the ids of `but`.

    With `subject` only such as a clause states as its subject.
    """
    for clause in _back(site, own=False):
        for entity in _subject_firms(clause) if subject else reversed(_entities(clause)):
            if entity.kind == kind and entity.id not in but and not is_medium(entity):
                return entity
    return None


def last_any(site: Site, kinds: tuple[str, ...]) -> Entity | None:
    """The entity of these kinds last named before the trigger, its own clause included."""
    return _named(site, kinds)


def _named(site: Site, kinds: tuple[str, ...], within: bool = False) -> Entity | None:
    own = [e for i, e in _placed(site.clause) if i < site.start and e.kind in kinds]
    if own:
        return own[-1]
    for clause in _back(site, own=False):
        if within and clause.sentence != site.clause.sentence:
            return None
        found = [e for e in _entities(clause) if e.kind in kinds]
        if found:
            return found[-1]
    return None


def _back(site: Site, own: bool = True) -> Iterator[Clause]:
    """Clauses before the trigger's, the nearest first, not beyond the paragraph before."""
    paragraph = site.clause.sentence.paragraph
    first = site.index if own else site.index - 1
    for k in range(first, max(-1, site.index - _REACH), -1):
        clause = site.clauses[k]
        if clause.sentence.paragraph < paragraph - 1:
            return
        yield clause


_NAME = re.compile(f"[{ENTITY}]")


def _placed(clause: Clause) -> list[tuple[int, Entity]]:
    return [(m.start(), clause.masked.mention(m.start()).entity) for m in _NAME.finditer(clause.text)]


def _entities(clause: Clause) -> list[Entity]:
    return [entity for _, entity in _placed(clause)]
