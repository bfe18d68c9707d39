"""After a change of rules only what is out of date is made anew, and from the bytes that are kept."""

import shutil
from datetime import date
from pathlib import Path

import duckdb
import pytest

from flows.errors import KaojuError
from flows.ingest import ingest
from flows.rebuild import rebuild
from flows.sources import find_items
from flows.stored import choose, stored_items
from tests.flows.conftest import write_articles
from tests.flows.plainly import outcome_of, without_prefect
from transforms.pipeline import document_id, process
from transforms.source import SourceItem
from warehouse.doctor import diagnose
from warehouse.fingerprint import fingerprint
from warehouse.query import connect_published

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def made_by_older_rules(tmp_path_factory) -> Path:
    """A warehouse of four documents that other rules made, and whose sources are gone."""
    folder = tmp_path_factory.mktemp("older")
    articles, warehouse = write_articles(folder / "articles"), folder / "w.duckdb"
    with without_prefect():
        outcome_of(ingest, sources=[str(articles)], warehouse=str(warehouse))
    shutil.rmtree(articles)
    with duckdb.connect(str(warehouse)) as con:
        con.execute(
            "UPDATE corpus.documents SET rules_version = 'older', title = 'as the older rules read it'"
            " WHERE contains(source_uri, 'records') OR contains(source_uri, 'a.txt')"
        )
        con.execute("DELETE FROM facts.quotes")
        con.execute("DELETE FROM facts.evidence WHERE fact_id NOT IN (SELECT fact_id FROM marts.all_facts)")
        con.execute("UPDATE corpus.documents SET rules_version = 'older' WHERE contains(source_uri, 'b.md')")
    return warehouse


@pytest.fixture
def loaded(made_by_older_rules, plain, tmp_path) -> Path:
    """A copy of it for each test."""
    return Path(shutil.copyfile(made_by_older_rules, tmp_path / "w.duckdb"))


def versions(warehouse: Path) -> list[tuple[str, int]]:
    with connect_published(warehouse) as con:
        return con.execute(
            "SELECT rules_version, count(*) FROM corpus.documents GROUP BY 1 ORDER BY 2"
        ).fetchall()


def test_what_is_stored_is_what_was_read(tmp_path):
    """The same bytes and words give the same rows: for text, pages and records."""
    from warehouse.writer import open_writer

    pages = ROOT / "tests" / "transforms" / "reading" / "pages"
    sources = [str(ROOT / "seeds" / "articles"), *map(str, sorted(pages.glob("t*.html")))]
    read = {document_id(i): i for i in find_items(sources) if isinstance(i, SourceItem)}
    with open_writer(tmp_path / "w.duckdb") as writer:
        from datetime import datetime

        writer.load([process(item) for item in read.values()], "run", datetime(2024, 8, 24))
        stored = list(stored_items(writer.connection, list(read)))
    assert [document_id(item) for item in stored] == list(read)
    for item in stored:
        assert process(item) == process(read[document_id(item)])


def test_only_what_is_out_of_date_is_made_anew(loaded, tmp_path):
    fresh = tmp_path / "fresh"
    outcome = outcome_of(rebuild, warehouse=str(loaded))
    assert (outcome.documents_in, outcome.loaded, outcome.reloaded, outcome.unchanged) == (4, 4, 4, 0)
    [(version, number)] = versions(loaded)
    assert (version != "older", number) == (True, 4)
    with connect_published(loaded) as con:
        assert diagnose(con) == []
        assert con.execute("SELECT count(*) FROM facts.quotes").fetchall() > [(0,)]
        before = fingerprint(con)
        assert con.execute("SELECT sources FROM ops.runs ORDER BY started_at DESC LIMIT 1").fetchall() == [
            ("the warehouse",)
        ]
    assert not fresh.exists()
    again = outcome_of(rebuild, warehouse=str(loaded))
    assert again.documents_in == 0, "nothing is out of date any more"
    with connect_published(loaded) as con:
        assert fingerprint(con) == before


def test_some_documents_only(loaded):
    with connect_published(loaded) as con:
        everything = choose(con, "newer", None, ())
        by_day = choose(con, "newer", date(2100, 1, 1), ())
        assert (len(everything.stale), everything.asked, by_day.asked) == (4, 4, 0)
        old = choose(con, "newer", date(2000, 1, 1), ())
        assert set(old.stale) == set(everything.stale)
        one = everything.stale[0]
        assert choose(con, "newer", None, (one[:8],)).stale == (one,)
        with pytest.raises(KaojuError, match="begins with 'nothing'"):
            choose(con, "newer", None, ("nothing",))
    chosen = choose_stale(loaded)[:1]
    outcome = outcome_of(rebuild, warehouse=str(loaded), documents=chosen)
    assert outcome.documents_in == 1
    assert choose_stale(loaded) and set(chosen) & set(choose_stale(loaded)) == set()


def choose_stale(warehouse: Path) -> list[str]:
    from transforms.version import rules_version

    with connect_published(warehouse) as con:
        return list(choose(con, rules_version(), None, ()).stale)


def test_families_and_claims_alone(loaded):
    with duckdb.connect(str(loaded)) as con:
        con.execute("DELETE FROM corpus.families")
    outcome = outcome_of(rebuild, warehouse=str(loaded), stage="reconcile")
    assert (outcome.documents_in, outcome.loaded) == (0, 0)
    with connect_published(loaded) as con:
        assert con.execute("SELECT count(*) FROM corpus.families").fetchall() == [(4,)]
    assert choose_stale(loaded), "no document was processed"


def test_what_the_present_rules_refuse_keeps_its_rows(loaded, monkeypatch):
    from transforms.rejection import Rejected

    def refuse(item):
        raise Rejected("not_chinese", "these rules want something else")

    monkeypatch.setattr("flows.rebuild.process", refuse)
    before = versions(loaded)
    outcome = outcome_of(rebuild, warehouse=str(loaded))
    assert (outcome.loaded, outcome.rejected) == (0, 4)
    assert versions(loaded) == before
