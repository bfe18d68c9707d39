"""People by family name and form of address: 陆总, 张先生, where the article gives the full name."""

from __future__ import annotations

import re
from functools import cache

from transforms.annotating.candidate import Candidate
from transforms.annotating.lexicons import words
from transforms.annotations import Entity

_ADDRESS = (
    r"(?:总(?![裁经监部理统额量体结计共数是会要能的署局队台工编])|先生|女士|小姐|博士(?!后|生)|老师"
    r"|董(?![事秘]))"
)
_HAN = re.compile(r"[一-鿿]{2,4}")


def find_addressed(text: str, names: list[Candidate]) -> list[Candidate]:
    """A family name with a form of address, for the one person in the article who bears it. Clean offsets."""
    bearers: dict[str, Entity | None] = {}
    for c in names:
        name = text[c.start : c.end]
        if c.entity.kind == "person" and _HAN.fullmatch(name) and not _form().fullmatch(name):
            family = next((name[:n] for n in (2, 1) if name[:n] in _families()), "")
            known = bearers.setdefault(family, c.entity)
            bearers[family] = c.entity if known is not None and known.id == c.entity.id else None
    out = []
    for match in _form().finditer(text):
        if bearer := bearers.get(match.group(1) or match.group(2)):
            out.append(Candidate(*match.span(), bearer, "addressed"))
    return out


@cache
def _form() -> re.Pattern[str]:
    families = "|".join(sorted(_families(), key=lambda s: (-len(s), s)))
    return re.compile(
        rf"(?<![一-鿿])({families}){_ADDRESS}|(?<=[由与和对向称据说给请问])({families}){_ADDRESS}"
    )


@cache
def _families() -> frozenset[str]:
    return frozenset(words("surnames.txt"))
