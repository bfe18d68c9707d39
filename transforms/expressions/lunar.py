"""Days of the traditional calendar, 1990 … 2035, from `lunar_years.csv`."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from transforms.expressions.rules import table


@cache
def _years() -> dict[int, dict[str, str]]:
    return {int(row["year"]): row for row in table("lunar_years")}


def lunar_day(year: int, month: int, day: int) -> date | None:
    """The day of calendar year `year` that is this day of the lunar calendar, not of its leap month."""
    for lunar_year in (year - 1, year):
        found = _day_of(lunar_year, month, day)
        if found is not None and found.year == year:
            return found
    return None


def new_years_eve(year: int) -> date | None:
    """除夕 of calendar year `year`, whether its last month has 29 days or 30."""
    row = _years().get(year)
    return date.fromisoformat(row["new_year"]) - timedelta(days=1) if row else None


def solar_term(year: int, name: str) -> date | None:
    """清明 (`qingming`) or 冬至 (`dongzhi`) of a year."""
    row = _years().get(year)
    return date.fromisoformat(row[name]) if row else None


def _day_of(lunar_year: int, month: int, day: int) -> date | None:
    row = _years().get(lunar_year)
    if row is None:
        return None
    first, number = date.fromisoformat(row["new_year"]), 0
    for length in row["months"].split():
        leap = length.startswith("L")
        number += not leap
        days = int(length.lstrip("L"))
        if number == month and not leap:
            return first + timedelta(days=day - 1) if 1 <= day <= days else None
        first += timedelta(days=days)
    return None
