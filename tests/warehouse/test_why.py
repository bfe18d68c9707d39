"""Why: from a fact back to the raw text."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.warehouse.example import NOW, at, document
from warehouse.query import connect_published
from warehouse.why import FactExplanation, UnknownId, explain
from warehouse.why_page import render
from warehouse.writer import open_writer


def test_a_fact_with_its_evidence_in_context(con):
    one = explain(con, "d1-event")
    assert isinstance(one, FactExplanation)
    assert one.kind == "event" and one.roles == (
        ("agent", "Meta [organization:Meta]"),
        ("object", "Llama 3.1 [model:Llama 3.1]"),
    )
    first, again = one.places
    assert (first.before, first.words, first.after) == ("", "Meta发布Llama 3.1", "，参数达405B。")
    assert (first.raw, first.raw_start) == ("Meta發布Llama 3.1", 0)
    assert [(edit.before, edit.after, edit.rule) for edit in first.edits] == [("發", "发", "script:t2s")]
    assert again.raw == "Meta發布了它" and again.raw_start == at("Meta發布了它")["raw_start"]
    (claim,) = one.claims
    assert (claim.sources, claim.agreement) == (1, "single")
    assert claim.others == (("d2-event", "d2", "Meta发布Llama 3.1", "示例网"),)


def test_the_page_of_a_fact(con):
    page = render(explain(con, "d1-quote"))
    assert page.splitlines() == [
        "quote d1-quote",
        "  speaker: 马克·扎克伯格 [person:马克·扎克伯格]",
        "  verb: 表示",
        "  text: 开源是好事。",
        "  direct: True",
        "",
        "Stated",
        "  扎克伯格表示：“⟦开源是好事。⟧”",
        "  raw [37, 43): 開源是好事。",
        "    [37, 38) 開 → 开 (script:t2s)",
        "",
        "Document d1",
        "  Meta发布Llama 3.1 · 示例网 · 2024-08-23",
        "  d1.txt",
        "",
        "Made by frame quote:colon, rules r1",
        "Confidence high: explicit subject",
    ]


@pytest.mark.parametrize("kind", ["metric", "event", "quote", "relation"])
def test_every_kind_has_a_page(con, kind: str):
    assert render(explain(con, f"d2-{kind}")).startswith(f"{kind} d2-{kind}\n")


def test_a_document_by_its_id(con):
    page = render(explain(con, "d2"))
    for line in (
        "document d2",
        "  known by: stated: 2024年8月23日",
        "  mentions: 4",
        "  script:t2s: 8",
        "  method: exact",
    ):
        assert line in page.splitlines()


def test_the_beginning_of_an_id_is_enough_if_it_is_the_only_one(con):
    assert explain(con, "d1-ev") == explain(con, "d1-event")
    with pytest.raises(UnknownId, match=r"4 ids begin with 'd1-'"):
        explain(con, "d1-")


@pytest.mark.parametrize("wanted", ["nothing", "", "x' OR 1=1 --", "%"])
def test_an_unknown_id_says_where_to_find_one(con, wanted: str):
    with pytest.raises(UnknownId, match="SELECT fact_id"):
        explain(con, wanted)


def test_control_characters_of_an_article_do_not_reach_the_terminal(tmp_path: Path):
    rows = document()
    evil = "\x1b[2J\u202eMeta\x07"
    rows["corpus.documents"][0]["title"] = evil
    rows["facts.events"][0]["trigger"] = evil
    with open_writer(tmp_path / "kaoju.duckdb") as writer:
        writer.load([rows], "run1", NOW)
        writer.publish()
    with connect_published(tmp_path / "kaoju.duckdb") as con:
        for page in (render(explain(con, "d1-event")), render(explain(con, "d1"))):
            assert "\\x1b[2J\\u202eMeta\\x07" in page
            assert all(char == "\n" or char.isprintable() for char in page)
