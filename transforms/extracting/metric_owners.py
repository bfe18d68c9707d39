"""Whose a figure is: the owner of the measured noun, else whom its clause is about, else who fits nearby."""

from __future__ import annotations

import re
from dataclasses import dataclass

from transforms.annotations import Entity
from transforms.extracting.clauses import Clause
from transforms.extracting.event_words import described
from transforms.extracting.masking import ENTITY, NUMBER, ORG, TIME
from transforms.extracting.metric_nearby import firm_of, own_figures, sold
from transforms.extracting.metric_referents import (
    THINGS,
    ends_in_speech,
    last_firm,
    mentions,
    of_parts,
    readable,
    tells,
)
from transforms.extracting.metric_things import Things, last_thing, this_thing
from transforms.extracting.metric_topic import Topic
from transforms.extracting.metric_written import (
    LEAD,
    LINE,
    plant_owner,
    unit_again,
    venture_at,
    written_owner,
)
from transforms.extracting.sources import names_source
from transforms.facts import Filler

_OBLIQUE = re.compile(
    r"(?:比|较|跟|同|对|向|由|据|在|从|被|替|为|给|援引|低于|高于|超过|相比|搭载|采用|基于|使用|来自|收购|持有|认购|买下|购入|增持|与|和)$"
)
_CAUSE = re.compile(
    r"(?:受|因|由于|随着|得益于|受益于|凭借|借助|在)[^，,。]*(?:拉动|带动|影响|推动|提振|驱动|拖累|下|后|上市|量产|交付|放量)?$"
)
_HOUSE_SAYS = re.compile(r"(?:该|这家|上述)?(?:机构|报告|行)(?![业])")
_FIRM_PRONOUN = re.compile(r"(?:该公司|这家公司|该集团|该企业|该机构|该平台|这家企业)")
_BACKERS = re.compile(r"领投|跟投|参投|加注|追加|投资方|财务顾问")
_FORMER_LATTER = re.compile(r"(?:而|但|其中)?(?:前者|后者)")
_FIRM_BEFORE = re.compile(
    rf"(?:^|[^一-鿿])(?:公司|集团|我们)(?:的|在|[{TIME}\s]|目前|全年|全球|整体|合计|共|累计)*$"
)
_JOINED = re.compile(
    rf"[{ENTITY}](?:公司|品牌|系列|手机)?(?:、|和|与|及|以及)(?:[一-鿿A-Z]{{0,4}}(?:SUV|MPV|轿车|车型|车|手机|平板|手表|芯片|处理器|公司|巨头|厂商|品牌|集团|企业|平台|对手|机器人))?$"
)
_STATISTICS = frozenset(("shipments", "sales", "market_share", "rank", "users", "exports", "share_of"))
_FIRM_ITSELF = re.compile(r"(?:公司|集团|其|它)(?!人)")
_PAIR = re.compile(
    rf"(?:{NUMBER}|两人|二人|双方|三人|两家公司|二者)[^，,。]{{0,4}}(?:合计|共同|均|都|各|一共|共)"
)
_SPEAKS_OF = re.compile(r"(?:对于?|作为)一?(?:家|个|款)")
_AS_FIRM = re.compile(r"的(?:公司|企业|集团|巨头|平台)(?:而言|来说|来讲)?$")
_FAMILY = re.compile(rf"([{ENTITY}]) ?系列的?(?: |[{ENTITY}]|、|和|与|参数|的)*$")
_APP = re.compile(rf"([{ORG}](?:应用|App|APP|客户端))[^，,。]{{0,8}}$")
_CLASSES = {
    "firm": frozenset(("organization",)),
    "thing": THINGS,
    "made": frozenset(("organization", *THINGS)),
    "person": frozenset(("person",)),
    "owner": frozenset(("person", "organization")),
    "business": frozenset(("organization", *THINGS)),
    "any": frozenset(("organization", "person", *THINGS)),
}


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose a figure is. `clause` is the index of the clause that names him; `reasons` how that is known."""

    fillers: tuple[Filler, ...]
    clause: int
    reasons: tuple[str, ...] = ()


def owner_of(clauses: list[Clause], i: int, stop: int, kind: str, base: str, topic: Topic) -> Owner | None:
    """The owner of a figure of metric `base` whose noun begins at masked offset `stop` of clause `i`.

    `kind` is what may own it: `firm`, `thing`, `made` (a thing before a firm),
    `business` (either), `person`, `owner`, `any`.
    """
    stated = stated_owner(clauses, i, stop, kind, base, topic)
    return stated or carried_owner(clauses, i, stop, kind, base, topic)


def names_pair(clause: Clause, stop: int) -> bool:
    """Whether the clause is of several together (二人合计持股), none of whom it names."""
    return bool(_PAIR.match(clause.text)) and stop < 8


def stated_owner(
    clauses: list[Clause], i: int, stop: int, kind: str, base: str, topic: Topic
) -> Owner | None:
    """The owner that clause `i` itself names, in full or by a pronoun."""
    clause = clauses[i]
    if _SPEAKS_OF.match(clause.text) and i + 1 < len(clauses) and _AS_FIRM.search(clause.text):
        following = clauses[i + 1].subject
        if following is not None and following.how == "stated" and following.entities:
            return Owner((Filler(following.entities[0]),), i, ("subject in the next clause",))
    family = _FAMILY.search(clause.text[:stop])
    if family and base == "model_count":
        return Owner((Filler(clause.masked.mention(family.start(1)).entity),), i)
    app = _APP.search(clause.text[:stop])
    if app and base == "rank":
        phrase = readable(clause, *app.span(1))
        return Owner((Filler(phrase=phrase),), i, ("subject is a phrase",))
    plant = plant_owner(clauses, i, stop, base)
    if plant is not None:
        return Owner((plant[0],), plant[1], ("subject is a phrase",))
    unit = unit_again(clauses, i, stop) if kind != "person" else None
    if unit is not None:
        named = [
            earlier.masked.mention(m).entity
            for earlier in clauses[max(0, i - 4) : i]
            if earlier.sentence == clause.sentence
            for m in mentions(earlier)
            if earlier.masked.mention(m).entity.kind in THINGS
        ]
        if named:
            return Owner((Filler(named[-1]),), i, ("subject by pronoun",))
        return Owner((Filler(phrase=unit),), i, ("subject is a phrase",))
    names = _named(clause, stop, _CLASSES[kind])
    if names is None and base == "sales" and kind == "business":
        device = sold(clauses, i)
        if device is not None:
            return Owner((Filler(device),), i, ("subject by nearness",))
    if names is None and kind in ("firm", "owner"):
        subject = clause.subject
        if subject is not None and subject.how == "stated" and (subject.start or 0) < stop:
            names = [e for e in subject.entities if e.kind in THINGS] or None
    if names is not None:
        return Owner(tuple(Filler(e) for e in names), i)
    written = written_owner(clauses, i, stop, base)
    if written is not None and kind in ("firm", "owner") and LINE.fullmatch(written[0].phrase or ""):
        whole = carried_owner(clauses, i, stop, kind, base, topic)
        if whole is not None and whole.fillers[0].entity is not None:
            return whole
    if written is not None:
        return Owner((written[0],), written[1], (written[2],))
    return _pronoun(clauses, i, stop, kind, topic)


def carried_owner(
    clauses: list[Clause], i: int, stop: int, kind: str, base: str, topic: Topic
) -> Owner | None:
    """The owner whom clause `i` leaves out: taken over from the clauses before, else the article's."""
    if kind in ("thing", "made"):
        things = last_thing(clauses, i, topic=topic.thing if kind == "thing" else None)
        if things is not None and (kind == "thing" or clauses[things.clause].sentence == clauses[i].sentence):
            return _of_things(things, "subject by nearness")
        if kind == "thing":
            return None
    clause = clauses[i]
    if base in _STATISTICS and _HOUSE_SAYS.match(LEAD.sub("", clause.text)):
        return None
    wanted = _CLASSES[kind]
    subject = clause.subject
    late = subject is not None and subject.how == "stated" and (subject.start or 0) >= stop
    for k in range(i - 1 if late else i, max(-1, i - 12), -1):
        subject = clauses[k].subject
        same = clauses[k].sentence == clause.sentence
        if clauses[k].sentence.paragraph != clause.sentence.paragraph:
            break
        if base in ("valuation", "funding_raised") and k < i and _BACKERS.search(clauses[k].text):
            continue
        if names_source(clauses[k]):
            own = own_figures(clauses[k]) if kind != "person" else None
            if own is not None:
                return Owner((Filler(own),), k)
            if same or base in _STATISTICS:
                return None
            continue
        states = subject is not None and subject.how == "stated"
        if (
            same
            and k < i
            and not states
            and LEAD.sub("", clauses[k].text).startswith(("集团", "公司", "该公司"))
        ):
            firm = last_firm(clauses, k, False, topic.firm, topic.media)
            if firm is not None and kind != "person":
                return Owner((Filler(firm[0]),), firm[1], ("subject by pronoun",))
        venture = venture_at(clauses, k) if same and k < i else None
        if venture:
            return Owner((Filler(phrase=venture),), k, ("subject is a phrase",))
        head = described(clauses[k]) if same and k < i else None
        if head is not None and clauses[k].masked.mention(head).entity.kind in wanted:
            return Owner((Filler(clauses[k].masked.mention(head).entity),), k)
        if subject is None or subject.how not in ("stated", "pronoun") or (not same and of_parts(clauses[k])):
            continue
        if subject.how == "pronoun" and _CAUSE.match(clauses[k].text):
            continue
        speaks = ends_in_speech(clauses[k])
        fitting = [
            e
            for e in subject.entities
            if e.kind in wanted and not (speaks and tells(e)) and e not in topic.media
        ]
        if kind in ("owner", "any") and base != "rank" and speaks:
            # who says what is spent does not spend it
            fitting = [e for e in fitting if e.kind != "person"]
        if fitting and subject.phrase is None:
            how = () if same else ("subject carried over from the sentence before",)
            return Owner(tuple(Filler(e) for e in fitting), k, how)
        if kind in ("firm", "business", "made", "owner"):
            employer = firm_of(clauses[k])
            if employer is not None:
                return Owner((Filler(employer),), k, ("subject by nearness",))
        if kind in ("any", "person", "made") and not speaks:
            return None
    if kind not in ("firm", "owner", "business") or base in ("shipments", "market_share", "rank"):
        return None
    firm = last_firm(clauses, i, False, topic.firm, topic.media)
    if firm is None or clauses[firm[1]].sentence.number < clause.sentence.number - 1:
        return None
    return Owner((Filler(firm[0]),), firm[1], ("subject by nearness", "far from its subject"))


def _named(clause: Clause, stop: int, wanted: frozenset[str]) -> list[Entity] | None:
    """The nearest fitting name before the noun that nothing governs, with those joined to it."""
    text = clause.text
    for k in reversed(list(mentions(clause, stop))):
        if clause.masked.mention(k).entity.kind not in wanted:
            continue
        chain = [k]
        while joined := _JOINED.search(text[: chain[0]]):
            chain.insert(0, joined.start())
        if not _OBLIQUE.search(text[: chain[0]]):
            series = re.match(" ?系列", text[chain[0] + 1 :]) and len(chain) > 1
            return [clause.masked.mention(m).entity for m in (chain[:1] if series else chain)]
    return None


def _pronoun(clauses: list[Clause], i: int, stop: int, kind: str, topic: Topic) -> Owner | None:
    clause = clauses[i]
    text = LEAD.sub("", clause.text[:stop])
    if _FORMER_LATTER.match(text) and clause.subject is not None and clause.subject.how == "pronoun":
        meant = [e for e in clause.subject.entities if e.kind in _CLASSES[kind]]
        return Owner(tuple(map(Filler, meant)), i, ("subject by pronoun",)) if meant else None
    if kind in ("thing", "any", "made"):
        things = this_thing(clauses, i, text, topic.thing)
        if things is not None:
            return _of_things(things, "subject by pronoun")
    if kind == "thing" or kind == "person":
        return None
    itself = bool(_FIRM_ITSELF.match(text)) or (kind != "any" and bool(_FIRM_BEFORE.search(text)))
    if kind in ("any", "made") and text.startswith(("其", "它")):
        return None
    if _FIRM_PRONOUN.match(text) or itself:
        firm = last_firm(clauses, i, not itself, topic.firm, topic.media)
        if firm is not None:
            return Owner((Filler(firm[0]),), firm[1], ("subject by pronoun",))
    return None


def _of_things(things: Things, why: str) -> Owner:
    fillers = tuple(Filler(e) for e in things.entities) or (Filler(phrase=things.phrase),)
    return Owner(fillers, things.clause, (why if things.entities else "subject is a phrase",))
