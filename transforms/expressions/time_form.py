"""A time as written, before it is resolved against the document."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TimePoint:
    """Parts of a date as written.

    `*_shift` counts from publication (去年 = −1), `*_after` from the date told before (次年 = 1).
    """

    year: int | None = None
    year_shift: int | None = None
    year_after: int | None = None
    part: int | None = None  # EDTF code of a season, quarter or half
    months: tuple[int, int] | None = None
    fuzzy: bool = False  # 年初, 年底, 月底: the ends are approximate
    last_month: bool = False  # 季度末
    month: int | None = None
    month_shift: int | None = None
    month_after: int | None = None
    days: tuple[int, int] | None = None  # 上旬, 月底 as days of the month; 31 is its end
    day: int | None = None
    day_shift: int | None = None
    day_after: int | None = None
    week_shift: int | None = None
    quarter_shift: int | None = None
    weekday: int | None = None
    weekend: bool = False
    decade: int | None = None
    last_decade: int | None = None  # 七八十年代
    century: int | None = None
    third: int | None = None  # 0 early, 1 middle, 2 late of a decade or century
    before_christ: bool = False
    fiscal: bool = False  # of a company's own year, whose months the text does not say
    festival: str = ""  # a rule of festivals.csv, or `lunar 8-15`
    holiday: int = 0  # days of the holiday that is meant, 0 for the day itself
    clock: bool = False  # names an hour: its day is the day of the context

    @property
    def is_bare(self) -> bool:
        """Nothing but a clock."""
        return self == TimePoint(clock=True)

    @property
    def is_anaphor(self) -> bool:
        """同年, 次月, 当日: counted from the date told before."""
        return (self.year_after, self.month_after, self.day_after) != (None, None, None)

    @property
    def is_partial(self) -> bool:
        """A month, a part of a year or a festival, which needs a year."""
        return bool(self.month or self.part or self.months or self.festival)

    @property
    def has_year(self) -> bool:
        """Year written or counted from publication or context."""
        return self.year is not None or self.year_shift is not None or self.year_after is not None


@dataclass(frozen=True, slots=True)
class TimeForm:
    """A time expression at `start:end`: a point, a range, a count of units from now, or a vague word."""

    start: int
    end: int
    point: TimePoint | None = None
    until: TimePoint | None = None
    open_end: bool = False  # 以来, 起, 至今
    count: float | None = None  # N年前, 过去N年, 未来N年
    unit: str = ""
    direction: int = 0  # -1 past, +1 future
    window: bool = False  # from N units off to now, not the unit N off
    approximate: bool = False
    vague: str = ""  # a kind of vague_times.csv
