"""A match of the point pattern as a `TimePoint`."""

from __future__ import annotations

import re
from dataclasses import replace

from transforms.expressions.chinese_integer import chinese_integer
from transforms.expressions.festivals import festival_rule, lunar_rule
from transforms.expressions.point_pattern import Groups, PointMatch
from transforms.expressions.time_form import TimePoint

_SEASONS = {"春": 21, "夏": 22, "秋": 23, "冬": 24}
_DAYS = {"上旬": (1, 10), "初": (1, 10), "月初": (1, 10), "中旬": (11, 20), "中": (11, 20),
         "上半月": (1, 15), "下半月": (16, 31)}  # fmt: skip
_YEAR_WORDS = {
    "大前年": -3, "前年": -2, "去年": -1, "去": -1, "上": -1, "今": 0, "本年": 0, "本": 0, "年内": 0,
    "新年度": 0, "明": 1, "来年": 1, "下": 1, "后年": 2, "大后年": 3,
}  # fmt: skip
_DAY_WORDS = {"大前": -3, "前": -2, "昨": -1, "今": 0, "明": 1, "后": 2, "大后": 3}
_FUZZY_MONTHS = {"初": (1, 3), "中": (5, 8), "底": (10, 12), "末": (10, 12), "终": (10, 12), "岁末": (10, 12)}
_WEEKDAYS = {char: n for n, char in enumerate("一二三四五六日")} | {"天": 6}


def number(text: str | None) -> int:
    """A small number in digits or Chinese; 0 where it is none."""
    if not text:
        return 0
    return int(text) if text.isdecimal() else (chinese_integer(text) or 0)


def read_point(found: PointMatch) -> TimePoint | None:
    """The parts that the match names; None where they make no date."""
    g = found.groups
    if g["iy"] or g["cy"]:
        month = number(g["im"] or g["im2"] or g["cm"])
        day = g["id"] or g["cd"]
        return TimePoint(year=number(g["iy"] or g["cy"]), month=month, day=int(day) if day else None)
    if g["fest"] or g["fled"] or g["lunar"]:
        return _festival(g, "", TimePoint())
    if g["sm"] or g["sm2"] or g["sm3"]:
        short = 2000 + number(g["sy"]) if g["sy"] else None
        last = number(g["sd"] or g["sd2"] or g["sd3"])
        return TimePoint(year=short, month=number(g["sm"] or g["sm2"] or g["sm3"]), day=last)
    if g["qcode"]:
        code = g["qcodeyear"]
        coded = number(code) + (2000 if len(code) == 2 else 0) if code else None
        return TimePoint(year=coded, part=32 + number(g["qcode"]))
    if g["lonewend"]:
        return TimePoint(weekday=5, weekend=True)
    if g["cent"] or g["dec4"] or g["dec2"]:
        return _decade(g)
    if g["week"] or g["bday"]:
        return _week(g)
    if g["drel"]:
        word = g["drel"].rstrip("天日晚夜晨早")
        return TimePoint(day_shift=_DAY_WORDS[word])
    if g["dctx"]:
        return TimePoint(day_after=1 if g["dctx"][0] in "次翌隔第" else 0)
    if g["qrel"]:
        quarters = {"上": -1, "下": 1}.get(g["qrel"][0], 0)
        return TimePoint(quarter_shift=quarters, fiscal="财" in found.text, last_month=bool(g["qrelend"]))
    if g["mrel"]:
        return _relative_month(g)
    if g["barepart"] or g["halfmonth"]:
        days, fuzzy = _days(g["barepart"] or g["halfmonth"])
        return TimePoint(month_shift=0, days=days, fuzzy=fuzzy)
    if g["clockonly"]:
        return TimePoint(clock=True)
    if g["day"]:
        return TimePoint(day=number(g["day"]))
    if g["bfuzzy"]:
        return TimePoint(months=_FUZZY_MONTHS[g["bfuzzy"]], fuzzy=True)
    year, shift, after = _year(g)
    bc = bool(g["bc"])
    if bc:
        return TimePoint(year=number(g["bcyear"]), before_christ=True)
    fiscal = bool(g["fyear"] or g["fy"]) or "财" in found.text
    base = TimePoint(year=year, year_shift=shift, year_after=after, fiscal=fiscal)
    return _year_tail(g, base)


def _year(g: Groups) -> tuple[int | None, int | None, int | None]:
    if g["roc"]:
        return 1911 + (1 if g["roc"] == "元" else number(g["roc"])), None, None
    if g["year4"]:
        tens = number(g["year4"])
        return tens + (1900 if tens >= 50 else 2000), None, None
    word = g["year"] or g["ad"]
    if word:
        return number(word), None, None
    short = g["fyear"] or g["fy"] or g["year2"] or g["year3"]
    if short:
        value = int(short)
        return (value if value > 99 else value + (2000 if value < 50 else 1900)), None, None
    if g["yrel"] or g["yin"]:
        word = g["yrel"] or g["yin"] or ""
        for key in sorted(_YEAR_WORDS, key=len, reverse=True):
            if word.startswith(key):
                return None, _YEAR_WORDS[key], None
    if g["yctx"]:
        return None, None, 0 if g["yctx"][0] in "同当" else 1
    return None, None, None


def _year_tail(g: Groups, base: TimePoint) -> TimePoint | None:
    def point(**parts: object) -> TimePoint:
        return replace(base, **parts)  # type: ignore[arg-type]

    if g["yfest"] or g["yfled"] or g["ylunar"]:
        return _festival(g, "y", base)
    for p in ("y", "m"):
        if g[p + "month"]:
            month = number(g[p + "month"] or "")
            day = g[p + "day"]
            days, fuzzy = _days(g[p + "mpart"])
            return point(month=month, day=number(day) if day else None, days=days, fuzzy=fuzzy)
    for p in ("", "s_"):
        if g[p + "qend"]:
            text = (g[p + "qend"] or "").replace(" ", "")
            which = number(re.sub(r"[第个财季度末底初]", "", text))
            return point(part=32 + which, last_month=text[-1] in "末底")
        quarter = g[p + "quarter"] or g[p + "q"] or ("1" if g[p + "first"] else None)
        if quarter:
            return point(part=32 + number(quarter))
        if g[p + "quarters"]:
            return point(months=(1, 3 * number(g[p + "quarters"] or "")))
        if g[p + "half"] or g[p + "h"]:
            return point(months=(1, 6) if (g[p + "half"] or g[p + "h"]) in ("上", "1") else (7, 12))
        if g[p + "nmonths"]:
            return point(months=(1, number(g[p + "nmonths"] or "")))
        season = g[p + "season"] or g[p + "season1"] or g[p + "season2"]
        if season:
            return point(part=_SEASONS[season])
    if g["samemonth"]:
        return point(month_after=0)
    if g["fuzzy"]:
        return point(months=_FUZZY_MONTHS[g["fuzzy"]], fuzzy=True)
    return base if base.has_year else None


def _festival(g: Groups, prefix: str, base: TimePoint) -> TimePoint:
    name = g[prefix + "fest"] or g[prefix + "fled"]
    if name:
        rule, days = festival_rule(name)
        return replace(base, festival=rule, holiday=days if g[prefix + "holiday"] else 0)
    for n in ("", "2", "3"):
        month, day = g[f"{prefix}lm{n}"], g[f"{prefix}ld{n}"]
        if month and day:
            return replace(base, festival=lunar_rule(month, day))
    return base


def _days(part: str | None) -> tuple[tuple[int, int] | None, bool]:
    if not part:
        return None, False
    return _DAYS.get(part, (21, 31)), not part.endswith(("旬", "半月"))


def _relative_month(g: Groups) -> TimePoint:
    word = g["mrel"] or ""
    days, fuzzy = _days(g["rmpart"])
    day = number(g["rday"] or "") if g["rday"] else None
    if word[0] in "同当次翌":
        return TimePoint(month_after=1 if word[0] in "次翌" else 0, days=days, day=day, fuzzy=fuzzy)
    shift = {"上": -1, "下": 1}.get(word[0], 0) * (2 if word[:2] in ("上上", "下下") else 1)
    return TimePoint(month_shift=shift, days=days, day=day, fuzzy=fuzzy)


def _week(g: Groups) -> TimePoint:
    if g["bday"]:
        return TimePoint(weekday=_WEEKDAYS[g["bday"]])
    word = g["week"] or ""
    shift = {"上": -1, "下": 1}.get(word[0], 0) * (2 if word[:2] in ("上上", "下下") else 1)
    return TimePoint(
        week_shift=shift, weekday=_WEEKDAYS[g["wday"]] if g["wday"] else None, weekend=bool(g["wend"])
    )


def _decade(g: Groups) -> TimePoint:
    third_word = g["cthird"] or g["dthird"] or g["d2third"] or ""
    third = {"初": 0, "早": 0, "前": 0, "中": 1, "末": 2, "后": 2}.get(third_word[:1])
    if g["dec4"]:
        return TimePoint(decade=number(g["dec4"]), third=third)
    if g["dec2"]:
        first, last = _tens(g["dec2"])
        base = 2000 if first <= 20 else 1900
        return TimePoint(decade=base + first, last_decade=base + last, third=third)
    word = g["cent"] or ""
    named = {"上": 1900, "上个": 1900, "本": 2000}
    century = named[word] if word in named else (number(word) - 1) * 100
    if g["cdec"]:
        first, last = _tens(g["cdec"])
        return TimePoint(decade=century + first, last_decade=century + last, third=third)
    return TimePoint(century=century, third=third)


def _tens(word: str) -> tuple[int, int]:
    """80, 八十 → 80 and 80; 七八十 → 70 and 80."""
    if len(word) == 3:
        return number(word[0]) * 10, number(word[1]) * 10
    return number(word), number(word)
