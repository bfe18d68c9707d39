"""What an article says of when it was written: its own date, and events that other articles may date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from transforms.annotations import TimeSpan
from transforms.article import Article
from transforms.extracting.confidence import confidence
from transforms.facts import Event, Fact
from transforms.rows import Row

# Events that a name tells apart, with the roles whose entities make the name: they happen once. What is
# released again and again under one name (a product without a version) is none of them.
_ONCE: Final = {
    **dict.fromkeys(("release", "open_source", "leak", "publish"), ("object",)),
    **dict.fromkeys(("shutdown", "found"), ("object",)),
    **dict.fromkeys(("dismiss", "reinstate"), ("object",)),
    "join": ("agent", "target_org"),
    "leave": ("agent", "source_org"),
    "appoint": ("object", "target_org"),
}
_OBJECTS: Final = {
    **dict.fromkeys(
        ("release", "open_source", "leak"), frozenset("model product hardware dataset work".split())
    ),
    "publish": frozenset(("work",)),
    "shutdown": frozenset(("product", "model")),
    "found": frozenset(("organization",)),
    **dict.fromkeys(("dismiss", "reinstate", "appoint"), frozenset(("person",))),
}
_VERSIONED: Final = frozenset(("release", "open_source", "leak"))
_VERSION = re.compile(r"\d")
# Times that are seen from the day of writing, whatever stands around them.
_FROM_NOW = re.compile(
    r"[昨今前][天日晚晨]|今[年早]|去年|前年|[上本这](?:个)?(?:周|月|星期|礼拜|季度)[一二三四五六日天末初中底]?"
    r"|(?:\d+|[一二两三四五六七八九十]+)(?:天|日|周|个星期|个月|年)前"
)


def date_clues(article: Article, times: Iterable[TimeSpan], facts: Iterable[Fact]) -> list[Row]:
    """Rows of `corpus.date_clues`: the article's own date, and one of each thing that it says of an event.

    An event is dated if its time needs no date of publication, or if that is known to the day.
    """
    known = article.metadata.published
    own = {
        "stance": "own",
        "event": None,
        "words": known.words,
        "first_on": known.first,
        "last_on": known.last,
    }
    found = {tuple(one.items()) for one in _of_events(article, list(times), facts)}
    rows: list[Row] = [{**own, "known_by": known.basis, "edtf": known.edtf}]
    rows += [dict(one) for one in sorted(found, key=str)]
    return [{"document_id": article.document_id, "clue_no": number, **row} for number, row in enumerate(rows)]


def _of_events(article: Article, times: list[TimeSpan], facts: Iterable[Fact]) -> Iterator[Row]:
    known = article.metadata.published
    exact = known.first is not None and known.first == known.last
    for event in facts:
        if not isinstance(event, Event) or event.polarity != "positive":
            continue
        if confidence(event.trace.reasons) != "high" or not (name := event_name(event)):
            continue
        when = event.date
        clue: Row = {
            "stance": "past",
            "event": name,
            "words": event.trigger,
            "first_on": None,
            "last_on": None,
        }
        if event.modality in ("planned", "forecast"):
            yield {**clue, "stance": "ahead"}
        elif event.modality not in ("actual", "reported"):
            continue
        elif when and when.first and when.last and (exact or not when.relative):
            days = {"first_on": when.first, "last_on": when.last}
            yield {**clue, "stance": "dated", "words": when.surface, **days}
        elif words := _from_now(event, article, times):
            yield {**clue, "stance": "relative", "words": words}
        elif event.modality == "actual":
            yield clue


def _from_now(event: Event, article: Article, times: list[TimeSpan]) -> str | None:
    """The words of the event's time, where this is seen from the day of writing.

    Of an article without a date no such time is resolved, and none is an event's: then it is the nearest one
    in the sentence.
    """
    if event.date:
        return event.date.surface if event.date.relative else None
    if article.metadata.published.first:
        return None
    start = max(article.text.text.rfind(stop, 0, event.trace.start) for stop in "。！？!?\n") + 1
    near = [t.surface for t in times if not t.vague and start <= t.start and t.end <= event.trace.end]
    return near[-1] if near and _FROM_NOW.fullmatch(near[-1]) else None


def event_name(event: Event) -> str | None:
    """`release · Llama 3`: the type and the parties; None for what may happen more than once."""
    parties = []
    for role in _ONCE.get(event.type, ()):
        fillers = event.roles.get(role, ())
        entity = fillers[0].entity if len(fillers) == 1 else None
        if not entity or (role == "object" and entity.kind not in _OBJECTS[event.type]):
            return None
        if event.type in _VERSIONED and entity.kind != "work" and not _VERSION.search(entity.name):
            return None
        parties.append(entity.name)
    return " · ".join([event.type, *parties]) if parties else None
