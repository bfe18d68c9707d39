"""Shapes in which something goes to someone or into something: 授权给, 融入, 搭载, 出售给."""

from __future__ import annotations

import re

from transforms.annotations import Entity
from transforms.extracting.arguments import named, noun_phrase, objects_after
from transforms.extracting.event_agents import agent
from transforms.extracting.event_objects import judged
from transforms.extracting.event_reference import last_firm, last_named, last_thing
from transforms.extracting.event_site import Fillers, Roles, Site
from transforms.extracting.event_words import without_adverbs
from transforms.extracting.shape_transitive import owner
from transforms.facts import Filler

_DISPOSAL = re.compile(r"(?:将|把)([^，,。将把]{1,36})$")
_TECHNOLOGY = re.compile(
    r"^[\w ·.+-]{2,}的[^的]{0,10}(?:技术|芯片|方案|系统|模型|平台|电池|算法|引擎|传感器|屏幕|面板|处理器)$"
)
_PRICE = re.compile(r"以[^，,。]{1,24}(?:价格|代价|对价|元|估值)?$")


def given(site: Site) -> Roles | None:
    """`A将B授权给C`, `A授权C使用B`: C is the recipient."""
    at = site.end + (1 if site.after.startswith("给") else 0)
    if toward := re.search(r"向([\ue000\ue001])$", site.before):
        return _toward(site, toward)
    held, before = _held(site)
    recipients = objects_after(site.part, at, frozenset("POL*" if site.clause.text[at - 1] == "给" else "PO"))
    doers, reasons = agent(site.at(before), site.frame.agent)
    if not recipients or not doers:
        return None
    return Roles({"agent": doers, "object": held, "recipient": recipients}, reasons, at=before)


def _toward(site: Site, toward: re.Match[str]) -> Roles | None:
    doers, reasons = agent(site.at(toward.start()), site.frame.agent)
    things = objects_after(site.part, site.end, frozenset("RW*"))
    if not doers or not things:
        return None
    recipient = (Filler(site.part.mention(toward.start(1)).entity),)
    return Roles({"agent": doers, "object": things, "recipient": recipient}, reasons, at=toward.start())


def sold(site: Site) -> Roles | None:
    """`A将B出售给C`: C acquires B."""
    after = re.match(r"了?([^，,。]{1,30})给([\ue000\ue001])", site.after)
    if after:
        sold_on = noun_phrase(
            site.part, site.end + after.start(1), site.end + after.end(1), frozenset("ROW*")
        )
        buyer = site.part.mention(site.end + after.start(2)).entity
        return Roles({"agent": (Filler(buyer),), "object": sold_on}) if sold_on else None
    held, before = _held(site)
    buyers = objects_after(site.part, site.end + site.after.startswith("给"), frozenset("PO"))
    if not buyers and re.match(r"给?后者", site.after):
        others = list(named(site.part, 0, site.start, frozenset("O")))
        one = last_named(site, "organization", {f.entity.id for f in others if f.entity})
        buyers = (Filler(one),) if one else ()
    if not held or not buyers or "给" not in site.clause.text[site.start : site.end + 1]:
        return None
    return Roles({"agent": buyers, "object": held}, at=before)


def put_into(site: Site) -> Roles | None:
    """`A将B融入C`, `B接入C`, `A接入B`, `A在C部署B`."""
    held, before = _held(site)
    if held:
        doers, reasons = agent(site.at(before), site.frame.agent)
        doers = doers or owner(site, held)
        into = _inside(site)
        if not re.search(r"[入进到给]$", site.frame.trigger) and not re.match(r"[到进于在入]", site.after):
            return None
        if into and re.search(r"(?:部门|团队|事业部|集团|公司)$", into[0].phrase or ""):
            return Roles(
                {"agent": doers, "object": held[:1], "recipient": into}, reasons, "reorganize", before
            )
        return (
            judged(site, {"agent": doers, "object": held, "recipient": into}, reasons, before)
            if doers and into
            else None
        )
    things, reasons = agent(site, frozenset("R"))
    if things and not reasons:
        into = _inside(site)
        if site.frame.trigger in ("接入", "内置", "部署", "集成") and into and _takes(things, into):
            return Roles({"agent": owner(site, things), "object": into, "recipient": things})
        return Roles({"agent": owner(site, things), "object": things, "recipient": into}) if into else None
    doers, reasons = agent(site, site.frame.agent)
    objects = objects_after(site.part, site.end, frozenset("R"))
    place = re.search(r"在([^，,。在]{1,20}?)(?:上|中|里|内)[^，,。]{0,3}$", site.before)
    into = noun_phrase(site.part, *place.span(1), frozenset("ROW*")) if place else ()
    if not doers or not objects:
        return None
    return Roles({"agent": doers, "object": objects, "recipient": into}, reasons)


def carried(site: Site) -> Roles | None:
    """`C搭载B`: B is built into C, by C's maker where the article names it."""
    objects = objects_after(site.part, site.end, frozenset("R"))
    holders, reasons = agent(site, frozenset("R"))
    if objects and holders:
        return Roles({"agent": owner(site, holders), "object": objects, "recipient": holders}, reasons)
    if site.frame.trigger not in ("采用", "用上"):
        return None
    doers, reasons = agent(site, frozenset("O"))
    taken = tuple(f for f in objects_after(site.part, site.end, frozenset("R*")) if _is_technology(f))
    return Roles({"agent": doers, "object": taken}, reasons) if doers and taken else None


def _is_technology(filler: Filler) -> bool:
    return filler.entity is not None or bool(_TECHNOLOGY.search(filler.phrase or ""))


def free_for_use(site: Site) -> Roles | None:
    """`B支持免费商用`: its maker licenses B."""
    things, reasons = agent(site, frozenset("R"))
    makers = owner(site, things)
    return Roles({"agent": makers, "object": things}, reasons) if things and makers else None


def _takes(things: Fillers, into: Fillers) -> bool:
    """Whether in `B接入C` it is B that takes C in: so unless B is a model and C is none."""
    holder, taken = things[0].entity, into[0].entity
    return taken is not None and not (holder is not None and holder.kind == "model" != taken.kind)


def _held(site: Site) -> tuple[Fillers, int]:
    """What 将 or 把 puts before the trigger, and where it begins (without it, the trigger's start)."""
    match = _DISPOSAL.search(site.before)
    if not match:
        return (), site.start
    start, end = match.span(1)
    end = start + without_adverbs(site.before[start:end])[1]
    if price := _PRICE.search(site.before[start:end]):
        end = start + price.start()
    if re.match(r"(?:其|它)$", site.before[start:end]):
        at = site.at(match.start())
        one = last_thing(at) if "O" not in site.frame.object else _other(at)
        return ((Filler(one),) if one else ()), match.start()
    return noun_phrase(site.part, start, end, frozenset("ROW*")), match.start()


def _other(site: Site) -> Entity | None:
    """The firm or thing named in the clause besides the one that acts, else the one last spoken of."""
    own = named(site.part, 0, site.start, frozenset("OR"))
    return own[0].entity if len(own) > 1 else last_firm(site)


def _inside(site: Site) -> Fillers:
    at = site.end + len(re.match(r"(?:到|进|入|于|在)?", site.after).group())  # type: ignore[union-attr]
    found = objects_after(site.part, at, frozenset("ROW*"))
    return tuple(
        Filler(phrase=re.sub(r"(?:之?中|里|内|上)$", "", f.phrase)) if f.phrase else f for f in found
    )
