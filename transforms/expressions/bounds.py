"""The bound of a quantity from the cue word before or after it (约, 超过, 不到, 以上)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import cast

from transforms.annotations import Bound
from transforms.expressions.numeral import NUMERAL_START
from transforms.expressions.rules import longest_first, table

_WINDOW = 12
_BOTH_SIDES = frozenset(("不到", "不足", "未到", "未满"))


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue word at `start:end` of the view."""

    start: int
    end: int
    word: str
    bound: Bound


@cache
def _cues(side: str) -> tuple[re.Pattern[str], dict[str, Bound], dict[str, tuple[str, ...]]]:
    rows = [row for row in table("cues") if row["side"] == side]
    bounds = {row["surface"]: cast(Bound, row["bound"]) for row in rows}
    guards = {row["surface"]: tuple(row["guard"].split()) for row in rows}
    words = "|".join(re.escape(word) for word in longest_first(list(bounds)))
    if side == "before":
        # the verb or particle between cue and number: 至少有10人, 超过了3亿, 约为5%
        tail = r"(?:每[\u4e00-\u9fff]{1,3})?"
        tail += r"(?:了|有|为|达到?|到|至|占|合|能够?|可达?|需要?|的|在|是)?(?:人民币|[A-Z]{0,3}[$¥€£])? ?$"
        return re.compile(rf"(?P<cue>{words}){tail}"), bounds, guards
    return re.compile(rf" ?(?P<cue>{words})"), bounds, guards


def cue_before(view: str, at: int) -> Cue | None:
    """The cue that ends right before `at`, a particle between allowed."""
    cue = _cue_right_before(view, at)
    return cue or _cue_over_a_verb(view, at)


_VERB = re.compile(r"(至少|起码|最少|至多|最多|顶多|不少于|不低于|不超过)[\u4e00-\u9fff]{1,4} ?$")


def _cue_over_a_verb(view: str, at: int) -> Cue | None:
    """至少认购1亿元, 最多可购2台: least and most reach over a short verb."""
    floor = max(0, at - _WINDOW)
    found = _VERB.search(view[floor:at])
    if not found or re.search(r"[两二三四五六七八九十百千万亿的和或]", found[0][2:]):
        return None
    return Cue(floor + found.start(1), floor + found.end(1), found[1], _cues("before")[1][found[1]])


def _cue_right_before(view: str, at: int) -> Cue | None:
    pattern, bounds, guards = _cues("before")
    floor = max(0, at - _WINDOW)
    offset = floor
    while found := pattern.search(view[offset:at]):
        word, start = found["cue"], offset + found.start("cue")
        blocked = view.endswith(guards[word], 0, start)
        # 过亿, 破万: before a scale without digits only; elsewhere 过 is an aspect particle
        if word == "过" and view[at : at + 1] not in tuple("百千万亿半十"):
            blocked = True
        if not blocked:
            return Cue(start, offset + found.end("cue"), word, bounds[word])
        offset = start + 1
    return None


def cue_after(view: str, at: int) -> Cue | None:
    """The cue that starts right at `at`, one space allowed."""
    pattern, bounds, guards = _cues("after")
    found = pattern.match(view, at)
    if not found:
        return None
    word, end = found["cue"], found.end()
    if view.startswith(guards[word], end):
        return None
    if word in _BOTH_SIDES and re.match(NUMERAL_START, view[end : end + 1]):
        return None  # 超10万不足20万元: the word is of the next number
    if word == "+" and view[end : end + 1].isdigit():
        return None
    return Cue(found.start("cue"), end, word, bounds[word])
