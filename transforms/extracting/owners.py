"""Who makes which product or model, as the article itself says it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from transforms.annotations import Entity
from transforms.extracting.clauses import Clause
from transforms.extracting.masking import ENTITY, Masked, pattern
from transforms.extracting.sources import is_medium, names_source

_FORMS = (
    pattern(
        rf"({{O}})旗下[^，,。；;！？{ENTITY}]{{0,6}}(?:{{R}}|{{O}})(?:品牌)?的[^，,。；;！？{ENTITY}]{{0,14}}({{R}})"
    ),
    pattern(rf"({{O}})旗下[^，,。；;！？{ENTITY}]{{0,12}}({{R}})"),
    pattern(rf"({{O}})(?:公司|集团|自家|旗下|自研)?的[^，,。；;！？{ENTITY}]{{0,16}}?({{R}})"),
    pattern(
        rf"({{O}})[^，,。；;！？{ENTITY}的]{{1,8}}的[^，,。；;！？{ENTITY}]{{0,14}}?(?:模型|手机|汽车|芯片|产品|平台|车型|应用|系统)({{R}})"
    ),
    pattern(
        r"({O})(?:公司)?(?:旗下|自研|自家)?(?:聊天机器人|大模型|模型|手机|芯片|汽车|平台|智能助手|助手|新品|新车|旗舰)({R})"
    ),
    pattern(
        r"(?={R}[^，,。]{0,4}由({O}))({R})[^，,。]{0,4}由{O}[^，,。]{0,6}(?:开发|研发|打造|推出|训练|研制|设计|发布)"
    ),
    pattern(
        rf"({{O}})[^，,。；;！？{ENTITY}]{{0,12}}?(?:发布|推出|开源|放出|研发|开发|打造|上线|抛出|构建|训练|发表)"
        rf"[^，,。；;！？{ENTITY}]{{0,16}}?({{R}})"
    ),
)
_ITS = pattern(
    rf"(?<!{{O}})(?:(其|旗下|该公司的?|公司的?|集团的?)(?:的|自研的?)?|(?<![的牌])(?:第[一二三四五]款|首款))[^，,。；;！？{ENTITY}的]{{0,12}}(?:的[^，,。；;！？{ENTITY}]{{0,8}})?({{R}})(?!的?(?:竞争)?对手)"
)


def find_owners(clauses: Sequence[Clause]) -> dict[str, Entity]:
    """Entity id of a thing to the organization that the article most often names as its maker.

    A version without a maker of its own has its family's (`Entity.family`).
    """
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    firms: dict[str, Entity] = {}
    things: dict[str, Entity] = {}
    for firm, thing in _of_those_spoken_of(clauses):
        firms[firm.id] = firm
        votes[thing.id][firm.id] += 1
    for clause in clauses:
        _note_things(clause.masked, things)
        for form in _FORMS:
            for match in form.finditer(clause.text):
                firm = clause.masked.mention(match.start(1)).entity
                thing = clause.masked.mention(match.start(2)).entity
                firms[firm.id] = firm
                votes[thing.id][firm.id] += 1
    found = {thing: firms[count.most_common(1)[0][0]] for thing, count in votes.items()}
    by_name = {things[i].name: owner for i, owner in found.items()}
    for thing in things.values():
        owner = by_name.get(thing.family or "")
        if thing.id not in found and owner is not None:
            found[thing.id] = owner
    kin = {things[i].family: owner for i, owner in found.items() if things[i].family}
    for thing in things.values():
        owner = kin.get(thing.name) or kin.get(thing.family)
        if thing.id not in found and owner is not None:
            found[thing.id] = owner
    stems: dict[str, set[Entity]] = defaultdict(set)
    for i, owner in found.items():
        stems[_stem(things[i].name)].add(owner)
    for thing in things.values():
        kept = stems.get(_stem(thing.name), set())
        if thing.id not in found and len(kept) == 1 and _stem(thing.name) != thing.name:
            found[thing.id] = next(iter(kept))
    return found


def _stem(name: str) -> str:
    """A versioned name without its version: the next one has the same maker."""
    return re.sub(
        r"[- ]?[Vv]?\d[\w.]{0,12}(?: ?(?:Pro|Max|Plus|Ultra|mini|Mini|Turbo|Air|Lite)){0,2}$", "", name
    )


def _of_those_spoken_of(clauses: Sequence[Clause]) -> Iterator[tuple[Entity, Entity]]:
    """(maker, thing) of `其首款产品R`, `旗下R`: the maker is the firm that was the subject last."""
    firm: Entity | None = None
    paragraph = sentence = -1
    for clause in clauses:
        if clause.sentence.paragraph != paragraph:
            firm, paragraph = None, clause.sentence.paragraph
        for match in _ITS.finditer(clause.text):
            near = clause.sentence.number == sentence or match.group(1) is not None
            if firm is not None and near:
                yield firm, clause.masked.mention(match.start(2)).entity
        subject = clause.subject
        stated = subject is not None and subject.how in ("stated", "pronoun") and subject.phrase is None
        if subject is not None and stated and not names_source(clause):
            made = [e for e in subject.entities if e.kind == "organization" and not is_medium(e)]
            if len(made) == 1:
                firm, sentence = made[0], clause.sentence.number


def _note_things(part: Masked, things: dict[str, Entity]) -> None:
    for item in part.items:
        entity = getattr(item, "entity", None)
        if isinstance(entity, Entity) and entity.kind in ("product", "model", "hardware"):
            things[entity.id] = entity
