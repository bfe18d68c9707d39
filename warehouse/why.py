"""Why the warehouse says what it says: a fact, its sentence, the raw text, the edits, who else says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import duckdb

from transforms.rows import Row
from warehouse.fact_tables import FACT_TABLES
from warehouse.stated import Place, places_of


class UnknownId(LookupError):
    """No fact and no document has this id."""


@dataclass(frozen=True)
class SameClaim:
    """A claim that the fact belongs to.

    `others` are the other facts that state it: fact, document, title, publisher.
    """

    statement: str
    documents: int
    sources: int
    agreement: str
    others: tuple[tuple[str, str, str | None, str | None], ...]


@dataclass(frozen=True)
class FactExplanation:
    """All that is known of one fact. `row` is its row, `names` the names of the entities in it."""

    kind: str
    row: Row
    roles: tuple[tuple[str, str], ...]
    names: dict[str, str]
    document: Row
    places: tuple[Place, ...]
    claims: tuple[SameClaim, ...]


@dataclass(frozen=True)
class DocumentExplanation:
    """All that is known of one document: its row without the text, its places, rows by table, its family.

    `datings` are the reasons for its date, each with the `title` and `source_uri` of the document that dates
    the event.
    """

    row: Row
    locations: tuple[str, ...]
    counts: dict[str, int]
    repairs: dict[str, int]
    family: Row | None
    datings: tuple[Row, ...] = ()


Explanation = FactExplanation | DocumentExplanation


def explain(con: duckdb.DuckDBPyConnection, wanted: str) -> Explanation:
    """Explain a fact or a document by its id, or by the beginning of one; UnknownId where that is not one."""
    where = dict.fromkeys(FACT_TABLES, "fact_id") | {"corpus.documents": "document_id"}
    ids = " UNION ALL ".join(
        f"SELECT '{name}' AS t, {column} AS id FROM {name} WHERE starts_with({column}, $wanted)"
        for name, column in where.items()
    )
    found = con.execute(f"{ids} ORDER BY id", {"wanted": wanted}).fetchall() if wanted else []
    exact = [one for one in found if one[1] == wanted] or found
    if not exact:
        raise UnknownId(
            f"no fact and no document has the id {wanted!r}; "
            'ids are in the tables, as in: kaoju sql "SELECT fact_id, evidence FROM marts.facts LIMIT 5"'
        )
    if len(exact) > 1:
        some = ", ".join(one[1] for one in exact[:5])
        raise UnknownId(f"{len(exact)} ids begin with {wanted!r}: {some}; give more of it")
    table, its_id = exact[0]
    return _document(con, its_id) if table == "corpus.documents" else _fact(con, table, its_id)


def _fact(con: duckdb.DuckDBPyConnection, table: str, fact_id: str) -> FactExplanation:
    row = _rows(con, f"SELECT * FROM {table} WHERE fact_id = ?", [fact_id])[0]
    document = _rows(
        con,
        "SELECT * EXCLUDE (text) FROM corpus.documents WHERE document_id = ?",
        [row["document_id"]],
    )[0]
    roles = con.execute(
        "SELECT role, coalesce(name || ' [' || entity_id || ']', phrase) FROM facts.event_roles"
        " LEFT JOIN facts.entities USING (entity_id) WHERE fact_id = ? ORDER BY role, 2",
        [fact_id],
    ).fetchall()
    entities = [value for name, value in row.items() if name.endswith("_id") and isinstance(value, str)]
    names = con.execute(
        "SELECT entity_id, name FROM facts.entities WHERE list_contains(?::VARCHAR[], entity_id)", [entities]
    ).fetchall()
    kind = table.split(".")[1].removesuffix("s")
    places = places_of(con, row)
    return FactExplanation(kind, row, tuple(roles), dict(names), document, places, _claims(con, fact_id))


def _claims(con: duckdb.DuckDBPyConnection, fact_id: str) -> tuple[SameClaim, ...]:
    found = con.execute(
        "SELECT statement, documents, sources, agreement, fact_ids FROM facts.claims"
        " WHERE list_contains(fact_ids, ?) ORDER BY claim_id",
        [fact_id],
    ).fetchall()
    claims = []
    for statement, documents, sources, agreement, facts in found:
        others = con.execute(
            "SELECT DISTINCT fact_id, document_id, title, publisher FROM marts.all_facts"
            " WHERE list_contains(?::VARCHAR[], fact_id) AND fact_id <> ? ORDER BY document_id, fact_id",
            [facts, fact_id],
        ).fetchall()
        claims.append(SameClaim(statement, documents, sources, agreement, tuple(others)))
    return tuple(claims)


def _document(con: duckdb.DuckDBPyConnection, document_id: str) -> DocumentExplanation:
    by_id = [document_id]
    row = _rows(
        con,
        "SELECT * EXCLUDE (text), length(text) AS clean_chars FROM corpus.documents WHERE document_id = ?",
        by_id,
    )[0]
    uris = con.execute(
        "SELECT source_uri FROM corpus.locations WHERE document_id = ? ORDER BY first_seen_at, source_uri",
        by_id,
    ).fetchall()
    counted = ("corpus.sentences", "facts.mentions", "facts.quantities", "facts.times", *FACT_TABLES)
    counts = {
        name.split(".")[1]: con.execute(
            f"SELECT count(*) FROM {name} WHERE document_id = ?", by_id
        ).fetchall()[0][0]
        for name in counted
    }
    repairs = con.execute(
        "SELECT rule, count(*) FROM corpus.repairs WHERE document_id = ? GROUP BY rule ORDER BY 2 DESC, 1",
        by_id,
    ).fetchall()
    family = _rows(con, "SELECT * FROM corpus.families WHERE document_id = ?", by_id)
    datings = _rows(
        con,
        "SELECT r.*, d.title, d.source_uri FROM corpus.datings r"
        " LEFT JOIN corpus.documents d ON d.document_id = r.dated_by"
        " WHERE r.document_id = ? ORDER BY dating_no",
        by_id,
    )
    return DocumentExplanation(
        *(row, tuple(uri for (uri,) in uris), counts, dict(repairs), family[0] if family else None),
        datings=tuple(datings),
    )


def _rows(con: duckdb.DuckDBPyConnection, sql: str, values: list[Any]) -> list[Row]:
    result = con.execute(sql, values)
    columns = [column[0] for column in result.description or []]
    return [dict(zip(columns, row, strict=True)) for row in result.fetchall()]
