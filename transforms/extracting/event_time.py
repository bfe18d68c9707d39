"""When and where an event takes place, as its clause and sentence say."""

from __future__ import annotations

import re

from transforms.annotations import TimeSpan
from transforms.extracting.clauses import Clause
from transforms.extracting.event_site import Fillers, Site
from transforms.extracting.masking import PLACE, TIME
from transforms.facts import Filler

_PLACE = re.compile(rf"(?:在|于)({PLACE})(?!的|和|、|与|及)")


def date_of(site: Site) -> TimeSpan | None:
    """The nearest resolved time before the trigger in its sentence, else one right behind the trigger."""
    clause = site.clause
    at = clause.offset + site.start
    end = clause.offset + len(clause.text)
    ahead = range(at, end) if site.frame.shape == "shares" else range(0)
    for k in [
        *range(at - 1, clause.offset - 1, -1),
        *ahead,
        *range(clause.offset - 1, -1, -1),
        *range(at, end),
    ]:
        item = clause.whole.items[k]
        if clause.whole.text[k] == TIME and isinstance(item, TimeSpan) and item.edtf and not item.vague:
            return item if k < at or ahead or _adjoins(clause, k - clause.offset, site.end) else None
    return None


def place_of(site: Site) -> Fillers:
    """The place that 在 or 于 puts into the clause."""
    match = _PLACE.search(site.clause.text)
    return (Filler(site.part.mention(match.start(1)).entity),) if match else ()


def _adjoins(clause: Clause, at: int, end: int) -> bool:
    """Whether a time behind the trigger belongs to it (成立于2022年) and not to its object."""
    return at - end <= 2
