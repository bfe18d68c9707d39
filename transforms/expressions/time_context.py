"""The dates that the text has named so far, from which later partial dates take their year and month."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from transforms.expressions.calendar_span import CalendarSpan
from transforms.expressions.time_form import TimePoint

# 成立于2015年: a date of somebody's past, not of what is told
_ASIDE_BEFORE = re.compile(
    r"(?:(?:成立|创立|创办|创建|始建|建|诞生|出生|毕业|生|始|源)于|与|较|比|相比|同比|自|从|早在|追溯到)$"
)
_ASIDE_AFTER = re.compile(r"(?:成立|创立|创办|出生|毕业|创建|建校|建成|相比|同期|以来|至今|起)")
_FUTURE = re.compile(
    r"将|预计|预期|拟|计划|即将|有望|届时|定于|料|截止|明年|下一步|可能在|预定|定档|开幕式?将|目标|之前(?=完成)|前(?=完成|建成|实现)"
)
_CLAUSE = re.compile(r"[。；！？!?;\n]")


@dataclass
class TimeContext:
    """State of one pass over a text; `year` and `month` are of the last explicit date, with its place."""

    view: str
    known: list[tuple[int, CalendarSpan, int]] = field(default_factory=list)
    spoken: list[tuple[int, CalendarSpan]] = field(default_factory=list)

    def note(self, start: int, end: int, point: TimePoint, span: CalendarSpan) -> None:
        """Remember a resolved point that later dates may lean on."""
        if span.first is None or span.last is None or (span.last - span.first).days > 366:
            return
        if point.year is None and point.year_shift is None and not self.known and point.month is None:
            return
        self.spoken.append((start, span))
        before, after = self.view[max(0, start - 4) : start], self.view[end : end + 3]
        aside = bool(_ASIDE_BEFORE.search(before) or _ASIDE_AFTER.match(after))
        # 去年 is told of in passing: it carries no further than its sentence; a year alone, its paragraph
        reach = 2 if point.month is not None or point.part is not None else 1
        if point.year_shift is not None and point.year_shift != 0:
            reach = 0
        if not aside:
            self.known.append((start, span, reach))

    def nearest(self, at: int) -> CalendarSpan | None:
        """The last date of this paragraph or the one before; of a year alone, of its own paragraph."""
        for start, span, reach in reversed(self.known):
            breaks = self._breaks(start, at)
            if breaks > 1:
                return None
            if breaks < reach or (reach == 0 and not _CLAUSE.search(self.view, start, at)):
                return span
        return None

    def told(self, at: int) -> CalendarSpan | None:
        """What 同年, 当年 and 次月 point at: the last date named, at most a paragraph away."""
        if not self.spoken or self._breaks(self.spoken[-1][0], at) > 1:
            return None
        return self.spoken[-1][1]

    def in_sentence(self, at: int) -> bool:
        """Whether the last date named stands in the same sentence."""
        return bool(self.known) and not _CLAUSE.search(self.view, self.known[-1][0], at)

    def last(self) -> CalendarSpan | None:
        """The last date named anywhere before."""
        return self.known[-1][1] if self.known else None

    def _breaks(self, start: int, at: int) -> int:
        if at - start > 3000:
            return 2
        return len(re.findall(r"\n+", self.view[start:at]))

    def is_future(self, start: int, end: int) -> bool:
        """Whether the clause tells of what is to come (将于9月10日, 预计10月)."""
        left = _CLAUSE.split(self.view[max(0, start - 16) : start])[-1]
        right = _CLAUSE.split(self.view[end : end + 10])[0]
        comma = left.rfind("，")
        if comma >= 0:
            left = left[comma:]
        # 周一宣布将: the plan is for later, the day is of the announcement
        soon = re.match(r"(?!.{0,2}[说称布示露认])[^，,]{0,3}将", right)
        return bool(_FUTURE.search(left) or _FUTURE.match(right.lstrip("，, ")) or soon)
