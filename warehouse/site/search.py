"""What the search page looks through: names, titles and claims in Simplified, and how to get there."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

import duckdb
from opencc import OpenCC

from warehouse.site.pages import claim_page, document_page, entity_page, file_name

_HAN: Final = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000), range(0x20000, 0x2A6E0))
_ENTITIES: Final = """
SELECT e.entity_id, any_value(e.name), any_value(e.kind), coalesce(string_agg(DISTINCT a.alias, ' · '), '')
FROM facts.entities e LEFT JOIN facts.entity_aliases a ON a.entity_id = e.entity_id AND a.alias <> e.name
LEFT JOIN (SELECT entity_id, count(*) AS n FROM facts.mentions GROUP BY entity_id) m
    ON m.entity_id = e.entity_id
GROUP BY e.entity_id ORDER BY any_value(n) DESC NULLS LAST, e.entity_id
"""
_DOCUMENTS: Final = """
SELECT document_id, coalesce(title, left(text, 40)), concat_ws(' · ', publisher, published_edtf)
FROM corpus.documents
ORDER BY published_from DESC NULLS LAST, document_id
"""
_CLAIMS: Final = """
SELECT claim_id, statement, documents, sources, agreement, fact_ids[1], f.document_id FROM facts.claims
JOIN site_fact f ON f.fact_id = fact_ids[1] ORDER BY sources DESC, documents DESC, claim_id
"""


def search_index(con: duckdb.DuckDBPyConnection) -> dict[str, list[list[str]]]:
    """By kind, rows of words, more words and link; all words in Simplified, as the query will be.

    The link of a claim that one document states is the document's number and the fact.
    """
    simplified = OpenCC("t2s").convert
    found: dict[str, list[list[str]]] = defaultdict(list)
    for entity, name, kind, aliases in con.execute(_ENTITIES).fetchall():
        found[kind].append([simplified(name), simplified(aliases), entity_page(entity)])
    numbers: dict[str, int] = {}
    for document, title, about in con.execute(_DOCUMENTS).fetchall():
        numbers[document] = len(numbers)
        found["document"].append([simplified(title), about, document_page(document)])
    for claim, statement, documents, sources, agreement, fact, document in con.execute(_CLAIMS).fetchall():
        if documents > 1 or agreement == "conflict":
            about = f"{documents} documents · {sources} sources · {agreement}"
            found["claim"].append([statement, about, claim_page(claim)])
        else:
            found["claim"].append([statement, "", f"{numbers[document]}#{file_name(fact)}"])
    return found


def script_map() -> dict[str, str]:
    """Two strings of one length: Traditional characters and the Simplified ones that OpenCC makes of them."""
    every = [chr(code) for block in _HAN for code in block]
    # One a line: a dictionary of phrases must not see two of them as one word.
    simple = OpenCC("t2s").convert("\n".join(every)).split("\n")
    pairs = [(old, new) for old, new in zip(every, simple, strict=True) if old != new and len(new) == 1]
    return {"traditional": "".join(old for old, _ in pairs), "simplified": "".join(new for _, new in pairs)}
