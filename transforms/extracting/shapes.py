"""Which shape reads the arguments of which frame."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from transforms.extracting.event_site import Fillers, Roles, Site
from transforms.extracting.event_subjects import near_subject
from transforms.extracting.shape_law import penalty, sued
from transforms.extracting.shape_money import backed, backers, figures, funded, moved, results, shares, spent
from transforms.extracting.shape_pair import measured, together
from transforms.extracting.shape_people import appointed, became, joined, laid_off, left
from transforms.extracting.shape_rights import granted, merged_units, obtained
from transforms.extracting.shape_single import affair, at_work, banned, called_off, dated, made_by, posted
from transforms.extracting.shape_stance import stance
from transforms.extracting.shape_transfer import carried, free_for_use, given, put_into, sold
from transforms.extracting.shape_transitive import appearing, leaked, transitive

__all__ = ["SHAPES", "Fillers", "Roles", "fill"]


def _announced(site: Site) -> Roles | None:
    """`O宣布了B`: no verb stands between, or what is announced is an act of its own."""
    direct = re.match(
        r"了?(?:[^，,。\ue000-\ue004]*(?:的|产品|模型|手机|汽车|新车|车型|芯片|平台|系统|服务|计划|游戏))?(?:$|[\ue000-\ue004])",
        site.after,
    )
    if site.frame.trigger in ("公布", "披露") and (told := figures(site)):
        return told
    return transitive(site) if direct or site.frame.trigger in ("公布", "披露") else None


def _debuted(site: Site) -> Roles | None:
    """`R首发R2`: a device is the first to carry a part; a firm that 首发 something brings it out."""
    holders, _ = near_subject(site, frozenset("R"))
    part = carried(site) if holders and site.after else None
    return replace(part, type="integrate") if part else transitive(site)


def _listed(site: Site) -> Roles | None:
    """`O被A列入一份清单`, `A将O列入观察名单`."""
    return transitive(site) if re.match(r"了?[^，,。]{0,16}(?:清单|名单)", site.after) else None


def _attitude(site: Site) -> Roles | None:
    return stance(site) or transitive(site)


SHAPES: dict[str, Callable[[Site], Roles | None]] = {
    "svo": transitive,
    "debut": _debuted,
    "listed": _listed,
    "backers": backers,
    "by": made_by,
    "sv": appearing,
    "give": given,
    "sell": sold,
    "into": put_into,
    "carry": carried,
    "free": free_for_use,
    "with": together,
    "against": measured,
    "join": joined,
    "leave": left,
    "appoint": appointed,
    "become": became,
    "layoff": laid_off,
    "announce": _announced,
    "stance": stance,
    "attitude": _attitude,
    "fund": funded,
    "round": backed,
    "spend": spent,
    "shares": shares,
    "moves": moved,
    "leak": leaked,
    "penalty": penalty,
    "grant": granted,
    "obtain": obtained,
    "units": merged_units,
    "called off": called_off,
    "affair": affair,
    "sue": sued,
    "ban": banned,
    "results": results,
    "founded": dated,
    "post": posted,
    "work": at_work,
}


def fill(site: Site) -> Roles | None:
    """Roles of the trigger at `site`; None where it states no event. KeyError for an unknown shape."""
    return SHAPES[site.frame.shape](site)
