"""When a metric holds: the time that its clause or sentence names, or that of the figures before."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from transforms.annotations import Quantity, TimeSpan
from transforms.extracting.clauses import Clause
from transforms.extracting.masking import NUMBER, TIME

_SAME_PERIOD = re.compile(r"同期|上年|前一年|上一?财年")
_DATELINE = re.compile(r"(?:晚间|上午|下午)?(?:消息|讯|电(?!话|动|池|商|子|视)|报道)")
_WHOLE_YEAR = re.compile(r"^[^，,。]{0,4}全年")
_FOUNDED = re.compile(r"(?:成立|创立|创办|创建|建立|诞生)(?:于|在)?$")
_FOUNDING = re.compile(r"(?:成立|创立|创办|创建|建立)")
_HELD_AGAINST = re.compile(r"(?:比|较|于|相比)$")
_REACH = 200
_OF_ANOTHER = re.compile(r"(?:由|从|自|较|比|于|不及|至|到)$")
_ENDED = re.compile(rf"截[至止]({TIME})[底末]?(?:止)?(?:的)?({NUMBER})(?!前)")
_NOW = re.compile(r"(?:截至)?(?:目前|当前|现在|如今|眼下)(?:为止)?")
_LAST_QUARTER = re.compile(r"(?:上一?个?|前一?)(?:财季|季度?)(?:度)?")
_QUARTER = re.compile(r"(\d{4})-3([3-6])")
_YEARS = re.compile(r"(\d{4})/(\d{4})")
_FISCAL = re.compile(r"[\dX]{4}(?:-(?:3[3-6]|4[01]))?")
_RESULTS = frozenset(
    (
        *("revenue", "profit", "loss", "margin", "growth", "earnings_per_share", "shipments", "sales"),
        *("rank", "market_share", "orders", "share_of", "customers", "headcount_change", "market_cap"),
        "market_cap_change",
    )
)


def period_of(
    clause: Clause, at: int, metric: str, before: TimeSpan | None, change: bool = False
) -> TimeSpan | None:
    """The period of the number at masked offset `at`; `before` is that of the metric stated last.

    The nearest resolved time before the number in the sentence, else after it in its clause, else `before`
    for figures that come in series. Of a `change` the time that it is
    held against (比去年) is not the period. 去年同期 is the year before `before`.
    """
    found = _end_of_span(clause, at, _named_period(clause, at, metric, before, change))
    if found is None or found.first is None or not _WHOLE_YEAR.search(clause.text[:at]):
        return found
    year = found.first.year
    inside = any(isinstance(item, TimeSpan) and item.edtf for item in clause.masked.items[:at])
    if inside or found.last is None or found.last.year != year:
        return found
    return replace(found, edtf=str(year), first=date(year, 1, 1), last=date(year, 12, 31))


def _end_of_span(clause: Clause, at: int, found: TimeSpan | None) -> TimeSpan | None:
    """Of `2021年至2022年，从N减少至N` the first year for the first number, the last for the second."""
    match = _YEARS.fullmatch(found.edtf) if found is not None and found.edtf else None
    if found is None or match is None:
        return found
    words = clause.text[:at]
    if re.search(rf"(?:从|由)[^，,。{NUMBER}]{{0,4}}$", words):
        year = int(match.group(1))
    elif re.search(rf"(?:从|由)[^，,。]{{0,4}}{NUMBER}[^，,。]{{0,6}}(?:至|到|为|达)[^，,。]{{0,2}}$", words):
        year = int(match.group(2))
    else:
        return found
    return replace(found, edtf=str(year), first=date(year, 1, 1), last=date(year, 12, 31))


def _named_period(
    clause: Clause, at: int, metric: str, before: TimeSpan | None, change: bool
) -> TimeSpan | None:
    end = clause.offset + at
    here = range(clause.offset, clause.offset + len(clause.text))
    half = _months_ended(clause, end)
    if half is not None:
        return half
    for k in [*range(end - 1, -1, -1), *range(end, here.stop)]:
        item = clause.whole.items[k]
        if not isinstance(item, TimeSpan) or _beside_the_point(clause, k, end, change):
            continue
        if _SAME_PERIOD.search(item.surface):
            whole = item.edtf and re.fullmatch(r"\d{4}", item.edtf) and _WHOLE_YEAR.search(clause.text[:at])
            earlier = (None if whole else _year_before(before, item)) or (item if item.edtf else None)
            if earlier is not None and k in here:
                return earlier
        elif (
            k in here
            and k < end
            and _LAST_QUARTER.fullmatch(item.surface)
            and (earlier := _quarter_before(before, item))
        ):
            return earlier
        elif _NOW.fullmatch(item.surface) and k < end:
            return item if item.edtf else None
        elif item.vague:
            # 目前 dates the figure beside it; 此前 and 随后 date nothing
            if k in here and item.edtf:
                return item
        elif item.edtf:
            return item
        elif k in here and k < end:
            return None
    return before if metric in _RESULTS else None


def _beside_the_point(clause: Clause, k: int, end: int, change: bool) -> bool:
    """Whether the time at masked offset `k` dates the report, a founding or what is compared."""
    text = clause.whole.text
    item = clause.whole.items[k]
    if k < end and _DATELINE.match(text[k + 1 :]):
        return True
    if k < end and _OF_ANOTHER.search(text[:k]) and NUMBER in text[k:end]:
        return True  # the number right after it is what this one is held against
    if k < clause.offset and (_FOUNDED.search(text[:k]) or _FOUNDING.match(text[k + 1 :])):
        return True
    same = isinstance(item, TimeSpan) and bool(_SAME_PERIOD.search(item.surface))
    return change and (same or bool(_HELD_AGAINST.search(text[:k])))


def reported_period(clauses: list[Clause], i: int, wide: bool = False) -> TimeSpan | None:
    """The quarter, half-year or year that the sentences just before clause `i` in its paragraph speak of.

    With `wide`, for statistics, that of the paragraphs before too.
    """
    sentence = clauses[i].sentence
    for k in range(i - 1, max(-1, i - (60 if wide else 16)), -1):
        earlier = clauses[k].sentence
        far = earlier.paragraph != sentence.paragraph or earlier.number < sentence.number - 2
        if far and not wide:
            return None
        text = clauses[k].text
        for n, item in reversed(list(enumerate(clauses[k].masked.items))):
            if not isinstance(item, TimeSpan) or item.vague or _SAME_PERIOD.search(item.surface):
                continue
            founded = _FOUNDED.search(text[:n]) or _FOUNDING.match(text[n + 1 :])
            if item.edtf and _FISCAL.fullmatch(item.edtf) and not founded:
                return item
    return None


def held_against(clause: Clause, at: int) -> bool:
    """Whether the number at masked offset `at` is of a time before (去年同期为N): no period to go on from."""
    begin = clause.text.rfind(NUMBER, 0, at) + 1
    items = clause.masked.items[begin:at]
    return any(
        isinstance(item, TimeSpan)
        and (_SAME_PERIOD.search(item.surface) or _OF_ANOTHER.search(clause.text[: begin + n]))
        for n, item in enumerate(items)
    )


def _months_ended(clause: Clause, end: int) -> TimeSpan | None:
    """`截至6月底止六个月`: the months that end with the time; None without such words before offset `end`."""
    match = None
    for match in _ENDED.finditer(clause.whole.text, max(0, end - _REACH), end):  # noqa: B007
        pass
    if match is None:
        return None
    until, count = (clause.whole.items[match.start(g)] for g in (1, 2))
    if not isinstance(until, TimeSpan) or until.last is None or not isinstance(count, Quantity):
        return None
    months = int(count.value) * (12 if count.unit == "year" else 3 if count.unit == "quarter" else 1)
    if count.unit not in ("month", "quarter", "year") or not 0 < months <= 24:
        return None
    first = until.last.year * 12 + until.last.month - months
    begin = date(first // 12, first % 12 + 1, 1)
    return replace(until, edtf=f"{begin:%Y-%m}/{until.last:%Y-%m}", first=begin)


def years_of(clause: Clause, at: int, count: int) -> list[TimeSpan] | None:
    """One year each where the sentence names as many years as there are numbers (2021年至2023年 … 分别)."""
    for item in reversed(clause.whole.items[: clause.offset + at]):
        if not isinstance(item, TimeSpan) or not item.edtf:
            continue
        match = _YEARS.fullmatch(item.edtf)
        if match is None:
            continue
        first, last = int(match.group(1)), int(match.group(2))
        if last - first + 1 != count:
            return None
        return [
            replace(item, edtf=str(y), first=date(y, 1, 1), last=date(y, 12, 31))
            for y in range(first, last + 1)
        ]
    return None


def _year_before(span: TimeSpan | None, at: TimeSpan) -> TimeSpan | None:
    """`span` a year earlier, standing where `at` does."""
    if span is None or not span.edtf or span.first is None or span.last is None:
        return None
    edtf = re.sub(r"\d{4}", lambda m: str(int(m.group()) - 1), span.edtf)
    first, last = (_earlier(d) for d in (span.first, span.last))
    return replace(at, edtf=edtf, first=first, last=last)


def _quarter_before(span: TimeSpan | None, at: TimeSpan) -> TimeSpan | None:
    """The quarter before the quarter `span`, standing where `at` does; None where `span` is no quarter."""
    match = _QUARTER.fullmatch(span.edtf) if span is not None and span.edtf else None
    if match is None:
        return None
    year, quarter = divmod(int(match.group(1)) * 4 + int(match.group(2)) - 4, 4)
    first = date(year, 3 * quarter + 1, 1)
    last = date(year + quarter // 3, (3 * quarter + 3) % 12 + 1, 1) - timedelta(days=1)
    return replace(at, edtf=f"{year}-{33 + quarter}", first=first, last=last, vague=False)


def _earlier(day: date) -> date:
    return day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)
