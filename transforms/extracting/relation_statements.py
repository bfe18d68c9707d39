"""Relations that a clause states in one of the known forms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from transforms.extracting.passages import Passage
from transforms.extracting.relation_forms import Form, forms_for
from transforms.facts import Filler, Relation, Trace

_VETO = re.compile(
    r"并非|不是|并不|没有|从未|尚未|未能|拒绝|否认|如果|假如|倘若|一旦|拟|计划|打算|有望|或将|可能|不再|是否|能否|考虑"
)
_HOW = {
    "previous sentence": ("subject carried over from the sentence before",),
    "pronoun": ("pronoun",),
}


def stated_relations(passages: Iterable[Passage]) -> Iterator[Relation]:
    """A relation for each pair of names that a form ties together, unless it is denied or only planned."""
    for passage in passages:
        for form in forms_for(passage.text):
            for match in form.pattern.finditer(passage.text):
                if not _VETO.search(passage.text[max(0, match.start() - 3) : match.end()]):
                    yield from _relations(passage, form, match)


def _relations(passage: Passage, form: Form, match: re.Match[str]) -> Iterator[Relation]:
    subjects, why = _fillers(passage, match, "s", form.subject)
    if not subjects and form.firm_at_hand and (firm := passage.firm_before(match.start())):
        subjects, why = [Filler(firm[0])], ("subject inferred",)
    objects, also = _fillers(passage, match, "o", form.object)
    if form.firm_as_object:
        spoken_of = passage.firm_before(match.start())
        objects, also = [Filler(spoken_of[0])] if spoken_of else [], ("object by pronoun",)
    groups = match.groupdict()
    qualifier = passage.words(*match.span("q")) if groups.get("q") else None
    span = passage.masked.span(*match.span())
    for subject in subjects:
        for object_ in objects:
            if subject != object_:
                trace = Trace(*span, f"relation.{form.relation}", why + also)
                yield Relation(trace, subject, form.relation, object_, qualifier)


def _fillers(
    passage: Passage, match: re.Match[str], side: str, kinds: frozenset[str]
) -> tuple[list[Filler], tuple[str, ...]]:
    groups = match.groupdict()
    if groups.get(side):
        named = (entity for _, entity in passage.entities(*match.span(side)))
        return [Filler(entity) for entity in named if not kinds or entity.kind in kinds], ()
    if groups.get(side + "p"):
        return [Filler(phrase=passage.words(*match.span(side + "p")))], ("subject is a phrase",)
    # a form may begin with the mark that ends the clause before
    clause = passage.clause_at(match.start()) or passage.clause_at(match.start() + 1)
    if clause is None or clause.subject is None or clause.subject.phrase is not None:
        return [], ()
    entities = [e for e in clause.subject.entities if e.kind in kinds]
    return [Filler(e) for e in entities], _HOW.get(clause.subject.how, ())
