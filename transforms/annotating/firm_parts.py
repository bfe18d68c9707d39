"""What stands beside a firm's name and belongs to it: its short form, its branch, the code of its product."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from transforms.annotating.candidate import Candidate
from transforms.annotating.firm_names import is_unheard_of
from transforms.annotating.lexicons import trade_suffixes, words
from transforms.annotating.organization_names import is_generic, named_entity
from transforms.annotating.registry import Registry
from transforms.annotating.short_names import stem_of_firm
from transforms.annotations import Entity

_BRANCH = re.compile(
    r"(?:中国|香港|台湾|日本|韩国|印度|欧洲|北美|美国|大中华区|亚太)"
    r"(?=[^一-鿿]|在|的|区?总|CEO|公司|称|表示|宣布|回应|将|也|已|方面|于|副|董)"
)
_VARIANT = r"(?:[ ](?:Pro|Max|Ultra|Plus|Mini|Air|Lite|SE)\+?(?![A-Za-z])){0,2}"
_CODE = re.compile(
    rf"[ ]?[A-Z][A-Za-z]{{0,12}}[ -]?\d{{1,3}}[A-Za-z]{{0,3}}(?![A-Za-z0-9.%亿万元年月日]){_VARIANT}"
    rf"|[A-Z][a-z]{{2,14}}(?![A-Za-z0-9]){_VARIANT}"
)


# 凯斯勒水泵公司: the firm's company for something.
_UNIT = re.compile(
    r"((?!旗下|子|母|分|总)[^\W\d_a-zA-Z的等是为和与在将把对向从被该这那其一两三几多家了由以及或所称各并也此下]{2,4})公司(?!法|债|治理|章程)"
)


def one_firm(text: str, names: list[Candidate]) -> list[Candidate]:
    """A discovered name that is the stem of another one (启岸 of 启岸集团) is that firm."""
    full: dict[str, Entity] = {}
    for c in names:
        if c.entity.kind == "organization" and c.entity.basis == "discovered":
            for stem in stem_of_firm(text[c.start : c.end], alone=False):
                full.setdefault(stem, c.entity)
    return [
        replace(c, entity=full[text[c.start : c.end]])
        if c.entity.basis == "discovered" and text[c.start : c.end] in full
        else c
        for c in names
    ]


def with_parts(text: str, names: list[Candidate], registry: Registry) -> list[Candidate]:
    """Names grown by what belongs to them: 特斯拉中国 is a branch, 岚舟汽车 the firm, 岚舟L7 its product.

    Words of a trade and codes of products are joined only to a firm that the registry does not know: what
    known ones make and own the registry has. Sorted by start, none overlapping.
    """
    out: list[Candidate] = []
    for c in names:
        if out and c.start < out[-1].end:
            continue
        part, kind = _part(text, c)
        if part is None:
            out.append(c)
        else:
            entity = named_entity(text[c.start : part.end()], kind, registry)
            out.append(Candidate(c.start, part.end(), entity, "part"))
    return out


def _part(text: str, c: Candidate) -> tuple[re.Match[str] | None, str]:
    if c.entity.kind != "organization" or c.how in ("authority", "part", "metadata", "medium"):
        return None, ""
    if branch := _BRANCH.match(text, c.end):
        return branch, "organization"
    name = text[c.start : c.end]
    if c.entity.basis == "registry" or name.isascii() or not is_unheard_of(name):
        return None, ""
    if trade := _trades().match(text, c.end):
        return trade, "organization"
    unit = _UNIT.match(text, c.end)
    if (
        unit
        and not is_generic(unit.group(1))
        and not any(w in unit.group(1) for w in words("firm_verbs.txt"))
    ):
        return unit, "organization"
    return _CODE.match(text, c.end), "product"


@cache
def _trades() -> re.Pattern[str]:
    suffixes = "|".join((*trade_suffixes(), "集团", "公司"))
    return re.compile(rf"(?:{suffixes}){{1,2}}(?![一-鿿]{{0,2}}(?:领域|行业|产业|市场|板块))")
