"""The subject right before a trigger: a name, names joined by 和, a group of people, a pronoun."""

from __future__ import annotations

import re
from collections.abc import Iterable

from transforms.annotations import Entity
from transforms.extracting.arguments import letter, words
from transforms.extracting.event_reference import (
    last_any,
    last_firm,
    last_of_class,
    last_pair,
    last_person,
    last_thing,
)
from transforms.extracting.event_site import Fillers, Site
from transforms.extracting.event_words import is_gap, without_adverbs
from transforms.extracting.masking import ENTITY, NUMBER
from transforms.facts import Filler

_KINDS = {"person": "P", "organization": "O", "place": "L", "product": "R", "model": "R", "hardware": "R"}
_GOVERNED = re.compile(
    r"(?:基于[一-鿿]{0,8}|[与和同跟](?:前?同事|好友|同学|朋友|妻子|丈夫|搭档|伙伴|合伙人|师兄|校友)|对于|对|向|与|和|同|跟|给|为|由|被|遭|把|将|从|于|据|比|像|以|关于|围绕|包括|凭借|针对|按照|根据|利用|通过|使用|基于|来自|到|至|是"
    r"|联合|携手|联手|接替|取代|用|随|成为|超过|前往|离开|加入|收购|起诉|投资|警告|批评|指责|要求|了|着|过)$"
)
_TITLE_END = re.compile(
    r"^(?:等)?[\ue010两三四五六七八九十]+家?[一-鿿]{0,4}(?:公司|企业|厂商?|车企|巨头|机构|银行)|^[^，,。]{0,3}(?:公司|集团|方面|官方|团队|等[^，,。的]{0,4}|[一-鿿]{0,2}双方)"
)
_PRONOUN = re.compile(
    r"(?:^|[，,而但并])?(?P<who>他们|她们|后者|双方|两家公司|两者|二者|他|她|它|其(?![他它中实次余])"
    r"|该公司|这家公司|该企业|该集团|该机构|该平台|该厂商|该品牌|公司|该模型|该产品|该车|该芯片|该机器人|该系统|该服务|该应用|这款[一-鿿]{1,4}|新车)"
)
_PEOPLE = (
    r"(?:人员|员工|团队|高管|参议员|众议员|议员|议会|发言人|用户|投资者|投资人|分析师|工程师|科学家|研究者|创始人|负责人|代表|律师|股东|管理层"
    r"|董事会|客户|部门|实验室|开发者|消费者|网友|车主|人士|批评者|专家|老朋友|供应商|经销商|厂商|商家|工会|法院|监管机构|监管部门|机构|协会|作者|媒体"
    r"|政府|公司|外界|公众|有人|前员工)"
)
_GROUP = re.compile(rf"{_PEOPLE}$")
_OWNED_GROUP = re.compile(
    rf"(?!等|[”」]|公司|集团|带|率|携|偕)的?[^，,。\ue000-\ue004的了]{{0,6}}?(?:的[一-鿿]{{0,4}})?{_PEOPLE}(?!的)"
)
_BODY = re.compile(
    r"^[一-鿿A-Za-z]{2,12}(?:资本|基金|创投|证监局|监管局|总局|法院|检察院|银行|科技|大学|研究院|证券|控股|集团|股份)$"
)
_VERBAL = re.compile(
    r"^(?:获得|得到|受到|遭到|让|使|令|导致|被|把|再|立刻|它|他|她|这|至于|面向|旨在|是|要求|正如)|了"
)


def fitting(entities: Iterable[Entity], kinds: frozenset[str]) -> Fillers:
    """Fillers of the entities whose kind a role admits."""
    return tuple(Filler(e) for e in entities if _KINDS.get(e.kind, "W") in kinds)


def is_person_group(phrase: str) -> bool:
    """Whether a phrase can be a group that acts: it names people or a body, and holds no verb."""
    return bool(_GROUP.search(phrase)) and not _VERBAL.search(phrase) and len(phrase) <= 20


def near_subject(site: Site, kinds: frozenset[str]) -> tuple[Fillers, tuple[str, ...]]:
    """Subject that stands in the clause before the trigger with nothing but adverbs between."""
    if found := _adjacent(site, kinds):
        return found, () if found[0].entity else ("subject is a phrase",)
    return _by_pronoun(site, kinds)


def group_subject(site: Site) -> Fillers:
    """A group or body without a name of the registry, at the clause's beginning (多位高管, 某某资本)."""
    text = site.before
    start, end = without_adverbs(text)
    bare = text[start:end]
    while (gap := re.search(r"(?:在|于|以|因|从|向|对)[^，,。]{1,24}$", bare)) and gap.start() > 1:
        bare = bare[: gap.start()]
    bare = bare[: without_adverbs(bare)[1]]
    if text[start - 1 : start + 1] == "不少":
        start, bare = start - 1, "不" + bare
    if start and text[start - 1] == NUMBER:
        start, bare = start - 1, NUMBER + bare
    listed = re.search(rf"([{ENTITY}])等[一-鿿]{{0,4}}$", bare)
    if listed:
        return (Filler(site.part.mention(start + listed.start(1)).entity),)
    if not (is_person_group(bare) or _BODY.match(bare)):
        return ()
    phrase = re.sub(r"^有(?!人)", "", words(site.part, start, start + len(bare)))
    return (Filler(phrase=phrase),)


def _adjacent(site: Site, kinds: frozenset[str]) -> Fillers:
    text = site.before
    for match in reversed(list(re.finditer(rf"[{ENTITY}]", text))):
        at = match.start()
        after = text[at + 1 :]
        group = _OWNED_GROUP.match(after)
        if (
            group
            and is_gap(after[group.end() :])
            and kinds & {"P", "O", "*"}
            and not _GOVERNED.search(text[:at])
        ):
            start = at - 1 if text[at - 1 : at] == NUMBER else at
            return (Filler(phrase=words(site.part, start, at + 1 + group.end())),)
        title = _TITLE_END.match(after)
        if not is_gap(after) and not (title and is_gap(after[title.end() :])):
            continue
        joined = _coordinated(text, at)
        if letter(text[at]) in ("L", "O") and text[at - 1 : at] in ("在", "于"):
            continue
        if _GOVERNED.search(text[: joined[0]]) and not re.search(r"随着$|自从?$", text[: joined[0]]):
            continue
        if letter(text[at]) not in kinds:
            return ()
        return fitting((site.part.mention(i).entity for i in joined), kinds)
    return ()


def _coordinated(text: str, last: int) -> list[int]:
    """Masked positions of the names joined by 、 和 与 that end at `last`."""
    out = [last]
    while True:
        joined = re.search(
            rf"([{ENTITY}])(?:公司|集团)?(?:、|和|与|及|以及)(?:[^{ENTITY}，,。、]{{0,8}})$", text[: out[0]]
        )
        if not joined or re.search(r"(?:由|与|和)$", text[: joined.start()]):
            return out
        between = text[joined.start() + 1 : out[0]]
        if "的" in between and text[joined.start()] != text[out[0]]:
            return out
        out.insert(0, joined.start())


def _by_pronoun(site: Site, kinds: frozenset[str]) -> tuple[Fillers, tuple[str, ...]]:
    for match in reversed(list(_PRONOUN.finditer(site.before))):
        rest = site.before[match.end() :]
        if rest.startswith("的") or not is_gap(rest):
            continue
        lead = site.before[: match.start("who")]
        if _GOVERNED.search(lead) and not re.search(r"这(?:也|还|已)?是$", lead):
            return (), ()
        return fitting(_referents(site.at(match.start("who")), match.group("who"), kinds), kinds), (
            "pronoun resolved",
        )
    return (), ()


def _referents(site: Site, who: str, kinds: frozenset[str]) -> tuple[Entity, ...]:
    one: Entity | None
    if who in ("双方", "两家公司", "两者", "二者"):
        return last_pair(site)
    if who in ("他们", "她们"):
        return ()
    own = site.clause.subject
    if own is not None and own.how == "pronoun" and own.phrase is None and who == "后者":
        return own.entities
    if own is not None and own.how == "pronoun" and own.phrase is None and who in ("他", "她"):
        return own.entities if not _introduced(site) else tuple(filter(None, (last_person(site),)))
    if who == "后者":
        one = last_any(site, tuple(name for name, sign in _KINDS.items() if sign in kinds))
    elif who in ("他", "她"):
        one = last_person(site)
    elif who in ("它", "其"):
        meant = own.entities if own is not None and own.how == "pronoun" else ()
        if site.frame.type == "benchmark" and (compared := fitting(meant, kinds & {"R"})):
            return tuple(f.entity for f in compared if f.entity)
        near = "O" in kinds and site.frame.type != "benchmark"
        thing = last_thing(site, within=near) if "P" not in kinds else None
        one = thing or (last_firm(site) if "O" in kinds else None)
    elif "公司" in who or who[1:] in ("企业", "集团", "机构", "平台", "厂商", "品牌"):
        one = last_firm(site, company=True)
    else:
        one = last_of_class(site, who)
    return (one,) if one else ()


def _introduced(site: Site) -> bool:
    """Whether the clause before ends with a person, whom the pronoun takes up (包括联合创始人P，他将…)."""
    before = site.clauses[site.index - 1] if site.index else None
    return before is not None and before.sentence == site.clause.sentence and letter(before.text[-1:]) == "P"
