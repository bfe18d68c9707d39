"""Places that the registry does not know: 印度尼西亚中爪哇省, 匈牙利德布勒森, 某社斯德哥尔摩3月5日电."""

from __future__ import annotations

import re

from transforms.annotating.candidate import Candidate
from transforms.annotating.person_names import transliteration
from transforms.annotating.registry import Registry, entity_id, key_of
from transforms.annotations import Entity
from transforms.word_counts import word_counts

_REGION = re.compile(
    r"[一-鿿]{2,4}?(?:省|州|邦|大区|自治区)(?=[^一-鿿]|[的在与和、]|首府|政府|州长|工厂|建|设|投|开)"
)
_SEAT = re.compile(
    r"[一-鿿]{2,6}?(?=(?:市|郊区|附近)?(?:的?(?:工厂|总部|基地|园区|新厂|超级工厂)|建设?|设立|投资|开设|兴建|新建|动工|举行|举办|召开))"
)
_DATELINE = re.compile(r"([一-鿿]{2,6}?)\s?(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:综合)?[专快]?[电讯]")
_FREQUENT = 2000


def find_places(text: str, known: list[Candidate], registry: Registry) -> list[Candidate]:
    """What stands after a known place and lies in it, and where an agency reports from. Clean offsets."""
    out: list[Candidate] = []
    for c in known:
        if c.entity.kind == "place":
            region, seat = _REGION.match(text, c.end), _SEAT.match(text, c.end)
            if region and word_counts().get(region.group(), 0) < _FREQUENT:
                out.append(_place(text, *region.span(), registry))
            elif seat and len(seat.group()) > 2 and transliteration().issuperset(seat.group()):
                out.append(_place(text, *seat.span(), registry))
        line = _DATELINE.match(text, c.end) if c.entity.kind == "organization" else None
        if line and transliteration().issuperset(line.group(1)):
            out.append(_place(text, *line.span(1), registry))
    return out


def _place(text: str, start: int, end: int, registry: Registry) -> Candidate:
    name = text[start:end]
    known = registry.keys.get(key_of(name))
    return Candidate(
        start, end, known or Entity(entity_id("place", name), name, "place", "discovered"), "place"
    )
