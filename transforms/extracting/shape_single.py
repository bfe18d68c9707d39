"""Shapes with one party: founded at a time, posting, being at work on something or in training."""

from __future__ import annotations

import re
from dataclasses import replace

from transforms.extracting.arguments import noun_phrase, phrase
from transforms.extracting.event_agents import agent
from transforms.extracting.event_objects import judged
from transforms.extracting.event_site import Roles, Site
from transforms.extracting.masking import ENTITY, NUMBER, ORG, PERSON, TIME
from transforms.extracting.shape_stance import stance
from transforms.extracting.shape_transitive import owner, transitive
from transforms.facts import Filler

_WHEN = re.compile(rf"(?:于|在)|(?:仅|才|刚|不到|不足)[^，,。]{{0,3}}[{NUMBER}{TIME}](?!的|来|后)|以来|$")
_BANNED = re.compile(
    r"(?:了)?([^，,。]{0,20}?(?:公司|企业|者|用户|商家|员工|厂商|客户|人员|机构|平台|民众|公民|未成年人|学生|国家))(?:使用)?(?!其)([^，,。的]{2,24}.*)$"
)
_BARRED = re.compile(
    r"(?:了)?([\ue000\ue001\ue003])(?:公司|集团|等)?(?!的|及|和|、|与|方面)((?:在|向|对|从)?[^，,。的]{2,24}.*)$"
)
_ASPECT = re.compile(
    r"(?:从事|专注于|专注|投身|致力于|负责|加速|推进|加快|启动|加大)(?:了|着)?(?:加速|推进|推动)?([^，,。]{2,24}?)的(?:基础|联合|自主)?$"
)
_PROJECT = re.compile(r"(?:项目|计划|开发|研发|车型|车|机型|手机|芯片|产品|订单|发布会|上市|IPO)$")
_TOGETHER = re.compile(
    rf"(?:与|和|同|跟)[^，,。{ENTITY}]{{0,8}}([{PERSON}{ORG}])(?:等人?|两人)?(?:一起|共同|联合|合伙|携手|联手)(?:在[^，,。]{{1,8}})?$"
)
_DONE = re.compile(r"(?:进行|接受|完成)(?:了|过)?[^，,。]{0,12}$")


def dated(site: Site) -> Roles | None:
    """`O成立于T`, `O成立才两个月`: O is the object; `A成立了O` is transitive."""
    if re.search(r"(?<![自理经缘])由", site.before) or (site.after and not _WHEN.match(site.after)):
        return _with_others(site, transitive(site))
    if site.after.startswith("以来") and not re.search(rf"[{TIME}][^，,。]{{0,3}}$", site.before):
        return None
    firms, reasons = agent(site, frozenset("O"))
    return Roles({"object": firms}, reasons) if firms else None


def _with_others(site: Site, roles: Roles | None) -> Roles | None:
    """`P与同事P2一起创办O`: both found it."""
    joint = _TOGETHER.search(site.before)
    if roles is None or joint is None or not roles.fillers.get("agent"):
        return roles
    other = Filler(site.part.mention(joint.start(1)).entity)
    doers = roles.fillers["agent"]
    return roles if other in doers else replace(roles, fillers={**roles.fillers, "agent": (*doers, other)})


def posted(site: Site) -> Roles | None:
    """`P在知乎发文称`: P publishes; where is the place."""
    people, reasons = agent(site, frozenset("PO"))
    place = re.search(r"在([^，,。在]{1,20}?)(?:页面|账号|平台|网站)?(?:上)?$", site.before)
    if place and place.group(1) in ("博客", "部落格", "官方博客") and people:
        return Roles({"agent": people, "object": (Filler(phrase="博客文章"),)}, reasons)
    where = noun_phrase(site.part, *place.span(1), frozenset("ROLW*")) if place else ()
    return Roles({"agent": people, "place": where}, reasons) if people else None


def banned(site: Site) -> Roles | None:
    """`A禁止B使用C`: B is the recipient, C the object; else a stance or a transitive verb."""
    barred = _BARRED.match(site.after)
    asked = barred or _BANNED.match(site.after)
    if not asked or _passive(site.before):
        return stance(site) or transitive(site)
    doers, reasons = agent(site, site.frame.agent)
    whom = noun_phrase(site.part, site.end + asked.start(1), site.end + asked.end(1), frozenset("PORL*"))
    what = phrase(site.part, site.end + asked.start(2), site.end + asked.end(2), frozenset("*"))
    return Roles({"agent": doers, "object": what, "recipient": whom}, reasons) if doers and what else None


def _passive(before: str) -> bool:
    return re.search(r"[被遭][^，,。]{0,12}$", before) is not None


def called_off(site: Site) -> Roles | None:
    """`A取消B的开发` ends a project, `A取消功能` a service."""
    ended = replace(site, frame=replace(site.frame, type="cancel"))
    roles = transitive(ended)
    if roles is None or not _are_projects(roles):
        roles = transitive(site)
    if roles is None:
        return None
    return replace(roles, type="cancel" if _are_projects(roles) else "shutdown")


def _are_projects(roles: Roles) -> bool:
    return all(f.entity or _PROJECT.search(f.phrase or "") for f in roles.fillers.get("object", ()))


def affair(site: Site) -> Roles | None:
    """`O陷入…丑闻`, `O被曝出…丑闻`."""
    fell = re.search(
        r"(?:陷入|卷入|深陷|身陷|爆出|曝出|传出|爆发|发生)了?([^，,。\ue000-\ue004]{0,14})$", site.before
    )
    if not fell:
        return None
    firms, reasons = agent(site.at(fell.start()), frozenset("PO"))
    what = phrase(site.part, fell.start(1), site.end, frozenset("*"))
    return Roles({"agent": firms, "object": what}, reasons, at=fell.start()) if firms else None


def made_by(site: Site) -> Roles | None:
    """`R由P主持设计`: passive only, for the word is a noun elsewhere."""
    by = re.search(r"(?<![自理经缘])由[^，,。]{1,30}$", site.before)
    return transitive(site) if by and re.match(r"$|[，,。、和并]|完成|打造|的[\ue002]", site.after) else None


def at_work(site: Site) -> Roles | None:
    """`A从事B的开发`, `B正在训练`, `B进行了预训练`, `A对B进行训练`, else as a transitive verb."""
    if aspect := _ASPECT.search(site.before):
        doers, reasons = agent(site.at(aspect.start()), site.frame.agent)
        objects = noun_phrase(site.part, *aspect.span(1), frozenset("R*"))
        return judged(site, {"agent": doers, "object": objects}, reasons) if doers and objects else None
    if site.frame.type == "train" and not site.after.startswith("的") and "对" not in site.before:
        done = _DONE.search(site.before)
        if done or not re.match(r"(?:了|过|出)?[一-鿿\ue002]", site.after) or site.after.startswith("而成"):
            things, reasons = agent(site.at(done.start()) if done else site, frozenset("R"))
            if things and "subject carried over from the sentence before" not in reasons:
                return Roles({"agent": owner(site, things), "object": things}, reasons)
            return None
    if (
        site.frame.type == "develop"
        and re.match(r"(?:当中|之中|中|阶段)?$", site.after)
        and re.search(r"(?:正|在|处于|进入)$", site.before)
    ):
        things, reasons = agent(site, frozenset("R"))
        if things and reasons != ("subject carried over from the sentence before",):
            return Roles({"agent": owner(site, things), "object": things}, reasons)
    return transitive(site)
