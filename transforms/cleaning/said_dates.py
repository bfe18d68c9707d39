"""Publication dates that are said: by the record, the page, the feed, a line of the text, or the address."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

from transforms.article import DateBasis, DocumentDate, Said

_DAY = re.compile(r"(?<!\d)((?:19|20)\d{2})\s?[-年/.]\s?(\d{1,2})\s?[-月/.]\s?(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?(?!\d)")
_MONTH = re.compile(r"(?<!\d)((?:19|20)\d{2})\s?[-年/.]\s?(\d{1,2})(?!\d)月?\s*$")
_EPOCH = re.compile(r"\s*(\d{10})(\d{3})?\s*$")
_IN_URL = re.compile(
    r"(?<!\d)(20\d{2})[-/_]?(0[1-9]|1[0-2])[-/_]?(0[1-9]|[12]\d|3[01])(?!\d)|/(20\d{2})[-/](0?[1-9]|1[0-2])[-/](0?[1-9]|[12]\d|3[01])(?!\d)"
)
_DATELINE = re.compile(
    r"(?:^|\n|[。:：】\]])[^\n。]{0,24}?((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})日(?:[上下]午|晚间?|凌晨)?\s?(?:讯|电|消息|报道)"
)
_LINE = re.compile(
    r"^[^\n。，,]{0,30}?((?:19|20)\d{2})[-年/.](\d{1,2})[-月/.](\d{1,2})日?(?:\s?\d{1,2}:\d{2}(?::\d{2})?)?\s*$",
    re.M,
)
_CHINA = timezone(timedelta(hours=8))
_BASIS: dict[str, DateBasis] = {"record": "stated", "html": "html", "feed": "feed", "text": "stated"}
_HEAD, _HEAD_LINES = 300, 4


def on_day(day: date, basis: DateBasis, words: str) -> DocumentDate:
    """A publication date known to the day."""
    return DocumentDate(day.isoformat(), day, day, basis, words)


def _day(parts: tuple[str, ...]) -> date | None:
    try:
        return date(int(parts[0]), int(parts[1]), int(parts[2]))
    except ValueError:
        return None


def _month(parts: tuple[str, ...], basis: DateBasis, words: str) -> DocumentDate | None:
    year, month = int(parts[0]), int(parts[1])
    if not 1 <= month <= 12:
        return None
    first = date(year, month, 1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return DocumentDate(f"{year}-{month:02}", first, last, basis, words)


def read_date(words: str, basis: DateBasis) -> DocumentDate | None:
    """The date that a metadata field holds: ISO, Chinese, compact, RFC 2822 or epoch; None if none."""
    for pattern in (_DAY, _COMPACT):
        m = pattern.search(words)
        day = _day(m.groups()) if m else None
        if day:
            return on_day(day, basis, words)
    if m := _EPOCH.match(words):
        return on_day(datetime.fromtimestamp(int(m[1]), UTC).astimezone(_CHINA).date(), basis, words)
    if m := _MONTH.search(words):
        return _month(m.groups(), basis, words)
    try:
        return on_day(parsedate_to_datetime(words).date(), basis, words)
    except (ValueError, TypeError, IndexError):
        return None


def said_date(said: tuple[Said, ...]) -> DocumentDate | None:
    """The first `published` that can be read."""
    for one in said:
        if one.field == "published":
            known = read_date(one.value, _BASIS[one.basis])
            if known:
                return known
    return None


def url_date(url: str) -> DocumentDate | None:
    """The date in an address (`/2024/07/23/`, `t20240723_1.html`)."""
    m = _IN_URL.search(url)
    day = _day(tuple(g for g in m.groups() if g)) if m else None
    return on_day(day, "url", m.group().strip("/")) if m and day else None


def dateline(text: str) -> DocumentDate | None:
    """The date of a dateline (`某社2024年7月23日电`) or of a line of its own near the head of a text."""
    head = "\n".join(text[:_HEAD].split("\n")[:_HEAD_LINES])
    for pattern in (_DATELINE, _LINE):
        m = pattern.search(head)
        day = _day(m.groups()) if m else None
        if m and day:
            return on_day(day, "stated", m.group().strip())
    return None
