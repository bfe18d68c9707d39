"""Shares and multiples said in a word: 一半, 过半, 翻番, 翻两番, 翻倍, 减半, 腰斩."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from transforms.annotations import Bound, Quantity
from transforms.expressions.bounds import cue_after, cue_before
from transforms.expressions.chinese_integer import chinese_integer, scale_value
from transforms.expressions.counted import noun_after

_WORDS: tuple[tuple[str, float, str, Bound], ...] = (
    (r"(?:超过?|逾|过|大)半数?(?=$|的|数|以|[，。；]|[员成受股企用家人]|为|是|来)", 50, "percent", ">"),
    (r"半数以上", 50, "percent", ">="),
    (r"近(?:半数|半(?=的|[，。；员成受股企用]))", 50, "percent", "<"),
    (r"(?<![数某])(?:一半|半数)(?!以上)", 50, "percent", "="),
    (r"翻了?(?:一?番|一倍|倍)", 2, "times", "="),
    (r"翻了?(?P<n>[两三四五六七八九])番", 2, "times", "="),
    (r"(?<![对])减半", 50, "percent", "="),
    (r"数以(?P<scale>百|千|万|十万|百万|千万|亿|十亿|百亿)计", 0, "count", ">"),
    (r"成(?P<scale>千)上万", 0, "count", ">"),
)


def share_pattern() -> str:
    """How such a word can begin."""
    half = "[超逾过大近](?=半)|超(?=过半)|半(?=数)|一(?=半)|减(?=半)"
    return half + "|翻(?=[了一两三四五六七八九番倍])|数(?=以)|成(?=千上)"


@dataclass(frozen=True, slots=True)
class SetShare:
    """A share named by a word at `start:end`."""

    start: int
    end: int
    value: float
    unit: str
    bound: Bound

    def as_quantity(self, masked: str, text: str, floor: int) -> Quantity:
        """The quantity with the cue before it."""
        start, end, bound = self.start, self.end, self.bound
        cue = cue_before(masked, start)
        after = cue_after(masked, end)
        if bound == "=" and cue and cue.start >= floor:
            start, bound = cue.start, cue.bound
        elif bound == "=" and after:
            end, bound = after.end, after.bound
        low = None if bound in ("<", "<=") else self.value
        high = None if bound in (">", ">=") else self.value
        near = noun_after(masked, end + masked.startswith("的", end)) if self.unit == "count" else None
        unit, noun = near or (self.unit, "")
        return Quantity(
            start, end, self.start, self.end, text[start:end], self.value, low, high, unit, bound, noun
        )


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], float, str, Bound], ...]:
    return tuple((re.compile(words), value, unit, bound) for words, value, unit, bound in _WORDS)


def set_share_at(masked: str, at: int) -> SetShare | None:
    """The share that starts at `at`, if one does."""
    if masked[at] not in "超逾过大半近一翻减数成":
        return None
    for pattern, value, unit, bound in _patterns():
        found = pattern.match(masked, at)
        if found:
            if "n" in pattern.groupindex:
                value = float(2 ** (chinese_integer(found["n"]) or 1))
            if "scale" in pattern.groupindex:
                value = float(scale_value(found["scale"]))
            return SetShare(at, found.end(), value, unit, bound)
    return None
