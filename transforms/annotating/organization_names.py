"""Names of organizations and works in Chinese script that the registry does not know."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from transforms.annotating.candidate import Candidate
from transforms.annotating.lexicons import organization_suffixes, titles, words
from transforms.annotating.registry import Registry, entity_id, key_of
from transforms.annotations import Entity

_BREAK = frozenset(
    "的了在是和与及对向为被把将从给等这那有到由于以因让使该各每某一两三多几个家名位些其本此他她它们"
    "，,。、；;：:！!？?“”「」《》()（）【】〔〕[]｜|\n "
)
_NAMED = re.compile(
    r"(?:名为|名叫|叫做|命名为|取名|名字叫|一家叫|公司叫|称为|简称)[“「《]?([^\s，,。”」》、的]{2,16})[”」》]?"
    r"|(?:产品|模型|应用|平台|品牌|项目|系统|助手|机器人|芯片|手机|软件|App|APP)叫[“「]([^\s，,。”」》、的]{2,12})[”」]"
)
_WORK = re.compile(r"《([^《》\n]{2,40})》")
_TITLE = re.compile(r"创始人|创办人|首席|总裁|经理|董事|主席|总监|主管|合伙人|^原|^前|^现任")
_DEPARTMENT = re.compile(
    r"(?:高级|联席|市场|首席|产品|技术|集团|公司|销售|运营|营销|研发|财务|法务|公关|品牌|设计|采购|战略|人力资源|供应链|海外|全球|国际"
    r"|中国区?|大中华区|亚太区?|北美|欧洲|企业|常务|执行|资深){1,4}$"
)
_LONGEST = 12


@cache
def _suffixed() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(s) for s in organization_suffixes()))


@cache
def _generic() -> frozenset[str]:
    return frozenset(words("generic_stems.txt"))


def find_organizations(text: str, registry: Registry) -> list[Candidate]:
    """Names that end as organizations' names do, and names introduced by 名为 or 叫. Clean offsets."""
    out: list[Candidate] = []
    for match in _suffixed().finditer(text):
        start = match.start()
        while start > 0 and text[start - 1] not in _BREAK and match.start() - start < _LONGEST:
            start -= 1
        start = _without_verb(text, start, match.start())
        stem = text[start : match.start()]
        if 2 <= len(stem) < _LONGEST and not is_generic(stem):
            out.append(
                Candidate(
                    start,
                    match.end(),
                    named_entity(text[start : match.end()], "organization", registry),
                    "suffix",
                )
            )
    for match in _NAMED.finditer(text):
        which = 1 if match.group(1) else 2
        name = match.group(which)
        if any("一" <= c <= "鿿" for c in name):
            kind = (
                "organization"
                if which == 1
                and re.search("公司|企业|机构", text[max(0, match.start() - 8) : match.end() + 6])
                else "product"
            )
            out.append(Candidate(*match.span(which), named_entity(name, kind, registry), "named"))
    return out


def find_works(text: str, registry: Registry) -> list[Candidate]:
    """Titles in 《》; the marks belong to the mention. Clean offsets."""
    out = []
    for match in _WORK.finditer(text):
        entity = named_entity(match.group(1), "work", registry)
        if entity.basis == "discovered":
            entity = replace(entity, aliases=(match.group(),))
        out.append(Candidate(match.start(), match.end(), entity, "work"))
    return out


def find_employers(text: str, persons: list[Candidate], registry: Registry) -> list[Candidate]:
    """Firms named only by an officer (`某某智行CEO王…`), at the start of a clause. Clean offsets."""
    out = []
    for person in persons:
        match = _employer().search(text[max(0, person.start - 24) : person.start])
        name = _DEPARTMENT.sub("", match.group(1)) if match else ""
        if match and len(name) >= 2 and not is_generic(name) and not _TITLE.search(name):
            start = max(0, person.start - 24) + match.start(1)
            out.append(
                Candidate(start, start + len(name), named_entity(name, "organization", registry), "employer")
            )
    return out


def find_authorities(text: str, known: list[Candidate], registry: Registry) -> list[Candidate]:
    """A place and what governs it, as one organization: 爱尔兰政府, 广州中院. Clean offsets."""
    out = []
    for place in known:
        match = _authority().match(text, place.end) if place.entity.kind == "place" else None
        if match:
            entity = named_entity(text[place.start : match.end()], "organization", registry)
            out.append(Candidate(place.start, match.end(), entity, "authority"))
    return out


@cache
def _authority() -> re.Pattern[str]:
    suffixes = sorted(words("authority_suffixes.txt"), key=lambda s: -len(s))
    trades = "|".join(map(re.escape, words("ministries.txt")))
    ministry = (
        rf"(?:联邦|国家)?(?:{trades})(?:(?:[、和与及]|以及)?(?:{trades})){{0,3}}"
        "(?:部|署|总局|管理局|委员会)(?![长门分件队位品落下属])"
    )
    return re.compile(rf"[省市州]?(?:{'|'.join(map(re.escape, suffixes))}|{ministry})")


@cache
def _employer() -> re.Pattern[str]:
    heads = "|".join(re.escape(t) for t, kind in titles().items() if kind in ("executive", "founder"))
    return re.compile(
        rf"(?:^|[，,。；;：:、\n\s“”》])([一-鿿]{{2,6}}?)(?:的)?(?:{heads})(?:[、兼](?:{heads}))*$"
    )


def named_entity(name: str, kind: str, registry: Registry) -> Entity:
    """The registry's entity of this name, else a discovered one of this kind."""
    known = registry.keys.get(key_of(name))
    return known or Entity(entity_id(kind, name), name, kind, "discovered")


def _without_verb(text: str, start: int, end: int) -> int:
    """The left edge moved behind the last word that cannot stand inside a name."""
    for word in words("name_breakers.txt"):
        at = text.rfind(word, start, end)
        if at != -1:
            start = max(start, at + len(word))
    return start


def is_generic(stem: str) -> bool:
    """Whether the stem is made of common words only (初创, 科技, 大型科技): a kind of firm, not a name."""
    if stem in _generic() or stem[0] in "该本这某此":
        return True
    return any(stem[:i] in _generic() and stem[i:] in _generic() for i in range(1, len(stem)))
