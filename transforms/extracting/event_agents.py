"""Who does what a trigger states."""

from __future__ import annotations

import re
from collections.abc import Iterable

from transforms.annotations import Entity
from transforms.extracting.arguments import letter, words
from transforms.extracting.event_reference import last_firm, last_pair, last_person, last_thing
from transforms.extracting.event_site import Fillers, Site
from transforms.extracting.event_words import is_gap, without_adverbs
from transforms.extracting.masking import ENTITY
from transforms.facts import Filler

_KINDS = {"person": "P", "organization": "O", "place": "L", "product": "R", "model": "R", "hardware": "R"}
_GOVERNED = re.compile(
    r"(?:对于|对|向|与|和|同|跟|给|为|由|被|遭|把|将|从|于|据|比|像|以|关于|围绕|包括|凭借|针对|按照|根据|利用|通过|使用|基于|来自|到|至|是"
    r"|成为|超过|前往|离开|加入|收购|起诉|投资|警告|批评|指责|要求|了|着|过)$"
)
_TITLE_END = re.compile(r"^[^，,。]{0,3}(?:公司|集团|方面|官方|团队|等(?:公司|企业|厂商|平台|机构|[一-鿿]{0,4})?|[一-鿿]{0,2}双方)")
_PRONOUN = re.compile(
    r"(?:^|[，,而但并])?(?P<who>他们|她们|双方|两家公司|两者|二者|他|她|它|其(?![他它中实次余])"
    r"|该公司|这家公司|该企业|该集团|该机构|该平台|该厂商|该品牌|公司|该模型|该产品|该车|该芯片|该机器人|该系统|该服务|该应用|这款[一-鿿]{1,4}|新车)"
)
_GROUP = re.compile(
    r"(?:人员|员工|团队|高管|参议员|众议员|议员|议会|发言人|用户|投资者|投资人|分析师|工程师|科学家|研究者|创始人|负责人|代表|律师|股东|管理层"
    r"|董事会|客户|部门|实验室|开发者|消费者|网友|车主|人士|批评者|专家|老朋友|供应商|经销商|厂商|商家|工会|法院|监管机构|监管部门|机构|协会|作者|媒体"
    r"|政府|公司|人)$"
)
_NO_NAME = re.compile(r"[的了着过是在有和与及或把被将对向从到把为以这那此该每各什么怎如何谁时后前中上下里]|进行|方面")


def agent(site: Site, kinds: frozenset[str]) -> tuple[Fillers, tuple[str, ...]]:
    """Fillers of the doer and what bears on their certainty; empty where the article does not say.

    In order: the name or group right before the trigger, a pronoun there, the subject of the clause, then
    that of the clauses before in the sentence and, with less certainty, of the sentence before.
    """
    found = _adjacent(site, kinds)
    if found:
        return found, ()
    found, reason = _by_pronoun(site, kinds)
    if found:
        return found, (reason,)
    start, end = without_adverbs(site.before)
    rest = site.before[start:end]
    if rest and not is_gap(rest):
        return _own(site, kinds, start, end)
    return _carried(site, kinds)


def fitting(entities: Iterable[Entity], kinds: frozenset[str]) -> Fillers:
    """Fillers of the entities whose kind a role admits."""
    return tuple(Filler(e) for e in entities if _KINDS.get(e.kind, "W") in kinds)


def _adjacent(site: Site, kinds: frozenset[str]) -> Fillers:
    text = site.before
    for match in reversed(list(re.finditer(rf"[{ENTITY}]", text))):
        at = match.start()
        after = text[at + 1 :]
        title = _TITLE_END.match(after)
        if not is_gap(after) and not (title and is_gap(after[title.end() :])):
            continue
        group = _coordinated(text, at)
        if _GOVERNED.search(text[: group[0]]) and not re.search(r"随着$|自从?$", text[: group[0]]):
            continue
        if letter(text[at]) not in kinds:
            return ()
        return fitting((site.part.mention(i).entity for i in group), kinds)
    return ()


def _coordinated(text: str, last: int) -> list[int]:
    """Masked positions of the names joined by 、 和 与 that end at `last`."""
    out = [last]
    while True:
        joined = re.search(rf"([{ENTITY}])(?:公司|集团)?(?:、|和|与|及|以及)(?:[^{ENTITY}，,。、]{{0,8}})$", text[: out[0]])
        if not joined or re.search(r"(?:由|与|和)$", text[: joined.start()]):
            return out
        between = text[joined.start() + 1 : out[0]]
        if "的" in between and text[joined.start()] != text[out[0]]:
            return out
        out.insert(0, joined.start())


def _by_pronoun(site: Site, kinds: frozenset[str]) -> tuple[Fillers, str]:
    for match in reversed(list(_PRONOUN.finditer(site.before))):
        rest = site.before[match.end() :]
        if rest.startswith("的") or not is_gap(rest):
            continue
        if _GOVERNED.search(site.before[: match.start("who")]):
            return (), ""
        return fitting(_referents(site, match.group("who"), kinds), kinds), "pronoun resolved"
    return (), ""


def _referents(site: Site, who: str, kinds: frozenset[str]) -> tuple[Entity, ...]:
    one: Entity | None
    if who in ("双方", "两家公司", "两者", "二者"):
        return last_pair(site)
    if who in ("他们", "她们"):
        return ()
    if who in ("他", "她"):
        one = last_person(site)
    elif who in ("它", "其"):
        one = last_firm(site) if "O" in kinds else last_thing(site)
    elif "公司" in who or who[1:] in ("企业", "集团", "机构", "平台", "厂商", "品牌"):
        one = last_firm(site)
    else:
        one = last_thing(site)
    return (one,) if one else ()


def _own(site: Site, kinds: frozenset[str], start: int, end: int) -> tuple[Fillers, tuple[str, ...]]:
    """A subject in the clause that is no adjacent name: a group, an unlisted name, or the clause's subject."""
    text = site.before
    subject = site.clause.subject
    bare = text[start:end]
    while (gap := re.search(r"(?:在|于|以|因|从|向|对)[^，,。]{1,24}$", bare)) and gap.start() > 1:
        bare = bare[: gap.start()]
    bare = bare[: without_adverbs(bare)[1]]
    phrase = words(site.part, start, start + len(bare))
    if "*" in kinds or "P" in kinds or "O" in kinds:
        if _GROUP.search(bare) and len(bare) <= 16 and not re.match(r"[的了着过是被把]", bare):
            return (Filler(phrase=phrase),), ("subject is a phrase",)
        if 2 <= len(bare) <= 8 and re.fullmatch(r"[一-鿿A-Za-z]+", bare) and not _NO_NAME.search(bare):
            return (Filler(phrase=phrase),), ("subject is a phrase", "weak subject")
    if subject and subject.how == "stated" and subject.start is not None and subject.end is not None:
        if subject.end <= site.start and text[subject.end : subject.end + 1] != "的":
            if subject.phrase is None:
                return fitting(subject.entities, kinds), ("far from its subject",)
    return (), ()


def _carried(site: Site, kinds: frozenset[str]) -> tuple[Fillers, tuple[str, ...]]:
    sentence = site.clause.sentence
    for k in range(site.index - 1, max(-1, site.index - 12), -1):
        clause = site.clauses[k]
        if clause.sentence.paragraph != sentence.paragraph:
            break
        subject = clause.subject
        if subject is None or subject.how not in ("stated", "pronoun"):
            continue
        if subject.start is not None and re.search(r"[了过]|开源|发布|推出|决定", clause.text[: subject.start]):
            continue
        if clause.sentence == sentence:
            reasons: tuple[str, ...] = ("subject by previous clause",)
        else:
            reasons = ("subject carried over from the sentence before",)
        if subject.phrase is not None:
            if clause.sentence != sentence:
                return (), ()
            return subject.fillers(), (*reasons, "subject is a phrase")
        found = fitting(subject.entities, kinds)
        if found:
            return found, reasons
    return (), ()
