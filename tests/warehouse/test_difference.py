"""Two warehouses held against each other: what came, what went, what says something else now."""

from flows.difference_page import COLUMNS, lines, rows, summary_rows
from tests.warehouse.example import NOW, document, reconciled
from warehouse.difference import Changed, difference
from warehouse.query import connect_published
from warehouse.writer import open_writer


def differ(old, new):
    with connect_published(old) as before, connect_published(new) as after:
        return difference(before, after)


def publish(path, *documents):
    with open_writer(path) as writer:
        assert not writer.load([*documents], "run", NOW).refused
        writer.replace(reconciled(*(one["corpus.documents"][0]["document_id"] for one in documents)))
        writer.publish()
    return path


def test_nothing_changed(tmp_path):
    old = publish(tmp_path / "old.duckdb", document("d1"))
    new = publish(tmp_path / "new.duckdb", document("d1", rules="r2"))
    found = differ(old, new)
    assert found.changes == ()
    assert found.totals == dict.fromkeys(("document", "metric", "event", "quote", "relation"), (1, 1))
    assert [*lines(found)] == []


def test_every_kind_of_change(tmp_path):
    second = document("d1")
    [metric] = second["facts.metrics"]
    metric |= {"fact_id": "d1-metric-2", "value": 3700000.0, "value_low": 3700000, "value_high": 3700000}
    for one in second["facts.evidence"]:
        one["fact_id"] = one["fact_id"].replace("d1-metric", "d1-metric-2")
    second["facts.quotes"][0]["confidence"] = "candidate"
    second["facts.relations"] = []
    second["facts.evidence"] = [one for one in second["facts.evidence"] if "relation" not in one["fact_id"]]
    old = publish(tmp_path / "old.duckdb", document("d1"), document("d2"))
    new = publish(tmp_path / "new.duckdb", second, document("d3"))
    found = differ(old, new)

    def short(one: Changed):
        return one.what, one.kind, one.document_id, one.columns

    assert [short(one) for one in found.changes if one.kind == "document"] == [
        ("removed", "document", "d2", ()),
        ("added", "document", "d3", ()),
    ]
    assert [short(one) for one in found.changes if one.document_id == "d1"] == [
        ("removed", "relation", "d1", ()),
        ("changed", "quote", "d1", ("confidence",)),
        ("changed", "metric", "d1", ("value", "value_low", "value_high")),
    ]
    assert {one.what for one in found.changes if one.document_id == "d3"} == {"added"}
    counts = {kind: rest for kind, *rest in summary_rows(found)}
    assert counts["document"] == [2, 2, 1, 1, 0] and counts["metric"] == [2, 2, 1, 1, 1]
    text = "\n".join(lines(found))
    assert (
        "  ~ quote 马克·扎克伯格 · 表示 · 开源是好事。: confidence high → candidate  「開源是好事。」" in text
    )
    assert "value 3,600,000 → 3,700,000" in text and "+ document d3" in text
    assert all(len(row) == len(COLUMNS) for row in rows(found))
