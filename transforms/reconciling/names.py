"""Which discovered names are one entity with another, and which are not, each with the reason.

Rules over names, aliases and kinds, and no library of record linkage: those learn weights from many fields
of many records, while a name has two or three, and what decides (a Latin form, a version) is certain.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Set
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from transforms.annotating.registry import key_of

SAME: Final = "same"
NOT_SAME: Final = "not the same"
# What only says which legal form a firm has.
_LEGAL = re.compile(r"(?:股份有限公司|有限责任公司|有限公司|公司|,? ?(?:Inc|Corp|Ltd|LLC|Co)\.?)$", re.I)
_LATIN = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ.'’\- ]*[A-Za-zÀ-ɏ]")
_VERSION = re.compile(r"\d+(?:\.\d+)*")
_PARTS = re.compile(r"[·•・‧]")
_VERSIONED = frozenset(("model", "product", "hardware"))
_LEAST = 3

Pair = frozenset[str]


@dataclass(frozen=True)
class Name:
    """An entity with the names that it has. `aliases` do not hold `name`."""

    entity_id: str
    name: str
    kind: str
    is_known: bool
    aliases: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        """Its name and its aliases."""
        return (self.name, *self.aliases)


@dataclass(frozen=True)
class Decision:
    """That an entity is the other one, or is not."""

    entity_id: str
    other_id: str
    verdict: str
    rule: str
    reason: str


def decide(names: list[Name], apart: Set[Pair] = frozenset()) -> list[Decision]:
    """Decisions on pairs of which at least one is discovered; never on a pair of `apart`.

    Names of two kinds, and those that are alike but for a version, are never one. A name that fits two known
    entities is left alone.
    """
    by_id = {one.entity_id: one for one in names}
    links: dict[Pair, tuple[str, str]] = {}
    refused: dict[Pair, tuple[str, str]] = {}
    for a, b, rule, reason in _alike(names):
        pair = frozenset((a.entity_id, b.entity_id))
        if (a.is_known and b.is_known) or pair in apart:
            continue
        if why := _contradiction(a, b):
            refused.setdefault(pair, why)
        elif rule != "version":
            links.setdefault(pair, (rule, reason))
    links = {pair: why for pair, why in links.items() if pair not in refused}
    decided = [_decision(pair, by_id, NOT_SAME, why) for pair, why in refused.items()]
    for group in _groups(links):
        members = [by_id[one] for one in group]
        if sum(one.is_known for one in members) > 1:
            continue
        chosen = min(members, key=_standing)
        for one in members:
            pair = frozenset((one.entity_id, chosen.entity_id))
            if one is chosen or pair in apart or pair in refused:
                continue
            through = next((why for link, why in sorted(links.items(), key=str) if one.entity_id in link))
            why = links.get(pair, through)
            decided.append(Decision(one.entity_id, chosen.entity_id, SAME, *why))
    return sorted(decided, key=lambda one: (one.entity_id, one.other_id))


def _alike(names: list[Name]) -> Iterator[tuple[Name, Name, str, str]]:
    """Pairs that share a key, with the rule and the words for it."""
    keys: dict[tuple[str, str, str], dict[str, Name]] = defaultdict(dict)
    for one in names:
        for alias in one.all:
            for rule, key in _keys(one, alias):
                keys[one.kind, rule, key][one.entity_id] = one
    for (_, rule, key), found in keys.items():
        if len(found) < 2 or all(one.is_known for one in found.values()):
            continue
        for a, b in combinations(sorted(found.values(), key=_standing), 2):
            yield a, b, rule, f"{_RULES[rule]}: {key}"


_RULES: Final = {
    "latin form": "both have the Latin form",
    "spelling": "one name but for case, spaces and dots",
    "legal form": "one firm but for its legal form",
    "version": "one name but for the version",
}


def _keys(one: Name, alias: str) -> Iterator[tuple[str, str]]:
    key = key_of(alias)
    if len(key) < _LEAST:
        return
    if one.kind == "person":
        # A family name alone is no name, and neither are two Chinese characters of a nickname.
        if _LATIN.fullmatch(alias) and " " in alias.strip():
            yield "latin form", key
        elif _PARTS.search(alias):
            yield "spelling", key
        return
    yield "latin form" if _LATIN.fullmatch(alias) else "spelling", key
    if one.kind == "organization" and len(bare := key_of(_LEGAL.sub("", alias))) >= _LEAST and bare != key:
        yield "legal form", bare
    elif one.kind == "organization":
        yield "legal form", key
    if one.kind in _VERSIONED and _VERSION.search(alias):
        yield "version", _VERSION.sub("", key)


def _contradiction(a: Name, b: Name) -> tuple[str, str] | None:
    """Why two names that are alike are two entities."""
    if a.kind in _VERSIONED:
        mine, theirs = _VERSION.findall(a.name), _VERSION.findall(b.name)
        if mine != theirs:
            return "version", f"another version: {a.name}, {b.name}"
    if a.kind == "person":
        latin = [{key_of(n) for n in one.all if _LATIN.fullmatch(n) and " " in n} for one in (a, b)]
        if latin[0] and latin[1] and not latin[0] & latin[1]:
            return "latin form", f"another Latin form: {', '.join(a.all)}; {', '.join(b.all)}"
    return None


def _standing(one: Name) -> tuple[bool, bool, str]:
    """Known before discovered, Chinese before Latin, as the fact model names people."""
    return (not one.is_known, bool(_LATIN.fullmatch(one.name)), one.entity_id)


def _decision(pair: Pair, by_id: dict[str, Name], verdict: str, why: tuple[str, str]) -> Decision:
    first, second = sorted((by_id[one] for one in pair), key=_standing, reverse=True)
    return Decision(first.entity_id, second.entity_id, verdict, *why)


def _groups(links: dict[Pair, tuple[str, str]]) -> list[list[str]]:
    group: dict[str, set[str]] = {}
    for pair in links:
        merged = set(pair).union(*(group.get(one, set()) for one in pair))
        for one in merged:
            group[one] = merged
    return [sorted(one) for one in {id(one): one for one in group.values()}.values()]
