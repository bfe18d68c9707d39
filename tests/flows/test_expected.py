"""A run below a minimum fails before it publishes; what is only unusual is said in its summary."""

from traceback import clear_frames

import pytest

from flows.errors import KaojuError
from flows.ingest import ingest
from flows.rebuild import rebuild
from flows.summary_page import summary_page
from tests.flows.plainly import outcome_of
from transforms.pipeline import process
from transforms.source import SourceItem
from warehouse.expectations import OWN_LIMITS
from warehouse.news import news_since
from warehouse.query import connect_published

LIMITS = """
[history]
runs = 10
at_least = 1
documents = 1

[measure.{name}]
{limit}
reason = "A reason for whoever is woken by it."
"""


def without_facts(item: SourceItem):
    rows = process(item)
    rows["corpus.documents"][0]["rules_version"] = "broken"
    return {table: own if table.startswith("corpus.") else [] for table, own in rows.items()}


def test_below_a_minimum_nothing_is_published(plain, articles, tmp_path, monkeypatch):
    warehouse, limits = tmp_path / "w.duckdb", tmp_path / "limits.toml"
    limits.write_text(LIMITS.format(name="facts_per_document", limit="least = 0.5"))
    monkeypatch.setenv(OWN_LIMITS, str(limits))
    outcome_of(ingest, sources=[str(articles / "b.md")], warehouse=str(warehouse))
    before = warehouse.read_bytes()

    with monkeypatch.context() as broken:
        broken.setattr("flows.ingest.process", without_facts)
        broken.setattr("transforms.version.rules_version", lambda: "broken")
        for _ in range(2):  # the second loads nothing, and must not publish what the first one left
            with pytest.raises(KaojuError) as raised:
                outcome_of(ingest, sources=[str(articles)], warehouse=str(warehouse))
            message = str(raised.value)
            clear_frames(raised.tb)  # they hold the database open
            assert "nothing was published: facts_per_document is 0, and 0.5 is the least" in message
            assert "kaoju rebuild" in message and str(limits.name) and OWN_LIMITS in message
            assert warehouse.read_bytes() == before

    outcome_of(rebuild, warehouse=str(warehouse))  # with rules that are sound
    with connect_published(warehouse) as con:
        assert con.execute("SELECT count(*) > 5 FROM marts.all_facts").fetchall() == [(True,)]
        states = con.execute("SELECT state FROM ops.runs ORDER BY started_at").fetchall()
    assert [one for (one,) in states] == ["completed", "failed", "failed", "completed"]


def test_what_is_unusual_is_in_the_summary(plain, articles, tmp_path, monkeypatch):
    warehouse, limits = tmp_path / "w.duckdb", tmp_path / "limits.toml"
    limits.write_text(LIMITS.format(name="metrics_per_document", limit="within = 1.2"))
    monkeypatch.setenv(OWN_LIMITS, str(limits))
    first = outcome_of(ingest, sources=[str(articles / "b.md")], warehouse=str(warehouse))
    assert first.warnings == ()
    monkeypatch.setattr("flows.ingest.process", without_facts)
    second = outcome_of(ingest, sources=[str(articles / "a.txt")], warehouse=str(warehouse))
    [warning] = second.warnings
    assert warning.startswith("metrics_per_document is 0; in the last 1 runs it was")
    with connect_published(warehouse) as con:
        [(started,)] = con.execute("SELECT max(started_at) FROM ops.runs").fetchall()
        page = summary_page(second, news_since(con, started), {})
        kept = con.execute("SELECT value FROM ops.measures WHERE measure = 'documents'").fetchall()
    assert "## Not as expected" in page and "A reason for whoever" in page
    assert kept == [(1.0,), (1.0,)]
