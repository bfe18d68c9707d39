"""What a number measures: the noun or verb in its own clause that names the metric."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from transforms.annotations import Entity, Quantity
from transforms.extracting.cues import MetricCue, metric_cues_at
from transforms.extracting.masking import ENTITY, NUMBER, PLACE, TIME
from transforms.extracting.metric_words import (
    Links,
    fits,
    is_ratio,
    links_at_end,
    metric_kinds,
    opening,
    read_links,
    region_start,
    words_before,
)

_GROWS = re.compile(r"扩招|增聘|招聘")
_THRESHOLD = re.compile(r"(?:以上|以下)?的(?:公司|企业|用户|商家|开发者|机构|应用|平台|家庭|人(?!均|数))")
_SPEAKS_OF = re.compile(r"(?:对于?|作为)一?(?:家|个|款)?")
_DIFFERENCE = re.compile(r"便宜|贵|高出|低了|多了|少了|相差|优惠|补贴|折扣|降价|涨价|直降|立减|返还")
_LIMITS = re.compile(r"限制|禁止|不得|不能|不允许|须|需")
_MODIFIERS = re.compile(rf"(?:[{ENTITY}](?:、|和|与|及)?)+的?")
_LINE = re.compile(
    r"(?:^|[^一-鿿]|[的其]|公司|集团|中|，)((?:(?![的了在将为其该这公集])[一-鿿]){1,6}(?:业务|部门|板块|分部|事业部|事业群)(?:的)?"
    r"|(?:海外|境外|国际|国内|广告|直播|会员|订阅|游戏|电商|云|云计算|硬件|软件|手机|汽车|数据中心|服务|芯片|金融科技|线上营销|在线广告){1,3})$"
)
_NO_MODIFIER = re.compile(rf"[{NUMBER}{TIME}、；为是达将在了]")


@dataclass(frozen=True, slots=True)
class Measure:
    """What a number measures.

    `base` is the metric whose change it is, else the metric itself; `start` the masked offset of the cue,
    None where the words come from elsewhere; `owners` who has it, where the wording itself says so; `of`
    masked offsets of such owners in the clause; `owner` what kind of owner the wording asks for;
    `compared` that it is only what another figure is held against.
    """

    metric: str
    base: str
    label: str
    start: int | None
    sign: int = 1
    joint: bool = False
    owners: tuple[Entity, ...] = ()
    of: tuple[int, ...] = ()
    phrase: str | None = None
    forecast: bool = False
    compared: bool = False
    owner: str = ""
    reasons: tuple[str, ...] = ()


def named(text: str, at: int, number: Quantity) -> Measure | None:
    """The measure that the clause's own words give the number at masked offset `at`."""
    begin = region_start(text, at)
    region = words_before(text, at, number)
    after, linked = _after(text, at, number)
    if after is not None and linked:
        return after
    if _THRESHOLD.match(text[at + 1 :]) and not _SPEAKS_OF.match(text):
        return _limit(region, begin, number)
    before, sure = _before(region, begin, number)
    if before is not None and (sure or after is None):
        return before
    return after


def _limit(region: str, begin: int, number: Quantity) -> Measure | None:
    """A number that says whom a rule is for measures nobody; in a limit of use it is the limit."""
    found, _ = _before(region, begin, number)
    if found is None or not _LIMITS.search(region) or found.base in ("revenue", "profit", "market_cap"):
        return None
    return Measure("usage_limit", "usage_limit", found.label, found.start)


def measure_of(cue: MetricCue, label: str, number: Quantity, links: Links) -> Measure | None:
    """The measure of a cue beside a number; None where they do not fit."""
    kind = metric_kinds()[cue.metric]
    fitting = fits(number.unit, cue.units)
    change = links.change or (1 if number.surface.startswith("翻") else 0)
    name, sign = cue.metric, 1
    if cue.metric == "headcount_change":
        if not fitting:
            return None
        sign = 1 if _GROWS.search(label) else -1
    elif change == 0:
        if not fitting or cue.metric == "share_price_change":
            return None
    elif is_ratio(number):
        if not kind.change:
            return None
        name, sign = kind.change, change
    elif not fitting or cue.metric not in ("market_cap", "headcount", "other"):
        return None
    else:
        name, sign = (kind.change if cue.metric != "other" else "other"), change
    return Measure(name, cue.metric, label, None, sign, links.joint, owner=cue.owner)


def _before(region: str, begin: int, number: Quantity) -> tuple[Measure | None, bool]:
    """(measure by the nearest cue before the number, whether only links stand between)."""
    best: tuple[tuple[bool, int, int], Measure] | None = None
    cues, any_cue = metric_cues_at("before")
    for cue in cues if any_cue.search(region) else ():
        for match in cue.cue.finditer(region):
            tail = region[match.end() :]
            links = read_links(tail)
            sure = links is not None
            if links is None:
                links = _loose(tail, number)
            if links is None:
                continue
            key = (sure, match.end(), len(match.group()))
            if best is not None and key <= best[0]:
                continue
            found = measure_of(cue, _segment(region[: match.start()]) + match.group(), number, links)
            if found is not None:
                best = (key, _at(found, begin + match.start(), () if sure else ("weak trigger",)))
    return (best[1], best[0][0]) if best else (None, False)


def _segment(before: str) -> str:
    """The line of business that a result is of (广告业务收入): part of its label."""
    match = _LINE.search(before)
    return match.group(1) if match else ""


def _loose(tail: str, number: Quantity) -> Links | None:
    """Links that end `tail` after a few other words, where they say clearly that a value follows."""
    start, links = links_at_end(tail)
    strange = tail[:start]
    names = re.search(rf"[{ENTITY}]", strange.replace(PLACE, ""))
    sure = links.sure or bool(opening(number))
    if _DIFFERENCE.search(strange):
        return None
    return links if sure and len(strange) <= 12 and not names else None


def _after(text: str, at: int, number: Quantity) -> tuple[Measure | None, bool]:
    """(measure by a cue just after the number, whether 的 or nothing joins them)."""
    rest = text[at + 1 : at + 22]
    stop = rest.find(NUMBER)
    rest = rest if stop < 0 else rest[:stop]
    swallowed = len(number.noun) if number.noun and number.surface.endswith(number.noun) else 0
    head = number.noun if swallowed else ""
    cues, any_cue = metric_cues_at("after")
    if not any_cue.search(head + rest):
        return None, False
    begin, links = links_at_end(text[:at])
    lead = text[:at] + opening(number)
    best: tuple[int, Measure, bool] | None = None
    for cue in cues:
        match = cue.cue.search(head + rest)
        if match is None or (cue.lead and not any(map(cue.lead.search, (lead, text[:at], text[:begin])))):
            continue
        gap = (head + rest)[len(head) : match.start()] if match.start() > len(head) else ""
        plain = _MODIFIERS.sub("", gap)
        if len(plain.strip()) > 7 or _NO_MODIFIER.search(plain) or re.search(f"[{ENTITY}]", plain):
            continue
        found = measure_of(cue, match.group(), number, links)
        if found is None or (best is not None and match.end() >= best[0]):
            continue
        of = tuple(at + 1 + k for k, char in enumerate(gap) if re.match(f"[{ENTITY}]", char))
        found = replace(found, label=match.group().removeprefix("的").removeprefix("个"))
        best = (match.end(), _owned(found, begin if links.change else at, of), gap in ("", "的"))
    return (best[1], best[2]) if best else (None, False)


def _at(found: Measure, start: int, reasons: tuple[str, ...]) -> Measure:
    return replace(found, start=start, reasons=reasons)


def _owned(found: Measure, start: int, of: tuple[int, ...]) -> Measure:
    return replace(found, start=start, of=of)
