"""What a quantity is per: 20美元/月, 每股3.5元, 每小时120公里, 时速350公里, 35微克/立方米."""

from __future__ import annotations

import re

from transforms.expressions.counted import noun_after
from transforms.expressions.units import unit_at

_PERIODS = {
    "天": "day", "日": "day", "周": "week", "星期": "week", "月": "month", "个月": "month", "年": "year",
    "年度": "year", "季度": "quarter", "季": "quarter", "小时": "hour", "个小时": "hour", "时": "hour",
    "h": "hour", "分钟": "minute", "分": "minute", "min": "minute", "秒": "second", "秒钟": "second",
    "s": "second", "晚": "night", "夜": "night", "人": "person", "百公里": "100_kilometer",
    "度电": "kilowatt_hour",
}  # fmt: skip
_WORD = re.compile(
    r"(?:年度|年|个月|月|季度|季|星期|周|天|日|个小时|小时|秒钟|分钟|时|分|秒|晚|夜|百公里|度电|人(?!次|份)"
    r"|(?:min|[hs])(?![A-Za-z]))"
    r"(?![前底初均报级期])"
)
# 日均, 人均, 时速: the period is the first character; 百 is of 百公里油耗
_AVERAGE = re.compile(
    r"(?P<per>[日月年周季人户亩时秒百])(?:均|速|产能?|薪|销|公里(?:综合)?(?:油耗|电耗|能耗|加速)?)"
    r"[^，。；！？,;\n\d每]{0,8}$"
)
_AVERAGES = _PERIODS | {"户": "household", "亩": "mu", "百": "100_kilometer"}
# a flow or speed has a unit of its own; a price or a count keeps its unit
_FLOW = ("second", "minute", "hour", "100_kilometer")
_REACH = 18
_STOP = re.compile(r"[，。；！？,;\n\d]")


def per_after(view: str, at: int) -> tuple[int, str] | None:
    """End and name of what the quantity that ends at `at` is per: /月, 每股, /百公里."""
    start = at + 1 if view[at : at + 1] == " " else at
    if view[start : start + 1] not in ("/", "每"):
        return None
    return _per_at(view, start + 2 if view[start + 1 : start + 2] == " " else start + 1)


def per_before(view: str, start: int) -> str | None:
    """Name of what the quantity that starts at `start` is per: 每股派息, 人均, 日均, 时速."""
    floor = max(0, start - _REACH)
    average = _AVERAGE.search(view, floor, start)
    if average and average.end() == start:
        return _AVERAGES[average["per"]]
    each = view.rfind("每", floor, start)
    if each < 0:
        return None
    one = each + 2 if view[each + 1 : each + 2] == "一" else each + 1
    found = _per_at(view, one)
    if found is None or found[0] > start or start - found[0] > 10 or _STOP.search(view, found[0], start):
        return None
    return found[1]


def compound(unit: str, kind: str, per: str) -> str | None:
    """The unit of a speed or a density, kilometer_per_hour; None where `per` stays beside the unit."""
    if kind != "physical" or "_per_" in unit or (per in _PERIODS.values() and per not in _FLOW):
        return None
    return f"{unit}_per_{per}"


def _per_at(view: str, at: int) -> tuple[int, str] | None:
    word = _WORD.match(view, at)
    unit = unit_at(view, at)
    if word and (unit is None or unit.end <= word.end()):
        return word.end(), _PERIODS[word[0]]
    if unit is None or unit.kind in ("percent", "times"):
        return None
    if unit.name != "count":
        return unit.end, unit.name
    noun = noun_after(view, unit.end, 1)
    return (unit.end, noun[0]) if noun else None
