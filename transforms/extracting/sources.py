"""Whom a sentence credits with what it states."""

from __future__ import annotations

import re
from dataclasses import dataclass

from transforms.annotations import Entity
from transforms.extracting.clauses import Clause
from transforms.extracting.cues import say_pattern
from transforms.extracting.masking import ENTITY, pattern
from transforms.facts import Modality

_DATA = r"(?:{W}|数据|报告|统计|研究|调查|研报|榜单|调研|测算|估算|监测|预测|说法|消息|报道|介绍|文件|爆料)"
_VIA = pattern(rf"援引[^，,。]{{0,14}}?({{A}}|{{R}})[^，,。]{{0,8}}?(?:{_DATA}|的话|称|显示)")
_ACCORDING = pattern(
    rf"(?:根据|依据|按照|按|(?<![数证占收票单凭])据)(?!此|悉)[^，,。{{P}}{{O}}]{{0,14}}({{A}}|{{R}})[^，,。]{{0,14}}?(?:{_DATA}|报道|称|透露|披露|了解)"
)
_SHOWS = pattern(
    rf"({{A}}|{{R}})[^，,。]{{0,16}}?{_DATA}[^，,。{{P}}{{O}}]{{0,6}}(?:显示|指出|表明|称|认为|预计)$"
)
_OWN_PAPERS = re.compile(
    r"财报(?!电话|会)|招股书|招股说明书|年报|半年报|季报|公告(?!中)|业绩报告|财务报告|业绩快报|申报文件|备案文件"
)
_MADE_KNOWN = re.compile(r"(?:公布|宣布|预计|预估|预测|估计|报告称|报道称|透露|披露|预期|认为)$")
_ANALYST_HOUSE = re.compile(
    r"(?:研究机构|调研机构|市调机构|市场研究|咨询|数据机构|数据平台|分析机构)[^，,。]{0,4}$"
)
_CONSEQUENCE = re.compile(r"(?:从而|进而)?(?:导致|致使|造成|使得?|受此影响|受此消息|消息公布后|因此)")
_DONE_TO = re.compile(r"(?:被|遭|给予|予以)[^，,。]{0,8}$")
_MEDIUM = re.compile(r"报道(?:称|说)?$")
_NAMELESS = re.compile(
    r"(?:知情人士?|消息人士|业内人士|内部人士|供应链人士|的人士|离职员工|前员工|网友|投资人|分析师|博主|技术报告|媒体|传闻|报告|论文)[^，,。]{0,16}?(?:透露|称|表示|指出|认为|说|显示|爆料|告诉)"
)


_MEDIA = re.compile(
    r"报$|社$|网$|时报|日报|周刊|杂志|电视|新闻|Times|Information|Bloomberg|Journal|CNBC|BBC|广播"
)


@dataclass(frozen=True, slots=True)
class Source:
    """Who is credited. `how`: `data` or `media` (others' figures), `speech` (somebody says it himself),
    `nameless` (a source without a name). `entity` is None for the last. `start` is the masked offset in the
    sentence, None where it is known from its clause alone.
    """

    entity: Entity | None
    how: str
    start: int | None = None


def source_of(clauses: list[Clause], i: int) -> Source | None:
    """The source that the sentence of clause `i` credits up to the end of that clause, if any.

    Of `A援引B的数据` B is credited, the origin of the data. A firm's own results and filings credit nobody.
    """
    clause = clauses[i]
    head = clause.whole.text[: clause.offset + len(clause.text)]
    for form in (_VIA, _ACCORDING):
        match = form.search(head)
        if match and not _OWN_PAPERS.search(match.group()):
            return Source(clause.whole.mention(match.start(1)).entity, "data", match.start(1))
    k = i if not _CONSEQUENCE.match(clause.text) else -1
    while k >= 0 and clauses[k].sentence == clause.sentence:
        found = _spoken(clauses[k], last=k == i)
        if found is not None:
            return found
        k = -1 if _CONSEQUENCE.match(clauses[k].text) else k - 1
    return Source(None, "nameless") if _NAMELESS.search(head) and not _OWN_PAPERS.search(head) else None


def _spoken(clause: Clause, last: bool) -> Source | None:
    """Whom this clause makes the speaker of those that follow; nobody where it is the `last` itself."""
    text = clause.text
    if _OWN_PAPERS.search(text):
        return None
    match = _SHOWS.search(text)
    if match and not last:
        return Source(clause.masked.mention(match.start(1)).entity, "data", clause.offset + match.start(1))
    if _DONE_TO.search(text):
        return None
    subject = clause.subject
    if subject is None or not subject.entities or subject.phrase is not None:
        return None
    at_end = _MADE_KNOWN.search(text) or any(m.end() == len(text) for m in say_pattern().finditer(text))
    if last or not at_end or subject.how in ("previous sentence",):
        return None
    if text.endswith("宣布") and subject.entities[0].kind == "organization":
        return None
    house = bool(_MEDIUM.search(text)) or is_medium(subject.entities[0])
    house = house or bool(_ANALYST_HOUSE.search(text[: subject.start or 0]))
    return Source(subject.entities[0], "data" if house else "speech")


def attribution(clauses: list[Clause], i: int) -> tuple[Entity | None, Modality]:
    """(entity credited, modality) for clause `i`."""
    source = source_of(clauses, i)
    if source is None or source.entity is None:
        return None, "actual"
    return source.entity, "reported"


def is_medium(entity: Entity) -> bool:
    """Whether the name is that of a newspaper, agency, station or site."""
    return bool(_MEDIA.search(entity.name))


def names_source(clause: Clause) -> bool:
    """Whether the clause only credits others' data and lends no subject to what follows."""
    text = clause.text
    match = _SHOWS.search(text) or _ACCORDING.search(text)
    return (bool(match) and not _OWN_PAPERS.search(text)) or bool(re.match(rf"^据[{ENTITY}]", text))
