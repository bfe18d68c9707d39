"""Versions of products and models: `Llama 3.1`, `GPT-4o`, `文心4.0 Turbo`, `Qwen2.5-72B`."""

from __future__ import annotations

import re

from transforms.annotating.candidate import Candidate
from transforms.annotating.kinds import guess_kind
from transforms.annotating.registry import Registry, entity_id, key_of
from transforms.annotations import Entity

_VARIANT = (
    r"(?:Pro|Max|Mini|mini|nano|Ultra|Turbo|Plus|Lite|Flash|Sonnet|Opus|Haiku|Nano|Instruct|Chat|Preview|Vision|Omni"
    r"|Coder|Air|SE|FE|GT|Ti|Super|Edge|Fold|Flip|Neo|Note|Thinking|Reasoner|Next|Large|Medium|Small|Base)"
)
_NUMBER = r"(?:[vV]?\d{1,4}(?:\.\d{1,3}){0,3}(?:[a-zXSTPR](?![A-Za-z]))?)"
_SIZE = r"(?:\d{1,4}(?:\.\d)?[BbTM]\+?(?![A-Za-z]))"
_PART = rf"(?:{_SIZE}|{_NUMBER}|{_VARIANT}(?![a-z]))"
_TAIL = re.compile(rf"[ \-]?{_PART}(?:[ \-]?{_PART}){{0,3}}")
_POINT = re.compile(r"(?<=\d)(?:\.\d{1,3}){1,2}(?![\d%％万亿元])")
_UNIT_NEXT = re.compile(
    r"\s*(?:年|月|日|号|天|个|亿|万|千|百|十|%|％|倍|次|名|位|家|款|台|部|美元|元|人|小时|分钟|周|岁|季|点|页|成|辆|颗|项|条|起|笔"
    r"|所|座|篇|份|张|股|港元|欧元|年代|,\d{3}|\.\d|[-–~至到]\d|GB|TB|MB|mAh|英寸|寸|Hz|W|瓦|nm|纳米|毫米|厘米|像素|kWh|度|公里|千米|马力|毫安|核|级|代|期|轮|楼)"
)
_VERSIONED = frozenset(("product", "model", "hardware"))
_BARE_SIZE = re.compile(r"(?<![A-Za-z0-9.\-])(\d{1,4}(?:\.\d)?[BT])\+?(?![A-Za-z0-9])")
_SIZE_LIST = re.compile(r"(?:参数|版本|尺寸|规模)[^，,。；;\n]{0,8}(?:为|有|是|包括|：)[\dBMT.+、和与及 ]*$")
_ACTIVE = re.compile(r"激活[^，,。]{0,4}$")
_SIZE_CONTEXT = re.compile(r"[^。！？!?\n]{0,14}?(?:参数|模型|版本|版)")


def extend_version(text: str, found: Candidate, registry: Registry) -> Candidate | None:
    """The candidate grown by a version that follows it; None where a digit follows that is no version.

    A version that the registry does not know is an entity of its own, discovered, with its family.
    """
    at = found.end
    if point := _POINT.match(text, at):
        return _grown(found, text, point.end(), registry)
    if at >= len(text) or not (match := _TAIL.match(text, at)):
        return found
    attached = text[at].isdigit()
    end = match.end()
    if found.entity.kind not in _VERSIONED and not attached and found.how != "latin":
        return found
    while end > at and _UNIT_NEXT.match(text, end) and text[end - 1].isdigit():
        shorter = re.search(rf"[ \-]?{_PART}$", text[at:end])
        end = at + shorter.start() if shorter and shorter.start() else at
    if end == at:
        return None if attached and text[at - 1].isascii() else found
    known = registry.keys.get(key_of(text[found.start : end]).rstrip("+"))
    if known is None and found.entity.kind not in _VERSIONED and found.how != "latin":
        return found
    family = found.entity
    if known is None and family.kind not in _VERSIONED:  # an unknown name with a number is a product's
        name, kind = text[found.start : end], guess_kind(text, found.start, end)
        kind = kind if kind in _VERSIONED else "product"
        return Candidate(found.start, end, Entity(entity_id(kind, name), name, kind, "discovered"), "version")
    return Candidate(found.start, end, known or _version_of(family, text[at:end], registry), "version")


def _grown(found: Candidate, text: str, end: int, registry: Registry) -> Candidate:
    """`iOS 18` followed by `.1`: a version of its own, of the same family."""
    known = registry.keys.get(key_of(text[found.start : end]))
    old, name = found.entity, found.entity.name + text[found.end : end]
    entity = known or Entity(
        entity_id(old.kind, name), name, old.kind, "discovered", family=old.family or old.name
    )
    return Candidate(found.start, end, entity, "version")


def _version_of(family: Entity, tail: str, registry: Registry, text: str = "") -> Entity:
    """The entity of an unknown version, written as its family's known ones, or others in the text."""
    rest = tail.lstrip(" -").rstrip("+")
    siblings = [e.name for e in registry.entities.values() if e.family == family.name]
    hyphen = any(s.startswith(family.name + "-") for s in siblings) or f"{family.name}-" in text
    name = f"{family.name}-{rest}" if hyphen else f"{family.name} {rest.replace('-', ' ')}"
    known = registry.keys.get(key_of(name))
    if known:
        return known
    return Entity(entity_id(family.kind, name), name, family.kind, "discovered", family=family.name)


def _is_size(text: str, start: int, end: int) -> bool:
    """Whether a size stands for a version: in a list of them or before 版, not as what is `激活`."""
    if _ACTIVE.search(text[max(0, start - 8) : start]):
        return False
    return bool(_SIZE_CONTEXT.match(text, end) or _SIZE_LIST.search(text[max(0, start - 30) : start]))


def find_bare_sizes(text: str, names: list[Candidate], registry: Registry) -> list[Candidate]:
    """`8B 和 70B 参数的模型` after a model's name: versions of the nearest model named before."""
    out: list[Candidate] = []
    models = [c for c in names if c.entity.kind == "model"]
    for match in _BARE_SIZE.finditer(text):
        if any(c.start <= match.start() < c.end for c in names) or not _is_size(text, *match.span()):
            continue
        before = [c for c in models if c.end <= match.start() and match.start() - c.end <= 300]
        if before:
            entity = before[-1].entity
            if re.search(r" \d+(?:\.\d)?[BT]$", entity.name) and entity.family:
                entity = registry.entities.get(entity.family, entity)
            out.append(
                Candidate(
                    match.start(), match.end(), _version_of(entity, match.group(1), registry, text), "size"
                )
            )
    return out
