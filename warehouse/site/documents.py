"""Documents as the site shows them: what is known of each, its marked text, its facts, its family."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import duckdb
from markupsafe import Markup

from transforms.aligned import Edit
from warehouse.site.facts import Fact, facts_of
from warehouse.site.marked_text import Mention, Stated, marked_text

AT_ONCE: Final = 400
_CHOSEN: Final = "SEMI JOIN (SELECT unnest(?::VARCHAR[]) AS document_id) USING (document_id)"
_KNOWN: Final = """title, author, publisher, translator, url, credited_source, published_edtf,
    published_basis, script, is_spun, spun_score, duplicate_of, supersedes, source_uri, source_sha256,
    encoding, raw_chars"""


@dataclass(frozen=True)
class Relative:
    """Another document of the same family, or one that states the same claims."""

    document_id: str
    title: str | None
    publisher: str | None
    published: str | None
    why: str


@dataclass(frozen=True)
class Document:
    """One document; `known` is its row without the text, `rules` the number of edits by rule."""

    document_id: str
    known: dict[str, Any]
    text: Markup
    facts: tuple[Fact, ...]
    rules: tuple[tuple[str, int], ...]
    family: tuple[Relative, ...]
    sharing: tuple[Relative, ...]


def documents(con: duckdb.DuckDBPyConnection) -> Iterator[Document]:
    """All documents, read some at once."""
    ids = [one for (one,) in con.execute("SELECT document_id FROM corpus.documents ORDER BY 1").fetchall()]
    for first in range(0, len(ids), AT_ONCE):
        yield from _documents(con, ids[first : first + AT_ONCE])


def _documents(con: duckdb.DuckDBPyConnection, ids: Sequence[str]) -> Iterator[Document]:
    def grouped(sql: str) -> dict[str, list[tuple[Any, ...]]]:
        found: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
        for document, *rest in con.execute(sql, [list(ids)]).fetchall():
            found[document].append(tuple(rest))
        return found

    known = grouped(f"SELECT document_id, {_KNOWN} FROM corpus.documents {_CHOSEN}")
    raw = grouped(f"SELECT document_id, raw_text FROM corpus.sources {_CHOSEN}")
    edits = grouped(
        "SELECT document_id, raw_start, raw_end, before, after, rule"
        f" FROM corpus.repairs {_CHOSEN} ORDER BY raw_start"
    )
    mentions = grouped(
        f"SELECT document_id, raw_start, raw_end, entity_id FROM facts.mentions {_CHOSEN} ORDER BY 2"
    )
    fact_ids = con.execute(f"SELECT fact_id FROM site_fact {_CHOSEN}", [list(ids)]).fetchall()
    facts: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts_of(con, (one for (one,) in fact_ids)).values():
        facts[fact.document_id].append(fact)
    family, sharing = grouped(_FAMILY), grouped(_SHARING)
    names = [name.strip() for name in _KNOWN.split(",")]
    for one in ids:
        repairs = [Edit(*row) for row in edits[one]]
        rules: dict[str, int] = defaultdict(int)
        for edit in repairs:
            rules[edit.rule] += 1
        stated = [
            Stated(place.start, place.end, number, fact.fact_id, place_no)
            for number, fact in enumerate(facts[one], 1)
            for place_no, place in enumerate(fact.places)
        ]
        source = raw[one][0][0] if raw[one] else ""
        yield Document(
            one,
            dict(zip(names, known[one][0], strict=True)),
            marked_text(source, repairs, [Mention(*row) for row in mentions[one]], stated),
            tuple(facts[one]),
            tuple(sorted(rules.items(), key=lambda rule: (-rule[1], rule[0]))),
            tuple(Relative(*row) for row in family[one]),
            tuple(Relative(*row) for row in sharing[one]),
        )


_FAMILY: Final = f"""
SELECT own.document_id, other.document_id, title, publisher, published_edtf,
    CASE WHEN other.is_original THEN 'the original' ELSE other.method || ' copy' END
        || coalesce(', ' || printf('%.2f', other.similarity) || ' alike', '')
        || coalesce(': ' || other.reason, '')
FROM corpus.families own {_CHOSEN} JOIN corpus.families other USING (family_id)
JOIN corpus.documents d ON d.document_id = other.document_id
WHERE other.document_id <> own.document_id ORDER BY other.is_original DESC, other.document_id
"""
_SHARING: Final = f"""
WITH own AS (SELECT DISTINCT document_id, claim_id FROM site_fact JOIN site_claim USING (fact_id)),
family AS (SELECT document_id, family_id FROM corpus.families)
SELECT a.document_id, b.document_id, any_value(title), any_value(publisher), any_value(published_edtf),
    count(*)::VARCHAR || ' of its claims'
FROM (FROM own {_CHOSEN}) a JOIN own b ON a.claim_id = b.claim_id AND a.document_id <> b.document_id
JOIN corpus.documents d ON d.document_id = b.document_id
LEFT JOIN family fa ON fa.document_id = a.document_id LEFT JOIN family fb ON fb.document_id = b.document_id
WHERE fa.family_id IS DISTINCT FROM fb.family_id OR fa.family_id IS NULL
GROUP BY a.document_id, b.document_id
QUALIFY row_number() OVER (PARTITION BY a.document_id ORDER BY count(*) DESC, b.document_id) <= 10
ORDER BY count(*) DESC, b.document_id
"""
