"""When an address is asked for again."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from flows.web.limits import Limits
from flows.web.visits import Visit

DAY: Final = 24 * 3600.0
_SOON: Final = 6 * 3600.0
_LATEST: Final = 30 * DAY
_PASSING: Final = frozenset(
    "server_error rate_limited too_slow incomplete unreachable robots_unavailable".split()
)


def next_at(visit: Visit, before: Visit | None, limits: Limits) -> Visit:
    """The visit with the time of the next one, twice as far off each time that nothing has changed.

    What is kept is looked at again after `limits.recheck`; where nothing could tell cheaply that it is the
    same, seven times as late. What failed in passing is tried again after six hours, what is refused for
    good after `limits.recheck`, a robots.txt read again each day. Never later than after a month.
    """
    same = before is not None and (before.check, before.is_kept) == (visit.check, visit.is_kept)
    unchanged = same and before is not None and visit.status != 200
    row = before.row + 1 if unchanged and before is not None else 1
    if visit.kind == "robots" and visit.check not in _PASSING:
        wait, row = DAY, 1
    elif visit.check in _PASSING:
        wait = _SOON
    elif visit.is_kept and not visit.validators:
        wait = 7 * limits.recheck
    else:
        wait = limits.recheck
    wait = min(wait * 2.0 ** min(row - 1, 20), max(_LATEST, wait))
    return replace(visit, row=row, next_at=visit.at + wait)
