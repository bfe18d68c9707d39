"""Discovered names that run over a known one are cut back to it."""

from __future__ import annotations

import re
from dataclasses import replace

from transforms.annotating.candidate import Candidate
from transforms.annotating.organization_names import named_entity
from transforms.annotating.registry import Registry

_PART = re.compile(r"(?:母公司|子公司|全球|中国区?|大中华区|亚太区?|北美|欧洲|方面|集团|公司|官方|内部)")
_VERB = re.compile(r"宣布|发布|推出|表示|任命|签署|等|为\d|业务|官网|产品$|部门$")


def within_known(text: str, found: Candidate, known: list[Candidate], registry: Registry) -> Candidate | None:
    """The discovered candidate with its left edge at the first known name inside it; None where it is none.

    `维持欧盟委员会` holds the known 欧盟委员会 and is dropped, `上诉至欧盟法院` becomes 欧盟法院.
    """
    if (
        found.how not in ("suffix", "trade", "acting", "employer", "apposed", "owning")
        or found.entity.basis == "registry"
    ):
        return found
    name = text[found.start : found.end]
    if _VERB.search(name):
        return None
    next_is_name = text[found.end : found.end + 1].isascii() and text[found.end : found.end + 1].isalpha()
    if found.how != "employer" and (next_is_name or any(k.start == found.end for k in known)):
        return None  # 脑机接口公司Neuralink: what kind of firm it is, before its name
    inside = [k for k in known if found.start <= k.start and k.end <= found.end]
    if any(k.start == found.start and _PART.fullmatch(text[k.end : found.end]) for k in inside):
        return None
    if any(k.end == found.end for k in inside):
        return None
    starts = [k.start for k in inside if k.start > found.start]
    if not starts or any(k.start == found.start for k in inside):
        return found
    entity = named_entity(text[starts[0] : found.end], found.entity.kind, registry)
    return replace(found, start=starts[0], entity=entity)
