"""Facts as the site shows them: who takes part, what is stated, where it stands, who else says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from typing import Final

import duckdb

from transforms.readable import readable
from transforms.rows import Row

_SIGNS: Final = {"=": "", "~": "约 ", ">": "> ", "<": "< ", ">=": "≥ ", "<=": "≤ "}


@dataclass(frozen=True)
class Party:
    """Who or what takes part: an entity, or only words for it."""

    role: str
    entity_id: str | None
    name: str


@dataclass(frozen=True)
class Place:
    """Where a document states the fact, in raw offsets, and the raw words there."""

    start: int
    end: int
    words: str


@dataclass(frozen=True)
class Support:
    """The claim that the fact belongs to, where others state it too or deny it."""

    claim_id: str
    documents: int
    sources: int
    agreement: str


@dataclass(frozen=True)
class Fact:
    """One fact; `value` is a metric's `number` with bound and unit, as a person reads it."""

    fact_id: str
    document_id: str
    kind: str
    predicate: str
    object: str | None
    detail: str | None
    value: str | None
    number: float | None
    low: float | None
    high: float | None
    unit: str | None
    when_edtf: str | None
    start_on: date | None
    modality: str
    polarity: str
    confidence: str
    confidence_reasons: tuple[str, ...]
    frame: str
    parties: tuple[Party, ...]
    places: tuple[Place, ...]
    support: Support | None

    @property
    def first(self) -> Party | None:
        """The one that the statement begins with: subject, agent or speaker."""
        return self.parties[0] if self.parties and self.parties[0].role in _FIRST else None

    @property
    def others(self) -> tuple[Party, ...]:
        """All the others that take part."""
        return self.parties[1:] if self.first else self.parties


_FIRST: Final = frozenset(("subject", "agent", "speaker"))


def prepare(con: duckdb.DuckDBPyConnection) -> None:
    """Make the temporary tables that `facts_of` reads; the published file stays as it is."""
    con.execute(files("warehouse.site").joinpath("prepare.sql").read_text(encoding="utf-8"))


def facts_of(con: duckdb.DuckDBPyConnection, fact_ids: Iterable[str]) -> dict[str, Fact]:
    """The facts with these ids, those that are stated first first."""
    wanted = [list(fact_ids)]
    chosen = "SEMI JOIN (SELECT unnest(?::VARCHAR[]) AS fact_id) USING (fact_id)"
    parties: dict[str, list[Party]] = defaultdict(list)
    for fact, *party in con.execute(
        f"SELECT fact_id, role, entity_id, name FROM site_party {chosen} ORDER BY rank, role, name", wanted
    ).fetchall():
        parties[fact].append(Party(*party))
    places: dict[str, list[Place]] = defaultdict(list)
    for fact, *place in con.execute(
        f"SELECT fact_id, raw_start, raw_end, surface FROM facts.evidence {chosen} ORDER BY place_no", wanted
    ).fetchall():
        places[fact].append(Place(*place))
    support: dict[str, Support] = {}
    for fact, *claim in con.execute(
        f"SELECT fact_id, claim_id, documents, sources, agreement FROM site_claim {chosen}", wanted
    ).fetchall():
        support[fact] = Support(*claim)
    result = con.execute(f"FROM site_fact {chosen}", wanted)
    columns = [column[0] for column in result.description or []]
    made = [
        _fact(dict(zip(columns, row, strict=True)), parties, places, support) for row in result.fetchall()
    ]
    made.sort(key=lambda one: (one.document_id, one.places[0].start if one.places else 0, one.fact_id))
    return {one.fact_id: one for one in made}


def _fact(
    row: Row, parties: dict[str, list[Party]], places: dict[str, list[Place]], support: dict[str, Support]
) -> Fact:
    value, low, high = (row.pop(name) for name in ("value", "value_low", "value_high"))
    shown = _value(value, low, high, row["unit"], row.pop("bound"))
    own = row["fact_id"]
    return Fact(
        **row | {"confidence_reasons": tuple(row["confidence_reasons"] or ())},
        value=shown,
        number=value,
        low=low,
        high=high,
        parties=tuple(parties[own]),
        places=tuple(places[own]),
        support=support.get(own),
    )


def _value(
    value: float | None, low: float | None, high: float | None, unit: str | None, bound: str | None
) -> str | None:
    if value is None:
        return None
    number = readable(value)
    if bound == "=" and low is not None and high is not None and low != high:
        number = f"{readable(low)} – {readable(high)}"
    return f"{_SIGNS.get(bound or '=', '')}{number} {unit or ''}".rstrip()
