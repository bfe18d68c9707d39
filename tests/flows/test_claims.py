"""Claims kept up to date document by document are those made of all documents at once."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import duckdb
import pytest

from flows.claims import make_claims
from flows.copies import group_copies
from flows.reconciling import reconcile
from transforms.pipeline import process
from transforms.source import SourceItem
from warehouse.writer import Writer, open_writer

NOW = datetime(2024, 8, 24)
TEXTS = {
    "a": "6月3日，元象科技发布大模型晨风 2。元象科技创始人陈立表示，晨风 2的参数量为700亿。",
    "b": "元象科技在2024年6月发布了晨风 2。公司2023年营收达到12.4亿元。",
    "c": "陈立发布晨风 2。元象科技2023年营收为15亿元，净利润3.1亿元。",
    "d": "晨风 2.5和晨风 3即将推出。有消息称元象科技没有发布晨风 2。",
}


@pytest.fixture(scope="module")
def processed():
    items = {
        name: SourceItem(f"{name}.txt", f"{text}\n（本报2024年6月10日讯）".encode(), "text")
        for name, text in TEXTS.items()
    }
    return {name: process(item) for name, item in items.items()}


def claims_of(writer: Writer) -> list[tuple]:
    return writer.connection.execute("FROM facts.claims ORDER BY ALL").fetchall()


def loaded(path: Path, rows, order: str, *, again: str = "") -> tuple[list[tuple], list[tuple]]:
    """Claims made in this order, one document at a time, and those of all made anew after it."""
    with open_writer(path) as writer:
        for name in [*order, *again]:
            writer.load([rows[name]], "run", NOW)
            make_claims(writer, "run", group_copies(writer, "run"), ())
        piecewise = claims_of(writer)
        make_claims(writer, "run", None, ())
        return piecewise, claims_of(writer)


def test_one_by_one_in_any_order_and_again_is_as_all_at_once(tmp_path: Path, processed):
    piecewise, anew = loaded(tmp_path / "w.duckdb", processed, "badc", again="b")
    assert piecewise == anew != []


def test_a_claim_that_lost_its_only_document_s_fact_is_gone(tmp_path: Path, processed):
    with open_writer(tmp_path / "w.duckdb") as writer:
        writer.load([processed["a"], processed["b"]], "run", NOW)
        make_claims(writer, "run", group_copies(writer, "run"), ())
        facts = ("facts.metrics", "facts.events", "facts.event_roles", "facts.relations", "facts.quotes")
        bare = {**processed["b"], **{name: [] for name in (*facts, "facts.evidence")}}
        writer.load([bare], "run", NOW)
        make_claims(writer, "run", group_copies(writer, "run"), ())
        document = processed["b"]["corpus.documents"][0]["document_id"]
        found = writer.connection.execute(
            "SELECT count(*) FROM facts.claims WHERE first_document_id = ?", [document]
        ).fetchall()
        assert found == [(0,)]
        assert not writer.connection.execute("FROM facts.claims WHERE len(fact_ids) = 0").fetchall()


def people(con) -> list[tuple]:
    sql = "SELECT own_name, name FROM marts.entities WHERE merged_because IS NOT NULL ORDER BY ALL"
    return con.execute(sql).fetchall()


def test_names_are_merged_and_a_deleted_decision_is_not_made_again(tmp_path: Path):
    texts = (
        "元象科技的亚娜·诺瓦克（Jana Novak）表示，公司2024年6月3日发布了晨风 2。亚娜·诺瓦克加入了微软。",
        "计算机科学家Jana Novak加入了微软。",
    )
    path = tmp_path / "w.duckdb"

    def run(*rows):
        with open_writer(path) as writer:
            writer.load(list(rows), "run", NOW) if rows else None
            reconcile(writer, "run", NOW)
            writer.publish()

    run(*(process(SourceItem(f"{n}.txt", text.encode(), "text")) for n, text in enumerate(texts)))
    moved = "SELECT sources FROM facts.claims WHERE topic LIKE 'event|join|%' ORDER BY 1"
    with duckdb.connect(str(path)) as con:
        assert people(con) == [("Jana Novak", "亚娜·诺瓦克")]
        assert con.execute(moved).fetchall() == [(2,)]
        con.execute("DELETE FROM facts.entity_decisions")
    run()
    with duckdb.connect(str(path)) as con:
        assert people(con) == []
        assert con.execute(moved).fetchall() == [(1,), (1,)]
