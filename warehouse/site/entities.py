"""Entities as the site shows them: names, facts, numbers over time, who else is in the same sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import duckdb

from warehouse.site.facts import Fact, facts_of
from warehouse.site.series import Series, series_of

AT_ONCE: Final = 1500
SHOWN: Final = 40
"""How many of an entity's facts its page shows; the rest is for SQL."""


@dataclass(frozen=True)
class Entity:
    """One entity; `facts` are the first of `fact_count`, the best supported ones first."""

    entity_id: str
    name: str
    kind: str
    wikidata_id: str | None
    basis: str
    aliases: tuple[str, ...]
    documents: int
    mentions: int
    fact_count: int
    facts: tuple[Fact, ...]
    series: tuple[Series, ...]
    beside: tuple[tuple[str, str, int], ...]


def entities(con: duckdb.DuckDBPyConnection) -> Iterator[Entity]:
    """All entities, read some at once."""
    ids = [one for (one,) in con.execute("SELECT entity_id FROM facts.entities ORDER BY 1").fetchall()]
    for first in range(0, len(ids), AT_ONCE):
        yield from _entities(con, ids[first : first + AT_ONCE])


def _entities(con: duckdb.DuckDBPyConnection, ids: Sequence[str]) -> Iterator[Entity]:
    def grouped(sql: str) -> dict[str, list[tuple[Any, ...]]]:
        found: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
        for entity, *rest in con.execute(sql, [list(ids)]).fetchall():
            found[entity].append(tuple(rest))
        return found

    known, aliases, chosen = grouped(_KNOWN), grouped(_ALIASES), grouped(_FACTS)
    beside = grouped(_BESIDE)
    facts = facts_of(con, {fact for rows in chosen.values() for fact, _ in rows})
    for one in ids:
        own = tuple(facts[fact] for fact, _ in chosen[one])
        name, kind, wikidata, basis, documents, mentions = known[one][0]
        yield Entity(
            *(
                one,
                name,
                kind,
                wikidata,
                basis,
                tuple(alias for (alias,) in aliases[one]),
                documents,
                mentions,
            ),
            *(chosen[one][0][1] if chosen[one] else 0, own, series_of(one, own)),
            tuple((other, its_name, count) for other, its_name, count in beside[one]),
        )


_WANTED: Final = "SEMI JOIN (SELECT unnest(?::VARCHAR[]) AS entity_id) USING (entity_id)"
_KNOWN: Final = f"""
SELECT e.entity_id, any_value(e.name), any_value(e.kind), any_value(e.wikidata_id), any_value(e.basis),
    count(DISTINCT m.document_id), count(m.document_id)
FROM facts.entities e {_WANTED} LEFT JOIN facts.mentions m USING (entity_id) GROUP BY e.entity_id
"""
_ALIASES: Final = f"SELECT entity_id, alias FROM facts.entity_aliases {_WANTED} ORDER BY alias"
_FACTS: Final = f"""
WITH own AS (
    SELECT entity_id, fact_id, min(rank) AS rank FROM site_party {_WANTED} GROUP BY entity_id, fact_id
)
SELECT entity_id, fact_id, count(*) OVER (PARTITION BY entity_id) FROM own JOIN site_fact USING (fact_id)
LEFT JOIN site_claim c USING (fact_id)
QUALIFY row_number() OVER (
    PARTITION BY entity_id ORDER BY coalesce(c.sources, 1) DESC, confidence = 'high' DESC, own.rank, fact_id
) <= {SHOWN}
ORDER BY kind, when_edtf DESC NULLS LAST, fact_id
"""
_BESIDE: Final = f"""
WITH own AS (SELECT entity_id, document_id, sentence_no FROM site_sentence {_WANTED})
SELECT own.entity_id, other.entity_id, any_value(e.name), count(*) AS n
FROM own JOIN site_sentence other USING (document_id, sentence_no)
JOIN facts.entities e ON e.entity_id = other.entity_id
WHERE own.entity_id <> other.entity_id
GROUP BY own.entity_id, other.entity_id
QUALIFY row_number() OVER (PARTITION BY own.entity_id ORDER BY n DESC, other.entity_id) <= 12
ORDER BY n DESC, other.entity_id
"""
