"""Short forms of names that the same article gives in full."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transforms.annotating.candidate import Candidate
from transforms.annotating.firm_names import is_unheard_of
from transforms.annotating.lexicons import organization_suffixes, trade_suffixes
from transforms.annotating.organization_names import is_generic
from transforms.annotations import Entity

_CODE = re.compile(r"^[A-Z]{1,3}\d[\d.]*[A-Za-z]?$")
_HAN = re.compile(r"^[一-鿿]+$")


def find_short(text: str, named: list[Candidate]) -> list[Candidate]:
    """Later mentions by a short form: last part of a dotted name, code of a model (R1), stem of a firm.

    Names equal in sound (卡朱里亚 for 卡朱莉亚) count as the same person. Clean offsets; the candidates may
    overlap names that are already found.
    """
    out: list[Candidate] = []
    seen: set[str] = set()
    for found in named:
        for form in _forms(text[found.start : found.end], found.entity):
            if form in seen:
                continue
            seen.add(form)
            spans = [(at, at + len(form)) for at in _places(text, form)]
            if len(form) >= 3 and _HAN.match(form) and found.entity.kind == "person":
                spans += list(_same_sound(text, form))
            out += [Candidate(a, b, found.entity, "short") for a, b in spans if _whole(text, a, b)]
    return out


def _forms(surface: str, entity: Entity) -> Iterator[str]:
    if entity.basis == "discovered":
        yield surface.strip("《》")
    if entity.kind == "person":
        for name in (surface, entity.name, *entity.aliases):
            last = re.split(r"[·•・‧ ]", name)[-1]
            if last != name and (len(last) >= 3 or (len(last) == 2 and _HAN.match(last))):
                yield last
    elif entity.kind in ("model", "product", "hardware"):
        last = re.split(r"[ \-]|(?<=[一-鿿])(?=[A-Z])", surface)[-1]
        if last != surface and _CODE.match(last):
            yield last
    elif entity.kind == "organization" and entity.basis == "discovered":
        yield from stem_of_firm(surface)


def stem_of_firm(surface: str, alone: bool = True) -> Iterator[str]:
    """The name without its suffix: 启岸 of 启岸集团. With `alone` only what is no word of the language."""
    stem = surface
    for suffixes in (organization_suffixes(), trade_suffixes()):
        for suffix in suffixes:
            if stem.endswith(suffix) and len(stem) - len(suffix) >= 2:
                stem = stem.removesuffix(suffix)
                break
    if stem != surface and (not alone or len(stem) > 2 or is_unheard_of(stem)) and not is_generic(stem):
        yield stem


def _same_sound(text: str, form: str) -> Iterator[tuple[int, int]]:
    from pypinyin import Style, lazy_pinyin  # half a second to import, and few articles need it

    sound = lazy_pinyin(form, style=Style.NORMAL)
    for i in range(len(form)):
        # No pattern a name: to compile one takes longer than to read an article with it.
        left, right = form[:i], form[i + 1 :]
        for at in _places(text, left or right):
            start = at if left else at - 1
            one = text[start : start + len(form)]
            alike = start >= 0 and one != form and one.startswith(left) and one.endswith(right)
            if alike and _HAN.fullmatch(one) and lazy_pinyin(one, style=Style.NORMAL) == sound:
                yield start, start + len(form)


def _places(text: str, form: str) -> Iterator[int]:
    """Where the form stands, without overlaps."""
    at = text.find(form)
    while at != -1:
        yield at
        at = text.find(form, at + len(form))


def _whole(text: str, start: int, end: int) -> bool:
    """Whether a Latin form stands as a whole word."""
    left = start > 0 and text[start].isascii() and text[start - 1].isascii() and text[start - 1].isalnum()
    right = end < len(text) and text[end - 1].isascii() and text[end].isascii() and text[end].isalnum()
    return not left and not right
