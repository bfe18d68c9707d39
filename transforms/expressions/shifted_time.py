"""Times counted from now: 三年前, 4个月前, 12天后, 过去一年, 近三个月, 未来五年."""

from __future__ import annotations

import re
from functools import cache

from transforms.expressions.numeral import read_numeral
from transforms.expressions.time_form import TimeForm

_UNITS = {
    **dict.fromkeys("年 个年头".split(), "year"),
    **dict.fromkeys("个月 个多月".split(), "month"),
    **dict.fromkeys("周 个星期 星期 礼拜 个礼拜".split(), "week"),
    **dict.fromkeys("天 日 个交易日 个工作日".split(), "day"),
    **dict.fromkeys("小时 个小时 个多小时 分钟".split(), "hour"),
    "个季度": "quarter",
    "个世纪": "century",
}
_UNIT = "(?P<unit>" + "|".join(sorted(_UNITS, key=len, reverse=True)) + ")"
_SIZE = {"century": 100.0}


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    lead = re.compile(
        r"(?P<past>过去的?|在?过往|最近的?|近|此前|前|头)(?:这)?|(?P<future>未来的?|今后|接下来的?|往后|后)"
    )
    unit = re.compile(
        rf" ?(?P<mid>个半(?=月|小时|星期))?(?P<half1>半)?{_UNIT}(?P<half>半)?(?P<over>多|左右)?"
    )
    tail = re.compile(
        r"(?P<ago>以前|之前|前(?![三五夕十方端沿言线面往进台提列景任总院首副后瞻期]))|(?P<later>以后|之后|后(?![悔卫来勤方续台者果期劲代座备轮退市疫援天年面缀]))"
    )
    inside = re.compile(r"(?:时间)?(?:以来|来|之内|以内|内|间|里|中)?")
    return lead, unit, tail, inside


def shifted_at(view: str, at: int) -> TimeForm | None:
    """The count of time from now that starts at `at`, or None."""
    lead, _, tail, inside = _patterns()
    led = lead.match(view, at)
    start = led.end() if led else at
    if start < len(view) and view[start] == " ":
        start += 1
    measured = _count(view, start)
    if measured is None:
        return None
    count, unit, approximate, end, range_end = measured
    after = tail.match(view, end)
    if led:
        return _window(view, at, led, count, unit, approximate, end, after, inside)
    if not after:
        return None
    if view[at - 1 : at] in ("第", "每", "逾", "超", "近", ".", "隔") or view[max(0, at - 2) : at] in (
        "超过",
        "不到",
        "不足",
        "长达",
    ):
        return None
    direction = -1 if after["ago"] else 1
    if unit == "hour" and direction > 0:
        return None  # a day is the finest grain of a time: 48小时后 stays a duration
    return TimeForm(
        at, after.end(), count=count, unit=unit, direction=direction, approximate=approximate or range_end
    )


def _count(view: str, at: int) -> tuple[float, str, bool, int, bool] | None:
    unit_pattern = _patterns()[1]
    if view[at : at + 1] == "半":
        found = unit_pattern.match(view, at)
        if not found or not found["half1"] or found["unit"] == "周":
            return None
        return 0.5, _UNITS[found["unit"]], False, found.end(), False
    numeral = read_numeral(view, at)
    if numeral is None:
        return None
    found = unit_pattern.match(view, numeral.end)
    is_range = numeral.low != numeral.high
    if not found:
        more = re.compile(r"[-~到至]").match(view, numeral.end)
        second = read_numeral(view, more.end()) if more else None
        found = unit_pattern.match(view, second.end) if second else None
        if not found or second is None:
            return None
        numeral, is_range = second, True
    if found["half1"] or numeral.low > 10**4:
        return None
    value = float(numeral.high) + (0.5 if found["half"] or found["mid"] else 0)
    unit = _UNITS[found["unit"]]
    if unit == "year" and numeral.arabic and value >= 1000:
        return None
    approximate = numeral.bound != "=" or bool(found["over"]) or "多" in found["unit"]
    return (
        value * _SIZE.get(unit, 1),
        "year" if unit == "century" else unit,
        approximate,
        found.end(),
        is_range,
    )


def _window(
    view: str,
    at: int,
    led: re.Match[str],
    count: float,
    unit: str,
    approximate: bool,
    end: int,
    after: re.Match[str] | None,
    inside: re.Pattern[str],
) -> TimeForm | None:
    word = led[0]
    before = view[at - 1 : at]
    if after and word not in ("最近", "此前"):
        return None
    if word.startswith("近") and (before in ("最", "将", "接", "附") or (unit == "year" and count > 10)):
        return None
    if word.startswith("近") and before in (
        "了",
        "有",
        "达",
        "已",
        "用",
        "时",
        "过",
        "続",
        "续",
        "役",
        "作",
        "营",
    ):
        return None
    if word in ("前", "后", "头", "此前"):
        if unit == "month" and word == "前" and before not in ("在", ""):
            return None
        if (
            word != "前"
            or unit not in ("day", "week", "year")
            or count > 10
            or before in ("以", "之", "目", "提", "此", "年", "月", "日", "天")
        ):
            return None
    stop = inside.match(view, end)
    return TimeForm(
        at, stop.end() if stop else end, count=count, unit=unit, direction=-1 if led["past"] else 1,
        window=True, approximate=approximate,
    )  # fmt: skip
