"""What the tests of events share: sentences with their names marked, events as one line each.

A case names its entities (P person, O organization, R thing, L place, W work); numbers and years are found
by a plain pattern, so that nothing but the extracting stage is under test.
"""

from __future__ import annotations

import re

from transforms.annotations import Annotated, Entity, Mention, Quantity, Quotation, Sentence, TimeSpan
from transforms.extracting.clauses import split_clauses
from transforms.extracting.events import find_events
from transforms.facts import Event

_KINDS = {"P": "person", "O": "organization", "R": "product", "L": "place", "W": "work"}
_NUMBER = re.compile(r"[0-9.]+(?:万|亿|%|成)?(?:美元|元|人|名|台|辆|倍|座)?|(?:数千|数百|三|两)(?:名|位|人)")
_YEAR = re.compile(r"[0-9]{4}年")


def annotated(text: str, names: str) -> Annotated:
    """The text with the names of `names` ("O:甲公司 R:乙机") marked wherever they stand."""
    mentions = []
    for item in names.split():
        kind, _, name = item.partition(":")
        entity = Entity(f"{kind}{name}", name, _KINDS[kind], "registry")
        mentions += [Mention(m.start(), m.end(), name, entity) for m in re.finditer(re.escape(name), text)]
    mentions.sort(key=lambda m: (m.start, -m.end))
    kept: list[Mention] = []
    for m in mentions:
        if not kept or m.start >= kept[-1].end:
            kept.append(m)
    taken = {i for m in kept for i in range(m.start, m.end)}
    times = [TimeSpan(m.start(), m.end(), m.group(), m.group()[:4], None, None) for m in _YEAR.finditer(text)]
    taken |= {i for t in times for i in range(t.start, t.end)}
    numbers = [
        Quantity(m.start(), m.end(), m.start(), m.end(), m.group(), 1.0, 1.0, 1.0, "count", "=")
        for m in _NUMBER.finditer(text)
        if not taken & set(range(m.start(), m.end()))
    ]
    sentences, start = [], 0
    for m in re.finditer(r"[^。？]+[。？]", text):
        sentences.append(Sentence(len(sentences), 0, m.start(), m.end()))
        start = m.end()
    if start < len(text):
        sentences.append(Sentence(len(sentences), 0, start, len(text)))
    quotations = tuple(Quotation(m.start() + 1, m.end() - 1) for m in re.finditer(r"“[^”]*”", text))
    return Annotated(
        text,
        tuple(sentences),
        tuple(kept),
        tuple(numbers),
        tuple(times),
        quotations,
        {m.entity.id: m.entity for m in kept},
    )


def shown(event: Event) -> str:
    """`type agent=… object=…`, then the other roles, and what is not actual or positive."""
    roles = [
        f"{role}={'/'.join(f.entity.name if f.entity else f.phrase or '' for f in found)}"
        for role in ("agent", "object", "recipient", "source_org", "target_org", "place")
        if (found := event.roles.get(role))
    ]
    how = [event.modality] if event.modality != "actual" else []
    return " ".join([event.type, *roles, *how, *(["not"] if event.polarity == "negative" else [])])


def events(text: str, names: str) -> list[str]:
    """The events of the text, as `shown`."""
    return [shown(e) for e in find_events(split_clauses(annotated(text, names)))]
