"""The timeline: every dated event as a row of data that the page filters."""

from __future__ import annotations

from typing import Any, Final

import duckdb

from transforms.readable import readable_date
from warehouse.site.pages import document_page

COLUMNS: Final = ("date", "type", "who", "source", "certainty", "manner", "words", "link")

_EVENTS: Final = """
WITH fillers AS (
    SELECT fact_id, rank, string_agg(name, '、' ORDER BY name) AS who FROM site_party
    WHERE rank < 3 GROUP BY fact_id, rank, role
)
SELECT e.date_edtf, e.type,
    coalesce((SELECT string_agg(who, ' → ' ORDER BY rank) FROM fillers f WHERE f.fact_id = e.fact_id), ''),
    coalesce(d.publisher, 'unknown'), e.confidence,
    concat_ws(', ', CASE WHEN e.polarity = 'negative' THEN 'not' END, e.modality),
    v.surface, e.document_id, e.fact_id
FROM facts.events e JOIN corpus.documents d USING (document_id)
JOIN facts.evidence v ON v.fact_id = e.fact_id AND v.place_no = 0
WHERE e.start_on IS NOT NULL ORDER BY e.start_on DESC, e.end_on DESC, e.fact_id
"""


def timeline(con: duckdb.DuckDBPyConnection) -> list[list[Any]]:
    """Rows of COLUMNS, the latest events first."""
    return [
        [readable_date(date), *known, document_page(document, fact, words=True)]
        for date, *known, document, fact in con.execute(_EVENTS).fetchall()
    ]
