"""Other names that an article gives itself: 某某有限公司（以下简称“某某”）, 艺电（EA）."""

from __future__ import annotations

import re
from dataclasses import replace

from transforms.annotating.candidate import Candidate
from transforms.annotating.registry import Registry, key_of
from transforms.annotations import Entity

_SHORT = re.compile(
    r"[“”」』]?[（(](?:以下|下文|下)?[均统简]?(?:简称|称为?)[：:]?(?:为)?[“「『\"]?([A-Za-z0-9一-鿿·\-]{2,12})[”」』\"]?(?:[，,；;、][^（）()\n]{0,30})?[）)]"
)


def one_by_abbreviation(text: str, names: list[Candidate], registry: Registry) -> list[Candidate]:
    """Every place of a stated short form is a mention of the entity whose full name it follows.

    A discovered full name yields to an entity of the registry that the short form names.
    """
    forms: dict[str, Entity] = {}
    merged: dict[str, Entity] = {}
    for c in names:
        match = _SHORT.match(text, c.end)
        if match is None or c.entity.kind in ("place", "work"):
            continue
        short, entity = match.group(1), c.entity
        known = registry.keys.get(key_of(short))
        if known is not None and entity.basis == "discovered":
            entity = merged[entity.id] = known
        elif short not in entity.aliases and entity.basis == "discovered":
            entity = merged[entity.id] = replace(entity, aliases=(*entity.aliases, short))
        forms[short] = entity
    if not forms:
        return names
    out = [_renamed(c, text, forms, merged) for c in names]
    taken = bytearray(len(text))
    for c in out:
        taken[c.start : c.end] = b"\1" * (c.end - c.start)
    for short, entity in forms.items():
        at = text.find(short)
        while at != -1:
            if not any(taken[at : at + len(short)]) and not _inside_word(text, at, at + len(short)):
                out.append(Candidate(at, at + len(short), entity, "abbreviation"))
            at = text.find(short, at + len(short))
    return sorted(out, key=lambda c: c.start)


def _renamed(c: Candidate, text: str, forms: dict[str, Entity], merged: dict[str, Entity]) -> Candidate:
    surface = text[c.start : c.end]
    if c.entity.basis == "discovered" and surface in forms:
        return replace(c, entity=forms[surface])
    return replace(c, entity=merged.get(c.entity.id, c.entity))


def _inside_word(text: str, start: int, end: int) -> bool:
    left = text[start].isascii() and start > 0 and text[start - 1].isascii() and text[start - 1].isalnum()
    right = text[end - 1].isascii() and text[end : end + 1].isascii() and text[end : end + 1].isalnum()
    return left or right
