"""Shapes of people and posts: joining, leaving, appointing, laying off."""

from __future__ import annotations

import re

from transforms.extracting.arguments import entities_in, named, objects_after
from transforms.extracting.event_agents import agent
from transforms.extracting.event_reference import last_firm
from transforms.extracting.event_site import Fillers, Roles, Site
from transforms.extracting.event_subjects import near_subject
from transforms.extracting.shape_transitive import doer
from transforms.facts import Filler

_LEADS = re.compile(r"(?:来|为|出任|担任|接任|掌舵|领导|负责|执掌|加入|任|接替|做|当)")
_FROM = re.compile(r"(?:刚|刚刚|此前|新近)?从([\ue001])(?:公司)?(?:离职后|出走后|离开后|跳槽)?[^，,。]{0,4}$")
_INVITED = re.compile(
    r"(?:获|被|受|应)[\ue000\ue001](?:的)?(?:延揽|招揽|邀请|邀|招募|引荐|招致|挖角|相邀|钦点|力邀)[^，,。]{0,4}$"
)
_JOINER = re.compile(r"(?:(?P<o>[\ue001])(?:公司|集团)?)?的[一-鿿]{0,10}(?P<p>[\ue000])")
_EARLIER = re.compile(r"(?:曾|此前|曾经|先后|早年|历任|一直|长期|期间|当时)[^，,。]*$")
_STARTS = re.compile(r"(?:启动|展开|进行|开启|实施|开展|考虑|酝酿|推行)了?[^，,。]{0,8}$")
_BY = re.compile(r"(?<![自理经缘])由([^，,。]{1,24})$")


def joined(site: Site) -> Roles | None:
    """`P加入O`, `P获P2延揽加入O`, `从O加盟的P`, `O加入阵营`."""
    if relative := _JOINER.match(site.after):
        return _joiner(site, relative)
    source = _FROM.search(site.before)
    invited = _INVITED.search(site.before)
    cut = invited or source
    place = site.at(cut.start()) if cut else site
    people, reasons = agent(place, frozenset("P"))
    if not people and not cut:
        people, reasons = agent(site, frozenset("PO*"))
    target = _next_firm(site) or objects_after(site.part, site.end, frozenset("O*"))
    if not people or not target or not _is_group(target):
        return None
    named_ones = all(f.entity for f in (*people, *target))
    if site.frame.note == "of a person" and (not named_ones or people[0].entity.kind != "person"):  # type: ignore[union-attr]
        return None
    left_ = (Filler(site.part.mention(source.start(1)).entity),) if source else ()
    return Roles({"agent": people, "source_org": left_, "target_org": target}, reasons)


def _joiner(site: Site, relative: re.Match[str]) -> Roles | None:
    """`从O加盟的P`, `2021年加入O的P`: without O it is the firm spoken of."""
    person = (Filler(site.part.mention(site.end + relative.start("p")).entity),)
    source = _FROM.search(site.before)
    left_ = (Filler(site.part.mention(source.start(1)).entity),) if source else ()
    firm = relative.start("o")
    if firm >= 0:
        target: Fillers = (Filler(site.part.mention(site.end + firm).entity),)
    elif site.frame.trigger in ("加盟", "加入", "入职") and (one := last_firm(site)):
        target = (Filler(one),)
    else:
        return None
    return Roles(
        {"agent": person, "source_org": left_, "target_org": target},
        () if firm >= 0 else ("employer inferred",),
    )


def left(site: Site) -> Roles | None:
    """`P离开O`, `O的首席执行官P离职`, `离任的前总裁P`: else the firm of P's title or that last spoken of."""
    if site.after.startswith("的"):
        return _leaver(site)
    people, reasons = agent(site, frozenset("P*"))
    people = tuple(f for f in people if not f.entity or f.entity.kind == "person")
    if not people:
        return None
    source = _next_firm(site) or objects_after(site.part, site.end, frozenset("O"))
    if not source and site.frame.trigger in ("离开", "退出", "出走"):
        return None
    return Roles({"agent": people, "source_org": source or _employer(site)}, reasons)


def _leaver(site: Site) -> Roles | None:
    relative = re.match(
        r"的(?:(?:前|原|时任)?(?P<o>[\ue001])?(?:公司|集团)?的?[一-鿿A-Z]{0,14})(?P<p>[\ue000])", site.after
    )
    takes_over = re.search(r"接替|取代|替代", site.before)
    if not relative or (near_subject(site, frozenset("P"))[0] and not takes_over):
        return None
    person = (Filler(site.part.mention(site.end + relative.start("p")).entity),)
    firm = relative.start("o")
    source = (Filler(site.part.mention(site.end + firm).entity),) if firm >= 0 else ()
    if not source and (one := last_firm(site)):
        source = (Filler(one),)
    return Roles({"agent": person, "source_org": source})


def _next_firm(site: Site) -> Fillers:
    """The firm right behind the trigger, whatever title follows (卸任O首席执行官, 回到老东家O)."""
    match = re.match(
        r"(?:了|至|到|于)?(?:老东家|前东家|母校|对手|同行)?([\ue001])(?![的、和与及])", site.after
    )
    return (Filler(site.part.mention(site.end + match.start(1)).entity),) if match else ()


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
    if re.match(r"[^，,。]{0,10}(?:的)?(?:采访|嘉宾|评委)", site.after) or _EARLIER.search(site.before):
        return None
    if site.frame.trigger in ("接替", "取代") and re.search(r"出任|担任|接任|成为", site.after):
        return None
    end = min(len(site.clause.text), site.end + 10)
    target = named(site.part, site.end, end, frozenset("O")) or _employer(site)
    return Roles({"object": people, "target_org": target[:1]}, reasons)


def laid_off(site: Site) -> Roles | None:
    """`O裁员15%，涉及N名员工`, `O裁撤了N名员工`."""
    if re.match(r"(?:潮|计划|消息|传闻|风波|规模|比例|人数|名单|的)", site.after):
        return None
    begun = _STARTS.search(site.before)
    at = begun.start() if begun else site.start
    firms, reasons = agent(site.at(at), frozenset("O"))
    if firms and firms[0].phrase and (one := last_firm(site)):
        firms = (Filler(one),)  # 某公司相关负责人 speaks for the firm
    if not firms:
        return None
    people = objects_after(site.part, site.end, frozenset("*"))
    people = tuple(
        f for f in people if f.phrase and re.search(r"(?:人|员工|岗位|职位|团队|部门|雇员)$", f.phrase)
    )
    if not people and (after := _following(site)):
        people = after
    return Roles({"agent": firms, "object": people[:1]}, reasons, at=at)


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
    told = entities_in(site.part, 0, site.start, frozenset("O"))
    own = [
        Filler(site.part.mention(i).entity) for i in told if not re.search(r"(?:从|前|原)$", site.before[:i])
    ]
    bare = re.search(r"公司|集团", site.after[:3])
    if own and not bare:
        return tuple(own[-1:])
    firm = last_firm(site)
    return (Filler(firm),) if firm else ()
