"""Festivals and days of the traditional calendar: 国庆节, 春节假期, 今年双十一, 农历八月十五."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from functools import cache

from transforms.expressions.calendar_span import CalendarSpan, day_span, days_span, safe_day
from transforms.expressions.chinese_integer import chinese_integer
from transforms.expressions.lunar import lunar_day, new_years_eve, solar_term
from transforms.expressions.rules import longest_first, table

_HOLIDAY = r"假期|小?长假|黄金周|假日"
_DAY_WORD = r"当[天日晚]|节?期间|前[夕后]|大促期间|夜"
_LUNAR_MONTHS = {"正": 1, "冬": 11, "腊": 12}


def festival_pattern(after_year: bool) -> str:
    """Pattern of a festival; names that mean other things too (国庆, 五一) need a year, or 假期 after."""
    g = "y" if after_year else ""
    free = "|".join(longest_first([row["surface"] for row in table("festivals") if row["use"] == "free"]))
    led = "|".join(longest_first([row["surface"] for row in table("festivals") if row["use"] == "led"]))
    needed = r"(?![\d年月日号])" if after_year else rf"(?={_HOLIDAY}|{_DAY_WORD})"
    month = r"[正腊冬]|十[一二]?|[一二三四五六七八九]"
    day = r"初[一二三四五六七八九十]|[十廿]?[一二三四五六七八九]|二?十[一二三四五六七八九]?|三十"
    return (
        rf"(?:(?P<{g}fest>{free})(?!档|联欢|晚会|档期|号|家族)|(?P<{g}fled>{led}){needed})"
        rf"(?:(?P<{g}holiday>{_HOLIDAY})|(?:{_DAY_WORD}))?"
        rf"|(?P<{g}lunar>(?:农历|阴历|旧历)(?:新年)?的?(?P<{g}lm>{month})月(?P<{g}ld>{day})"
        rf"|(?P<{g}lm2>{month})月(?P<{g}ld2>初[一二三四五六七八九十])(?=$|[，。、；的晚早至到当 （])"
        rf"|(?P<{g}lm3>[正腊])月(?P<{g}ld3>{day}))"
    )


def festival_firsts() -> str:
    """First characters of the patterns, for a list of kinds."""
    firsts = {row["surface"][0] for row in table("festivals")}
    return "".join(sorted(firsts | set("农阴旧正腊冬一二三四五六七八九十")))


def lunar_rule(month: str, day: str) -> str:
    """`lunar 8-15` of 八 and 十五; days are written 初五, 廿三."""
    number = _LUNAR_MONTHS.get(month) or chinese_integer(month) or 0
    return f"lunar {number}-{chinese_integer(day.removeprefix('初')) or 0}"


@cache
def festival_rule(name: str) -> tuple[str, int]:
    """Rule of a festival and the days of its holiday, 0 where it has none."""
    row = next(row for row in table("festivals") if row["surface"] == name)
    return row["rule"], int(row["days"] or 0)


def festival_span(rule: str, days: int, year: int) -> CalendarSpan | None:
    """The day of a rule of festivals.csv in a year; with `days`, the holiday that begins on it."""
    if "/" in rule:
        first, last = (date.fromisoformat(f"{year:04d}-{part}") for part in rule.split("/"))
        return days_span(first, last, fuzzy=True)
    day = _day(rule, year)
    if day is None:
        return None
    return days_span(day, day + timedelta(days=days - 1), fuzzy=True) if days > 1 else day_span(day)


def _day(rule: str, year: int) -> date | None:
    if rule == "lunar eve":
        return new_years_eve(year)
    if rule.startswith("lunar "):
        month, day = map(int, rule[6:].split("-"))
        return lunar_day(year, month, day)
    if rule.isalpha():
        return solar_term(year, rule)
    if " " in rule:
        month, weekday, nth, *after = map(int, rule.split())
        first = date(year, month, 1)
        ahead = (weekday - first.weekday()) % 7 + 7 * (nth - 1)
        return first + timedelta(days=ahead + sum(after))  # Black Friday is the day after a Thursday
    month, day = map(int, rule.split("-"))
    return safe_day(year, month, min(day, calendar.monthrange(year, month)[1]))
