"""What was refused is tried again, and for each input it is said what came of it."""

import gzip
import json
from collections import Counter
from pathlib import Path

import duckdb
from hypothesis import given
from hypothesis import strategies as st
from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings

from flows.commands.replay import what_became
from flows.ingest import ingest
from flows.rejected import Pending, became, path_of, pending
from flows.replay import replay
from flows.sources.uri import path_uri
from tests.flows.conftest import GOOD
from tests.flows.plainly import outcome_of
from warehouse.doctor import diagnose
from warehouse.query import connect_published


def names(found: list[Pending]) -> list[tuple[str, str]]:
    return [(Path(one.source_uri).name, one.check) for one in found]


def test_every_refused_input_is_accounted_for(plain, articles, tmp_path):
    warehouse = tmp_path / "w.duckdb"
    (articles / "list.json").write_text("[")
    (articles / "odd 100%41 #1.txt").write_text("")
    (articles / "packed.txt.gz").write_bytes(b"no gzip")
    outcome_of(ingest, sources=[str(articles)], warehouse=str(warehouse))
    with connect_published(warehouse) as con:
        wanted = pending(con)
        assert [one.check for one in pending(con, {"not_chinese"})] == ["not_chinese"]
    assert {name for name, _ in names(wanted)} == {
        *("empty.txt", "english.txt", "picture.txt", "records.jsonl#line=2", "list.json", "packed.txt.gz"),
        "odd 100%2541 #1.txt",
    }

    (articles / "empty.txt").unlink()
    (articles / "odd 100%41 #1.txt").write_text(GOOD + "其一。")
    (articles / "list.json").write_text(json.dumps([{"text": GOOD + "其二。"}, {"text": GOOD + "其三。"}]))
    (articles / "packed.txt.gz").write_bytes(gzip.compress((GOOD + "其四。").encode()))
    (articles / "never.txt").write_text(GOOD + "没人问过它。")
    outcome = outcome_of(replay, warehouse=str(warehouse))
    assert (outcome.documents_in, outcome.loaded, outcome.rejected) == (7, 4, 3)
    with connect_published(warehouse) as con:
        replayed = became(con, wanted, outcome.run_id)
        still = pending(con)
        assert diagnose(con) == []
    assert {(Path(one.pending.source_uri).name, one.became) for one in replayed} == {
        ("empty.txt", "gone"),
        ("odd 100%2541 #1.txt", "loaded"),
        ("list.json", "loaded"),
        ("packed.txt.gz", "loaded"),
        ("english.txt", "rejected"),
        ("picture.txt", "rejected"),
        ("records.jsonl#line=2", "rejected"),
    }
    assert all(bool(one.why) == (one.became in ("rejected", "gone")) for one in replayed)
    assert {name for name, _ in names(still)} == {
        *("empty.txt", "english.txt", "picture.txt", "records.jsonl#line=2")
    }


def test_a_document_that_lost_rows_is_made_anew(plain, articles, tmp_path, monkeypatch):
    from transforms.pipeline import process

    def with_a_bad_row(item):
        rows = process(item)
        rows["facts.metrics"] = [{**row, "metric": "no such metric"} for row in rows["facts.metrics"]]
        return rows

    warehouse = tmp_path / "w.duckdb"
    monkeypatch.setattr("flows.ingest.process", with_a_bad_row)
    first = outcome_of(ingest, sources=[str(articles / "deep")], warehouse=str(warehouse))
    assert first.rows_rejected > 0
    with connect_published(warehouse) as con:
        [one] = pending(con)
        assert one.rows and con.execute("SELECT count(*) FROM facts.metrics").fetchall() == [(0,)]
    (articles / "deep" / "copy.txt").unlink()  # the warehouse has the bytes

    outcome = outcome_of(replay, warehouse=str(warehouse))
    assert (outcome.reloaded, outcome.rows_rejected) == (1, 0)
    with connect_published(warehouse) as con:
        assert pending(con) == []
        assert [one.became for one in became(con, [one], outcome.run_id)] == ["loaded"]
        assert con.execute("SELECT count(*) FROM facts.metrics").fetchall() > [(0,)]


def test_a_bug_that_is_mended(api, articles, tmp_path, monkeypatch):
    def fail(item):
        raise ZeroDivisionError("a bug of ours")

    warehouse = tmp_path / "w.duckdb"
    monkeypatch.setattr("flows.ingest.process", fail)
    with temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}):
        assert ingest([str(articles / "deep")], str(warehouse), return_state=True).is_failed()
        assert replay(warehouse=str(warehouse), checks=["internal_error"]).loaded == 1
    with duckdb.connect(str(warehouse)) as con:  # nothing is left open
        assert pending(con) == []


def test_what_the_same_rules_refused_is_tried_again(plain, articles, tmp_path, monkeypatch):
    from transforms.pipeline import process
    from transforms.rejection import Rejected

    def refuse(item):
        raise Rejected("no_article", "a library of this machine was broken")

    warehouse, tried = tmp_path / "w.duckdb", list[str]()
    with monkeypatch.context() as broken:
        broken.setattr("flows.ingest.process", refuse)
        outcome_of(ingest, sources=[str(articles / "deep")], warehouse=str(warehouse))

    def seen(item):
        tried.append(item.uri)
        return process(item)

    monkeypatch.setattr("flows.ingest.process", seen)
    assert outcome_of(ingest, sources=[str(articles / "deep")], warehouse=str(warehouse)).rejected == 1
    assert not tried, "a run leaves alone what these rules refused"
    monkeypatch.setattr("flows.replay.process", seen)
    assert outcome_of(replay, warehouse=str(warehouse)).loaded == 1 and len(tried) == 1
    with connect_published(warehouse) as con:
        assert pending(con) == []


def test_the_counts_say_what_was_tried_and_what_was_not():
    assert (
        what_became(Counter(loaded=4, rejected=3, gone=1)) == "7 tried again: 4 loaded, 3 rejected. 1 gone."
    )
    assert what_became(Counter(gone=2)) == "None tried again. 2 gone."


@given(st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1, max_size=20))
def test_a_uri_leads_back_to_its_path(name):
    path = Path("/srv") / f"x{name}"
    assert path_of(path_uri(path)) == path
