"""Names that the registry knows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from transforms.annotating.candidate import Candidate
from transforms.annotating.lexicons import words
from transforms.annotating.registry import Registry, fold
from transforms.annotations import Entity
from transforms.word_counts import word_counts

_WORD = re.compile(r"[a-z0-9]")
_CUE_AFTER = re.compile(
    r"(?:公司|集团|汽车|手机|科技|股价|官方|旗下|宣布|发布|推出|创始人|CEO|首席|总裁|董事长|表示|方面|回应|将|在|和|与|、"
    r"|[以占则为对向让把被比]|位居|曾|或|正[与在就考]|出货|销量|份额|同比|第[一二三四五]|已|也|计划|拟|或将|正在|首次|今年|去年|上季|与|等"
    r"|首款|首部|订单|供应链|产业链|的(?:模型|产品|手机|车|新|财报|股|首席|市值|应用|AI))",
    re.IGNORECASE,
)
_CUE_BEFORE = re.compile(
    r"(?:公司|巨头|厂商|企业|品牌|与|和|、|由|前|离开|加入|起诉|收购|投资|来自|领先|落后|超越|超过|低于|高于|击败|追上|追赶|紧随|不及|优于|对标)$"
)
_KIND_AFTER = re.compile(r" ?(?:系列|芯片|处理器|手机|汽车|车型|模型|大模型|机器人|显卡|平板)")
# Frequency in general text under which a word in business news is taken for the name that it also is.
_RARE = 300
_COINAGE = re.compile(r"(?:式|主义|们|系(?!列|统))")


def find_known(text: str, registry: Registry) -> list[Candidate]:
    """Registry aliases in the text, longest match, whole Latin words only. Clean offsets.

    An ambiguous alias counts only where another name of the same entity, or an unmistakable neighbour,
    stands in the text.
    """
    folded = fold(text)
    sure: list[Candidate] = []
    unsure: list[tuple[int, int, tuple[Entity, ...]]] = []
    for start, end, pattern in _found(folded, text, registry):
        if _inside_word(folded, start, end) or _COINAGE.match(text, end) or _is_number(text, start):
            continue
        targets, alias = registry.targets[pattern], registry.patterns[pattern]
        if _crosses(text, start, end, alias in registry.ambiguous or targets[0].kind == "person"):
            continue
        if alias in registry.ambiguous or len(targets) > 1:
            unsure.append((start, end, targets))
        elif not _miscased(text[start:end], targets[0]):
            sure.append(Candidate(start, end, targets[0], "alias"))
    named = {c.entity.id for c in sure}
    accepted = dict[str, Entity]()
    for start, end, targets in unsure:
        for entity in targets:
            if entity.id in named or (len(targets) == 1 and _is_name(text, start, end)):
                accepted.setdefault(folded[start:end], entity)
    for start, end, _ in unsure:
        chosen = accepted.get(folded[start:end])
        if chosen and not _miscased(text[start:end], chosen):
            sure.append(Candidate(start, end, chosen, "alias"))
    return sure


_RUNS_ON = re.compile(r"研究(?=员|者|人员|生|报告|显示|表明|发现|指出|认为)")


def _found(folded: str, text: str, registry: Registry) -> Iterator[tuple[int, int, int]]:
    """The aliases in the text; `谷歌研究|员` holds 谷歌 and not 谷歌研究."""
    for start, end, pattern in registry.find(folded):
        if end - start > 3 and (word := _RUNS_ON.match(text, end - 2)) and word.end() == end:
            yield from ((start + a, start + b, p) for a, b, p in registry.find(folded[start : end - 2]))
        else:
            yield start, end, pattern


def _inside_word(folded: str, start: int, end: int) -> bool:
    """A Latin alias must not begin or end inside a longer Latin word or number."""
    left = start > 0 and bool(_WORD.match(folded[start])) and bool(_WORD.match(folded[start - 1]))
    right = end < len(folded) and bool(_WORD.match(folded[end - 1])) and bool(_WORD.match(folded[end]))
    return left or (right and not folded[end].isdigit())


def _crosses(text: str, start: int, end: int, doubtful: bool) -> bool:
    """Whether a doubtful name of two characters is cut out of two words: 程维 in 工程维护."""
    if not doubtful or end - start != 2 or text[start:end].isascii():
        return False
    own = word_counts().get(text[start:end], 0)
    left, right = text[max(0, start - 1) : start + 1], text[end - 1 : end + 1]
    return any(len(word) == 2 and word_counts().get(word, 0) > max(own, _RARE) for word in (left, right))


def _miscased(surface: str, entity: Entity) -> bool:
    """`meta`, `apple`, `line` in lower case are words, not names, unless the name is written so."""
    if not surface.isascii() or not surface.islower():
        return False
    return not any(surface in alias for alias in (entity.name, *entity.aliases))


def _is_number(text: str, start: int) -> bool:
    """`3亿欧元` holds no 亿欧."""
    return (
        text[start] in "亿万千百"
        and start > 0
        and (text[start - 1].isdigit() or text[start - 1] in "十百千万")
    )


def _is_name(text: str, start: int, end: int) -> bool:
    """Whether an ambiguous alias is a name here: rare as a word, or beside an unmistakable neighbour."""
    surface = text[start:end]
    if surface.isascii():
        return (len(surface) >= 3 and not surface.islower() and not surface[-1].isdigit()) or bool(
            _KIND_AFTER.match(text, end)
        )
    rare = len(surface) > 1 and word_counts().get(surface, 0) < _RARE
    return rare or (len(surface) > 1 and _in_context(text, start, end))


def _in_context(text: str, start: int, end: int) -> bool:
    after = _CUE_AFTER.match(text, end) or _acts().match(text, end)
    return bool(after) or bool(_CUE_BEFORE.search(text[max(0, start - 4) : start]))


@cache
def _acts() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, words("firm_verbs.txt"))))
