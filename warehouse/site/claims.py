"""Claims as the site shows them: every statement of one, which agree, which differ, which are copies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

import duckdb

from warehouse.site.facts import Fact, facts_of

AT_ONCE: Final = 1500


@dataclass(frozen=True)
class Statement:
    """One document's statement of a claim; `copy` says how the document is a copy, if it is one."""

    fact: Fact
    title: str | None
    publisher: str | None
    published: str | None
    copy: str | None


@dataclass(frozen=True)
class Claim:
    """A claim that several documents state, or on which they disagree; statements by independent source."""

    claim_id: str
    kind: str
    statement: str
    documents: int
    sources: int
    agreement: str
    reason: str | None
    statements: tuple[tuple[Statement, ...], ...]


def claims(con: duckdb.DuckDBPyConnection) -> Iterator[Claim]:
    """All claims that have a page of their own, the best supported ones first."""
    has_reason = con.execute(
        "SELECT count(*) FROM duckdb_columns() WHERE schema_name = 'facts' AND table_name = 'claims'"
        " AND column_name = 'reason'"
    ).fetchall()[0][0]
    rows = con.execute(_CLAIMS.format(reason="reason" if has_reason else "NULL")).fetchall()
    for first in range(0, len(rows), AT_ONCE):
        some = rows[first : first + AT_ONCE]
        facts = facts_of(con, {fact for row in some for fact in row[-1]})
        about = {
            document: (family or document, (title, publisher, published, copy))
            for document, family, title, publisher, published, copy in con.execute(
                _DOCUMENTS, [list({fact.document_id for fact in facts.values()})]
            ).fetchall()
        }
        for claim_id, kind, statement, documents, sources, agreement, reason, fact_ids in some:
            stated = sorted(
                (facts[one] for one in fact_ids if one in facts),
                key=lambda fact: (about[fact.document_id][0], about[fact.document_id][1][3] is not None),
            )
            groups = groupby(stated, key=lambda fact: about[fact.document_id][0])
            yield Claim(
                *(claim_id, kind, statement, documents, sources, agreement, reason),
                tuple(
                    tuple(Statement(fact, *about[fact.document_id][1]) for fact in group)
                    for _, group in groups
                ),
            )


_CLAIMS: Final = """
SELECT claim_id, kind, statement, documents, sources, agreement, {reason}, fact_ids FROM facts.claims
WHERE documents > 1 OR agreement = 'conflict' ORDER BY sources DESC, documents DESC, claim_id
"""
_DOCUMENTS: Final = """
SELECT document_id, family_id, title, publisher, published_edtf,
    CASE WHEN is_original OR method = 'single' THEN NULL ELSE method END
FROM corpus.documents LEFT JOIN corpus.families USING (document_id)
SEMI JOIN (SELECT unnest(?::VARCHAR[]) AS document_id) USING (document_id)
"""
