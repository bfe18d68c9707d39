"""What holds between two entities: patterns on clauses, and what events entail."""

from __future__ import annotations

import re
from dataclasses import dataclass

from transforms.annotations import Annotated, Entity
from transforms.extracting.clauses import Clause
from transforms.extracting.masking import pattern
from transforms.extracting.positions import find_positions
from transforms.facts import Event, Filler, Relation, Trace

_MAKES = frozenset(("release", "open_source", "shutdown", "develop", "train"))
_THINGS = frozenset(("product", "model", "hardware", "dataset"))


@dataclass(frozen=True)
class _Form:
    relation: str
    pattern: re.Pattern[str]
    subject: int
    object: int


_KIND = r"(?:开源|自研|最新|新|首款|旗舰)?(?:大语言|大|语言)?(?:模型|聊天机器人|机器人|平台|产品|应用|手机|芯片|处理器|系统|助手|软件|汽车|车型)?"
_FORMS = (
    _Form(
        "developer_of",
        pattern(rf"({{O}})(?:公司)?(?:的|旗下的?|自研的|自家的){_KIND}({{R}})(?!的?(?:竞争对手|对手))"),
        1,
        2,
    ),
    _Form(
        "developer_of",
        pattern(r"({O})(?:聊天机器人|大模型|模型|手机|芯片|汽车|平台|智能助手|助手)({R})"),
        1,
        2,
    ),
    _Form("part_of", pattern(r"({O})(?:旗下的?|的子公司|子公司)(?:公司|部门|团队|实验室|品牌)?({O})"), 2, 1),
    _Form("part_of", pattern(r"({O})是({O})(?:旗下的?|的)(?:全资)?(?:子公司|部门|品牌|实验室|团队)"), 1, 2),
    _Form(
        "founder_of",
        pattern(
            r"({P})(?:[^，,。{]{0,6})?(?:创立|创办|创建|联合创立|共同创立|联合创办)(?:的|了)?({O})".replace(
                "{]", "]"
            )
        ),
        1,
        2,
    ),
    _Form("competitor_of", pattern(r"({A}|{R})的(?:主要|最大|头号|直接)?(?:竞争)?对手({A}|{R})"), 1, 2),
    _Form(
        "employee_of",
        pattern(r"({P})(?:曾|此前)?(?:于|在)?{T}?(?:加入|入职|加盟)(?:了)?({O})(?!.{0,2}阵营)"),
        1,
        2,
    ),
    _Form("employee_of", pattern(r"({P})[^，,。]{0,6}?在({O})(?:工作|任职|供职|任教)"), 1, 2),
    _Form(
        "based_on",
        pattern(r"({R})[^，,。]{0,6}?(?:是)?基于({R})[^，,。]{0,10}?(?:构建|打造|开发|训练|微调|研发)"),
        1,
        2,
    ),
    _Form(
        "runs_on", pattern(r"({R})[^，,。]{0,6}?(?:由|依托|基于)({R})(?:驱动|提供支持|提供技术支持)"), 1, 2
    ),
    _Form(
        "located_in",
        pattern(r"({O})[^，,。]{0,6}?(?:总部|总部位于|总部设在|位于|设在)(?:位于|设在|在)?({L})"),
        1,
        2,
    ),
    _Form(
        "owner_of",
        pattern(
            r"({A})(?:目前)?(?:控制着?|持有|拥有)({O})[^，,。]{0,4}{N}[^，,。]{0,10}?(?:股份|股权|表决权|投票权)"
        ),
        1,
        2,
    ),
)


def find_relations(annotated: Annotated, clauses: list[Clause], events: list[Event]) -> list[Relation]:
    """Relations stated by titles, possessives and verbs, and those entailed by events. Clean offsets."""
    out = find_positions(clauses)
    for clause in clauses:
        part = clause.masked
        for form in _FORMS:
            for match in form.pattern.finditer(part.text):
                a = part.mention(match.start(form.subject)).entity
                b = part.mention(match.start(form.object)).entity
                if a.id != b.id:
                    trace = Trace(*part.span(*match.span()), f"relation.{form.relation}")
                    out.append(Relation(trace, Filler(a), form.relation, Filler(b)))
    return [*out, *_competitors(clauses), *_entailed(events), *_versions(annotated)]


_RIVALS = pattern(r"((?:{E}(?:、|和|与|以及)?){1,6})等[^，,。]{0,4}?(?:竞争对手|对手)")


def _competitors(clauses: list[Clause]) -> list[Relation]:
    """`…OpenAI、谷歌等竞争对手`: rivals of the clause's subject."""
    out = []
    for clause in clauses:
        part, subject = clause.masked, clause.subject
        for match in _RIVALS.finditer(part.text):
            if subject is None or not subject.entities:
                continue
            for k in range(match.start(1), match.end(1)):
                if part.items[k] is not None and part.mention(k).entity.id != subject.entities[0].id:
                    trace = Trace(*clause.span, "relation.competitor_of.list")
                    rival = Filler(part.mention(k).entity)
                    out.append(Relation(trace, Filler(subject.entities[0]), "competitor_of", rival))
    return out


def _entailed(events: list[Event]) -> list[Relation]:
    """What the fact model says that an event entails."""
    out = []
    for event in events:
        agent, object_ = _one(event, "agent"), _one(event, "object")
        relation = None
        if (
            event.type in _MAKES
            and agent
            and agent.entity
            and agent.entity.kind == "organization"
            and object_
        ):
            made = object_.entity is None or object_.entity.kind in _THINGS
            relation = "developer_of" if made and object_.entity is not None else None
        elif event.type == "publish" and agent and object_:
            relation = "author_of"
        elif event.type == "partner" and agent and (other := _one(event, "recipient")):
            relation, object_ = "partner_of", other
        if relation and agent and object_ and event.polarity == "positive":
            trace = Trace(event.trace.start, event.trace.end, f"entailed.{event.type}", event.trace.reasons)
            out.append(Relation(trace, agent, relation, object_))
    return out


def _one(event: Event, role: str) -> Filler | None:
    found = event.roles.get(role, ())
    return found[0] if found else None


def _versions(annotated: Annotated) -> list[Relation]:
    """A version named beside its family, in one paragraph: `version_of`."""
    out: list[Relation] = []
    paragraph = {s.number: s.paragraph for s in annotated.sentences}
    where: dict[str, set[int]] = {}
    places: list[tuple[int, int, int, Entity]] = []
    for mention in annotated.mentions:
        number = next((s.number for s in annotated.sentences if s.start <= mention.start < s.end), None)
        if number is not None:
            where.setdefault(mention.entity.name, set()).add(paragraph[number])
            places.append((paragraph[number], mention.start, mention.end, mention.entity))
    families = {m.entity.name: m.entity for m in annotated.mentions}
    done: set[str] = set()
    for number, start, end, entity in places:
        family = families.get(entity.family or "")
        if family is None or entity.id in done or number not in where[family.name]:
            continue
        done.add(entity.id)
        out.append(
            Relation(Trace(start, end, "relation.version_of"), Filler(entity), "version_of", Filler(family))
        )
    return out
