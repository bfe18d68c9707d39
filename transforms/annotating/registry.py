"""The registry of known entities, ready for one multi-pattern pass over a text."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick
from opencc import OpenCC

from transforms.annotations import Entity
from transforms.seed_data import list_names, read_table
from transforms.vocabulary import ENTITY_KINDS, checked

_NOT_ENTITIES = frozenset({"publishers.csv", "titles.csv", "suffixes.csv"})


@dataclass(frozen=True)
class Registry:
    """Known entities by name, and the automaton over their aliases.

    `targets[i]` are the entities that pattern i may mean; an alias in `ambiguous` needs context. `keys` maps
    an alias without spaces, hyphens and case to its entity, for versions written in many ways.
    """

    entities: dict[str, Entity]
    patterns: tuple[str, ...]
    targets: tuple[tuple[Entity, ...], ...]
    ambiguous: frozenset[str]
    keys: dict[str, Entity]
    automaton: CharwiseDoubleArrayAhoCorasick | None = field(repr=False)

    def find(self, folded: str) -> list[tuple[int, int, int]]:
        """(start, end, pattern number) of the leftmost longest aliases in a text folded by `fold`."""
        return [] if self.automaton is None else self.automaton.find(folded)


def fold(text: str) -> str:
    """Lower case, one character for one character, so that offsets stay."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def key_of(name: str) -> str:
    """A name without case, spaces, hyphens and dots between the parts of a person's name."""
    return re.sub(r"[\s\-_·•・‧]+", "", name).casefold()


def entity_id(kind: str, name: str) -> str:
    """Stable id of an entity, from kind and canonical name."""
    return "e" + hashlib.sha256(f"{kind}\0{name}".encode()).hexdigest()[:15]


def build_registry(rows: Iterable[dict[str, str]]) -> Registry:
    """Registry from rows of `seeds/registry` (name, kind, wikidata_id, aliases, ambiguous, family).

    ValueError where a kind is unknown or a name is given twice.
    """
    simplified = OpenCC("t2s")
    entities: dict[str, Entity] = {}
    meanings: dict[str, list[Entity]] = {}
    ambiguous: set[str] = set()
    for row in rows:
        name, kind = row["name"].strip(), checked(row["kind"].strip(), ENTITY_KINDS, "entity kind")
        if name in entities:
            raise ValueError(f"seeds/registry: {name!r} is given twice")
        aliases = tuple(dict.fromkeys(a.strip() for a in row["aliases"].split("|") if a.strip()))
        family = row.get("family", "").strip() or None
        wikidata = row.get("wikidata_id", "").strip() or None
        entity = Entity(entity_id(kind, name), name, kind, "registry", wikidata, aliases, family)
        entities[name] = entity
        for alias in {fold(simplified.convert(a)) for a in (name, *aliases)} | {fold(a) for a in aliases}:
            meanings.setdefault(alias, []).append(entity)
        ambiguous |= {fold(simplified.convert(a.strip())) for a in row["ambiguous"].split("|") if a.strip()}
    patterns = tuple(meanings)
    keys = {key_of(alias): found[0] for alias, found in meanings.items() if len(found) == 1}
    automaton = (
        CharwiseDoubleArrayAhoCorasick(list(patterns), MATCH_KIND_LEFTMOST_LONGEST) if patterns else None
    )
    targets = tuple(tuple(found) for found in meanings.values())
    return Registry(entities, patterns, targets, frozenset(ambiguous), keys, automaton)


@cache
def load_registry() -> Registry:
    """The registry of `seeds/registry`, built once a process."""
    names = [n for n in list_names("registry") if n.endswith(".csv") and n not in _NOT_ENTITIES]
    return build_registry(row for name in names for row in read_table("registry", name))
