"""The rows that the claims of some topics are made from."""

from __future__ import annotations

from collections.abc import Sequence

from flows.names import Names
from transforms.reconciling.event_claims import AT_HEAD
from transforms.rows import Row, Rows
from warehouse.writer import Writer

Pair = tuple[str, str]


def claim_rows(writer: Writer, kind: str, pairs: Sequence[Pair], decided: Names) -> Rows:
    """The rows that the claims of these topics are made from."""
    spelled = [(what, one) for what, entity in pairs for one in decided.members(entity)]
    whats, entities = [what for what, _ in spelled], [one for _, one in spelled]
    chosen = "IN (SELECT (unnest(?::VARCHAR[]), unnest(?::VARCHAR[])))"
    rows: Rows = {f"facts.{name}": [] for name in ("metrics", "events", "event_roles", "relations")}
    if kind == "event":
        of_topic = (
            "FROM facts.events SEMI JOIN"
            " (SELECT fact_id FROM facts.events JOIN facts.event_roles USING (fact_id)"
            f" WHERE (type, entity_id) {chosen}) USING (fact_id)"
        )
        rows["facts.events"] = _rows(
            writer,
            f"SELECT fact_id, document_id, type, date_edtf, modality, polarity, confidence {of_topic}",
            *(whats, entities),
        )
        facts = [row["fact_id"] for row in rows["facts.events"]]
        rows["facts.event_roles"] = _rows(
            writer, "FROM facts.event_roles WHERE fact_id IN (SELECT unnest(?::VARCHAR[]))", facts
        )
        parties = sorted({row["entity_id"] for row in rows["facts.event_roles"] if row["entity_id"]})
        rows["facts.relations"] = _rows(
            writer,
            "SELECT fact_id, document_id, subject_id, relation, object_id, qualifier FROM facts.relations"
            " WHERE subject_id IN (SELECT unnest(?::VARCHAR[]))"
            " AND relation IN (SELECT unnest(?::VARCHAR[]))",
            *(parties, sorted(AT_HEAD)),
        )
    elif kind == "metric":
        rows["facts.metrics"] = _rows(
            writer,
            "SELECT fact_id, document_id, subject_id, metric, label, value, value_low, value_high, unit,"
            " bound, period_edtf, attributed_to_id, modality, confidence FROM facts.metrics"
            f" WHERE (metric, subject_id) {chosen}",
            *(whats, entities),
        )
    else:
        rows["facts.relations"] = _rows(
            writer,
            "SELECT fact_id, document_id, subject_id, relation, object_id, qualifier FROM facts.relations"
            f" WHERE (relation, subject_id) {chosen}",
            *(whats, entities),
        )
    return rows | _around(writer, rows, decided)


def _around(writer: Writer, rows: Rows, decided: Names) -> Rows:
    """The documents, families and entities that these facts name."""
    stated = [row for table in rows.values() for row in table]
    documents = sorted({row["document_id"] for row in stated if "document_id" in row})
    columns = ("subject_id", "object_id", "entity_id", "attributed_to_id")
    found = {row[column] for row in stated for column in columns if row.get(column)}
    entities = sorted(found | {decided.group_of(one) for one in found})
    return {
        "corpus.documents": _rows(
            writer,
            "SELECT document_id, published_from, published_to FROM corpus.documents"
            " WHERE document_id IN (SELECT unnest(?::VARCHAR[]))",
            documents,
        ),
        "corpus.families": _rows(
            writer,
            "SELECT document_id, family_id FROM corpus.families"
            " WHERE document_id IN (SELECT unnest(?::VARCHAR[]))",
            documents,
        ),
        "facts.entities": _rows(
            writer,
            "SELECT entity_id, name, family FROM facts.entities"
            " WHERE entity_id IN (SELECT unnest(?::VARCHAR[]))"
            " OR family IN (SELECT name FROM facts.entities"
            " WHERE entity_id IN (SELECT unnest(?::VARCHAR[])))",
            *(entities, entities),
        ),
    }


def _rows(writer: Writer, sql: str, *values: Sequence[str]) -> list[Row]:
    result = writer.connection.execute(sql, [list(one) for one in values])
    columns = [column[0] for column in result.description or []]
    return [dict(zip(columns, row, strict=True)) for row in result.fetchall()]
