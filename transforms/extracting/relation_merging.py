"""One relation said twice in other words made one: `CEO` and `首席执行官`, A a rival of B and B of A."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from transforms.facts import Filler, Relation

_MUTUAL = ("competitor_of", "partner_of")
_SHORT = {
    "CEO": "首席执行官",
    "CTO": "首席技术官",
    "CFO": "首席财务官",
    "COO": "首席运营官",
    "CMO": "首席营销官",
    "CIO": "首席信息官",
    "CPO": "首席产品官",
    "执行长": "首席执行官",
    "财务长": "首席财务官",
    "技术长": "首席技术官",
    "营运长": "首席运营官",
}
_WHEN = re.compile(r"^(?:前任?|原|现任|时任)")
_OTHER_RANK = re.compile(r"(?:副|临时|代理|联席|名誉|轮值|助理|候任)$")


def merged(found: Iterable[Relation]) -> list[Relation]:
    """All relations in the order of the text, those that are one fact with one qualifier.

    Rivals and partners go the way round in which the article names them first.
    """
    ordered = sorted(found, key=lambda r: (r.trace.start, r.trace.end))
    way: dict[tuple[str, frozenset[Filler]], Filler] = {}
    words: dict[tuple[Filler, str, Filler], list[str]] = {}
    for r in ordered:
        if r.relation in _MUTUAL:
            way.setdefault((r.relation, frozenset((r.subject, r.object))), r.subject)
        if r.qualifier is not None:
            words.setdefault((r.subject, r.relation, r.object), []).append(r.qualifier)
    out = []
    for r in ordered:
        if r.relation in _MUTUAL and way[r.relation, frozenset((r.subject, r.object))] != r.subject:
            r = replace(r, subject=r.object, object=r.subject)
        known = words.get((r.subject, r.relation, r.object), [])
        if r.relation != "position_held":
            out.append(replace(r, qualifier=known[0] if known else None))
        else:
            same = next((w for w in known if r.qualifier and same_title(w, r.qualifier)), r.qualifier)
            out.append(replace(r, qualifier=same))
    return out


def same_title(one: str, other: str) -> bool:
    """Whether two titles that one person holds in one firm are the same office."""
    a, b = sorted((_plain(one), _plain(other)), key=len)
    return b.endswith(a) and not _OTHER_RANK.search(b[: len(b) - len(a)])


def _plain(title: str) -> str:
    title = _WHEN.sub("", title)
    for short, full in _SHORT.items():
        if title.endswith(short):
            return title[: len(title) - len(short)] + full
    return title
