"""`OpenAI、谷歌等竞争对手`: rivals named in a list, of the one whom the clause is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from transforms.annotations import Entity
from transforms.extracting.masking import ENTITY, pattern
from transforms.extracting.passages import Passage
from transforms.facts import Filler, Relation, Trace

_LIST = pattern(
    r"((?:(?:{O}的)?{E}(?:、|和|与|以及|及)?){1,8})(?:等[^，,。；;]{0,6}?|(?:和|与|以及|及)?(?:其他|其它)[^，,。；;]{0,4}?|这[两三四些]个?)(?:竞争对手|竞争者|对手|竞品)(?!的)"
)
# what 的 or a longer word governs is someone's rival by name: a form of `relation_forms.csv`
_BARE = pattern(
    rf"(?<![{ENTITY}的要大号老期接])(?:老|主要|最大|头号)?(?:竞争对手|劲敌)({{O}}(?:(?:、|和|与|及){{O}}){{0,4}})"
)
_REACH = 80
_GOVERNED = re.compile(r"(?:超过|赶上|与|对|向|被|比|和|、|像|给|从|的)$")
_CLASSES = (("organization", "person"), ("product", "model", "hardware"))


def listed_rivals(passages: Iterable[Passage]) -> Iterator[Relation]:
    """`competitor_of` from the one spoken of to each rival."""
    for passage in passages:
        for match in _LIST.finditer(passage.text):
            rivals = _heads(passage, match)
            if rivals and (owner := _owner(passage, match.start(), rivals)):
                yield from _relations(passage, match, owner, rivals, ())
        for match in _BARE.finditer(passage.text):
            firm = passage.firm_before(match.start())
            if firm is not None:
                rivals = [e for _, e in passage.entities(*match.span(1))]
                for rival in rivals:
                    yield from _relations(passage, match, rival, [firm[0]], ("object inferred",))


def _heads(passage: Passage, match: re.Match[str]) -> list[Entity]:
    """The names of the list, but for those that only say whose one is (OpenAI的ChatGPT)."""
    at = passage.entities(*match.span(1))
    return [e for i, e in at if passage.text[i + 1 : i + 2] != "的"]


def _owner(passage: Passage, start: int, rivals: list[Entity]) -> Entity | None:
    """The nearest name before the list of the rivals' class that nothing governs; else the subject."""
    wanted = next((c for c in _CLASSES if any(r.kind in c for r in rivals)), ())
    clause = passage.clause_at(start)
    if clause is not None:
        subject = clause.subject
        stated = subject.entities[0] if subject and subject.entities and subject.phrase is None else None
        for index, entity in reversed(passage.entities(max(0, start - _REACH), start)):
            if entity.kind in wanted and not _GOVERNED.search(passage.text[:index]):
                return entity
        if stated is not None and stated.kind in wanted:
            return stated
    return None


def _relations(
    passage: Passage, match: re.Match[str], owner: Entity, rivals: list[Entity], reasons: tuple[str, ...]
) -> Iterator[Relation]:
    trace = Trace(*passage.masked.span(*match.span()), "relation.competitor_of.list", reasons)
    for rival in rivals:
        if rival.id != owner.id:
            yield Relation(trace, Filler(owner), "competitor_of", Filler(rival))
