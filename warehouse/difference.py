"""What changed between two published warehouses, fact by fact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final, Literal

import duckdb

AT_ONCE: Final = 2_000
SAID: Final = (
    *(
        "subject",
        "predicate",
        "object",
        "detail",
        "value",
        "value_low",
        "value_high",
        "unit",
        "bound",
        "when_edtf",
    ),
    *("said_by", "modality", "polarity", "confidence", "evidence"),
)
"""What a fact says, how sure it is and in which words; not which pattern or version made it."""
_FACTS: Final = f"""
SELECT fact_id, document_id, kind, title, raw_start, raw_end, {", ".join(SAID)} FROM marts.all_facts
LEFT JOIN (SELECT fact_id, raw_start, raw_end FROM facts.evidence WHERE place_no = 0) USING (fact_id)
LEFT JOIN (SELECT fact_id, value_low, value_high FROM facts.metrics) USING (fact_id)
"""
_DOCUMENTS: Final = "SELECT document_id, coalesce(title, source_uri), source_uri, text FROM corpus.documents"

Row = dict[str, Any]
What = Literal["added", "removed", "changed"]


@dataclass(frozen=True)
class Changed:
    """A document or fact that is in one warehouse only, or in both with other values.

    `kind` is document, metric, event, quote or relation. `before` is its row in the older warehouse, `after`
    in the newer one; `columns` are those whose values differ.
    """

    what: What
    kind: str
    document_id: str
    before: Row | None
    after: Row | None
    columns: tuple[str, ...] = ()


@dataclass(frozen=True)
class Difference:
    """All changes, and how many documents and facts there are in both by kind: (before, after)."""

    changes: tuple[Changed, ...]
    totals: dict[str, tuple[int, int]]


def difference(old: duckdb.DuckDBPyConnection, new: duckdb.DuckDBPyConnection) -> Difference:
    """What has to be added, removed and changed to come from the old warehouse to the new one.

    A fact is the same if its id is; else if it stands at the same place of the same document, and is of the
    same kind with the same predicate or subject. Documents come first, then the facts by document and place.
    """
    changes = [*_documents(old, new)]
    before, after = _hashes(old), _hashes(new)
    differing = [one for one in before.keys() | after.keys() if before.get(one) != after.get(one)]
    facts = _paired(_rows(old, differing), _rows(new, differing))
    changes += sorted(
        facts, key=lambda one: (one.document_id, (one.after or one.before or {})["raw_start"] or 0)
    )
    return Difference(tuple(changes), dict(_totals(old, new)))


def _documents(old: duckdb.DuckDBPyConnection, new: duckdb.DuckDBPyConnection) -> Iterator[Changed]:
    before, after = _document_rows(old), _document_rows(new)
    for one in sorted(before.keys() | after.keys()):
        was, is_ = before.get(one), after.get(one)
        if was is None or is_ is None:
            yield Changed("added" if was is None else "removed", "document", one, was, is_)
        elif columns := tuple(name for name in ("title", "text") if was[name] != is_[name]):
            yield Changed("changed", "document", one, was, is_, columns)


def _document_rows(con: duckdb.DuckDBPyConnection) -> dict[str, Row]:
    # The text itself is long, and all that matters of it is whether it is another.
    found = con.execute(f"SELECT * REPLACE (md5(text) AS text) FROM ({_DOCUMENTS})").fetchall()
    return {one: {"title": title, "source_uri": uri, "text": text} for one, title, uri, text in found}


def _hashes(con: duckdb.DuckDBPyConnection) -> dict[str, str]:
    packed = ", ".join(f'"{name}" := "{name}"' for name in (*SAID, "raw_start", "raw_end"))
    sql = f"SELECT fact_id, md5(to_json(struct_pack({packed}))::VARCHAR) FROM ({_FACTS})"
    return dict(con.execute(sql).fetchall())


def _rows(con: duckdb.DuckDBPyConnection, facts: list[str]) -> dict[str, Row]:
    rows: dict[str, Row] = {}
    for at in range(0, len(facts), AT_ONCE):
        result = con.execute(
            f"SELECT * FROM ({_FACTS}) WHERE list_contains(?::VARCHAR[], fact_id)", [facts[at : at + AT_ONCE]]
        )
        names = [column[0] for column in result.description or []]
        rows |= {row[0]: dict(zip(names, row, strict=True)) for row in result.fetchall()}
    return rows


def _paired(before: dict[str, Row], after: dict[str, Row]) -> Iterator[Changed]:
    for one in before.keys() & after.keys():
        yield _changed(before[one], after[one])
    gone = [row for one, row in before.items() if one not in after]
    come = [row for one, row in after.items() if one not in before]
    by_place: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in gone:
        by_place[row["document_id"], row["kind"]].append(row)
    taken: set[str] = set()
    for row in sorted(come, key=lambda row: str(row["fact_id"])):
        rivals = [one for one in by_place[row["document_id"], row["kind"]] if one["fact_id"] not in taken]
        best = max(rivals, key=lambda one: _likeness(one, row), default=None)
        if best is not None and _likeness(best, row) >= (1, 0):
            taken.add(best["fact_id"])
            yield _changed(best, row)
        else:
            yield Changed("added", row["kind"], row["document_id"], None, row)
    for row in gone:
        if row["fact_id"] not in taken:
            yield Changed("removed", row["kind"], row["document_id"], row, None)


def _changed(before: Row, after: Row) -> Changed:
    columns = tuple(name for name in SAID if before[name] != after[name])
    return Changed("changed", after["kind"], after["document_id"], before, after, columns or ("place",))


def _likeness(one: Row, other: Row) -> tuple[int, int]:
    """Whether two facts of one document and kind may be one: the same place and something in common."""
    a, b, c, d = one["raw_start"], one["raw_end"], other["raw_start"], other["raw_end"]
    if None in (a, b, c, d) or min(b, d) <= max(a, c):
        return (0, 0)
    alike = sum(one[name] is not None and one[name] == other[name] for name in SAID)
    common = one["subject"] == other["subject"] or one["predicate"] == other["predicate"]
    return (int(common), alike)


def _totals(
    old: duckdb.DuckDBPyConnection, new: duckdb.DuckDBPyConnection
) -> Iterable[tuple[str, tuple[int, int]]]:
    sql = (
        "SELECT 'document', count(*) FROM corpus.documents"
        " UNION ALL SELECT kind, count(*) FROM marts.all_facts GROUP BY kind"
    )
    before, after = dict(old.execute(sql).fetchall()), dict(new.execute(sql).fetchall())
    for kind in ("document", "metric", "event", "quote", "relation"):
        yield kind, (before.get(kind, 0), after.get(kind, 0))
