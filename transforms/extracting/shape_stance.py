"""Shapes of a stance that is a noun: 受到B的批评, 对B提出批评, 表达对B的支持, B的支持者."""

from __future__ import annotations

import re

from transforms.extracting.arguments import noun_phrase, phrase
from transforms.extracting.event_agents import agent
from transforms.extracting.event_reference import last_firm, last_thing
from transforms.extracting.event_site import Fillers, Roles, Site
from transforms.extracting.event_words import without_adverbs
from transforms.facts import Filler

_GOT = re.compile(
    r"(?:受到|获得|得到|赢得|引发|引起|遭到|遭受|遭遇|招致|面临|备受|饱受|常受|受)(?:了)?(?P<by>[^，,。]{0,24}?)(?:的)?(?:广泛|强烈|激烈|诸多|种种|严厉|一致|不少|众多|更加|更为|严格|新一轮|大量|的|和|与|、|质疑|嘲笑|批评|不满|指责|反对)*$"
)
_TOWARD = re.compile(
    r"(?:对于|对)(?P<of>[^，,。]{1,30}?)(?:都|也|一直|均|强烈|公开)?(?:提出|表示|发出|表达|予以|给予|进行)(?:了|过)?(?:严厉|强烈|广泛|明确|公开|坚决|种种)?(?:的)?$"
)
_FOR = re.compile(r"(?:表达|表示|展现|重申|给予)(?:了|过)?对(?P<of>[^，,。]{1,24}?)的$")
_IS = re.compile(r"是(?P<of>[^，,。]{2,24}?)的?(?:坚定|忠实|长期)?(?:的)?$")
_FIRMS = frozenset("PORLW*")
_SELF = re.compile(r"^(?:此(?!次)|这(?![一种项个款些])|它|其)")


def stance(site: Site) -> Roles | None:
    """The noun of a stance with who holds it (agent) and towards whom (object)."""
    if site.frame.note == "holder":
        return _holder(site)
    if match := _FOR.search(site.before) or _TOWARD.search(site.before):
        doers, reasons = agent(site.at(match.start()), frozenset("PO*"))
        objects = _object(site, match)
        if doers and not objects and match.group("of") == "此" and site.frame.note == "noun with 对":
            return Roles({"agent": doers}, (*reasons, "no object"), at=match.start())
        return (
            Roles({"agent": doers, "object": objects}, reasons, at=match.start())
            if doers and objects
            else None
        )
    if re.match(r"[者家声]", site.after):
        return None
    if match := _GOT.search(site.before):
        return _received(site, match)
    return None


def _received(site: Site, match: re.Match[str]) -> Roles | None:
    start, end = match.span("by")
    by: Fillers = noun_phrase(site.part, start, end, frozenset("PO*")) if end > start else ()
    objects, reasons = agent(site.at(match.start()), frozenset("POR*"))
    objects = tuple(f for f in objects if f.entity) or objects or _thing_phrase(site, match.start())
    if not objects or "subject carried over from the sentence before" in reasons:
        return None
    return Roles({"agent": by, "object": objects}, reasons, at=match.start())


def _thing_phrase(site: Site, end: int) -> Fillers:
    """`O的服务和产品` before 受到: a phrase that its owner begins."""
    start, stop = without_adverbs(site.before[:end])
    owned = re.match(r"[\ue000-\ue004]的", site.before[start:stop])
    return phrase(site.part, start, stop, frozenset("*")) if owned else ()


def _holder(site: Site) -> Roles | None:
    match = _IS.search(site.before)
    if not match:
        return None
    doers, reasons = agent(site.at(match.start()), frozenset("PO"))
    objects = noun_phrase(site.part, *match.span("of"), _FIRMS)
    return Roles({"agent": doers, "object": objects}, reasons) if doers and objects else None


def _object(site: Site, match: re.Match[str]) -> Fillers:
    if _SELF.match(match.group("of")):
        if match.group("of")[0] in "此这":
            return ()
        one = last_firm(site) or last_thing(site)
        return (Filler(one),) if one else ()
    start, end = match.span("of")
    text = re.sub(r"的(?:发布|推出|做法|决定|行为|举措|言论|政策|行动)$", "", match.group("of"))
    return noun_phrase(site.part, start, start + len(text), _FIRMS) if end > start else ()
