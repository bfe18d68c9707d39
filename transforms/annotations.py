"""What is marked in the clean text of one article. All offsets are clean code points, end exclusive."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Bound = Literal["=", "~", ">", "<", ">=", "<="]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; `paragraph` counts from 0. `heading` marks a line without sentence-final punctuation."""

    number: int
    paragraph: int
    start: int
    end: int
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit and bound (fact-model: Quantities).

    `start:end` is the whole expression with bound cue, number and unit; `core_start:core_end` the numeral
    alone. `value` is absolute (360万 = 3600000). `low`/`high` are None where open; exact and approximate
    values have both equal to `value`, a range has its two ends. `unit` is the fact model's, a plain English
    singular noun, or an ISO 4217 code. `noun` is the counted noun or unit as written, `per` what a rate is
    per (`day`, `month`, `share` …). An expression never overlaps another.
    """

    start: int
    end: int
    core_start: int
    core_end: int
    surface: str
    value: float
    low: float | None
    high: float | None
    unit: str
    bound: Bound
    noun: str = ""
    per: str | None = None


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A time (fact-model: Quantities and times). `edtf`, `first`, `last` are None where unresolved.

    `vague` marks 目前, 此前, 近日 …; `relative` that the document date was needed.
    """

    start: int
    end: int
    surface: str
    edtf: str | None
    first: date | None
    last: date | None
    relative: bool = False
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity of the registry or one discovered in this article. `id` is derived from kind and name."""

    id: str
    name: str
    kind: str
    basis: Literal["registry", "discovered"]
    wikidata_id: str | None = None
    aliases: tuple[str, ...] = ()
    family: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A name of an entity in the text. `how`: `alias`, `version`, `bracket`, `title`, `short`, `tagger` …"""

    start: int
    end: int
    surface: str
    entity: Entity
    how: str = "alias"


@dataclass(frozen=True, slots=True)
class Quotation:
    """A span inside quotation marks, marks left out; `surface` has the marks too."""

    start: int
    end: int
    surface: str = ""


@dataclass(frozen=True)
class Annotated:
    """All that is marked in one clean text, each list sorted by start."""

    text: str
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    quantities: tuple[Quantity, ...]
    times: tuple[TimeSpan, ...]
    quotations: tuple[Quotation, ...]
    entities: dict[str, Entity] = field(default_factory=dict)
