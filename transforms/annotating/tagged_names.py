"""Persons and organizations in Chinese script that only the tagger sees."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from transforms.annotating.candidate import Candidate
from transforms.annotating.firm_names import is_unheard_of
from transforms.annotating.lexicons import organization_suffixes, trade_suffixes, words
from transforms.annotating.organization_names import is_generic, named_entity
from transforms.annotating.person_names import person, transliteration
from transforms.annotating.registry import Registry
from transforms.annotating.tagger import tag_names
from transforms.word_counts import word_counts

_PERSON = re.compile(r"[一-鿿]{2,4}|[一-鿿]{1,8}(?:[·•・‧][一-鿿]{1,8}){1,3}")
# 弘塑总经理…: who has officers is a firm.
_OFFICER = re.compile(
    r"(?:集团|公司|的)?(?:总经理|董事长|副?总裁|首席|CEO|CFO|CTO|COO|发言人|创始人|联合创始人|执行长|财务长|旗下|股价|官方|方面)"
)
_HAN = re.compile(r"[一-鿿]{2,12}")
# Kinds of organizations and people: what remains without them must still be a name.
_KIND = re.compile(
    r"(?:公司|企业|厂商|大厂|巨头|机构|平台|车企|券商|团队|部门|组织|供应商|运营商|品牌|集团|媒体|工会|子公司|母公司|银行|基金|资本)$"
)
# In general text; rarer words are often names themselves (蓝河, 云栖).
_FREQUENT = 50
_KNOWN = 300


def find_tagged(text: str, taken: list[Candidate], registry: Registry) -> list[Candidate]:
    """Names by the tagger that overlap none of `taken` and are made of no common words. Clean offsets.

    `how` is `tagger` for a name that stands once and `tagged` for one that is seen at least twice.
    """
    blocked = bytearray(len(text))
    for c in taken:
        blocked[c.start : c.end] = b"\1" * (c.end - c.start)
    found = [t for t in tag_names(text) if not any(blocked[t.start : t.end])]
    names = [text[t.start : t.end] for t in found]
    seen = Counter(names)
    out: list[Candidate] = []
    for t, name in zip(found, names, strict=True):
        how = "tagged" if seen[name] > 1 else "tagger"
        if t.kind == "PERSON" and len(name) < 4 and _OFFICER.match(text, t.end) and is_unheard_of(name):
            out.append(Candidate(t.start, t.end, named_entity(name, "organization", registry), how))
        elif t.kind == "PERSON" and _is_person(name):
            out.append(Candidate(t.start, t.end, person(name, registry), how))
        elif t.kind == "ORG" and _is_firm(name, _KNOWN if how == "tagged" else _FREQUENT):
            out.append(Candidate(t.start, t.end, named_entity(name, "organization", registry), how))
    return out


def _is_person(name: str) -> bool:
    """A dotted name, one in characters of transliteration, or a family name and one or two more."""
    if not _PERSON.fullmatch(name) or word_counts().get(name, 0) >= _KNOWN:
        return False
    if not _HAN.fullmatch(name) or transliteration().issuperset(name):
        return True
    surname = 2 if name[:2] in _surnames() else 1
    return name[:surname] in _surnames() and 1 <= len(name) - surname <= 2


@cache
def _surnames() -> frozenset[str]:
    return frozenset((*words("surnames.txt"), *words("surnames_rare.txt")))


def _is_firm(name: str, frequent: int) -> bool:
    """Whether what is left without words of kind and trade holds no word as `frequent` in the language."""
    if not _HAN.fullmatch(name) or is_generic(name) or name in words("modern_words.txt"):
        return False
    if len(name) >= 4 and transliteration().issuperset(name):
        return word_counts().get(name, 0) < frequent
    stem = _KIND.sub("", name)
    for suffix in (*organization_suffixes(), *trade_suffixes()):
        if stem.endswith(suffix) and len(stem) - len(suffix) >= 2:
            stem = stem.removesuffix(suffix)
            break
    parts = [stem[i : i + n] for n in (2, 3, 4) for i in range(len(stem) - n + 1)]
    return (
        2 <= len(stem) <= 6
        and is_unheard_of(stem)
        and all(word_counts().get(part, 0) < frequent for part in parts)
    )
