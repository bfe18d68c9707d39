"""Whose a figure is: the owner of the measured noun, else whom its clause is about, else who fits nearby."""

from __future__ import annotations

import re
from dataclasses import dataclass

from transforms.annotations import Entity
from transforms.extracting.clauses import Clause
from transforms.extracting.masking import ENTITY, NUMBER, ORG, PLACE, TIME
from transforms.extracting.metric_referents import (
    THINGS,
    by_code,
    ends_in_speech,
    last_firm,
    last_thing,
    mentions,
    readable,
)
from transforms.extracting.sources import is_medium, names_source
from transforms.facts import Filler

_OBLIQUE = re.compile(
    r"(?:比|较|跟|同|对|向|由|据|在|从|被|替|为|给|援引|低于|高于|超过|相比|搭载|采用|基于|使用|来自|收购|与|和)$"
)
_LEAD = re.compile(
    rf"^(?:[{TIME}\s]|其中|而|但|不过|同时|此外|另外|目前|截至|今年|去年|全年|本季|上季|当时|并|也|还|‧|-|\d、)*"
)
_FIRM_PRONOUN = re.compile(r"(?:该公司|这家公司|该集团|该企业|该机构|该平台|这家企业)")
_FIRM_ITSELF = re.compile(r"(?:公司|集团|其|它)(?!人)")
_THING_PRONOUN = re.compile(
    r"(?:(?:基于|采用|使用|搭载)?该系列|该产品|该模型|该机型|该车型|该车|这款|该款|新车|新机|该芯片|该机器人|该系列|该应用|该服务)"
)
_CODE = re.compile(
    r"^([A-Z][A-Za-z+-]{0,8}\d[0-9A-Za-z.]*|[A-Z]+[a-z][A-Za-z]*(?: ?\d[0-9A-Za-z.]*)?)(?![A-Za-z])"
)
_NAMED = re.compile(
    r"^(?!.*(?:[了着过这那本上下去今前每全第]|同期|公司|集团|该|其))([一-鿿A-Za-z0-9]{2,10})的$"
)
_UNIT = re.compile(r"^[一-鿿A-Za-z0-9]{1,10}(?:部门|事业部|事业群|子公司|板块|业务)的?$")
_PAIR = re.compile(
    rf"(?:{NUMBER}|两人|二人|双方|三人|两家公司|二者)[^，,。]{{0,4}}(?:合计|共同|均|都|各|一共|共)"
)
_SPEAKS_OF = re.compile(r"(?:对于?|作为)一?(?:家|个|款)")
_AS_FIRM = re.compile(r"的(?:公司|企业|集团|巨头|平台)(?:而言|来说|来讲)?$")
_FAMILY = re.compile(rf"([{ENTITY}]) ?系列的?(?: |[{ENTITY}]|、|和|与|参数|的)*$")
_APP = re.compile(rf"([{ORG}](?:应用|App|APP|客户端))[^，,。]{{0,8}}$")
_VENTURE = re.compile(r"^(?:该|这家|这座|新)?(合资公司|合资企业|新公司|子公司|工厂|项目|基地|园区)")
_MARKET = re.compile(rf"^(?:[{ENTITY}]|全球|国内|中国|全国|行业)[一-鿿]{{2,12}}$")
_BARE = re.compile(
    r"(?!目前|连续|首次|成功|全球|国内|再次|继续|一举|同时|公司|分别|依然|仍然|最终|一度|暂时|双双|其中|以|在|均|并|且|也|仍|将|已|总|则)"
    r"[一-鿿]{2,4}$"
)
_CONTRAST = re.compile(
    rf"(?:而|但)?(?!其|该|这|公司|集团|海外|国内|全球|去年|今年|上年)([一-鿿]{{2,4}}?)(?:同期|则)(?:[{TIME}\s]|已|共|累计|的)*$"
)
_AMONG = re.compile(r"其中(?!包括|公司|境外|境内|国内|海外)([一-鿿]{2,5})$")
_MARKETS = frozenset(("shipments", "sales", "users", "production", "exports", "revenue", "other"))
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


def owner_of(clauses: list[Clause], i: int, stop: int, kind: str, base: str) -> Owner | None:
    """The owner of a figure of metric `base` whose noun begins at masked offset `stop` of clause `i`.

    `kind` is what may own it: `firm`, `thing`, `made` (a thing before a firm),
    `business` (either), `person`, `owner`, `any`.
    """
    return stated_owner(clauses, i, stop, kind, base) or carried_owner(clauses, i, stop, kind)


def names_pair(clause: Clause, stop: int) -> bool:
    """Whether the clause is of several together (二人合计持股), none of whom it names."""
    return bool(_PAIR.match(clause.text)) and stop < 8


def stated_owner(clauses: list[Clause], i: int, stop: int, kind: str, base: str) -> Owner | None:
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
    names = _named(clause, stop, _CLASSES[kind])
    if names is None and kind in ("firm", "owner"):
        subject = clause.subject
        if subject is not None and subject.how == "stated" and (subject.start or 0) < stop:
            names = [e for e in subject.entities if e.kind in THINGS] or None
    if names is not None:
        return Owner(tuple(Filler(e) for e in names), i)
    return _written(clauses, i, stop, base) or _pronoun(clauses, i, stop, kind)


def carried_owner(clauses: list[Clause], i: int, stop: int, kind: str) -> Owner | None:
    """The owner whom clause `i` leaves out: taken over from the clauses before."""
    if kind in ("thing", "made"):
        thing = last_thing(clauses, i)
        if thing is not None and (kind == "thing" or clauses[thing[2]].sentence == clauses[i].sentence):
            why = "subject by nearness" if thing[0] else "subject is a phrase"
            return Owner((Filler(thing[0], thing[1]),), thing[2], (why,))
        if kind == "thing":
            return None
    clause = clauses[i]
    wanted = _CLASSES[kind]
    subject = clause.subject
    late = subject is not None and subject.how == "stated" and (subject.start or 0) >= stop
    for k in range(i - 1 if late else i, max(-1, i - 12), -1):
        subject = clauses[k].subject
        same = clauses[k].sentence == clause.sentence
        if clauses[k].sentence.paragraph != clause.sentence.paragraph:
            break
        if names_source(clauses[k]):
            return None
        states = subject is not None and subject.how == "stated"
        if (
            same
            and k < i
            and not states
            and _LEAD.sub("", clauses[k].text).startswith(("集团", "公司", "该公司"))
        ):
            firm = last_firm(clauses, k, False)
            if firm is not None and kind != "person":
                return Owner((Filler(firm[0]),), firm[1], ("subject by pronoun",))
        unit = _VENTURE.match(_LEAD.sub("", clauses[k].text)) if same and k < i else None
        if unit:
            return Owner((Filler(phrase=_full(clauses, k, unit.group(1))),), k, ("subject is a phrase",))
        if subject is None or subject.how not in ("stated", "pronoun"):
            continue
        speaks = ends_in_speech(clauses[k])
        fitting = [e for e in subject.entities if e.kind in wanted and not (speaks and is_medium(e))]
        if kind == "owner" and speaks:
            # who says what is spent does not spend it
            fitting = [e for e in fitting if e.kind != "person"]
        if fitting and subject.phrase is None:
            how = () if same else ("subject carried over from the sentence before",)
            return Owner(tuple(Filler(e) for e in fitting), k, how)
        if kind in ("firm", "business", "made", "owner"):
            employer = _firm_of(clauses[k])
            if employer is not None:
                return Owner((Filler(employer),), k, ("subject by nearness",))
        if kind in ("any", "person", "made") and not speaks:
            return None
    if kind in ("firm", "owner", "business"):
        firm = last_firm(clauses, i, False)
        if firm is not None and clauses[firm[1]].sentence.number >= clause.sentence.number - 1:
            return Owner((Filler(firm[0]),), firm[1], ("subject by nearness", "far from its subject"))
    return None


def _firm_of(clause: Clause) -> Entity | None:
    """The organization that the title of the person whom the clause is about belongs to (X董事长P)."""
    subject = clause.subject
    if subject is None or subject.start is None or not all(e.kind == "person" for e in subject.entities):
        return None
    before = [clause.masked.mention(m).entity for m in mentions(clause, subject.end or subject.start)]
    firms = [e for e in before if e.kind == "organization" and not is_medium(e)]
    return firms[0] if len(firms) == 1 else None


def _named(clause: Clause, stop: int, wanted: frozenset[str]) -> list[Entity] | None:
    """The nearest fitting name before the noun that nothing governs, with those joined to it."""
    text = clause.text
    for k in reversed(list(mentions(clause, stop))):
        if clause.masked.mention(k).entity.kind not in wanted:
            continue
        chain = [k]
        while (
            chain[0] >= 2 and text[chain[0] - 1] in "和与、及" and re.match(f"[{ENTITY}]", text[chain[0] - 2])
        ):
            chain.insert(0, chain[0] - 2)
        if not _OBLIQUE.search(text[: chain[0]]):
            series = re.match(" ?系列", text[chain[0] + 1 :]) and len(chain) > 1
            return [clause.masked.mention(m).entity for m in (chain[:1] if series else chain)]
    return None


def _written(clauses: list[Clause], i: int, stop: int, base: str) -> Owner | None:
    """An owner at the head of the clause that is no known name: a code, `X的`, a market, a unit of a firm."""
    clause = clauses[i]
    lead = _LEAD.match(clause.text[:stop])
    begin = lead.end() if lead else 0
    words = clause.text[begin:stop]
    code = _CODE.match(words)
    if code:
        entity = by_code(clauses, i, code.group(1))
        why = "subject by its short form" if entity else "subject is a phrase"
        return Owner((Filler(entity) if entity else Filler(phrase=code.group(1)),), i, (why,))
    named = _NAMED.match(re.sub(f"[{TIME}]", "", words))
    if named:
        return Owner((Filler(phrase=named.group(1)),), i, ("subject is a phrase",))
    unit = _VENTURE.match(words)
    if unit:
        return Owner((Filler(phrase=_full(clauses, i, unit.group(1))),), i, ("subject is a phrase",))
    if _UNIT.match(words):
        return Owner((Filler(phrase=words.removesuffix("的")),), i, ("subject is a phrase",))
    contrast = _CONTRAST.match(clause.text[:stop])
    if contrast is None and base in ("investment", "ownership_share"):
        contrast = _AMONG.match(clause.text[:stop])
    if contrast:
        return Owner((Filler(phrase=contrast.group(1)),), i, ("subject is a phrase",))
    if base == "rank" and _BARE.match(words):
        return Owner((Filler(phrase=words),), i, ("subject is a phrase",))
    if base in _MARKETS and _MARKET.match(words):
        return Owner((Filler(phrase=readable(clause, begin, stop)),), i, ("subject is a phrase",))
    return None


def _full(clauses: list[Clause], i: int, noun: str) -> str:
    """The fuller name under which the text spoke of the plant or venture before, else the noun."""
    name = re.compile(rf"(?:{PLACE}|[一-鿿](?<![了的在其座家个过将把为新建设该这])){{2,10}}{noun}")
    for k in range(i - 1, max(-1, i - 12), -1):
        match = name.search(clauses[k].text)
        if match and len(match.group()) > len(noun) + 1:
            return readable(clauses[k], *match.span())
    return noun


def _pronoun(clauses: list[Clause], i: int, stop: int, kind: str) -> Owner | None:
    clause = clauses[i]
    text = _LEAD.sub("", clause.text[:stop])
    if kind in ("thing", "any", "made") and _THING_PRONOUN.match(text):
        thing = last_thing(clauses, i, anywhere=True)
        if thing is not None:
            return Owner((Filler(thing[0], thing[1]),), thing[2], ("subject by pronoun",))
    if kind == "thing" or kind == "person":
        return None
    itself = bool(_FIRM_ITSELF.match(text))
    if kind in ("any", "made") and text.startswith(("其", "它")):
        return None
    if _FIRM_PRONOUN.match(text) or itself:
        firm = last_firm(clauses, i, not itself)
        if firm is not None:
            return Owner((Filler(firm[0]),), firm[1], ("subject by pronoun",))
    return None
