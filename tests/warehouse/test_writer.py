"""Loading: what goes in, what stays, what is replaced."""

from __future__ import annotations

from datetime import UTC, timedelta, timezone
from pathlib import Path

import pytest

from tests.warehouse.example import LATER, META, NOW, document, reconciled
from warehouse.fingerprint import fingerprint
from warehouse.gate import Reject
from warehouse.query import connect_published, run_sql
from warehouse.writer import Writer, open_writer


@pytest.fixture
def writer(tmp_path: Path):
    with open_writer(tmp_path / "kaoju.duckdb") as writer:
        yield writer


def prints(writer: Writer) -> dict[str, str]:
    return fingerprint(writer._con)


def test_a_document_goes_in_and_comes_out(tmp_path: Path):
    warehouse = tmp_path / "new folder" / "kaoju.duckdb"
    with open_writer(warehouse) as writer:
        report = writer.load([document()], "run1", NOW)
        assert (report.loaded, report.reloaded, report.refused, report.rejects) == (("d1",), (), (), ())
        own = {name: len(rows) for name, rows in document().items() if not name.startswith("facts.entit")}
        assert report.rows == own
        writer.publish()
    with connect_published(warehouse) as con:
        assert run_sql(con, "SELECT text, direct FROM facts.quotes") == (
            ["text", "direct"],
            [("开源是好事。", True)],
        )
        assert run_sql(con, "SELECT loaded_at FROM corpus.documents")[1] == [(NOW,)]
    assert sorted(path.name for path in warehouse.parent.iterdir()) == ["kaoju.duckdb", "kaoju.lock"]


def test_loading_again_changes_nothing_but_the_load_times(writer: Writer):
    writer.load([document()], "run1", NOW)
    writer.replace(reconciled("d1"))
    before = prints(writer)
    assert writer.load([document()], "run2", LATER).reloaded == ("d1",)
    writer.replace(reconciled("d1"))
    assert prints(writer) == before
    assert writer.read("SELECT loaded_at FROM corpus.documents") == [{"loaded_at": LATER}]
    assert writer.read("SELECT first_seen_at, last_seen_at FROM corpus.locations") == [
        {"first_seen_at": NOW, "last_seen_at": LATER}
    ]


def test_a_reloaded_document_keeps_nothing_of_before(writer: Writer):
    writer.load([document("d1"), document("d2")], "run1", NOW)
    poorer = document("d1", rules="r2")
    for table in ("facts.events", "facts.event_roles", "facts.mentions"):
        poorer[table] = []
    poorer["facts.evidence"] = [row for row in poorer["facts.evidence"] if row["fact_id"] != "d1-event"]
    writer.load([poorer], "run2", LATER)
    for table in ("events", "mentions"):
        assert writer.read(f"SELECT DISTINCT document_id FROM facts.{table}") == [{"document_id": "d2"}]
    assert writer.read("SELECT DISTINCT fact_id FROM facts.event_roles") == [{"fact_id": "d2-event"}]
    assert writer.read("SELECT count(*) AS n FROM facts.evidence WHERE fact_id LIKE 'd1%'") == [{"n": 3}]
    assert writer.known() == {"d1": ("r2", {"d1.txt"}), "d2": ("r1", {"d2.txt"})}


def test_a_fault_of_the_program_leaves_the_warehouse_as_it_was(writer: Writer, monkeypatch):
    writer.load([document("d1")], "run1", NOW)
    before = prints(writer)

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("no more disk")

    monkeypatch.setattr("warehouse.writer.note_locations", broken)
    with pytest.raises(RuntimeError, match="no more disk"):
        writer.load([document("d1"), document("d2")], "run2", LATER)
    assert prints(writer) == before


def test_other_places_of_a_document_are_its_locations(writer: Writer):
    writer.load([document(uri="a.txt")], "run1", NOW)
    writer.add_locations([("d1", "b.txt"), ("d1", "b.txt"), ("d1", "a.txt")], LATER)
    assert writer.known() == {"d1": ("r1", {"a.txt", "b.txt"})}
    assert writer.read("SELECT last_seen_at FROM corpus.locations WHERE source_uri = 'a.txt'") == [
        {"last_seen_at": NOW}
    ]


def test_a_document_that_comes_twice_in_a_batch_is_one_in_two_places(writer: Writer):
    report = writer.load([document(uri="a.txt"), document(uri="b.txt")], "run1", NOW)
    assert (report.loaded, report.refused, report.rejects) == (("d1",), (), ())
    assert writer.known() == {"d1": ("r1", {"a.txt", "b.txt"})}


def test_a_new_version_at_the_same_place_supersedes_the_old_one(writer: Writer):
    writer.load([document("old", uri="a.txt"), document("record", uri="a.jsonl#line=1")], "run1", NOW)
    writer.load([document("new", uri="a.txt"), document("other", uri="a.jsonl#line=1")], "run2", LATER)
    writer.load([document("new", rules="r2", uri="a.txt")], "run3", LATER)
    assert writer.read("SELECT document_id, supersedes FROM corpus.documents ORDER BY 1") == [
        {"document_id": "new", "supersedes": "old"},
        {"document_id": "old", "supersedes": None},
        {"document_id": "other", "supersedes": None},
        {"document_id": "record", "supersedes": None},
    ]


def test_only_the_registry_changes_an_entity(writer: Writer):
    def load(name: str, basis: str) -> str:
        rows = document(name)
        rows["facts.entities"][0] |= {"name": name, "basis": basis}
        writer.load([rows], name, NOW)
        return str(writer.read(f"SELECT name FROM facts.entities WHERE entity_id = '{META}'")[0]["name"])

    assert load("first", "discovered") == "first"
    assert load("second", "discovered") == "first"
    assert load("third", "registry") == "third"
    assert load("fourth", "discovered") == "third"


def test_entities_that_no_document_names_any_more_are_gone(writer: Writer):
    before = document()
    unused = {"entity_id": "person:某人", "name": "某人", "kind": "person", "basis": "discovered"}
    before["facts.entities"].append(unused)
    before["facts.mentions"].append({**before["facts.mentions"][0], "entity_id": unused["entity_id"]})
    writer.load([before], "run1", NOW)
    assert writer.read("SELECT count(*) AS n FROM facts.entities") == [{"n": 4}]
    writer.load([document(rules="r2")], "run2", LATER)
    assert writer.read("SELECT count(*) AS n FROM facts.entities") == [{"n": 3}]
    assert writer.read("SELECT count(*) AS n FROM facts.entity_aliases") == [{"n": 2}]


def test_what_the_gate_refuses_is_kept(writer: Writer):
    bad = document()
    bad["facts.times"][0]["edtf"] = 2024
    report = writer.load([bad], "run1", NOW)
    writer.reject([Reject("x\udcff.txt", None, None, "not text", "it is binary")], "run1")
    assert [one.check_name for one in report.rejects] == ["edtf: type"]
    rejects = writer.read(
        "SELECT source_uri, table_name, check_name, \"row\"->>'edtf' AS edtf FROM ops.rejects"
    )
    assert [tuple(row.values()) for row in rejects] == [
        ("d1.txt", "facts.times", "edtf: type", "2024"),
        ("x\\udcff.txt", None, "not text", None),
    ]


def test_whole_tables_are_replaced_and_copies_marked(writer: Writer):
    writer.load([document("d1"), document("d2")], "run1", NOW)
    assert not writer.is_reconciled()
    writer.replace(reconciled("d1", "d2"))
    assert writer.is_reconciled()
    query = "SELECT document_id, duplicate_of FROM corpus.documents ORDER BY 1"
    assert [row["duplicate_of"] for row in writer.read(query)] == [None, "d1"]
    writer.replace(
        {"corpus.families": [*reconciled("d1")["corpus.families"], *reconciled("d2")["corpus.families"]]}
    )
    assert [row["duplicate_of"] for row in writer.read(query)] == [None, None]
    writer.replace({"facts.claims": [{**reconciled("d1")["facts.claims"][0], "agreement": "maybe"}]}, "run2")
    assert writer.read("SELECT count(*) AS n FROM facts.claims") == [{"n": 0}]
    assert writer.read("SELECT run_id, check_name FROM ops.rejects") == [
        {"run_id": "run2", "check_name": "agreement: vocabulary"}
    ]
    with pytest.raises(ValueError, match=r"facts\.metrics is not written as a whole"):
        writer.replace({"facts.metrics": []})


def test_a_run_is_recorded_with_the_numbers_of_the_tables(writer: Writer):
    zone = timezone(timedelta(hours=8))
    writer.record_run(
        {"run_id": "run1", "started_at": NOW.replace(tzinfo=zone), "state": "running", "sources": "a b"}
    )
    writer.load([document()], "run1", NOW)
    writer.record_run(
        {"run_id": "run1", "finished_at": NOW.replace(tzinfo=UTC), "state": "completed", "documents_in": 1}
    )
    (run,) = writer.read("SELECT * FROM ops.runs")
    assert run["started_at"] == NOW - timedelta(hours=8)
    assert (run["state"], run["sources"], run["documents_in"]) == ("completed", "a b", 1)
    assert (run["documents"], run["mentions"], run["metrics"], run["claims"]) == (1, 4, 1, 0)


def begin(writer: Writer, run: str, hour: int, sources: str = "news", rules: str = "r1") -> str:
    row = {"run_id": run, "sources": sources, "rules_version": rules, "state": "running"}
    writer.record_run({**row, "started_at": NOW + timedelta(hours=hour)})
    return run


def test_what_every_run_refuses_is_one_row_that_says_which_runs(writer: Writer):
    bad = [
        Reject("a.txt", "d8", None, "not_chinese", "no Chinese in it"),
        Reject("b.txt", None, None, "empty", "nothing in it"),
        Reject("b.txt", None, None, "empty", "nothing in it"),
    ]
    other = Reject("c.txt", "d9", None, "not_chinese", "no Chinese in it")
    writer.reject(bad, begin(writer, "run1", 1))
    writer.reject([other], begin(writer, "other", 2, sources="elsewhere"))
    writer.reject(bad[:1], begin(writer, "run2", 3))
    writer.reject(bad[1:], "run2")  # the second batch of the run
    writer.reject(bad[1:], begin(writer, "run3", 4))  # a.txt is gone, or good
    writer.reject([*bad, other], begin(writer, "run4", 5))
    rows = writer.read("SELECT source_uri, run_id, last_run_id, times FROM ops.rejects ORDER BY ALL")
    assert [tuple(row.values()) for row in rows] == [
        ("a.txt", "run1", "run2", 2),
        ("a.txt", "run4", "run4", 1),
        ("b.txt", "run1", "run4", 4),
        ("b.txt", "run1", "run4", 4),
        ("c.txt", "other", "other", 1),
        ("c.txt", "run4", "run4", 1),
    ]
    writer.publish()
    assert writer.read(
        "SELECT run_id, string_agg(source_uri, ' ' ORDER BY source_uri) AS refused FROM marts.rejects"
        " GROUP BY run_id, started_at ORDER BY started_at"
    ) == [
        {"run_id": "run1", "refused": "a.txt b.txt b.txt"},
        {"run_id": "other", "refused": "c.txt"},
        {"run_id": "run2", "refused": "a.txt b.txt b.txt"},
        {"run_id": "run3", "refused": "b.txt b.txt"},
        {"run_id": "run4", "refused": "a.txt b.txt b.txt c.txt"},
    ]


def test_what_these_rules_have_refused_is_known_but_for_kaoju_s_own_failures(writer: Writer):
    begin(writer, "run1", 1)
    refused = [("d1", "not_chinese"), ("d2", "internal_error"), ("d3", "corpus.sources: key"), (None, "no")]
    rejects = [Reject(f"{check}.txt", document, None, check, "because") for document, check in refused]
    writer.reject([*rejects, Reject("x.txt", "d4", "facts.times", "edtf: type", "because")], "run1")
    assert writer.refused("r1") == {("d1", "not_chinese.txt"): ("not_chinese", "because")}
    assert writer.refused("r2") == {}
