"""Shapes of people and posts: joining, leaving, appointing, laying off."""

from __future__ import annotations

import re

from transforms.extracting.arguments import entities_in, named, objects_after
from transforms.extracting.event_agents import agent
from transforms.extracting.event_reference import last_firm
from transforms.extracting.event_site import Fillers, Roles, Site
from transforms.extracting.shape_transitive import doer
from transforms.facts import Filler

_LEADS = re.compile(r"(?:来|为|出任|担任|接任|掌舵|领导|负责|执掌|加入|任|接替|做|当)")
_BY = re.compile(r"(?<![自理经缘])由([^，,。]{1,24})$")


def joined(site: Site) -> Roles | None:
    """`P加入O`, `O加入阵营`."""
    people, reasons = agent(site, frozenset("PO*"))
    target = objects_after(site.part, site.end, frozenset("O*"))
    if not people or not target or not _is_group(target):
        return None
    return Roles({"agent": people, "target_org": target}, reasons)


def left(site: Site) -> Roles | None:
    """`P离开O`, `O的首席执行官P离职`: else the firm of P's title or the one last spoken of."""
    if site.after.startswith("的"):
        return None
    people, reasons = agent(site, frozenset("P*"))
    people = tuple(f for f in people if not f.entity or f.entity.kind == "person")
    if not people:
        return None
    source = objects_after(site.part, site.end, frozenset("O"))
    if not source and site.frame.trigger in ("离开", "退出", "出走"):
        return None
    return Roles({"agent": people, "source_org": source or _employer(site)}, reasons)


def appointed(site: Site) -> Roles | None:
    """`O任命P为首席执行官`, `A邀请P掌舵O`."""
    text = site.clause.text
    found = entities_in(site.part, site.end, min(len(text), site.end + 30), frozenset("P"))
    if not found or not _LEADS.match(text[found[0] + 1 :]):
        return None
    doers, reasons = agent(site, site.frame.agent)
    if not doers:
        return None
    target = named(site.part, found[0] + 1, len(text), frozenset("O"))[-1:]
    if not target:
        target = tuple(f for f in doers if f.entity and f.entity.kind == "organization") or _employer(site)
    return Roles({"agent": doers, "object": (_person(site, found[0]),), "target_org": target}, reasons)


def became(site: Site) -> Roles | None:
    """`P出任O首席执行官`, `其职位由P接任`: the person is the object."""
    by = _BY.search(site.before)
    if by:
        people: Fillers = tuple(
            f for f in doer(site, by.start(1)) if not f.entity or f.entity.kind == "person"
        )
        reasons: tuple[str, ...] = ()
    else:
        people, reasons = agent(site, frozenset("P"))
    if not people or any(f.phrase for f in people):
        return None
    if re.match(r"[^，,。]{0,10}(?:的)?(?:采访|嘉宾|评委)", site.after) or re.search(
        r"(?:曾|此前|曾经|先后)[^，,。]*$", site.before
    ):
        return None
    end = min(len(site.clause.text), site.end + 10)
    target = named(site.part, site.end, end, frozenset("O")) or _employer(site)
    return Roles({"object": people, "target_org": target[:1]}, reasons)


def laid_off(site: Site) -> Roles | None:
    """`O裁员15%，涉及N名员工`, `O裁撤了N名员工`."""
    if re.match(r"(?:潮|计划|消息|传闻|风波|规模|比例|人数|名单|的)", site.after):
        return None
    firms, reasons = agent(site, frozenset("O"))
    if not firms:
        return None
    people = objects_after(site.part, site.end, frozenset("*"))
    people = tuple(
        f for f in people if f.phrase and re.search(r"(?:人|员工|岗位|职位|团队|部门|雇员)$", f.phrase)
    )
    if not people and (after := _following(site)):
        people = after
    return Roles({"agent": firms, "object": people[:1]}, reasons)


def _following(site: Site) -> Fillers:
    """`涉及N名员工` in the clause behind."""
    if site.index + 1 >= len(site.clauses):
        return ()
    clause = site.clauses[site.index + 1]
    match = re.match(r"(?:将)?(?:涉及|影响|波及|约占)(.{1,12}(?:人|员工|岗位|职位))$", clause.text)
    if clause.sentence != site.clause.sentence or not match:
        return ()
    return objects_after(clause.masked, match.start(1), frozenset("*"))


def _is_group(fillers: Fillers) -> bool:
    return all(
        f.entity is not None
        or bool(
            re.search(
                r"(?:公司|集团|团队|阵营|联盟|组织|实验室|行列|董事会|委员会|协会|项目组|企业)$",
                f.phrase or "",
            )
        )
        for f in fillers
    )


def _person(site: Site, index: int) -> Filler:
    return Filler(site.part.mention(index).entity)


def _employer(site: Site) -> Fillers:
    """The firm of the title before the trigger, else the firm last spoken of."""
    own = named(site.part, 0, site.start, frozenset("O"))
    bare = re.search(r"公司|集团", site.after[:3])
    if own and not bare:
        return own[-1:]
    firm = last_firm(site)
    return (Filler(firm),) if firm else ()
