"""The analysts' views over the example."""

from __future__ import annotations

import duckdb

from tests.warehouse.example import META, ZUCK
from transforms.readable import readable
from warehouse.query import run_sql
from warehouse.samples import summary


def test_facts_of_all_kinds_in_one_shape(con):
    sql = (
        "SELECT kind, subject, predicate, object, value, unit, said_by, evidence FROM {}"
        " WHERE document_id = 'd1' ORDER BY kind"
    )
    everything = [
        ("event", "Meta", "release", "Llama 3.1", None, None, None, "Meta發布Llama 3.1"),
        ("metric", "Llama 3.1", "downloads", "下载", 3600000.0, "download", "Meta", "首月下載約360萬次"),
        ("quote", "马克·扎克伯格", "表示", "开源是好事。", None, None, "马克·扎克伯格", "開源是好事。"),
        ("relation", "Meta", "developer_of", "Llama 3.1", None, None, None, "Meta發布Llama 3.1"),
    ]
    assert run_sql(con, sql.format("marts.all_facts"))[1] == everything
    assert run_sql(con, sql.format("marts.facts"))[1] == everything[:3]  # the relation is a candidate


def test_copies_are_left_out_of_what_is_relied_on(con):
    assert run_sql(con, "SELECT DISTINCT document_id FROM marts.facts")[1] == [("d1",)]
    assert run_sql(con, "SELECT DISTINCT document_id FROM marts.all_facts ORDER BY 1")[1] == [
        ("d1",),
        ("d2",),
    ]


def test_timeline(con):
    assert run_sql(con, "SELECT start_on::VARCHAR, subject, predicate, object FROM marts.timeline")[1] == [
        ("2024-07-23", "Meta", "release", "Llama 3.1")
    ]


def test_who_said_what(con):
    assert run_sql(con, "SELECT speaker, speaker_kind, words, direct FROM marts.who_said_what")[1] == [
        ("马克·扎克伯格", "person", "开源是好事。", True)
    ]


def test_company_metrics(con):
    assert run_sql(con, "SELECT company, metric, value, bound, said_by FROM marts.company_metrics")[1] == [
        ("Llama 3.1", "downloads", 3600000.0, "~", "Meta")
    ]


def test_claims(con):
    assert run_sql(con, "SELECT statement, documents, sources, agreement FROM marts.claims")[1] == [
        ("Meta 发布 Llama 3.1", 2, 1, "single")
    ]


def only(con, view, columns, where="true"):
    return run_sql(con, f"SELECT {columns} FROM marts.{view} WHERE {where}")[1]


def test_what_was_known_on_a_day(con):
    known = "SELECT count(*) FROM marts.as_of(DATE '2024-08-{}')"
    assert [run_sql(con, known.format(day))[1] for day in (22, 23)] == [[(0,)], [(3,)]]


def test_model_card(con):
    assert only(con, "model_cards", "model, developer, released, downloads, sources") == [
        ("Llama 3.1", "Meta", "2024-07-23", "~3600000.0", 1)
    ]


def test_product_launches(con):
    assert only(con, "product_launches", "product, launched_by, how, when_edtf") == [
        ("Llama 3.1", "Meta", "release", "2024-07-23")
    ]


def test_entities_go_by_the_name_that_is_decided_on(new_warehouse):
    with duckdb.connect(str(new_warehouse())) as con:
        con.execute(
            f"INSERT INTO facts.entity_decisions VALUES ('{META}', '{ZUCK}', '', 'same', 'by hand', 'trial')"
        )
        assert only(con, "entities", "own_name, name", "merged_because = 'trial'") == [
            ("Meta", "马克·扎克伯格")
        ]
        assert only(con, "timeline", "subject") == [("马克·扎克伯格",)]
        con.execute("DELETE FROM facts.entity_decisions")
        assert only(con, "timeline", "subject") == [("Meta",)]


def test_who_stated_it_first(con):
    assert only(con, "first_reports", "statement, documents, first_publisher, latest_document_id") == [
        ("Meta 发布 Llama 3.1", 2, "示例网", "d2")
    ]


def test_source_profile(con):
    columns = "source, documents, spun_share, reprinted_share, comparable_facts, unsupported_share"
    assert only(con, "source_profiles", columns) == [("示例网", 2, 0.0, 0.5, 2, 1.0)]


def test_what_sources_agree_and_disagree_on(new_warehouse):
    with duckdb.connect(str(new_warehouse())) as con:
        assert only(con, "corroborated", "1") == only(con, "conflicts", "1") == []
        con.execute("UPDATE facts.claims SET sources = 2, agreement = 'agree within bounds'")
        assert only(con, "corroborated", "statement, sources, agreement") == [
            ("Meta 发布 Llama 3.1", 2, "agree within bounds")
        ]
        con.execute("UPDATE facts.claims SET agreement = 'conflict'")
        assert only(con, "corroborated", "1") == []
        assert only(con, "conflicts", "statement") == [("Meta 发布 Llama 3.1",)]
        assert only(con, "source_profiles", "contradicted_share") == [(1.0,)]


def test_people_moves(new_warehouse):
    with duckdb.connect(str(new_warehouse())) as con:
        con.execute(
            f"UPDATE facts.events SET type = 'leave'; DELETE FROM facts.event_roles;"
            f"INSERT INTO facts.event_roles VALUES ('d1-event', 'agent', '{ZUCK}', NULL),"
            f" ('d1-event', 'source_org', '{META}', NULL)"
        )
        assert only(con, "people_moves", "person, move, left_org, joined_org, when_edtf") == [
            ("马克·扎克伯格", "leave", "Meta", None, "2024-07-23")
        ]


def test_who_is_named_together_counts_sources_and_not_copies(new_warehouse):
    with duckdb.connect(str(new_warehouse())) as con:
        assert only(con, "entity_cooccurrence", "1") == []
        con.execute("UPDATE corpus.families SET family_id = document_id")
        pairs = only(con, "entity_cooccurrence", "entity, other, sources")
        assert {frozenset(pair[:2]) for pair in pairs} >= {frozenset(("Meta", "Llama 3.1"))}
        assert {pair[2] for pair in pairs} == {2}


def test_the_summary_of_a_run_shows_the_numbers_of_the_tables_and_three_facts(con):
    one = summary(con)
    assert one.run is not None and one.run["run_id"] == "run1"
    assert one.totals["metrics"] == one.run["metrics"] == 2
    assert [(sample.kind, sample.statement, sample.evidence) for sample in one.samples] == [
        (
            "metric",
            "Llama 3.1 · downloads (下载): ~ 3,600,000 download (2024-07-23/2024-08-22)",
            "首月下載約360萬次",
        ),
        ("event", "Meta · release · Llama 3.1 (2024-07-23)", "Meta發布Llama 3.1"),
        ("quote", "马克·扎克伯格 表示: “开源是好事。”", "開源是好事。"),
    ]
    assert {sample.confidence for sample in one.samples} == {"high"}
    assert summary(con, "no such run").run is None


def test_numbers_are_shown_in_full():
    shown = [readable(value) for value in (-2e11, 3600000.0, 0.1, 61.5, 1234567.25, 1.5e-7)]
    assert shown == ["-200,000,000,000", "3,600,000", "0.1", "61.5", "1,234,567.25", "0.00000015"]
