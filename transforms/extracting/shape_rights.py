"""Shapes of rights and of units: permission got from someone, departments made one."""

from __future__ import annotations

import re

from transforms.extracting.arguments import named, noun_phrase, phrase
from transforms.extracting.event_agents import agent
from transforms.extracting.event_site import Fillers, Roles, Site
from transforms.extracting.event_words import without_adverbs
from transforms.extracting.shape_transitive import transitive
from transforms.facts import Filler

_GOT = re.compile(r"(?:取得|获得|拿到|获|得到|收到)了?([^，,。]{0,24})$")
_PAPER = r"(?:许可证?|牌照|资质|授权书?|批文|执照|证书|资格|代理权|经营权|使用权|特许权)"
_TO = re.compile(r"(?:向|给)([^，,。向给]{1,20})$")
_UNIT = re.compile(
    r"(?:部|部门|事业部|事业群|中台|团队|中心|业务|实验室|公司|工厂|办公室|小组|研究院|板块|品牌)$"
)
_WITH = re.compile(r"(?:与|和|同)([^，,。与和同]{1,20})$")


def granted(site: Site) -> Roles | None:
    """`A向B颁发了许可`, `B取得A核发的许可`."""
    if site.after.startswith("的"):
        got = _GOT.search(site.before)
        paper = re.match(rf"的([^，,。]{{0,14}}?{_PAPER})", site.after)
        if not got or not paper:
            return None
        givers: Fillers = noun_phrase(site.part, *got.span(1), frozenset("POL*")) if got.group(1) else ()
        takers, reasons = agent(site.at(got.start()), frozenset("PO"))
        what = phrase(site.part, site.end + paper.start(1), site.end + paper.end(1), frozenset("*"))
        roles = {"agent": givers, "object": what, "recipient": takers}
        return Roles(roles, reasons, at=got.start()) if takers and what else None
    to = _TO.search(site.before)
    paper = re.match(rf"了?([^，,。]{{0,16}}?{_PAPER})", site.after)
    if not to or not paper:
        return None
    givers, reasons = agent(site.at(to.start()), site.frame.agent)
    takers = noun_phrase(site.part, *to.span(1), frozenset("PO*"))
    what = phrase(site.part, site.end + paper.start(1), site.end + paper.end(1), frozenset("*"))
    return (
        Roles({"agent": givers, "object": what, "recipient": takers}, reasons) if givers and takers else None
    )


def obtained(site: Site) -> Roles | None:
    """`B获得A的专利授权`, `B获准出口`: B is the recipient."""
    if site.frame.trigger == "获准":
        takers, reasons = agent(site, frozenset("PO"))
        return Roles({"recipient": takers}, (*reasons, "no object")) if takers and site.after else None
    got = _GOT.search(site.before)
    if got and re.search(r"(?:核发|颁发|发放|授予)的", got.group(1)):
        return None
    if not got or not re.match(r"(?:$|[^一-鿿])", site.after):
        return None
    takers, reasons = agent(site.at(got.start()), frozenset("PO"))
    givers = named(site.part, *got.span(1), frozenset("O"))
    last = max((i for i in range(*got.span(1)) if site.part.text[i] == "\ue001"), default=got.start(1) - 1)
    own = re.match(r"(?:公司|集团)?的", site.part.text[last + 1 :])
    start = last + 1 + (own.end() if own else 0)
    what = phrase(site.part, start, site.end, frozenset("*"))
    if not takers or not givers or givers == takers:
        return None
    return Roles({"agent": givers[:1], "object": what, "recipient": takers}, reasons, at=got.start())


def merged_units(site: Site) -> Roles | None:
    """`甲部与乙部合并为丙部`: both units are objects; of firms and of 将 phrases as a transitive verb."""
    pair = _WITH.search(site.before)
    if pair is None or "将" in site.before[pair.start() :] or re.search(r"把", site.before):
        return transitive(site)
    start, end = without_adverbs(site.before[: pair.start()])
    both: list[Filler] = []
    for a, b in ((start, end), pair.span(1)):
        some = phrase(site.part, a, b, frozenset("*"))
        both += [
            f
            for f in some
            if _UNIT.search(f.phrase or "") and not re.search(r"[\ue000-\ue004]", site.before[a:b])
        ]
    return Roles({"object": tuple(both)}) if len(both) == 2 else None
