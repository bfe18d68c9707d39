"""Times without a date: 目前, 日前, 此前, 未来."""

from __future__ import annotations

from functools import cache

from transforms.expressions.rules import table
from transforms.expressions.time_form import TimeForm

_POSTPOSITIONS = frozenset(("之前", "以后", "此前", "先前"))
_NUMERAL = frozenset("0123456789一二三四五六七八九十百千万两几数")
_FREE_BEFORE = frozenset(" \n，。；：！？、,;:!?“”「」『』（）()继但而比在的与和跟像是于将曾已据：…")


@cache
def _words() -> dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return {
        row["surface"]: (row["kind"], tuple(row["not_before"].split()), tuple(row["not_after"].split()))
        for row in table("vague_times")
    }


@cache
def _by_first() -> dict[str, tuple[str, ...]]:
    firsts: dict[str, list[str]] = {}
    for word in sorted(_words(), key=len, reverse=True):
        firsts.setdefault(word[0], []).append(word)
    return {first: tuple(words) for first, words in firsts.items()}


def vague_words() -> tuple[str, ...]:
    """All vague words, each of two characters or more."""
    return tuple(_words())


def vague_at(view: str, at: int) -> TimeForm | None:
    """The longest vague word at `at` that its neighbours do not make part of another word."""
    for word in _by_first().get(view[at], ()):
        if not view.startswith(word, at):
            continue
        kind, not_before, not_after = _words()[word]
        end = at + len(word)
        if view.startswith(not_before, end):
            return None
        if view.endswith(not_after, 0, at):
            return None
        if word[0] in "多数几" and at and view[at - 1] in _NUMERAL:
            return None  # 十多年来
        # 发布之前, 重组以后: after a noun or verb these are postpositions
        if word in _POSTPOSITIONS and at and view[at - 1] not in _FREE_BEFORE:
            return None
        return TimeForm(at, end, vague=kind)
    return None
