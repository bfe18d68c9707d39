"""Names that the registry knows."""

from __future__ import annotations

import re

from transforms.annotating.candidate import Candidate
from transforms.annotating.registry import Registry, fold
from transforms.annotations import Entity

_WORD = re.compile(r"[a-z0-9]")
_CUE_AFTER = re.compile(
    r"(?:公司|集团|汽车|手机|科技|股价|官方|旗下|宣布|发布|推出|创始人|CEO|首席|总裁|董事长|表示|方面|回应|将|在|和|与|、"
    r"|的(?:模型|产品|手机|车|新|财报|股|首席|市值|应用|AI))",
    re.IGNORECASE,
)
_CUE_BEFORE = re.compile(r"(?:公司|巨头|厂商|企业|品牌|与|和|、|由|前|离开|加入|起诉|收购|投资|来自)$")
_COINAGE = re.compile(r"(?:式|主义|们|系(?!列|统))")


def find_known(text: str, registry: Registry) -> list[Candidate]:
    """Registry aliases in the text, longest match, whole Latin words only. Clean offsets.

    An ambiguous alias counts only where another name of the same entity, or an unmistakable neighbour,
    stands in the text.
    """
    folded = fold(text)
    sure: list[Candidate] = []
    unsure: list[tuple[int, int, tuple[Entity, ...]]] = []
    for start, end, pattern in registry.find(folded):
        if _inside_word(folded, start, end) or _COINAGE.match(text, end):
            continue
        targets, alias = registry.targets[pattern], registry.patterns[pattern]
        if alias in registry.ambiguous or len(targets) > 1:
            unsure.append((start, end, targets))
        elif not _miscased(text[start:end], targets[0]):
            sure.append(Candidate(start, end, targets[0], "alias"))
    named = {c.entity.id for c in sure}
    accepted = dict[str, Entity]()
    for start, end, targets in unsure:
        for entity in targets:
            if entity.id in named or (len(targets) == 1 and _in_context(text, start, end)):
                accepted.setdefault(folded[start:end], entity)
    for start, end, _ in unsure:
        chosen = accepted.get(folded[start:end])
        if chosen and not _miscased(text[start:end], chosen):
            sure.append(Candidate(start, end, chosen, "alias"))
    return sure


def _inside_word(folded: str, start: int, end: int) -> bool:
    """A Latin alias must not begin or end inside a longer Latin word or number."""
    left = start > 0 and bool(_WORD.match(folded[start])) and bool(_WORD.match(folded[start - 1]))
    right = end < len(folded) and bool(_WORD.match(folded[end - 1])) and bool(_WORD.match(folded[end]))
    return left or (right and not folded[end].isdigit())


def _miscased(surface: str, entity: Entity) -> bool:
    """`meta`, `apple`, `line` in lower case are words, not names, unless the name is written so."""
    if not surface.isascii() or not surface.islower():
        return False
    return not any(surface in alias for alias in (entity.name, *entity.aliases))


def _in_context(text: str, start: int, end: int) -> bool:
    return bool(_CUE_AFTER.match(text, end)) or bool(_CUE_BEFORE.search(text[max(0, start - 4) : start]))
