"""What is new in the warehouse since a moment: documents, claims, conflicts, and documents to look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

import duckdb

SHOWN: Final = 100
WORST: Final = 10
QUOTED: Final = 3
"""How many claims and documents are given in full, and how many places of a claim are quoted."""

# A document is fresh if no run found it before the moment; a claim is new if only fresh documents state it.
_FRESH: Final = """
WITH fresh AS (
    SELECT document_id FROM corpus.locations GROUP BY document_id HAVING min(first_seen_at) >= $since
),
fact AS (
    SELECT fact_id, document_id FROM facts.metrics UNION ALL SELECT fact_id, document_id FROM facts.events
    UNION ALL SELECT fact_id, document_id FROM facts.quotes
    UNION ALL SELECT fact_id, document_id FROM facts.relations
),
place AS (
    SELECT c.claim_id, fact.fact_id, document_id IN (FROM fresh) AS is_fresh
    FROM (SELECT claim_id, unnest(fact_ids) AS fact_id FROM facts.claims) c JOIN fact USING (fact_id)
),
touched AS (
    SELECT claim_id, bool_and(is_fresh) AS is_new FROM place GROUP BY claim_id HAVING bool_or(is_fresh)
)
"""
_CLAIMS: Final = (
    _FRESH
    + """,
chosen AS (
    SELECT c.*, count(*) OVER () AS total FROM facts.claims c JOIN touched USING (claim_id)
    WHERE {which} ORDER BY sources DESC, documents DESC, kind, claim_id LIMIT $shown
)
SELECT total, statement, kind, documents, sources, agreement, fact_ids[1],
    (SELECT list(said ORDER BY said)[:$quoted] FROM (
        SELECT DISTINCT e.surface AS said FROM place JOIN facts.evidence e USING (fact_id)
        WHERE place.claim_id = chosen.claim_id AND e.place_no = 0))
FROM chosen ORDER BY sources DESC, documents DESC, kind, claim_id
"""
)
_COUNTS: Final = (
    _FRESH
    + """
SELECT (SELECT count(*) FROM fresh),
    (SELECT count(*) FROM corpus.documents WHERE loaded_at >= $since) AS written,
    (SELECT count(*) FROM touched)
"""
)
_WORST: Final = """
WITH refused AS (
    SELECT document_id, count(*) AS rows FROM ops.rejects WHERE table_name IS NOT NULL GROUP BY document_id
),
found AS (
    SELECT document_id, count(*) AS facts FROM (
        SELECT document_id FROM facts.metrics UNION ALL SELECT document_id FROM facts.events
        UNION ALL SELECT document_id FROM facts.quotes UNION ALL SELECT document_id FROM facts.relations
    ) GROUP BY document_id
)
SELECT d.source_uri, d.title, coalesce(refused.rows, 0) AS bad_rows, coalesce(d.replaced_chars, 0) AS lost,
    coalesce(found.facts, 0) AS facts, length(d.text) AS chars, d.is_spun
FROM corpus.documents d LEFT JOIN refused USING (document_id) LEFT JOIN found USING (document_id)
WHERE d.loaded_at >= $since AND (bad_rows > 0 OR lost > 0 OR (facts = 0 AND chars >= 200) OR d.is_spun)
ORDER BY bad_rows DESC, lost DESC, facts = 0 DESC, d.spun_score DESC, d.document_id LIMIT $shown
"""


@dataclass(frozen=True)
class Claim:
    """A claim in one line, with the raw words of the first places that state it."""

    statement: str
    kind: str
    documents: int
    sources: int
    agreement: str
    fact_id: str
    said: tuple[str, ...]


@dataclass(frozen=True)
class Claims:
    """How many claims there are of a sort, and the first of them, the best supported ones first."""

    total: int
    first: tuple[Claim, ...]


@dataclass(frozen=True)
class DoubtfulDocument:
    """A document that a person should look at, and why, in words."""

    source_uri: str
    title: str | None
    why: str


@dataclass(frozen=True)
class News:
    """What came since `since`.

    `documents` were not known before; `written` are those and the ones that were loaded again. New claims
    are stated by new documents only, seconded ones by new and older documents; conflicts are either.
    """

    since: datetime
    documents: int
    written: int
    new: Claims
    seconded: Claims
    conflicts: Claims
    worst: tuple[DoubtfulDocument, ...]


def news_since(con: duckdb.DuckDBPyConnection, since: datetime) -> News:
    """What the warehouse has that it did not have at `since` (aware)."""
    moment = since.astimezone(UTC).replace(tzinfo=None)
    documents, written, touched = con.execute(_COUNTS, {"since": moment}).fetchall()[0]

    def claims(which: str) -> Claims:
        if not touched:
            return Claims(0, ())
        sql = _CLAIMS.format(which=which)
        return _claims(con.execute(sql, {"since": moment, "shown": SHOWN, "quoted": QUOTED}).fetchall())

    worst = con.execute(_WORST, {"since": moment, "shown": WORST}).fetchall() if written else []
    return News(
        since,
        documents,
        written,
        new=claims("is_new"),
        seconded=claims("NOT is_new AND agreement <> 'conflict'"),
        conflicts=claims("agreement = 'conflict'"),
        worst=tuple(DoubtfulDocument(uri, title, _why(*rest)) for uri, title, *rest in worst),
    )


def _claims(rows: Sequence[tuple[Any, ...]]) -> Claims:
    first = tuple(
        Claim(statement, kind, documents, sources, agreement, fact, tuple(said or ()))
        for _, statement, kind, documents, sources, agreement, fact, said in rows
    )
    return Claims(rows[0][0] if rows else 0, first)


def _why(refused: int, lost: int, facts: int, chars: int, spun: bool) -> str:
    reasons = [
        (refused, f"{refused} of its rows were refused"),
        (lost, f"{lost} of its characters could not be decoded"),
        (not facts, f"no fact in {chars:,} characters"),
        (spun, "its words were swapped to hide a copy"),
    ]
    return "; ".join(words for holds, words in reasons if holds)
