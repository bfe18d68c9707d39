"""Events as statements: when two of them are one event, and how they compare."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from functools import cache

from transforms.reconciling.spans import Span, compare_spans, read_span
from transforms.reconciling.statements import FACT, WAYS, Likeness, Stated, Statement, Who
from transforms.rows import Row, Rows
from transforms.seed_data import read_table
from transforms.vocabulary import EVENT_TYPES, checked

Roles = tuple[tuple[str, frozenset[str]], ...]
StandsFor = Set[tuple[str, str]]
_MONTH = 31
_PHRASE = "«"
AT_HEAD = frozenset(("founder_of", "position_held", "owner_of"))


@dataclass(frozen=True)
class Nature:
    """How events of a type recur, which role they are about, and the types that say the same."""

    nature: str
    about: str
    group: str


@cache
def natures() -> dict[str, Nature]:
    """Every event type with its nature, from event_natures.csv."""
    rows = read_table("rules", "reconciling", "event_natures.csv")
    return {
        checked(r["type"], EVENT_TYPES, "event type"): Nature(
            r["nature"], r["about"], r["class"] or r["type"]
        )
        for r in rows
    }


def topic_groups(type_: str) -> set[str]:
    """The groups that an event of this type may be compared in: rights given to one firm are their own."""
    group = natures()[type_].group
    return {group, "license"} if type_ == "license" else {group}


def types_like(type_: str) -> list[str]:
    """The types that an event of this type may be compared with, itself too."""
    groups = topic_groups(type_)
    return [one for one in natures() if groups & topic_groups(one)]


@dataclass(frozen=True)
class StatedEvent:
    """What an event says. `roles` hold entities, or phrases in «»; `stands_for` is no part of it."""

    type: str
    roles: Roles
    when: Span | None
    is_denied: bool
    way: str
    sure: bool
    is_unique: bool
    stands_for: StandsFor = field(compare=False, repr=False, default=frozenset())

    @property
    def partition(self) -> tuple[str, ...]:
        """See `Stated`."""
        return (self.way,)

    @property
    def anchored(self) -> bool:
        """See `Stated`."""
        return self.when is not None

    @property
    def rank(self) -> tuple[object, ...]:
        """See `Stated`."""
        when = (self.when.days, self.when.edtf) if self.when else (10**6, "")
        filled = sum(1 for _, who in self.roles if not any(one.startswith(_PHRASE) for one in who))
        return (not self.sure, *when, -filled, self.type, self.is_denied, sorted(map(str, self.roles)))

    def likeness(self, other: Stated) -> Likeness:
        """A conflict only of what happens once: a denial and an assertion, or two dates."""
        assert isinstance(other, StatedEvent)
        nature = natures()[self.type].nature
        if not self._same_parties(other, nature):
            return Likeness.APART
        dates = compare_spans(self.when, other.when)
        if nature == "again" and not self._one_date(other, dates):
            return Likeness.APART
        is_sure = self.sure and other.sure and self.way == FACT
        if self.is_denied != other.is_denied:
            return Likeness.CONFLICT if is_sure and dates < Likeness.CONFLICT else Likeness.APART
        if dates is not Likeness.CONFLICT:
            return dates
        if nature == "lasting":
            return Likeness.PRECISION
        is_one = self.is_unique and other.is_unique and self.type == other.type
        return Likeness.CONFLICT if is_one and is_sure else Likeness.APART

    def _one_date(self, other: StatedEvent, dates: Likeness) -> bool:
        if self.when is None or other.when is None or dates is Likeness.CONFLICT:
            return False
        return max(self.when.days, other.when.days) <= _MONTH

    def _same_parties(self, other: StatedEvent, nature: str) -> bool:
        mine, theirs = dict(self.roles), dict(other.roles)
        if nature == "again" and mine.keys() - {"place"} != theirs.keys() - {"place"}:
            return False
        stands_for = self.stands_for | other.stands_for
        return all(
            _meet(mine[role], theirs[role], stands_for)
            for role in mine.keys() & theirs.keys()
            if role != "place"
        )


def _meet(a: frozenset[str], b: frozenset[str], stands_for: StandsFor) -> bool:
    """Whether two fillers can be one: the same, a list with the other in it, a head for the firm."""
    if a & b:
        return True
    for one in a:
        for two in b:
            if (one, two) in stands_for or (two, one) in stands_for:
                return True
            if one[0] == two[0] == _PHRASE and (one[1:-1] in two or two[1:-1] in one):
                return True
    return False


def event_statements(
    corpus: Rows, family: Mapping[str, str], who: Who, versions: set[str]
) -> Iterator[Statement]:
    """Statements of rows of `facts.events`; those whose party is no entity are left out.

    `versions` are the entities that are a family of versions: those come out again and again.
    """
    document_of = {row["fact_id"]: row["document_id"] for row in corpus["facts.events"]}
    roles: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for role in corpus["facts.event_roles"]:
        fact = role["fact_id"]
        if fact in document_of:
            entity = role["entity_id"]
            filler = who(document_of[fact], entity) if entity else f"{_PHRASE}{role['phrase']}»"
            roles[fact][role["role"]].add(filler)
    heads = _heads(corpus["facts.relations"], who)
    for row in corpus["facts.events"]:
        filled = roles[row["fact_id"]]
        nature = natures()[row["type"]]
        about = sorted(one for one in filled.get(nature.about, ()) if one[0] != _PHRASE)
        if not about:
            continue
        to_some = row["type"] == "license" and "recipient" in filled
        group = "license" if to_some else nature.group
        parties = tuple(sorted((name, frozenset(who_)) for name, who_ in filled.items()))
        persons = {one for name in ("agent", "recipient") for one in filled.get(name, ())}
        said = StatedEvent(
            *(row["type"], parties, read_span(row["date_edtf"]), row["polarity"] == "negative"),
            *(WAYS[row["modality"]], row["confidence"] == "high", versions.isdisjoint(about)),
            frozenset((a, b) for one in persons for a, b in heads.get(one, ())),
        )
        document = row["document_id"]
        for subject in about:
            yield Statement(
                *(row["fact_id"], document, family.get(document, document), "event"),
                *(f"event|{group}|{subject}", subject, None, said),
            )


def _heads(relations: list[Row], who: Who) -> dict[str, set[tuple[str, str]]]:
    """Persons to (person, organization) pairs: who founded or leads a firm may stand for it."""
    heads: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for row in relations:
        if row["relation"] in AT_HEAD and row["subject_id"] and row["object_id"]:
            pair = (who(row["document_id"], row["subject_id"]), who(row["document_id"], row["object_id"]))
            heads[pair[0]].add(pair)
    return heads
