"""Shapes in which someone does something to a thing: A发布B, A将B开源, B被A关闭, A发布的B, B的发布, B上线."""

from __future__ import annotations

import re
from dataclasses import replace

from transforms.extracting.arguments import letter, noun_phrase, objects_after, phrase, words
from transforms.extracting.event_agents import agent, fitting
from transforms.extracting.event_objects import judged
from transforms.extracting.event_reference import last_firm, last_of_class, last_person, last_thing
from transforms.extracting.event_site import Fillers, Roles, Site
from transforms.extracting.event_words import is_adverbial, is_gap, is_opening, without_adverbs
from transforms.extracting.masking import ENTITY
from transforms.facts import Filler

_PASSIVE = re.compile(r"(?:被|遭到|遭|受到|(?<![自理经缘])由)([^，,。被]{0,20})$")
_DISPOSAL = re.compile(
    r"(?:将|把)(?!会|在|于|要|坚持|继续|从|以|对|向|与|同|给|由|被|为|因|通过|用于|到)([^，,。将把并]{1,30})$"
)
_TOWARD = re.compile(
    r"(?:对于|对)([^，,。对]{1,30}?)(?:进行|展开|作出|做出|提出|表示|处以|启动|实施|发起|给予|开出|开具|作出|采取)(?:了|过)?[^，,。]{0,8}$"
)
_COMPLETED = re.compile(
    r"(?:完成|实现|达成|启动|发起|展开|推进|开始|公布|结束)了?对([^，,。对]{1,30})的(?:全资|战略|反垄断|正式|全面)?$"
)
_ANNOUNCED = re.compile(r"(?:正式)?(?:宣布|官宣|公布)[^，,。]{0,12}$")
_REFERENT = re.compile(
    r"^(?:了|过)?(它|其(?![他它余中次实])|他|她|该公司|这家公司|(?:该|这款|这台|这部|这辆|这枚)(?:产品|模型|平台|眼镜|手机|汽车|车型|车|芯片|机器人|软件|应用|设备|系统))(?P<own>的|$|(?=[一-鿿]))"
)
_THING = frozenset("R")
_STAFF = re.compile(
    rf"([{ENTITY}])(?:公司|集团)?的?(?:[一两三多几数]名)?(?:前|原|资深|核心)?(?:员工|高管|研究员|研究人员|工程师|团队|成员|科学家|创始成员)(?=[^{ENTITY}，,。]{{0,8}}$)"
)
_APPEARS = frozenset(("release", "open_source", "shutdown", "cancel"))
_OPENED = re.compile(r"(?:也|均|都)?(?:是)?以开源(?:的)?(?:形式|方式)?$|作为开源[一-鿿]{2,6}$")
_AGAINST = re.compile(r"对([^，,。对]{1,20})$")
_OWNED = frozenset(("criticize", "support", "sue", "regulate", "restrict"))


def transitive(site: Site) -> Roles | None:
    """`A发布B` and its passive, disposal, relative, nominal and intransitive turns."""
    if site.after.startswith("的") and not site.after.startswith("的是"):
        return _relative(site)
    kinds = site.frame.object
    if site.frame.type == "release" and (opened := _OPENED.search(site.before)):
        return _retyped(transitive(site.at(opened.start())), "open_source")
    if passive := _last(_PASSIVE, site.before):
        place = site.at(passive.start())
        objects, reasons = agent(place, (kinds | _THING) - {"*"} if kinds else _THING)
        objects = objects or _subject_phrase(place)
        doers = doer(site, passive.start(1))
        return judged(site, {"agent": doers, "object": objects}, reasons, passive.start())
    if disposal := _disposed(site):
        doers, reasons = agent(site.at(disposal.start()), site.frame.agent)
        start, end = disposal.span(1)
        end = start + without_adverbs(site.before[start:end])[1]
        objects = referent(site, start) or noun_phrase(site.part, start, end, kinds)
        doers = doers or owner(site, objects)
        return judged(site, {"agent": doers, "object": objects}, reasons, disposal.start()) if doers else None
    if toward := _last(_TOWARD, site.before) or (
        _AGAINST.search(site.before) if site.frame.type in ("regulate", "sue") else None
    ):
        doers, reasons = agent(site.at(toward.start()), site.frame.agent)
        objects = referent(site, toward.start(1)) or noun_phrase(site.part, *toward.span(1), kinds)
        return judged(site, {"agent": doers, "object": objects}, reasons, toward.start()) if doers else None
    if completed := _COMPLETED.search(site.before):
        doers, reasons = agent(site.at(completed.start()), site.frame.agent)
        objects = referent(site, completed.start(1)) or noun_phrase(site.part, *completed.span(1), kinds)
        roles = {"agent": doers, "object": objects}
        return judged(site, roles, reasons, completed.start()) if doers else None
    if site.before.endswith("的") or site.before.endswith("之"):
        return _nominal(site)
    return _plain(site)


def leaked(site: Site) -> Roles | None:
    """`B泄露`, `B被泄露`: the thing that is the subject, else the one last named in the sentence."""
    found, reasons = agent(site.at(site.start - (site.before[-1:] in ("被", "遭"))), frozenset("R"))
    if not found:
        one = last_thing(site, within=True)
        found, reasons = ((Filler(one),) if one else ()), ("object inferred",)
    return Roles({"object": found}, reasons) if found else None


def appearing(site: Site) -> Roles | None:
    """`B上线`, `B面世`: the thing is the object, its maker the agent where the article names one."""
    if site.after.startswith("的"):
        return _relative(site)
    if re.match(r"(?:了|过)?[^，,。]{0,12}?[\ue002]", site.after):
        doers, why = agent(site, frozenset("PO"))
        objects = objects_after(site.part, site.end, frozenset("R"))
        makers = owner(site, objects)
        if doers and objects and makers and makers[0] not in doers and doers[0].entity:
            return Roles({"agent": doers, "object": objects, "recipient": doers}, why, "integrate")
        if doers and objects:
            return Roles({"agent": doers, "object": objects}, why)
    things, reasons = agent(site, frozenset("RW"))
    if not things and not site.after and is_opening(site.before) and (one := last_thing(site, within=True)):
        doers = tuple(f for f in agent(site, frozenset("O"))[0] if f.entity)
        return Roles(
            {"agent": owner(site, (Filler(one),)) or doers, "object": (Filler(one),)}, ("object inferred",)
        )
    if not things:
        return _unnamed(site)
    if "subject carried over from the sentence before" in reasons:
        return None
    return Roles({"agent": owner(site, things) or _announcer(site), "object": things}, reasons)


def _announcer(site: Site) -> Fillers:
    """`O宣布R上市`: without another maker it is that of the one who makes it known."""
    made = _ANNOUNCED.search(site.before)
    if made is None:
        return ()
    doers, reasons = agent(site.at(made.start()), frozenset("O"))
    return doers if not reasons and doers and doers[0].entity else ()


def _unnamed(site: Site) -> Roles | None:
    """`O的新款耳机开售`: a thing without a name, with its maker."""
    start, _ = without_adverbs(site.before)
    text = site.before[start:]
    owned = re.match(r"([\ue001])(?:公司|集团)?(?:的|旗下)([^，,。\ue000-\ue004]{2,12})", text)
    if not owned:
        return None
    ends = range(owned.start(2) + 2, owned.end(2) + 1)
    end = next((n for n in ends if is_gap(text[n:])), None)
    if end is None:
        return None
    maker = Filler(site.part.mention(start).entity)
    things = phrase(site.part, start + owned.start(2), start + end, frozenset("*"))
    return judged(site, {"agent": (maker,), "object": things})


def doer(site: Site, start: int) -> Fillers:
    """The agent between 被 or 由 at masked `start` and the trigger: names, else a short phrase."""
    if (group := _STAFF.search(site.before, start)) and letter(group.group(1)) == "O":
        return (Filler(phrase=words(site.part, *group.span())),)
    found = tuple(
        Filler(site.part.mention(i).entity)
        for i in range(start, site.start)
        if letter(site.before[i]) in ("P", "O")
        and not re.match(rf"[^{ENTITY}，,。、和与及]{{1,14}}[\ue000]", site.before[i + 1 :])
    )
    if found:
        return found
    lead, end = without_adverbs(site.before[start:])
    if re.search(r"处以?$", site.before):
        end = min(end, len(re.sub(r"处以?$", "", site.before[start:])))
    out: list[Filler] = []
    for part in re.finditer(r"[^、和与及]+", site.before[start + lead : start + end]):
        first = start + lead + part.start()
        out += phrase(site.part, first, first + len(part.group()), frozenset("*"))
    return tuple(out)


def owner(site: Site, things: Fillers) -> Fillers:
    """The maker of the first of these things, if the article names one."""
    for filler in things:
        if filler.entity and filler.entity.id in site.owners:
            return (Filler(site.owners[filler.entity.id]),)
    return ()


def _plain(site: Site) -> Roles | None:
    doers, reasons = agent(site, site.frame.agent)
    if site.frame.type == "reorganize" and re.match(r"(?:为|成)", site.after):
        return Roles({"object": doers}, reasons) if doers else None
    objects = (
        referent(site, site.end) or _target(site) or objects_after(site.part, site.end, site.frame.object)
    )
    if doers and objects:
        return judged(site, {"agent": doers, "object": objects}, reasons)
    if objects and objects[0].entity and (makers := owner(site, objects)):
        return judged(site, {"agent": makers, "object": objects}, ("agent inferred",))
    if (
        not objects
        and site.frame.type in _APPEARS
        and re.match(r"了?(?:$|[之以]?[后前来时]|[^一-鿿])", site.after)
    ):
        return appearing(site)
    return None


def _target(site: Site) -> Fillers:
    """The name right behind a verb against someone, whatever it is blamed for (指责O虚假宣传)."""
    match = re.match(r"了?([\ue000\ue001])(?![的、和与及]|公司的)", site.after)
    if not match or site.frame.type not in _OWNED | {"dismiss", "acquire"}:
        return ()
    if (
        site.frame.type == "acquire"
        and len(site.after) > match.end()
        and not re.match(r"(?:公司|后|之后|时|$)", site.after[match.end() :])
    ):
        return ()
    return (Filler(site.part.mention(site.end + match.start(1)).entity),)


def _relative(site: Site) -> Roles | None:
    objects = objects_after(site.part, site.end + 1, site.frame.object)
    if not objects:
        return None
    passive = _last(_PASSIVE, site.before)
    if passive and (by := doer(site, passive.start(1))):
        return judged(site, {"agent": by, "object": objects}, (), passive.start())
    doers, reasons = agent(site, site.frame.agent)
    near = bool(doers) and reasons in ((), ("pronoun resolved",))
    makers = owner(site, objects)
    if not near and makers:
        doers, reasons = makers, ()
    elif not near and site.frame.shape == "sv" and objects[0].entity and is_opening(site.before):
        return judged(site, {"agent": (), "object": objects})
    elif not near and not (
        doers and is_adverbial(site.before) and reasons == ("subject by previous clause",)
    ):
        return None
    return judged(site, {"agent": doers, "object": objects}, reasons)


def _nominal(site: Site) -> Roles | None:
    head = re.search(r"([\ue002])(?:大?模型|系列)?的(?:正式|最终|首次)?$", site.before)
    if (
        not head
        or "R" not in site.frame.object
        or (
            re.match(r"[一-鿿]", site.after[:1])
            and not re.match(r"[是却将让使也对被为引标意，,]", site.after)
        )
    ):
        return None
    objects = fitting((site.part.mention(head.start(1)).entity,), frozenset("R"))
    makers = owner(site, objects)
    return Roles({"agent": makers, "object": objects}) if makers else None


def referent(site: Site, start: int) -> Fillers:
    """Whom or what 它 or 其 at masked `start` refers to; for an act against it, 它的做法 is it too."""
    match = _REFERENT.match(site.clause.text[start:])
    if not match:
        return ()
    who, rest = match.group(1), site.clause.text[start + match.end() :]
    if rest and site.frame.type not in _OWNED and (match.group("own") == "的" or who == "其"):
        return ()
    thing = (who[0] in "该这" and "公司" not in who) or (who in ("它", "其") and "O" not in site.frame.object)
    named = last_of_class(site, who) if who[0] in "该这" else last_thing(site)
    one = named if thing else last_person(site) if who in ("他", "她") else last_firm(site)
    return (Filler(one),) if one else ()


def _retyped(roles: Roles | None, type_: str) -> Roles | None:
    return replace(roles, type=type_) if roles else None


def _subject_phrase(place: Site) -> Fillers:
    start, end = without_adverbs(place.before)
    return phrase(place.part, start, end, place.frame.object)


def _disposed(site: Site) -> re.Match[str] | None:
    match = _last(_DISPOSAL, site.before)
    return match if match and not is_adverbial(match.group(1)) else None


def _last(form: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The match that begins latest, so that what it spans stays short."""
    found = None
    at = 0
    while match := form.search(text, at):
        found, at = match, match.start() + 1
    return found
