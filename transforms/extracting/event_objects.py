"""Whether an object can be that of an event, and the type that it makes of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from transforms.extracting.event_site import Fillers, Roles, Site
from transforms.facts import Filler
from transforms.seed_data import read_table
from transforms.vocabulary import EVENT_TYPES, checked

_THINGS = frozenset(("product", "model", "hardware"))
_CLASS = r"(?:功能|业务|项目|服务|平台|计划|模型|系统|产品|品牌)"
_QUOTED = re.compile(
    rf"[^“”「」的]{{0,8}}[“「]([^“”「」]{{2,14}})(?:[”」]{_CLASS}?)?$|([^“”「」的]{{2,14}})[”」]{_CLASS}$"
)
_LATIN = re.compile(
    r"(?:机器人|模型|手机|芯片|汽车|车型|眼镜|处理器|平台|系统|产品|轿车|耳机|平板|电脑|新品|新车"
    r"|无人机|飞机|火箭)([A-Z][A-Za-z0-9 .+\-]*)$"
)


_STAKE = re.compile(
    r"(?<=.{2})(?:公司)?的?(?:约|近|超|逾|剩余|全部)?\d[\d.]{0,6}%的?(?:已发行)?(?:股份|股权|股本|权益)$"
)


@dataclass(frozen=True, slots=True)
class ObjectRule:
    """What an object phrase with this head makes: a type, `keep` the trigger's, `none` no event."""

    types: frozenset[str]
    head: re.Pattern[str]
    becomes: str


@cache
def object_rules() -> tuple[ObjectRule, ...]:
    """Rules of `event_object_heads.csv` in order of precedence; ValueError for an unknown event type."""
    return tuple(
        ObjectRule(
            frozenset(checked(t, EVENT_TYPES, "event type") for t in row["types"].split("|")),
            re.compile(rf"(?:{row['head']})$"),
            checked(row["becomes"], EVENT_TYPES | {"keep", "none"}, "event type"),
        )
        for row in read_table("rules", "extracting", "event_object_heads.csv")
    )


def judged(
    site: Site, fillers: dict[str, Fillers], reasons: tuple[str, ...] = (), at: int | None = None
) -> Roles | None:
    """The roles, with objects that make no such event left out and the type that the object decides."""
    if not fillers.get("object"):
        return None
    kept: list[Filler] = []
    types: list[str] = []
    for filler in fillers["object"]:
        type_ = _type(site.frame.type, filler)
        if type_ is not None:
            kept.append(filler)
            types.append(type_)
    if not kept:
        return None
    return Roles({**fillers, "object": tuple(kept)}, reasons, types[0], at)


def _type(type_: str, filler: Filler) -> str | None:
    if filler.entity is not None:
        if type_ == "publish" and filler.entity.kind in _THINGS:
            return "release"
        if type_ in ("release", "announce") and filler.entity.kind == "work":
            return "publish"
        return type_
    phrase = re.sub(r"[“”「」]", "", filler.phrase or "")
    if _LATIN.search(phrase):
        return type_
    for rule in object_rules():
        if type_ in rule.types and rule.head.search(phrase):
            return {"keep": type_, "none": None}.get(rule.becomes, rule.becomes)
    return type_


def as_name(filler: Filler) -> Filler:
    """A phrase filler as the name in it where it holds one: 人形机器人G1 as G1, “某某”功能 as 某某."""
    if filler.phrase is None:
        return filler
    phrase = _STAKE.sub("", filler.phrase)
    quoted, latin = _QUOTED.match(phrase), _LATIN.search(phrase)
    if quoted:
        return Filler(phrase=quoted.group(1) or quoted.group(2))
    return Filler(phrase=latin.group(1) if latin else re.sub(r"[“”「」『』]", "", phrase))
