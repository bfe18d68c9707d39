"""Which firm 该公司, 公司, 其, or nothing at all, takes up from the text before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from transforms.annotations import Entity, Mention
from transforms.extracting.authorities import is_authority
from transforms.extracting.clauses import Clause
from transforms.extracting.cues import say_pattern
from transforms.extracting.sources import is_medium, names_source
from transforms.seed_data import read_table

THINGS = frozenset(("product", "model", "hardware"))
_GOVERNED = re.compile(
    r"(?:搭载|采用|基于|比|由|与|和|联合|使用|在|对|据|通过|向|于|替|为|离开|加入|加盟|入职|曾任|任职于|供职于)(?:了)?$"
)
_LISTS_OTHERS = re.compile(
    r"(?:主要|核心|重要|下游|上游|其){0,4}(?:客户|供应商|合作伙伴|合作方|股东|投资方|投资者|竞争对手|对手|用户)(?:包括|有|为|涵盖|囊括)"
)
_REPORTS = re.compile(r"研报|报告|评级|分析师|统计|数据")
_HOUSE = re.compile(r"证券|研究|咨询|资本$|创投$|投行|Research$|Capital$|数据$|协会$")


def mentions(clause: Clause, stop: int | None = None) -> Iterator[int]:
    """Masked offsets of the names in the clause, up to `stop`."""
    end = len(clause.text) if stop is None else stop
    return (k for k in range(end) if isinstance(clause.masked.items[k], Mention))


def last_firm(
    clauses: list[Clause], i: int, skip_speaker: bool, topic: Entity | None, media: frozenset[Entity]
) -> tuple[Entity, int] | None:
    """The organization that the text before clause `i` is about, with the clause that names it.

    In its own sentence the last that is a subject; in the sentence before, the first that is one, for a
    sentence goes on about what it begins with; else `topic`, the firm of the article, else the last named.
    Sources and `media` are passed over, with `skip_speaker` whoever speaks in the same sentence too.
    """
    at = clauses[i].sentence
    subjects: list[tuple[Entity, int]] = []
    named: tuple[Entity, int] | None = None
    for k in range(i - 1, max(-1, i - 30), -1):
        clause = clauses[k]
        if clause.sentence.number != at.number:
            if subjects or named is not None:
                break
            if topic is not None and clause.sentence.paragraph != clauses[i].sentence.paragraph:
                return topic, i
            at = clause.sentence
        if names_source(clause) or _LISTS_OTHERS.match(clause.text):
            continue
        speaks = ends_in_speech(clause)
        passed = speaks or bool(_REPORTS.search(clause.text))
        here = clause.sentence == clauses[i].sentence
        subject = clause.subject
        told = subject is not None and (subject.how == "stated" or (subject.how == "pronoun" and not here))
        if subject is not None and told and not (speaks and here and skip_speaker):
            for entity in subject.entities:
                other = (
                    ((passed or topic is not None) and tells(entity))
                    or entity in media
                    or is_authority(entity)
                    or (not here and of_parts(clause))
                )
                if entity.kind == "organization" and not other:
                    subjects.append((entity, k))
        if named is None and not speaks:
            for m in reversed(list(mentions(clause))):
                entity = clause.masked.mention(m).entity
                governed = _GOVERNED.search(clause.text[:m]) or (passed and tells(entity)) or entity in media
                governed = governed or is_authority(entity)
                if entity.kind == "organization" and not governed:
                    named = entity, k
                    break
    if not subjects:
        return (topic, i) if topic is not None else named
    if at == clauses[i].sentence:
        return subjects[0]
    return next((s for s in subjects if s[0] == topic), subjects[-1])


def of_parts(clause: Clause) -> bool:
    """Whether the sentence only tells of parts (其中, …): what follows goes on about the whole."""
    return clause.plain.lstrip().startswith(("其中", "相比之下", "作为对比"))


def tells(entity: Entity) -> bool:
    """Whether the name is that of a medium, an analysts' house or a data provider."""
    return is_medium(entity) or entity.name in _houses() or bool(_HOUSE.search(entity.name))


@cache
def _houses() -> frozenset[str]:
    return frozenset(r["name"] for r in read_table("registry", "investors.csv"))


def ends_in_speech(clause: Clause) -> bool:
    """Whether a verb of saying ends the clause."""
    return any(m.end() == len(clause.text) for m in say_pattern().finditer(clause.text)) or bool(
        re.search(r"(?:公布|宣布|报道称|报道)$", clause.text)
    )


def readable(clause: Clause, start: int, stop: int) -> str:
    """The words of a masked span, names as written."""
    items = zip(clause.masked.items[start:stop], clause.text[start:stop], strict=True)
    return "".join(getattr(item, "surface", None) or char for item, char in items)
