"""Documents with their facts in the format of hand-made gold files: JSON Lines, some files a document."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from pathlib import Path
from typing import Any, Final

import duckdb

from warehouse.fact_tables import FACT_TABLES

AT_ONCE: Final = 200
_LINE_ENDS: Final = {ord(one): f"\\u{ord(one):04x}" for one in "\x85\u2028\u2029"}
"""What JSON leaves as it is and some readers end a line at."""
_NAME: Final = re.compile(r"[A-Za-z0-9_]{1,64}")
_DOCUMENT: Final = """
SELECT document_id, 'document' AS kind, source_uri AS file, source_sha256 AS sha256, title, author, publisher,
    translator, url, CASE WHEN published_edtf IS NOT NULL THEN {'edtf': published_edtf,
    'start_on': published_from::VARCHAR, 'end_on': published_to::VARCHAR,
    'basis': published_basis} END AS published,
    script, is_spun AS spun, credited_source, raw_chars
FROM corpus.documents
"""
_SPAN: Final = "raw_start, raw_end"
_OF_FACT: Final = "fact_id, document_id"
_FACTS: Final = (
    f"""SELECT {_OF_FACT}, 'metric' AS kind, coalesce(s.name, subject_phrase) AS subject, metric,
        label, value,
    value_low, value_high, unit, bound, period_edtf AS period, a.name AS attributed_to, modality,
    {_SPAN}
    FROM facts.metrics LEFT JOIN facts.entities s ON s.entity_id = subject_id
    LEFT JOIN facts.entities a ON a.entity_id = attributed_to_id""",
    f"""SELECT {_OF_FACT}, 'event' AS kind, type, trigger, date_edtf AS date, modality, polarity, {_SPAN}
    FROM facts.events""",
    f"""SELECT {_OF_FACT}, 'quote' AS kind, coalesce(s.name, speaker_phrase) AS speaker, verb, text, direct,
    venue, said_edtf AS date,
        {_SPAN} FROM facts.quotes LEFT JOIN facts.entities s ON s.entity_id = speaker_id""",
    f"""SELECT {_OF_FACT}, 'relation' AS kind, coalesce(s.name, subject_phrase) AS subject, relation,
    coalesce(o.name, object_phrase) AS object, qualifier, period_edtf AS period, {_SPAN} FROM facts.relations
    LEFT JOIN facts.entities s ON s.entity_id = subject_id
    LEFT JOIN facts.entities o ON o.entity_id = object_id""",
)
_BESIDE: Final = {
    "-mentions": f"""SELECT document_id, name AS entity, {_SPAN} FROM facts.mentions
        JOIN facts.entities USING (entity_id)""",
    "-expressions": f"""SELECT document_id, 'quantity' AS kind, surface, value, unit, bound, {_SPAN},
        NULL AS edtf FROM facts.quantities UNION ALL SELECT document_id, 'time', surface, NULL, NULL,
        NULL, {_SPAN}, edtf
        FROM facts.times""",
    "-restorations": f"""SELECT document_id, before AS spun, after AS original, {_SPAN} FROM corpus.repairs
        WHERE starts_with(rule, 'spun')""",
    "-pinyin": f"""SELECT document_id, before, after, {_SPAN} FROM corpus.repairs
        WHERE starts_with(rule, 'pinyin')""",
}
"""Suffix of the file beside a document's own → what is in it."""

Row = dict[str, Any]


def export_gold(con: duckdb.DuckDBPyConnection, folder: Path) -> dict[str, int]:
    """Write `entities.jsonl` and for each document `ID.jsonl` and what stands beside it; the lines by kind.

    ValueError for a document whose id cannot be the name of a file.
    """
    written: dict[str, int] = defaultdict(int)
    _write(folder / "entities.jsonl", _entities(con), written, "entity")
    ids = [one for (one,) in con.execute("SELECT document_id FROM corpus.documents ORDER BY 1").fetchall()]
    if bad := [one for one in ids if not _NAME.fullmatch(one)]:
        raise ValueError(f"{bad[0]!r} is no document id of kaoju's, and cannot be the name of a file")
    for at in range(0, len(ids), AT_ONCE):
        some = ids[at : at + AT_ONCE]
        heads = _by(con, _DOCUMENT, some, "document_id")
        facts: dict[str, list[Row]] = defaultdict(list)
        for sql in _FACTS:
            for document, rows in _by(con, sql, some, "document_id").items():
                facts[document] += rows
        roles = _by(con, f"SELECT r.*, f.document_id, e.name FROM {_ROLES}", some, "fact_id")
        places = _by(con, f"SELECT r.*, f.document_id FROM {_PLACES}", some, "fact_id")
        beside = {suffix: _by(con, sql, some, "document_id") for suffix, sql in _BESIDE.items()}
        for document in some:
            lines = [*heads[document], *(_fact(one, roles, places) for one in facts[document])]
            _write(folder / f"{document}.jsonl", lines, written)
            for suffix, its_rows in beside.items():
                if its_rows[document]:
                    _write(folder / f"{document}{suffix}.jsonl", its_rows[document], written, suffix[1:])
    return dict(written)


_ROLES: Final = (
    "facts.event_roles r JOIN facts.events f USING (fact_id) LEFT JOIN facts.entities e USING (entity_id)"
    " ORDER BY name, phrase"
)
_PLACES: Final = (
    "facts.evidence r JOIN ("
    + " UNION ALL ".join(f"SELECT fact_id, document_id FROM {name}" for name in FACT_TABLES)
    + ") f USING (fact_id) WHERE place_no > 0 ORDER BY place_no"
)


def _entities(con: duckdb.DuckDBPyConnection) -> list[Row]:
    found = con.execute(
        "SELECT name, any_value(kind), any_value(wikidata_id), list(DISTINCT alias ORDER BY alias)"
        " FROM facts.entities LEFT JOIN facts.entity_aliases USING (entity_id) GROUP BY name ORDER BY name"
    ).fetchall()
    return [
        {"canonical": name, "kind": kind, "aliases": [one for one in aliases if one], "wikidata": wikidata}
        for name, kind, wikidata, aliases in found
    ]


def _by(con: duckdb.DuckDBPyConnection, sql: str, documents: list[str], key: str) -> dict[str, list[Row]]:
    result = con.execute(f"SELECT * FROM ({sql}) WHERE list_contains(?::VARCHAR[], document_id)", [documents])
    names = [column[0] for column in result.description or []]
    rows: dict[str, list[Row]] = defaultdict(list)
    for values in result.fetchall():
        row = dict(zip(names, values, strict=True))
        owner = row[key]
        del row["document_id"]
        rows[owner].append(row)
    return rows


def _fact(fact: Row, roles: dict[str, list[Row]], places: dict[str, list[Row]]) -> Row:
    fact_id = fact["fact_id"]
    out = {name: value for name, value in fact.items() if name not in ("fact_id", "raw_start", "raw_end")}
    if fact["kind"] == "event":
        for one in roles.get(fact_id, []):
            out.setdefault(one["role"], []).append(one["name"] or one["phrase"])
        for role, fillers in out.items():
            if isinstance(fillers, list) and len(fillers) == 1:
                out[role] = fillers[0]
    if also := [[one["raw_start"], one["raw_end"]] for one in places.get(fact_id, [])]:
        out["also"] = also
    return {**out, "raw_start": fact["raw_start"], "raw_end": fact["raw_end"]}


def _write(path: Path, rows: list[Row], written: dict[str, int], kind: str | None = None) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for row in rows:
            kept = {name: value for name, value in row.items() if name != "edtf" or value is not None}
            file.write(json.dumps(kept, ensure_ascii=False).translate(_LINE_ENDS) + "\n")
            written[kind or row["kind"]] += 1
