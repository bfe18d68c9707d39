"""Shapes of the law: penalties and suits, with the court as the place."""

from __future__ import annotations

import re
from dataclasses import replace

from transforms.extracting.arguments import letter, noun_phrase, objects_after, phrase
from transforms.extracting.event_agents import agent
from transforms.extracting.event_objects import judged
from transforms.extracting.event_site import Fillers, Roles, Site
from transforms.extracting.masking import ENTITY
from transforms.extracting.shape_transitive import referent, transitive
from transforms.facts import Filler

_TO_FINED = re.compile(
    r"[向给]([^，,。向给]{1,24})$|就([^，,。就]{1,20}?)(?:公司|集团)?(?:涉嫌|违反|违规|违法|未|的|滥用|侵犯)[^，,。]{0,14}$"
)
_AT_COURT = re.compile(rf"(?:向|在)((?:[{ENTITY}]|[一-鿿]{{0,10}}法院)[^，,。]{{0,6}}?)(?:正式)?$")
_TO_COURT = ("诉至", "告上", "告到")
_COURT = re.compile(rf"([{ENTITY}]|[一-鿿]{{0,8}}法院)")


def penalty(site: Site) -> Roles | None:
    """`A对B开出N元罚单`, `A向B开出罚单`."""
    if not re.match(r"了?[^，,。]{0,16}(?:罚单|罚款|罚金|禁令)", site.after):
        return None
    if to := _TO_FINED.search(site.before):
        doers, reasons = agent(site.at(to.start()), site.frame.agent)
        fined = to.span(1 if to.group(1) else 2)
        objects = referent(site, fined[0]) or noun_phrase(site.part, *fined, site.frame.object)
        return judged(site, {"agent": doers, "object": objects}, reasons, to.start()) if doers else None
    return transitive(site) if "对" in site.before else None


def sued(site: Site) -> Roles | None:
    """`A将B诉至法院`, `A起诉B`, `A提起诉讼`: the court is the place, B may go unnamed."""
    if toward := _AT_COURT.search(site.before):
        doers, reasons = agent(site.at(toward.start()), site.frame.agent)
        before = noun_phrase(site.part, *toward.span(1), frozenset("OL*"))
        sued_one = objects_after(site.part, site.end, site.frame.object)
        reasons = reasons if sued_one else (*reasons, "no object")
        return Roles({"agent": doers, "object": sued_one, "place": before}, reasons) if doers else None
    roles = transitive(site)
    court = _COURT.match(site.after)
    place: Fillers = ()
    if court and site.frame.trigger in _TO_COURT and letter(court.group(1)) in ("O", "L"):
        place = (Filler(site.part.mention(site.end + court.start(1)).entity),)
    elif court and not letter(court.group(1)):
        place = phrase(site.part, site.end + court.start(1), site.end + court.end(1), frozenset("*"))
    if roles is not None:
        return replace(roles, fillers={**roles.fillers, "place": place}) if place else roles
    about = re.sub(r"(?:对此|就此|为此)$", "", site.before)
    if site.frame.trigger != "提起诉讼" or re.search(r"[对向被遭将把]", about):
        return None
    doers, reasons = agent(site, site.frame.agent)
    return Roles({"agent": doers}, (*reasons, "no object")) if doers else None
