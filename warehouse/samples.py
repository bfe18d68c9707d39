"""What a run's summary shows: the numbers of the tables, and three facts with their evidence."""

from __future__ import annotations

from dataclasses import dataclass

import duckdb

from transforms.readable import readable
from transforms.rows import Row
from warehouse.runs import totals

SHOWN = ("metric", "event", "quote")


@dataclass(frozen=True)
class Sample:
    """A fact as a person reads it: `statement` in one line, `evidence` as it stands in the raw text."""

    fact_id: str
    kind: str
    statement: str
    evidence: str
    title: str | None
    publisher: str | None
    confidence: str


@dataclass(frozen=True)
class Summary:
    """A run's row of `ops.runs` (None where there is none), rows by table now, and three sample facts."""

    run: Row | None
    totals: dict[str, int]
    samples: tuple[Sample, ...]


def summary(con: duckdb.DuckDBPyConnection, run_id: str | None = None) -> Summary:
    """The summary of a run, by default of the latest."""
    result = con.execute(
        "SELECT * FROM ops.runs WHERE ? IS NULL OR run_id = ? ORDER BY started_at DESC LIMIT 1",
        [run_id, run_id],
    )
    columns = [column[0] for column in result.description or []]
    runs = [dict(zip(columns, row, strict=True)) for row in result.fetchall()]
    return Summary(runs[0] if runs else None, totals(con), samples(con))


def samples(con: duckdb.DuckDBPyConnection) -> tuple[Sample, ...]:
    """One metric, one event and one quote: of different documents, of high confidence where there is one."""
    chosen: list[Sample] = []
    seen: set[str] = set()
    for kind in SHOWN:
        found = con.execute(
            "SELECT fact_id, kind, subject, predicate, object, value, unit, bound, when_edtf, evidence,"
            " title, publisher, confidence, document_id FROM marts.all_facts WHERE kind = ?"
            " AND subject IS NOT NULL AND (kind = 'metric' OR object IS NOT NULL)"
            # Neither a scrap nor a paragraph, dated if possible; the id makes the choice the same each time.
            " ORDER BY document_id IN (SELECT unnest(?::VARCHAR[])), confidence = 'high' DESC,"
            " length(evidence) BETWEEN 8 AND 60 DESC, when_edtf IS NOT NULL DESC,"
            " duplicate_of IS NOT NULL, fact_id"
            " LIMIT 1",
            [kind, sorted(seen)],
        ).fetchall()
        for row in found:
            seen.add(row[-1])
            chosen.append(Sample(row[0], kind, _statement(kind, *row[2:9]), *row[9:13]))
    return tuple(chosen)


def _statement(
    kind: str,
    subject: str,
    predicate: str,
    object_: str | None,
    value: float | None,
    unit: str | None,
    bound: str | None,
    when: str | None,
) -> str:
    dated = f" ({when})" if when else ""
    if kind == "metric":
        shown = readable(value) if value is not None else "?"
        sign = "" if bound == "=" else f"{bound} "
        label = f" ({object_})" if object_ and object_ != predicate else ""
        return f"{subject} · {predicate}{label}: {sign}{shown} {unit}{dated}"
    if kind == "quote":
        return f"{subject} {predicate}: “{object_}”{dated}"
    return f"{subject} · {predicate} · {object_ or '–'}{dated}"
