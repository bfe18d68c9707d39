"""Loading: what goes in, what stays, what is refused."""

from __future__ import annotations

from pathlib import Path

from tests.warehouse.example import NOW, document, reconciled
from warehouse.query import connect_published, run_sql
from warehouse.writer import open_writer


def test_a_document_goes_in_and_comes_out(tmp_path: Path):
    warehouse = tmp_path / "w.duckdb"
    with open_writer(warehouse) as writer:
        report = writer.load([document()], "run1", NOW)
        assert report.rejects == () and report.refused == ()
        assert report.loaded == ("d1",)
        writer.replace(reconciled("d1"))
        writer.publish()
    con = connect_published(warehouse)
    assert run_sql(con, "SELECT text FROM facts.quotes") == (["text"], [("开源是好事。",)])
    con.close()
