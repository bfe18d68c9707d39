"""What the first page says: what is there, what is new, what is corroborated, what is in conflict."""

from __future__ import annotations

from typing import Final

import duckdb

from warehouse.site.queried import Figure, Listing, figure, listing

# The day before the latest run, not before now: the same warehouse gives the same site.
_NEW: Final = """SELECT count(*) FROM (
    SELECT document_id FROM corpus.locations GROUP BY document_id
    HAVING min(first_seen_at) >= (SELECT max(started_at) - INTERVAL 24 HOUR FROM ops.runs))"""
_FIGURES: Final = {
    "documents": "SELECT count(*) FROM corpus.documents",
    "independent sources: copies of one text count once": (
        "SELECT count(DISTINCT family_id) FROM corpus.families"
    ),
    "documents new in the 24 hours before the latest run": _NEW,
    "entities": "SELECT count(*) FROM facts.entities",
    "metrics": "SELECT count(*) FROM facts.metrics",
    "events": "SELECT count(*) FROM facts.events",
    "quotes": "SELECT count(*) FROM facts.quotes",
    "relations": "SELECT count(*) FROM facts.relations",
    "claims": "SELECT count(*) FROM facts.claims",
    "claims of two or more independent sources": "SELECT count(*) FROM facts.claims WHERE sources > 1",
    "claims on which sources disagree": "SELECT count(*) FROM facts.claims WHERE agreement = 'conflict'",
    "repairs of the texts": "SELECT count(*) FROM corpus.repairs",
    "inputs and rows refused": "SELECT count(*) FROM ops.rejects",
}
_LISTINGS: Final = (
    (
        "documents-by-month",
        "Documents by month of publication",
        """SELECT coalesce(strftime(published_from, '%Y-%m'), 'unknown') AS month, count(*) AS documents
FROM corpus.documents GROUP BY month ORDER BY month""",
    ),
    (
        "documents-by-publisher",
        "Documents by publisher",
        """SELECT coalesce(publisher, 'unknown') AS publisher, count(*) AS documents
FROM corpus.documents GROUP BY ALL ORDER BY documents DESC, publisher LIMIT 20""",
    ),
    (
        "events-by-month",
        "Events by the month in which they began",
        """SELECT strftime(start_on, '%Y-%m') AS month, count(*) AS events FROM facts.events
WHERE start_on IS NOT NULL GROUP BY month ORDER BY month DESC LIMIT 24""",
    ),
    (
        "repairs-by-rule",
        "What was repaired in the texts",
        """SELECT regexp_extract(rule, '^[a-z]+') AS repair, sum(length(before)) AS characters_replaced,
    count(*) AS edits FROM corpus.repairs GROUP BY repair ORDER BY edits DESC""",
    ),
)


def figures(con: duckdb.DuckDBPyConnection) -> tuple[Figure, ...]:
    """The numbers of the first page."""
    return tuple(figure(con, label, sql) for label, sql in _FIGURES.items())


def listings(con: duckdb.DuckDBPyConnection) -> tuple[Listing, ...]:
    """The plots of the first page: the last column is the number."""
    return tuple(listing(con, *one) for one in _LISTINGS)
