"""The forms in which a clause states a relation, read from `seeds/rules/extracting/relation_forms.csv`."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from transforms.extracting.masking import ENTITY, ORG, PERSON, PLACE, THING, WORK, pattern
from transforms.seed_data import read_lines, read_table
from transforms.vocabulary import ENTITY_KINDS, RELATIONS, checked

_SIDE = re.compile(r"\(\?P<[so]>((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)(?![?*)])")
_NAMES = (PERSON, ORG, THING, PLACE, WORK)
_WORD = rf"[^，,。；;：:！？!?{ENTITY}]"
_JOINER = r"(?:、|和|与|及|以及|,)"


@dataclass(frozen=True, slots=True)
class Form:
    """A masked pattern of a relation.

    Its groups `s` and `o` hold the names of subject and object, one or a list; `sp` and `op` hold a phrase
    instead, `q` the qualifier. A side without a group is the clause's subject. `subject` and `object` are the
    kinds that each may have, empty for any; with `firm_at_hand` the firm that the passage speaks of serves as
    subject where the clause has none, with `firm_as_object` it is the object (其). `signs` are the name
    characters that any match holds, with how many.
    """

    relation: str
    pattern: re.Pattern[str]
    subject: frozenset[str]
    object: frozenset[str]
    firm_at_hand: bool
    firm_as_object: bool
    signs: tuple[tuple[str, int], ...] = ()


@cache
def relation_forms() -> tuple[Form, ...]:
    """All forms, in the order of the file; ValueError where a relation or kind is unknown."""
    return tuple(_form(row) for row in read_table("rules", "extracting", "relation_forms.csv"))


def forms_for(text: str) -> tuple[Form, ...]:
    """The forms that the names of a masked text allow: most need two names of certain kinds."""
    return _allowed(tuple(min(text.count(sign), 2) for sign in _NAMES))


@cache
def _allowed(counts: tuple[int, ...]) -> tuple[Form, ...]:
    have = dict(zip(_NAMES, counts, strict=True))
    return tuple(f for f in relation_forms() if all(have[sign] >= many for sign, many in f.signs))


def _form(row: dict[str, str]) -> Form:
    compiled = pattern(_expanded(row["pattern"]))
    return Form(
        checked(row["relation"], RELATIONS, "relation"),
        compiled,
        _kinds(row["subject"].removesuffix("*")),
        _kinds(row["object"].removesuffix("*")),
        row["subject"].endswith("*"),
        row["object"].endswith("*"),
        _signs(compiled.pattern),
    )


def _signs(source: str) -> tuple[tuple[str, int], ...]:
    """Name characters and how many of them any match holds: those of groups that admit one kind only."""
    found: Counter[str] = Counter()
    for group in _SIDE.finditer(source):
        signs = set(re.findall(f"[{ENTITY}]", group.group(1)))
        if len(signs) == 1 and "-" not in group.group(1):
            found.update(signs)
    return tuple(found.items())


def _kinds(words: str) -> frozenset[str]:
    return frozenset(checked(word, ENTITY_KINDS, "entity kind") for word in words.split())


def _expanded(source: str) -> str:
    """`{O+}` a list of names, `{O&}` one without 与, `{_}` no name and no mark, `{KIND}` a class of thing."""
    source = re.sub(r"\{([A-Z])\+\}", rf"{{\1}}(?:{_JOINER}{{\1}}){{0,7}}", source)
    source = re.sub(r"\{([A-Z])&\}", r"{\1}(?:(?:、|和|及|以及){\1}){0,7}", source)
    return source.replace("{_}", _WORD).replace("{KIND}", _thing_words())


@cache
def _thing_words() -> str:
    lines = read_lines("rules", "extracting", "thing_words.txt")
    at = lines.index("[nouns]")
    modifiers, nouns = (
        "|".join(map(re.escape, sorted(part, key=len, reverse=True)))
        for part in (lines[1:at], lines[at + 1 :])
    )
    return rf"(?:(?:{modifiers})的?){{0,4}}(?:{nouns})?"
