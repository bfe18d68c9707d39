"""Names taken apart: `特斯拉Model Y` as firm and thing, `乐道品牌` as name and its class word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from transforms.annotations import Annotated, Entity, Mention
from transforms.extracting.masking import ORG, Masked

_OWNED = ("product", "model", "hardware", "organization")
_BEHIND = ("品牌", "团队", "实验室", "部门")
_BEFORE = ("母公司", "子公司")
_NOT_OF_FIRM = ("前", "原", "宣布", "全球", "中国", "方面", "公司", "母公司", "旗下", "内部")

_Char = tuple[str, int, int, Mention | None]


def firms_by_name(annotated: Annotated) -> dict[str, Entity]:
    """Every form under which the article names an organization, of two characters or more."""
    out: dict[str, Entity] = {}
    for mention in annotated.mentions:
        if mention.entity.kind == "organization":
            for name in (mention.surface, mention.entity.name):
                if len(name) > 1:
                    out[name] = mention.entity
    return out


def take_apart(masked: Masked, firms: Mapping[str, Entity]) -> Masked:
    """The masked text with class words out of names, and the firm before a thing as a name of its own.

    A thing whose own canonical name begins with the firm's (小米SU7) stays whole: it states no maker.
    """
    text: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    items = []
    for i, item in enumerate(masked.items):
        parts = _parts(item, masked.text[i], firms) if isinstance(item, Mention) else None
        if parts is None:
            text.append(masked.text[i])
            starts.append(masked.starts[i])
            ends.append(masked.ends[i])
            items.append(item)
            continue
        for char, start, end, mention in parts:
            text.append(char)
            starts.append(start)
            ends.append(end)
            items.append(mention)
    return Masked("".join(text), tuple(starts), tuple(ends), tuple(items))


def _parts(mention: Mention, sign: str, firms: Mapping[str, Entity]) -> list[_Char] | None:
    surface, start, end = mention.surface, mention.start, mention.end
    if len(surface) != end - start:
        return None
    for word in _BEHIND:
        if surface.endswith(word) and len(surface) > len(word) and not mention.entity.name.endswith(word):
            cut = end - len(word)
            name = replace(mention, end=cut, surface=surface[: -len(word)])
            return [(sign, start, cut, name), *_plain(word, cut)]
    for word in _BEFORE:
        if surface.startswith(word) and len(surface) > len(word) + 1:
            cut = start + len(word)
            name = replace(mention, start=cut, surface=surface[len(word) :])
            return [*_plain(word, start), (sign, cut, end, name)]
    if mention.entity.basis == "discovered" and mention.entity.kind == "organization":
        for word in _NOT_OF_FIRM:
            firm = firms.get(surface.removesuffix(word))
            if surface.endswith(word) and firm is not None and firm.id != mention.entity.id:
                cut = end - len(word)
                return [
                    (sign, start, cut, Mention(start, cut, surface[: -len(word)], firm)),
                    *_plain(word, cut),
                ]
    if mention.entity.kind in _OWNED:
        for size in range(len(surface) - 1, 1, -1):
            firm = firms.get(surface[:size])
            other = firm is not None and firm.id != mention.entity.id
            if firm is not None and other and not mention.entity.name.startswith(surface[:size]):
                cut = start + size
                maker = Mention(start, cut, surface[:size], firm)
                thing = replace(mention, start=cut, surface=surface[size:].lstrip())
                return [(ORG, start, cut, maker), (sign, cut, end, thing)]
    return None


def _plain(word: str, start: int) -> list[_Char]:
    return [(char, start + i, start + i + 1, None) for i, char in enumerate(word)]
