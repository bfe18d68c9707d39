"""The days on which a time that is seen from the day of writing (上周) can mean a given event."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date, timedelta
from functools import lru_cache

from transforms.annotations import TimeSpan
from transforms.article import DocumentDate
from transforms.expressions import find_expressions

_LONGEST = timedelta(days=800)


def days_of_writing(words: str, first: date, last: date) -> tuple[date, date] | None:
    """The first and the last day on which the words mean a day from `first` to `last`; None if none does.

    The words are resolved as they would be in an article of each day; a later day never means an earlier one.
    """
    days = [first + timedelta(days=n) for n in range((last - first + _LONGEST).days)]
    if not all(_meant(words, day) for day in (days[0], days[-1])):
        return None
    begin = bisect_left(days, first, key=lambda day: _last(words, day))
    end = bisect_left(days, last + timedelta(days=1), key=lambda day: _first(words, day)) - 1
    return (days[begin], days[end]) if begin <= end and begin < len(days) else None


@lru_cache(maxsize=1 << 14)
def _meant(words: str, day: date) -> tuple[date, date] | None:
    found = find_expressions(words, DocumentDate(day.isoformat(), day, day, "stated"))
    spans = [one for one in found if isinstance(one, TimeSpan)]
    if len(spans) != 1 or not (spans[0].relative and spans[0].first and spans[0].last):
        return None
    return spans[0].first, spans[0].last


def _first(words: str, day: date) -> date:
    return (_meant(words, day) or (date.min, date.min))[0]


def _last(words: str, day: date) -> date:
    return (_meant(words, day) or (date.min, date.min))[1]
