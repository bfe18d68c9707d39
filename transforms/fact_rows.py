"""The rows of one article's facts."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from transforms.annotations import Entity
from transforms.article import Article
from transforms.extracting.confidence import confidence
from transforms.facts import Event, Fact, Filler, Metric, Quote, Relation, Trace
from transforms.rows import Row, Rows
from transforms.vocabulary import EVENT_ROLES, EVENT_TYPES, METRICS, RELATIONS, checked

_TABLES = (
    "facts.metrics",
    "facts.events",
    "facts.event_roles",
    "facts.quotes",
    "facts.relations",
    "facts.evidence",
)


def fact_rows(article: Article, facts: Iterable[Fact], rules_version: str) -> Rows:
    """Rows of all fact tables. A fact stated again in the article is one row with more evidence places.

    ValueError where a fact uses a word that the fact model does not know.
    """
    rows: Rows = {table: [] for table in _TABLES}
    first: dict[tuple[object, ...], str] = {}
    places: dict[str, list[tuple[int, int]]] = {}
    for fact in sorted(facts, key=lambda f: (f.trace.start, f.trace.end)):
        raw = article.text.raw_span(fact.trace.start, fact.trace.end)
        key = _identity(fact)
        known = first.get(key)
        if known is not None:
            if raw not in places[known]:
                places[known].append(raw)
            continue
        fact_id = _fact_id(article.document_id, raw, key)
        first[key], places[fact_id] = fact_id, [raw]
        common = {
            "fact_id": fact_id,
            "document_id": article.document_id,
            "raw_start": raw[0],
            "raw_end": raw[1],
            "frame": fact.trace.frame,
            "rules_version": rules_version,
            **_confidence(article, fact.trace),
        }
        _add(rows, fact, common)
    for fact_id, spans in places.items():
        for number, (start, end) in enumerate(spans):
            rows["facts.evidence"].append(
                {"fact_id": fact_id, "place_no": number, "raw_start": start, "raw_end": end}
            )
    return rows


def _confidence(article: Article, trace: Trace) -> Row:
    raw_start, raw_end = article.text.raw_span(trace.start, trace.end)
    rules = {e.rule.split(".")[0] for e in article.text.edits_within(raw_start, raw_end)}
    reasons = trace.reasons + (("repaired words",) if rules & {"spun", "slip"} else ())
    return {"confidence": confidence(reasons), "confidence_reasons": list(reasons)}


def _id(filler: Filler | Entity | None) -> str | None:
    entity = filler.entity if isinstance(filler, Filler) else filler
    return entity.id if entity else None


def _who(filler: Filler) -> str:
    return _id(filler) or filler.phrase or ""


def _identity(fact: Fact) -> tuple[object, ...]:
    """What makes two statements one fact of the article."""
    match fact:
        case Metric():
            return (
                "metric",
                _who(fact.subject),
                fact.metric,
                fact.value,
                fact.unit,
                fact.period and fact.period.edtf,
            )
        case Event():
            fillers = tuple((r, tuple(map(_who, f))) for r, f in sorted(fact.roles.items()))
            return ("event", fact.type, fillers, fact.polarity, fact.date and fact.date.edtf)
        case Quote():
            return ("quote", _who(fact.speaker), fact.text, fact.trace.start)
        case Relation():
            return ("relation", _who(fact.subject), fact.relation, _who(fact.object), fact.qualifier)


def _fact_id(document_id: str, raw: tuple[int, int], key: tuple[object, ...]) -> str:
    return "f" + hashlib.sha256(repr((document_id, raw, key)).encode()).hexdigest()[:15]


def _add(rows: Rows, fact: Fact, common: Row) -> None:
    match fact:
        case Metric():
            rows["facts.metrics"].append(
                {
                    **common,
                    "subject_id": _id(fact.subject),
                    "subject_phrase": fact.subject.phrase,
                    "metric": checked(fact.metric, METRICS, "metric"),
                    "label": fact.label,
                    "value": fact.value,
                    "value_low": fact.low,
                    "value_high": fact.high,
                    "unit": fact.unit,
                    "bound": fact.bound,
                    "period_edtf": fact.period.edtf if fact.period else None,
                    "attributed_to_id": _id(fact.attributed_to),
                    "modality": fact.modality,
                }
            )
        case Event():
            date = fact.date
            rows["facts.events"].append(
                {
                    **common,
                    "type": checked(fact.type, EVENT_TYPES, "event type"),
                    "trigger": fact.trigger,
                    "date_edtf": date.edtf if date else None,
                    "start_on": date.first if date else None,
                    "end_on": date.last if date else None,
                    "modality": fact.modality,
                    "polarity": fact.polarity,
                }
            )
            for role, fillers in fact.roles.items():
                checked(role, EVENT_ROLES, "event role")
                rows["facts.event_roles"] += [
                    {"fact_id": common["fact_id"], "role": role, "entity_id": _id(f), "phrase": f.phrase}
                    for f in fillers
                ]
        case Quote():
            rows["facts.quotes"].append(
                {
                    **common,
                    "speaker_id": _id(fact.speaker),
                    "speaker_phrase": fact.speaker.phrase,
                    "verb": fact.verb,
                    "text": fact.text,
                    "direct": fact.direct,
                    "venue": fact.venue,
                    "said_edtf": fact.said.edtf if fact.said else None,
                }
            )
        case Relation():
            rows["facts.relations"].append(
                {
                    **common,
                    "subject_id": _id(fact.subject),
                    "subject_phrase": fact.subject.phrase,
                    "relation": checked(fact.relation, RELATIONS, "relation"),
                    "object_id": _id(fact.object),
                    "object_phrase": fact.object.phrase,
                    "qualifier": fact.qualifier,
                    "period_edtf": fact.period.edtf if fact.period else None,
                }
            )
