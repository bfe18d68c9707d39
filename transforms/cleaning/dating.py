"""When an article must have been written, from the times that its own text mentions.

What is mentioned without a sign of the future has happened, so the article is not earlier; what stands beside
such a sign has not, so it is not later. 今年 is taken for each year that it could be, and only the years that
contradict nothing stay. Years in sentences that leave the tense open are not used.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from transforms.article import DocumentDate
from transforms.codes import PairIndex, character_table, codes_of, places

Anchor = Literal["year", "this", "last", "next", "bare"]

_MENTION = re.compile(
    r"(?=[0-9今本去明])(?:(?P<year>(?:19|20)\d{2})年|(?P<this>今年|本年)|(?P<last>去年)|(?P<next>明年)"
    r"|(?<![\d年个.])(?=\d{1,2}月(?:份|\d|初|中旬|底|末|下旬|上旬)))的?"
    r"(?:(?P<month>1[0-2]|0?[1-9])月(?!内|球|饼)份?(?:(?P<day>3[01]|[12]\d|0?[1-9])[日号])?"
    r"|(?P<part>年?[底末初]|第?[一二三四1-4]季度|[上下]半年))?"
)
# What ends a sentence, and the signs of the future, of which none begins with another.
_STOPS = tuple("。！？!?；;\n")
_FUTURE = (
    *"将 预计 预期 预测 预估 计划 有望 即将 要来 要到 会在 或在 或于 拟 打算 准备 目标 争取 力争".split(),
    "希望",
    *(f"未来{some}" for some in "几一两三五十0123456789"),
    *"如果 若 一旦 假如 可能 展望 明年 以前 之前 前完成 前后 有待".split(),
)
_SAME = re.compile(
    r"今年[^。\n，,]{0,6}?的?((?:19|20)\d{2})年|((?:19|20)\d{2})年[(（]今年|今年[(（](?:即)?((?:19|20)\d{2})年?"
)
_YEAR = re.compile(r"[12][09]\d\d年")
_RELATIVE: dict[str, Anchor] = {"今": "this", "本": "this", "去": "last", "明": "next"}
_SPAN = tuple("代度级")
_NEAR = 14
_LONGEST_DAYS = 400


class _Mention(NamedTuple):
    anchor: Anchor
    year: int
    month: int
    day: int
    part: str
    words: str
    future: bool

    def first(self, this_year: int) -> date | None:
        """The first day that the mention can mean, with 今年 as `this_year`."""
        anchor, year, month, day, part, _, _ = self
        if anchor != "year":
            year = this_year - (anchor == "last") + (anchor == "next")
        return _first_day(year, month, day, part)

    def latest(self, this_year: int) -> date | None:
        """The last day on which the mention is still ahead."""
        first = self.first(this_year)
        if first is None:
            return None
        return first - timedelta(days=1) if self.month else date(first.year, 12, 31)


@lru_cache(maxsize=1 << 12)
def _first_day(year: int, month: int, day: int, part: str) -> date | None:
    if not month:
        # Who looks back on 年底 writes in its last month or later, though its days may begin in October.
        month = 12 if part[-1:] in ("底", "末") else 7 if part == "下半年" else 1
    try:
        return date(year, month, day or 1)
    except ValueError:
        return None


def _spots(text: str) -> list[int]:
    """Where a mention may begin, in order: every one has 年 or 月 after its first word."""
    spots = []
    for at in places(text, "年"):
        before = text[at - 1 : at]
        if before in _RELATIVE:
            spots.append(at - 1)
        elif at > 3 and before.isdecimal():
            spots.append(at - 4)
    for at in places(text, "月"):
        if text[at - 1 : at].isdecimal():
            spots.append(at - 1 - text[at - 2 : at - 1].isdecimal())
    return sorted(spots)


@cache
def _stops() -> NDArray[np.uint16]:
    return character_table({1: _STOPS})


@cache
def _future() -> PairIndex:
    return PairIndex(_FUTURE)


def _cues(text: str) -> list[int]:
    """Where the signs of the future stand, none overlapping: the leftmost."""
    found = _future().find(text)
    found += [(at, sign) for sign in _FUTURE if len(sign) == 1 and sign in text for at in places(text, sign)]
    cues, reached = list[int](), 0
    for at, sign in sorted(found):
        if at >= reached:
            cues.append(at)
            reached = at + len(sign)
    return cues


def _mentions(text: str) -> Iterator[_Mention]:
    """The mentions whose tense is plain; a bare month belongs to the year mentioned before it."""
    spots = _spots(text)
    if not spots:
        return
    stops: list[int] = _stops().take(codes_of(text)).nonzero()[0].tolist()
    cues = _cues(text)
    anchor: Anchor = "bare"
    year, seen, reached, start, end, cued = 0, -1, 0, 0, 0, False
    says_this_year = "今年" in text
    for spot in spots:
        m = _MENTION.match(text, spot) if spot >= reached else None
        if not m or m.end() == spot:
            continue
        reached = m.end()
        in_figures, _, _, _, month, day, part = m.groups()
        if in_figures and not month and not part and text[reached : reached + 1] in _SPAN:
            continue
        if spot >= seen:  # the first mention of its sentence
            k = bisect_left(stops, spot)
            start, end = stops[k - 1] + 1 if k else 0, stops[k] if k < len(stops) else len(text)
            # 去年同期 is a glance aside: the months after it are this year's again. So are those of a new
            # paragraph in a text that writes 今年 at all.
            opens = says_this_year and text.count("\n", max(seen, 0), start) > 0
            if anchor in ("last", "next") or opens or (says_this_year and seen < 0):
                anchor, year = "this", 0
            cued = _any_within(cues, start, end)
            seen = end
        if in_figures:
            anchor, year = "year", int(in_figures)
        elif text[spot] in _RELATIVE:
            anchor, year = _RELATIVE[text[spot]], 0
        ahead = False
        if cued:
            low, high = _clause(text, spot, reached, bool(in_figures and not month))
            ahead = _any_within(cues, max(low, start), min(high, end))
        # A month in a clause of its own has passed, whatever the rest of the sentence looks forward to.
        if ahead or not cued or month:
            yield _Mention(anchor, year, int(month or 0), int(day or 0), part or "", m.group(), ahead)


def _any_within(places: list[int], start: int, end: int) -> bool:
    k = bisect_left(places, start)
    return k < len(places) and places[k] < end


def _clause(words: str, start: int, end: int, is_year: bool) -> tuple[int, int]:
    """The span near a mention in which a sign of the future speaks of it: to the next commas, and not far."""
    low, high = max(0, start - _NEAR), end + _NEAR
    first = max(words.rfind(",", low, start), words.rfind("，", low, start), low - 1) + 1
    least = end + is_year  # `2024年,新品要来了`: the comma only sets the time off
    for comma in (",", "，"):
        at = words.find(comma, end, high)
        high = at if at >= least else high
    return first, high


def _same_years(text: str) -> Iterator[int]:
    """The years that the text itself says 今年 to be."""
    reached = 0
    for at in places(text, "今年"):
        ahead = at - 6 if text[at - 1 : at] in ("(", "（") else at
        m = (ahead >= reached and _SAME.match(text, ahead)) or (at >= reached and _SAME.match(text, at))
        if m:
            reached = m.end()
            yield int(m[m.lastindex or 1])


def _bounds(mentions: Collection[_Mention], this_year: int) -> tuple[date, date, list[str]] | None:
    """First and last day of writing if 今年 is `this_year`, with the words that say so; or None."""
    low, high = date(this_year, 1, 1), date(this_year, 12, 31)
    words = ["", ""]
    for one in mentions:
        if one.anchor == "bare":
            continue
        if one.future:
            last = one.latest(this_year)
            if last and last < high:
                high, words[1] = last, one.words
        else:
            first = one.first(this_year)
            if first and first > low:
                low, words[0] = first, one.words
    return (low, high, [w for w in words if w]) if low <= high else None


def imply_date(text: str) -> DocumentDate:
    """The interval in which a clean text must have been written; all None where it tells nothing.

    It needs years in figures, and 今年 or something still ahead, that leave only an interval of about a year.
    """
    if not _YEAR.search(text):
        return DocumentDate()
    mentions = list(_mentions(text))
    past = [m.year for m in mentions if m.anchor == "year" and not m.future]
    ahead = [m.year for m in mentions if m.anchor == "year" and m.future]
    relative = any(m.anchor in ("this", "last", "next") for m in mentions)
    same = set(_same_years(text))
    if not past and not same:
        return DocumentDate()
    newest = max([*past, *same])
    ceiling = min((y for y in ahead if y >= newest), default=None)
    if not relative and ceiling is None:
        return DocumentDate()
    years = sorted(same)[-1:] or list(range(newest, min(newest + 2, (ceiling or newest + 1) + 1)))
    once = dict[tuple[object, ...], _Mention]()
    for one in mentions:
        # Most speak of a year before or after: that bounds nothing.
        if one.anchor != "year" or (one.year <= years[-1] if one.future else one.year >= years[0]):
            once.setdefault(one[:5] + one[6:], one)
    fits = [(year, found) for year in years if (found := _bounds(once.values(), year))]
    if not fits:
        return DocumentDate()
    low, high = min(f[0] for _, f in fits), max(f[1] for _, f in fits)
    if (high - low).days > _LONGEST_DAYS and relative:
        return DocumentDate()
    said = (
        list(dict.fromkeys(w for _, f in fits for w in f[2]))
        or [m.words for m in mentions if m.anchor != "bare"][:3]
    )
    return DocumentDate(f"{low}/{high}", low, high, "implied", ", ".join(said[:4]))
