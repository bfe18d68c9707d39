"""Facts of one article. Spans are clean offsets of the smallest clause that states the fact."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from transforms.annotations import Bound, Entity, TimeSpan

Modality = Literal["actual", "reported", "planned", "forecast", "hypothetical"]
Polarity = Literal["positive", "negative"]


@dataclass(frozen=True, slots=True)
class Filler:
    """What fills a role: an entity, or a phrase of the text where it is none."""

    entity: Entity | None = None
    phrase: str | None = None


@dataclass(frozen=True, slots=True)
class Trace:
    """Where a fact stands and what made it. `reasons` say what lowers (or supports) its confidence."""

    start: int
    end: int
    frame: str
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Metric:
    """What is measured, of whom, how much, when, and who says so."""

    trace: Trace
    subject: Filler
    metric: str
    label: str
    value: float
    low: float | None
    high: float | None
    unit: str
    bound: Bound
    period: TimeSpan | None = None
    attributed_to: Entity | None = None
    modality: Modality = "actual"


@dataclass(frozen=True, slots=True)
class Event:
    """What happened. `roles` maps a role name to its fillers, in the order of the text."""

    trace: Trace
    type: str
    trigger: str
    roles: dict[str, tuple[Filler, ...]] = field(default_factory=dict)
    date: TimeSpan | None = None
    modality: Modality = "actual"
    polarity: Polarity = "positive"


@dataclass(frozen=True, slots=True)
class Quote:
    """Who said what. The trace spans the quoted words; `text` is them as cleaned."""

    trace: Trace
    speaker: Filler
    verb: str
    text: str
    direct: bool
    venue: str | None = None
    said: TimeSpan | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """What holds between two, with a qualifier such as the title held."""

    trace: Trace
    subject: Filler
    relation: str
    object: Filler
    qualifier: str | None = None
    period: TimeSpan | None = None


Fact = Metric | Event | Quote | Relation
