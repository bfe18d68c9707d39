"""All names in a clean text, each tied to its entity."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from transforms.annotating.addressed_names import find_addressed
from transforms.annotating.candidate import Candidate, longest_first
from transforms.annotating.firm_names import find_firms
from transforms.annotating.firm_parts import one_firm, with_parts
from transforms.annotating.known_edges import within_known
from transforms.annotating.known_names import find_known
from transforms.annotating.latin_names import find_latin
from transforms.annotating.media_names import find_media, find_stated_media
from transforms.annotating.organization_names import (
    find_authorities,
    find_employers,
    find_organizations,
    find_works,
)
from transforms.annotating.other_names import one_by_abbreviation
from transforms.annotating.person_names import bracketed_latin, find_persons
from transforms.annotating.place_names import find_places
from transforms.annotating.registry import Registry, entity_id, key_of
from transforms.annotating.short_names import find_short
from transforms.annotating.tagged_names import find_tagged
from transforms.annotating.versions import extend_version, find_bare_sizes
from transforms.annotations import Entity, Mention


def find_mentions(text: str, registry: Registry, media: tuple[str, ...] = ()) -> tuple[Mention, ...]:
    """Mentions sorted by start, none overlapping: known names and versions first, then discovered ones.

    `media` are names of media that the article's metadata give: its publisher, its source.
    """
    known = [e for c in find_known(text, registry) if (e := extend_version(text, c, registry)) is not None]
    persons = find_persons(text, registry)
    chinese = [*find_media(text, registry), *find_stated_media(text, media, registry), *persons]
    chinese += [*find_organizations(text, registry), *find_works(text, registry)]
    chinese += [*find_firms(text, registry), *find_authorities(text, known, registry)]
    chinese += find_places(text, known, registry)
    chinese = [c for d in chinese if (c := within_known(text, d, known, registry)) is not None]
    employers = find_employers(text, [*persons, *known], registry)
    chinese += [c for d in employers if (c := within_known(text, d, known, registry)) is not None]
    first = _one_person(text, longest_first([*known, *chinese]))
    latin = [extend_version(text, c, registry) or c for c in find_latin(text, first, registry)]
    latin = _joined_persons(text, latin, first)
    first = _one_person(text, longest_first([*first, *latin]))
    first = _tie_brackets(text, first, registry)
    more = [*find_bare_sizes(text, first, registry), *find_short(text, first)]
    chosen = longest_first([*first, *_free(text, more, first)])
    if tagged := find_tagged(text, chosen, registry):
        again = _free(text, find_short(text, tagged), [*chosen, *tagged])
        chosen = _tie_brackets(text, longest_first([*chosen, *tagged, *again]), registry)
    addressed = find_addressed(text, chosen)
    chosen = longest_first([*addressed, *_free(text, chosen, addressed)])
    chosen = one_firm(text, with_parts(text, one_by_abbreviation(text, chosen, registry), registry))
    return tuple(Mention(c.start, c.end, text[c.start : c.end], c.entity, c.how) for c in chosen)


def _one_person(text: str, names: list[Candidate]) -> list[Candidate]:
    """A name of one part that is the last part of a person's full name is that person."""
    full: dict[str, Entity] = {}
    for c in names:
        parts = re.split("[·•・‧ ]", text[c.start : c.end])
        if c.entity.kind == "person" and len(parts) > 1:
            full.setdefault(parts[-1], c.entity)
    weak = ("title", "speech", "acting", "latin")
    return [
        replace(c, entity=full.get(text[c.start : c.end], c.entity)) if c.how in weak else c for c in names
    ]


def _free(text: str, candidates: Iterable[Candidate], taken: list[Candidate]) -> list[Candidate]:
    """The candidates that overlap none of `taken`."""
    blocked = bytearray(len(text))
    for c in taken:
        blocked[c.start : c.end] = b"\1" * (c.end - c.start)
    return [c for c in candidates if not any(blocked[c.start : c.end])]


def _tie_brackets(text: str, names: list[Candidate], registry: Registry) -> list[Candidate]:
    """`名(Latin)`: both forms become one entity; the registry's where it knows either."""
    out = list(names)
    merged: dict[str, Entity] = {}
    for found in names:
        span = bracketed_latin(text, found.end)
        if span is None or text[found.start : found.end].isascii():
            continue
        latin = text[slice(*span)]
        other = registry.keys.get(key_of(latin))
        entity = found.entity
        if entity.basis == "discovered" and other is not None:
            merged[entity.id] = entity = other
        elif entity.basis == "discovered":
            merged[entity.id] = entity = replace(entity, aliases=(*entity.aliases, latin))
        elif other is not None and other.id != entity.id:
            continue
        inside = [c for c in out if c.start < span[1] and c.end > span[0]]
        person = entity.kind == "person" and " " in latin
        if other is None and not person and any(c.entity.basis == "registry" for c in inside):
            continue
        out = [c for c in out if c not in inside]
        out.append(Candidate(*span, entity, "bracket"))
    tied = [replace(c, entity=merged.get(c.entity.id, c.entity)) for c in out]
    bracketed = {text[c.start : c.end]: c.entity for c in tied if c.how == "bracket"}
    again = [
        replace(c, entity=bracketed[text[c.start : c.end]])
        if c.entity.basis == "discovered" and text[c.start : c.end] in bracketed
        else c
        for c in tied
    ]
    return sorted(again, key=lambda c: c.start)


_LATIN_PERSON = re.compile(r"[A-Z][a-z]+(?: [A-Z]\.)?(?: [A-Z][a-z'’\-]+[A-Za-z]*){1,2}")
_JOINED = ("和", "与", "、", "及", "以及")


def _joined_persons(text: str, latin: list[Candidate], names: list[Candidate]) -> list[Candidate]:
    """A Latin-script name of a person's form that is joined to a person's by 和 or 、 is a person's."""
    ends = {c.end for c in (*names, *latin) if c.entity.kind == "person"}
    starts = {c.start for c in (*names, *latin) if c.entity.kind == "person"}
    out = []
    for c in latin:
        name = text[c.start : c.end]
        if c.entity.basis == "discovered" and c.entity.kind != "person" and _LATIN_PERSON.fullmatch(name):
            before = any(text.endswith(j, 0, c.start) and c.start - len(j) in ends for j in _JOINED)
            after = any(text.startswith(j, c.end) and c.end + len(j) in starts for j in _JOINED)
            if before or after:
                entity = Entity(entity_id("person", name), name, "person", "discovered")
                c = replace(c, entity=entity)
        out.append(c)
    return out
