"""Which documents may be copies of some given ones: those that share enough of their fingerprints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import duckdb

AT_ONCE: Final = 500


@dataclass(frozen=True)
class _Kind:
    """A kind of fingerprints: a pair must share `least` of them, and this share of the shorter list.

    Where the shorter list has less than `least` it must be shared as a whole.
    """

    column: str
    least: int
    share: float


_KINDS: Final = (_Kind("bands", 2, 0.0), _Kind("passages", 2, 0.25), _Kind("figures", 4, 0.4))


def likely_copies(con: duckdb.DuckDBPyConnection, documents: Sequence[str]) -> list[tuple[str, str]]:
    """Pairs of documents, one of them given, that may be copies of each other; each once, ordered.

    Whether a pair is among them depends on the two documents alone, so it is found whichever comes first.
    """
    pairs: set[tuple[str, str]] = set()
    for at in range(0, len(documents), AT_ONCE):
        some = list(documents[at : at + AT_ONCE])
        for kind in _KINDS:
            pairs.update(con.execute(_sharing(kind), [some]).fetchall())
    return sorted(pairs)


def _sharing(kind: _Kind) -> str:
    name = kind.column
    return f"""
        WITH given AS (
            SELECT document_id, len({name}) AS number, unnest({name}) AS hash FROM corpus.fingerprints
            WHERE document_id IN (SELECT unnest(?::VARCHAR[]))
        ), every AS (
            SELECT document_id, len({name}) AS number, unnest({name}) AS hash FROM corpus.fingerprints
        )
        SELECT least(g.document_id, e.document_id) AS a, greatest(g.document_id, e.document_id) AS b
        FROM every e JOIN given g USING (hash) WHERE e.document_id <> g.document_id
        GROUP BY e.document_id, g.document_id
        HAVING count(*) >= least({kind.least}, min(e.number), min(g.number))
           AND count(*) >= {kind.share} * least(min(e.number), min(g.number))"""
