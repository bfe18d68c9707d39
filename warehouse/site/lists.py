"""The lists that lead to the pages: documents, entities, claims, sources, quality."""

from __future__ import annotations

from typing import Any, Final

import duckdb

from warehouse.site.queried import Listing, listing

Rows = list[dict[str, Any]]
SHOWN: Final = 2000

_DOCUMENTS: Final = f"""
SELECT document_id, title, publisher, published_edtf, is_spun, duplicate_of, source_uri,
    (SELECT count(*) FROM site_fact f WHERE f.document_id = d.document_id) AS facts
FROM corpus.documents d ORDER BY published_from DESC NULLS LAST, document_id LIMIT {SHOWN}
"""
_ENTITIES: Final = f"""
SELECT e.entity_id, any_value(e.name) AS name, any_value(e.kind) AS kind, any_value(e.basis) AS basis,
    count(DISTINCT m.document_id) AS documents, count(m.document_id) AS mentions
FROM facts.entities e LEFT JOIN facts.mentions m USING (entity_id) GROUP BY e.entity_id
ORDER BY documents DESC, mentions DESC, name LIMIT {SHOWN}
"""
_SOURCES: Final = """SELECT coalesce(publisher, 'unknown') AS publisher, count(*) AS documents,
    count(*) FILTER (WHERE duplicate_of IS NOT NULL) AS copies, count(*) FILTER (WHERE is_spun) AS spun,
    min(published_from) AS first_published, max(published_to) AS last_published,
    sum(f.facts)::BIGINT AS facts, sum(f.candidates)::BIGINT AS candidates,
    sum(coalesce(replaced_chars, 0))::BIGINT AS characters_lost
FROM corpus.documents d LEFT JOIN (
    SELECT document_id, count(*) AS facts, count(*) FILTER (WHERE confidence = 'candidate') AS candidates
    FROM marts.all_facts GROUP BY document_id) f USING (document_id)
GROUP BY ALL ORDER BY documents DESC, publisher"""
_SHARED: Final = """WITH stated AS (
    SELECT DISTINCT claim_id, agreement, coalesce(publisher, 'unknown') AS publisher,
        families.family_id
    FROM (SELECT claim_id, agreement, unnest(fact_ids) AS fact_id FROM facts.claims WHERE sources > 1)
    JOIN marts.all_facts USING (fact_id) JOIN corpus.families USING (document_id))
SELECT a.publisher AS source, b.publisher AS other_source,
    count(DISTINCT claim_id) FILTER (WHERE a.agreement <> 'conflict') AS claims_agreed,
    count(DISTINCT claim_id) FILTER (WHERE a.agreement = 'conflict') AS claims_in_conflict
FROM stated a JOIN stated b USING (claim_id) WHERE a.publisher < b.publisher AND a.family_id <> b.family_id
GROUP BY ALL ORDER BY claims_agreed + claims_in_conflict DESC, source, other_source LIMIT 100"""
_QUALITY: Final = (
    (
        "rejects-by-check",
        "What did not get in, by reason",
        """SELECT check_name, coalesce(table_name, 'whole document') AS what, count(*) AS refused
FROM ops.rejects GROUP BY ALL ORDER BY refused DESC, check_name""",
    ),
    (
        "rejects",
        "The latest refusals",
        """SELECT started_at, source_uri, table_name, check_name, reason, rejects.times
FROM ops.rejects JOIN ops.runs USING (run_id) ORDER BY started_at DESC, source_uri, check_name LIMIT 200""",
    ),
    (
        "runs",
        "The latest runs",
        """SELECT started_at, state, documents_in, documents_loaded, documents_unchanged, documents_duplicate,
    documents_rejected, rows_rejected, message FROM ops.runs ORDER BY started_at DESC LIMIT 30""",
    ),
    (
        "measures",
        "What the documents of the latest runs were like",
        """SELECT started_at, measure, value FROM ops.measures JOIN ops.runs USING (run_id)
ORDER BY started_at DESC, measure LIMIT 100""",
    ),
    (
        "confidence",
        "How sure the facts are",
        """SELECT kind, confidence, count(*) AS facts FROM marts.all_facts
GROUP BY ALL ORDER BY kind, confidence""",
    ),
)


def documents_list(con: duckdb.DuckDBPyConnection) -> Rows:
    """Documents, the latest ones first."""
    return _rows(con, _DOCUMENTS)


def entities_list(con: duckdb.DuckDBPyConnection) -> Rows:
    """Entities, those of most documents first."""
    return _rows(con, _ENTITIES)


def sources(con: duckdb.DuckDBPyConnection) -> tuple[Listing, Listing]:
    """What each publisher's documents are like, and which publishers state the same."""
    return (
        listing(con, "sources", "What each publishes", _SOURCES, 500),
        listing(con, "shared-claims", "Which agree with which, of independent texts", _SHARED),
    )


def quality(con: duckdb.DuckDBPyConnection) -> tuple[Listing, ...]:
    """What was refused, what the runs did, how sure the facts are."""
    return tuple(listing(con, *one) for one in _QUALITY)


def marts(con: duckdb.DuckDBPyConnection, *names: str) -> tuple[Listing, ...]:
    """Views of `marts` as tables, as far as this warehouse has them; their comment says what they hold."""
    known = dict(
        con.execute("SELECT view_name, comment FROM duckdb_views() WHERE schema_name = 'marts'").fetchall()
    )
    return tuple(
        listing(con, name, name.replace("_", " "), f"FROM marts.{name}", 300, known[name] or "")
        for name in names
        if name in known
    )


def _rows(con: duckdb.DuckDBPyConnection, sql: str) -> Rows:
    result = con.execute(sql)
    columns = [column[0] for column in result.description or []]
    return [dict(zip(columns, row, strict=True)) for row in result.fetchall()]
