"""Short made-up sentences as annotated text: names are given, numbers and times are found as in the house."""

from __future__ import annotations

import re
from datetime import date

from transforms.annotations import Annotated, Entity, Mention, Quantity, Sentence, TimeSpan
from transforms.article import DocumentDate
from transforms.expressions import find_expressions
from transforms.extracting.clauses import split_clauses
from transforms.extracting.metrics import find_metrics
from transforms.facts import Metric

_KINDS = {"P": "person", "O": "organization", "R": "product", "M": "model", "L": "place"}
PUBLISHED = date(2025, 3, 6)


def annotated(text: str, names: str) -> Annotated:
    """The text with the names of `names` ("O:甲公司 R:乙机") marked wherever they stand."""
    mentions: list[Mention] = []
    for item in names.split():
        kind, _, name = item.partition(":")
        entity = Entity(f"{kind}{name}", name, _KINDS[kind], "registry")
        for match in re.finditer(re.escape(name), text):
            if not any(m.start < match.end() and match.start() < m.end for m in mentions):
                mentions.append(Mention(match.start(), match.end(), name, entity))
    taken = {k for m in mentions for k in range(m.start, m.end)}
    found = [
        e
        for e in find_expressions(text, DocumentDate("2025-03-06", PUBLISHED, PUBLISHED))
        if not taken & set(range(e.start, e.end))
    ]
    sentences = [
        Sentence(n, 0, match.start(), match.end()) for n, match in enumerate(re.finditer(r"[^。]+。?", text))
    ]
    return Annotated(
        text,
        tuple(sentences),
        tuple(sorted(mentions, key=lambda m: m.start)),
        tuple(e for e in found if isinstance(e, Quantity)),
        tuple(e for e in found if isinstance(e, TimeSpan)),
        (),
    )


def metrics(text: str, names: str) -> list[Metric]:
    """The metrics of the text."""
    return find_metrics(split_clauses(annotated(text, names)))


def rows(text: str, names: str) -> list[tuple[str | None, str, float, str]]:
    """(subject, metric, value, unit) of each metric, in order."""
    return [
        (
            m.subject.entity.name if m.subject.entity else m.subject.phrase,
            m.metric,
            round(m.value, 6),
            m.unit,
        )
        for m in metrics(text, names)
    ]
