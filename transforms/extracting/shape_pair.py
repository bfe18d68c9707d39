"""Shapes of two parties: working together, meeting, and measured against each other."""

from __future__ import annotations

import re

from transforms.extracting.arguments import entities_in, named, noun_phrase, objects_after, phrase
from transforms.extracting.event_agents import agent
from transforms.extracting.event_objects import judged
from transforms.extracting.event_reference import most_named_firm
from transforms.extracting.event_site import Fillers, Roles, Site
from transforms.facts import Filler

_WITH = re.compile(
    r"(?:(?:与|同|跟)(?=[^，,。与同跟]{1,30}$)|和)([^，,。与同跟]{1,24}?)(?:都|也|共同|联合|达成|展开|进行|签署|签订|建立|深入|举行|保持|开展|在[^，,。]{1,8}|了|商业|战略|深度|全面|长期|一次|次|多次|的)*$"
)
_AGREEMENT = re.compile(
    r"了?((?:[^，,。\ue000-\ue004]{0,20})(?:协议|合同|备忘录|合作|租约|协定|订单|意向书|合约|联盟|伙伴关系|共识))(?!收购|并购)(?<!收购协议)(?<!并购协议)(?<!和解协议)(?<!转让协议)(?<!购股协议)"
)
_PARTY = re.compile(
    r"(?:公司|企业|政府|商|厂|大学|学院|医院|车企|银行|机构|集团|运营商|客户|团队|巨头|部门|工会|协会|院)$"
)
_ASPECT = re.compile(
    r"的?(?:整体|综合)?(?:性能|表现|得分|成绩|能力|速度|跑分|续航|能效|效果|实力)(?:上|方面)?(?:已经?|均|都|全面|明显|大幅|也|更)*$"
)
_MEASURED = re.compile(r"(?:与|和|同|可与|能与)([^，,。]{1,40})$")


def together(site: Site) -> Roles | None:
    """`A与B合作`, `A联手B`, `A与B签署了…协议`: B is the recipient, what is signed the object."""
    signed: Fillers = ()
    if site.frame.note == "with an agreement":
        agreed = _AGREEMENT.match(site.after)
        if not agreed:
            return None
        signed = phrase(site.part, site.end + agreed.start(1), site.end + agreed.end(1), frozenset("*"))
    match = _WITH.search(site.before)
    if match:
        partners = noun_phrase(
            site.part, *match.span(1), frozenset("PO*" if site.frame.type == "meet" else "PO")
        ) or _body(site, match)
        doers, reasons = agent(site.at(match.start()), site.frame.agent)
        if not doers:
            both = entities_in(site.part, 0, match.end(1), frozenset("PO"))
            doers = (Filler(site.part.mention(both[0]).entity),) if len(both) > 1 else ()
    else:
        doers, reasons = agent(site, site.frame.agent)
        partners = _next(site)
        if len(doers) > 1 and not partners:
            doers, partners = doers[:1], doers[1:]
        elif not re.match(r"了?[^，,。]{0,10}[\ue000\ue001]", site.after):
            return None
    if signed and reasons and doers and doers[0].entity and doers[0].entity.kind == "person":
        firm = most_named_firm(site)  # who says that contracts are signed speaks for the firm
        doers = (Filler(firm),) if firm else ()
    own = {f.entity.id for f in partners if f.entity}
    doers = tuple(f for f in doers if f.entity and f.entity.id not in own)
    if not doers or not partners:
        return None
    return Roles({"agent": doers[:1], "object": signed, "recipient": partners}, reasons)


def _body(site: Site, match: re.Match[str]) -> Fillers:
    """A partner without a name: `两家云服务商`, `当地政府`."""
    found = phrase(site.part, *match.span(1), frozenset("*"))
    return tuple(f for f in found if _PARTY.search(f.phrase or ""))


def _next(site: Site) -> Fillers:
    """The names right behind the trigger: `联手B、C推出…`."""
    listed = re.match(
        r"了?[^，,。\ue000-\ue002]{0,8}([\ue000\ue001](?:(?:、|和|与|及)[\ue000\ue001])*)", site.after
    )
    return (
        named(site.part, site.end + listed.start(1), site.end + listed.end(1), frozenset("PO"))
        if listed
        else ()
    )


def measured(site: Site) -> Roles | None:
    """`A超过B`, `A可与B、C媲美`, `A没被超越`."""
    if re.search(r"(?:被|遭)$", site.before):
        things, reasons = agent(site.at(site.start - 1), frozenset("R"))
        if not things:
            found = named(site.part, 0, site.start, frozenset("R"))
            things, reasons = found[:1], ()
        return Roles({"object": things}, reasons) if things else None
    match = _MEASURED.search(site.before)
    if match and site.frame.note != "object after":
        rivals = _rivals(site, match)
        who, reasons = agent(site.at(match.start()), frozenset("RO"))
    else:
        rivals = objects_after(site.part, site.end, frozenset("ROW*"))
        aspect = _ASPECT.search(site.before)
        who, reasons = agent(site.at(aspect.start()) if aspect else site, frozenset("RO"))
    if not who or not rivals or re.match(r"了?[\ue010]", site.after):
        return None
    return judged(site, {"agent": who[:1], "object": rivals}, reasons)


def _rivals(site: Site, match: re.Match[str]) -> Fillers:
    """Things compared with, also those listed in the clauses before (可与A、B，以及C等媲美)."""
    found = noun_phrase(site.part, *match.span(1), frozenset("RO"))
    listed = named(site.part, *match.span(1), frozenset("R"))
    owned = re.search(r"的[一-鿿]{2,8}$", match.group(1))
    if owned and not listed:
        makers = named(site.part, *match.span(1), frozenset("O"))
        return tuple(Filler(phrase=f"{f.entity.name}{owned.group()}") for f in makers if f.entity)
    return listed or found
