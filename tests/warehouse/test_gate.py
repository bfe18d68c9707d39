"""The gate: one wrong thing a test, and the reject that comes of it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.warehouse.example import LLAMA, META, NOW, RAW, at, document
from transforms.rows import Row, Rows
from warehouse.gate import Admitted, admit
from warehouse.tables.catalogue import TABLES
from warehouse.validation import TableFault, split_valid


def loadable(**changes: Any) -> Rows:
    rows = document()
    rows["corpus.documents"][0] |= {"loaded_at": NOW, **changes}
    return rows


def changed(table: str, number: int = 0, **changes: Any) -> Rows:
    rows = loadable()
    rows[table][number] |= changes
    return rows


def only_reject(admitted: Admitted) -> tuple[str | None, str, str]:
    (one,) = admitted.rejects
    assert (one.source_uri, one.document_id) == ("d1.txt", "d1")
    assert admitted.documents == ("d1",) and admitted.refused == ()
    return one.table_name, one.check_name, one.reason


def test_what_is_right_gets_in_whole():
    rows = loadable()
    admitted = admit([rows])
    assert admitted.documents == ("d1",) and admitted.refused == admitted.rejects == ()
    assert {name: frame.height for name, frame in admitted.frames.items()} == {
        name: len(its_rows) for name, its_rows in rows.items()
    }


@pytest.mark.parametrize(
    ("table", "changes", "check", "reason"),
    [
        ("facts.mentions", {"surface": None}, "surface: missing", "surface is missing"),
        ("facts.mentions", {"surface": "Mata"}, "surface stands there", "the raw text has 'Meta' at [0, 4)"),
        ("facts.mentions", {"raw_end": 999}, "span in text", "behind the end of the raw text"),
        ("facts.mentions", {"raw_start": -1}, "raw_start: range", "raw_start is '-1', less than 0"),
        ("facts.mentions", {"raw_start": 4}, "span is not empty", "span is not empty"),
        ("facts.mentions", {"raw_start": "first"}, "raw_start: type", "raw_start is 'first'"),
        ("facts.mentions", {"surface": "\ud800"}, "surface: type", "surface is '\\ud800'"),
        ("facts.mentions", {"entity_id": "nobody"}, "entity_id: entity exists", "'nobody'"),
        ("facts.mentions", {"document_id": "d9"}, "document exists", "'d9' did not come"),
        ("facts.quantities", {"value": float("nan")}, "value: missing; value: range", "value is missing"),
        ("facts.quantities", {"value": True}, "value: type", "value is True"),
        ("facts.quantities", {"unit": "万"}, "unit: pattern", "unit is '万'"),
        ("facts.times", {"start_on": "2024-13-01"}, "start_on: type", "start_on is '2024-13-01'"),
        ("corpus.sentences", {"text": ""}, "text: empty", "text is ''"),
    ],
)
def test_a_wrong_row_is_a_reject_with_its_reason(table, changes, check, reason):
    admitted = admit([changed(table, **changes)])
    (one,) = admitted.rejects
    assert (one.table_name, one.check_name) == (table, check)
    assert reason in one.reason
    assert one.row is not None and json.loads(str(one.as_row("run1")["row"]))
    assert admitted.frames[table].height == len(document()[table]) - 1 if table in admitted.frames else True


def test_with_a_fact_go_its_roles_and_evidence():
    admitted = admit([changed("facts.events", type="earthquake")])
    assert [(one.table_name, one.check_name) for one in admitted.rejects] == [
        ("facts.events", "type: vocabulary"),
        ("facts.event_roles", "fact exists"),
        ("facts.event_roles", "fact exists"),
        ("facts.evidence", "fact exists"),
        ("facts.evidence", "fact exists"),
    ]
    assert {one.document_id for one in admitted.rejects} == {"d1"}
    assert "facts.events" not in admitted.frames and admitted.frames["facts.evidence"].height == 3


def test_an_entity_that_fails_takes_what_names_it_along():
    admitted = admit([changed("facts.entities", 1, kind="spaceship")])
    assert {(one.table_name, one.check_name) for one in admitted.rejects} == {
        ("facts.entities", "kind: vocabulary"),
        ("facts.mentions", "entity_id: entity exists"),
        ("facts.metrics", "subject_id: entity exists"),
        ("facts.event_roles", "entity_id: entity exists"),
        ("facts.relations", "object_id: entity exists"),
        ("facts.evidence", "fact exists"),
    }
    known = admit([changed("facts.entities", 1, kind="spaceship")], known_entities={LLAMA})
    assert [one.table_name for one in known.rejects] == ["facts.entities"]


def test_a_fact_names_whom_it_is_about():
    assert only_reject(admit([without_evidence("facts.metrics", "d1-metric", subject_id=None)])) == (
        "facts.metrics",
        "a metric has a subject",
        "it is not so that a metric has a subject",
    )


def without_evidence(table: str, fact: str, **changes: Any) -> Rows:
    rows = changed(table, **changes)
    rows["facts.evidence"] = [row for row in rows["facts.evidence"] if row["fact_id"] != fact]
    return rows


def test_a_row_twice_is_one_row_and_two_rows_of_one_key_are_a_reject():
    rows = loadable()
    mention = rows["facts.mentions"][0]
    rows["facts.mentions"].append(dict(mention))
    assert admit([rows]).rejects == ()
    rows["facts.mentions"].append({**mention, "how": "guess"})
    assert only_reject(admit([rows]))[:2] == ("facts.mentions", "key")


def test_entities_repeat_between_documents_and_the_registry_wins():
    rows = loadable()
    discovered: Row = {"entity_id": META, "name": "Meta?", "kind": "organization", "basis": "discovered"}
    rows["facts.entities"].insert(0, discovered)
    admitted = admit([rows])
    assert admitted.rejects == ()
    names = dict(admitted.frames["facts.entities"].select("entity_id", "name").iter_rows())
    assert names[META] == "Meta"


@pytest.mark.parametrize(
    ("table", "changes", "check"),
    [
        ("corpus.documents", {"script": "Latn"}, "corpus.documents: script: vocabulary"),
        (
            "corpus.documents",
            {"published_basis": "guessed"},
            "corpus.documents: published_basis: pattern",
        ),
        ("corpus.documents", {"raw_chars": None}, "corpus.documents: raw_chars: missing"),
        ("corpus.sources", {"raw_text": b"bytes"}, "corpus.sources: raw_text: type"),
        ("corpus.repairs", {"rule": "magic"}, "corpus.repairs: rule: pattern"),
        ("corpus.repairs", {"before": "发"}, "corpus.repairs: before stands there"),
    ],
)
def test_without_source_or_repairs_a_document_is_refused_with_all_its_rows(table, changes, check):
    admitted = admit([changed(table, **changes)])
    assert admitted.documents == () and admitted.rejects == ()
    assert admitted.frames == {}
    (one,) = admitted.refused
    assert (one.source_uri, one.document_id, one.table_name, one.check_name) == ("d1.txt", "d1", None, check)


def test_one_refused_document_does_not_hold_up_another():
    good, bad = loadable(), document("d2")
    bad["corpus.documents"][0] |= {"loaded_at": NOW}
    bad["corpus.sources"] = []
    admitted = admit([bad, good])
    assert admitted.documents == ("d1",)
    assert [(one.document_id, one.check_name) for one in admitted.refused] == [
        ("d2", "corpus.documents: source exists")
    ]


def test_what_no_document_may_bring_is_an_error_of_the_program():
    with pytest.raises(ValueError, match=r"no table 'facts\.rumours'"):
        admit([{"facts.rumours": []}])
    with pytest.raises(ValueError, match=r"facts\.claims is not filled by a document"):
        admit([{"facts.claims": []}])
    with pytest.raises(ValueError, match=r"facts\.mentions has no column colour"):
        admit([changed("facts.mentions", colour="red")])


def test_a_fault_that_is_not_a_rows_raises(monkeypatch):
    table = TABLES["facts.mentions"]
    monkeypatch.setattr(
        type(table),
        "polars_schema",
        lambda self: {"entity_id": table.model.to_schema().columns["entity_id"].dtype.type},
    )
    monkeypatch.setattr("warehouse.validation._first_of_each_key", lambda table, frame: (frame, []))
    with pytest.raises(TableFault, match=r"facts\.mentions"):
        split_valid(table, [{"entity_id": META}])


def test_places_are_in_the_text():
    assert RAW[at("405B")["raw_start"] : at("405B")["raw_end"]] == "405B"
