"""A run is held against what is expected and against the runs before it."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.warehouse.example import document, reconciled
from warehouse.expectations import OWN_LIMITS, Finding, check_expectations, load_limits
from warehouse.writer import open_writer

START = datetime(2024, 8, 24, 2, 0, 0)
FACTS = (
    "facts.metrics",
    "facts.events",
    "facts.event_roles",
    "facts.quotes",
    "facts.relations",
    "facts.evidence",
)


def nightly(warehouse: Path, night: int, documents: int, facts: bool = True, state: str = "completed"):
    """Load so many documents as the run of a night; what its check finds."""
    run, now = f"run{night}", START + timedelta(days=night)
    names = [f"d{night}x{n}" for n in range(documents)]
    rows = [document(name) for name in names]
    for one in rows:
        if not facts:
            one |= {name: [] for name in FACTS}
    with open_writer(warehouse) as writer:
        report = writer.load(rows, run, now)
        assert not report.refused and not report.rejects
        writer.replace(reconciled(*names) if facts else {"corpus.families": []})
        writer.record_run({"run_id": run, "started_at": now, "state": "running"})
        checked = check_expectations(writer.connection, run)
        writer.record_measures(run, checked.measures)
        writer.record_run(
            {"run_id": run, "started_at": now, "finished_at": now + timedelta(hours=1), "state": state}
        )
    return checked


def words(findings: tuple[Finding, ...]) -> dict[str, str]:
    return {one.name: one.level for one in findings}


def test_first_runs_have_no_history_and_make_no_noise(tmp_path):
    for night in range(3):
        checked = nightly(tmp_path / "w.duckdb", night, 20)
        assert checked.findings == ()
        assert checked.measures["documents"] == 20 and checked.measures["facts_per_document"] == 4
        assert checked.measures["with_title"] == 1 and checked.measures["of_high_confidence"] == 0.75


def test_facts_that_collapse_warn_or_stop_the_publication(tmp_path):
    warehouse = tmp_path / "w.duckdb"
    for night in range(3):
        nightly(warehouse, night, 20)
    checked = nightly(warehouse, 3, 20, facts=False)
    found = words(checked.findings)
    assert found["facts_per_document"] == "fail"
    assert {found[name] for name in ("metrics_per_document", "quotes_per_document")} == {"warn"}
    [one] = [one for one in checked.findings if one.name == "metrics_per_document"]
    assert "is 0; in the last 3 runs it was 1 to 1" in one.what


def test_what_a_failed_run_left_is_measured_again(tmp_path):
    warehouse = tmp_path / "w.duckdb"
    nightly(warehouse, 0, 25, facts=False, state="failed")
    again = nightly(warehouse, 1, 0)
    assert again.measures["documents"] == 25 and words(again.findings)["facts_per_document"] == "fail"
    nightly(warehouse, 2, 0, state="completed")
    assert "documents" not in nightly(warehouse, 3, 0).measures, "what is published is not measured again"


def test_few_documents_say_nothing(tmp_path):
    warehouse = tmp_path / "w.duckdb"
    for night in range(3):
        nightly(warehouse, night, 20)
    assert nightly(warehouse, 3, 3, facts=False).findings == ()


def test_a_warehouse_that_loses_half_its_facts_is_not_published(tmp_path):
    warehouse = tmp_path / "w.duckdb"
    nightly(warehouse, 0, 4)
    with open_writer(warehouse) as writer:
        writer.connection.execute("DELETE FROM facts.metrics")
        writer.connection.execute("DELETE FROM facts.events")
        writer.connection.execute("DELETE FROM facts.quotes")
        [one] = check_expectations(writer.connection, "run1").findings
    assert (one.name, one.level) == ("facts_kept", "fail") and "0.25" in one.what


def test_doubts_about_single_rows(tmp_path):
    with open_writer(tmp_path / "w.duckdb") as writer:
        writer.load([document("d1")], "run0", datetime(2024, 8, 20))  # published on the 23rd
        writer.connection.execute(
            "UPDATE facts.metrics SET metric = 'market_share', unit = 'percent', value = 130"
        )
        found = check_expectations(writer.connection, "run0").findings
    assert words(found) == {"published_after_loaded": "warn", "share_of_more_than_all": "warn"}
    assert "1 do not keep to it, such as d1" in found[0].what


def test_limits_of_ones_own(tmp_path, monkeypatch):
    own = tmp_path / "limits.toml"
    monkeypatch.setenv(OWN_LIMITS, str(own))
    own.write_text(
        '[history]\nruns = 10\nat_least = 3\ndocuments = 1\n[measure.with_date]\nleast = 2\nreason = "x"'
    )
    with open_writer(tmp_path / "w.duckdb") as writer:
        writer.load([document("d1")], "run0", START)
        assert words(check_expectations(writer.connection, "run0").findings) == {"with_date": "fail"}
        own.write_text(own.read_text().replace("with_date", "with_data"))
        with pytest.raises(ValueError, match="with_data"):
            check_expectations(writer.connection, "run0")
    own.write_text(own.read_text().replace('reason = "x"', ""))
    with pytest.raises(ValueError, match="needs a reason"):
        load_limits()
