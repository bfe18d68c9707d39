"""The ingest flow as a whole: its counts, its records, its second run."""

from pathlib import Path
from traceback import clear_frames

import duckdb
import pytest
from prefect.client.orchestration import get_client
from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings

from flows.ingest import ingest
from flows.outcome import RunOutcome
from flows.prefect_api import PrefectApi
from flows.recorded import wait_until_recorded
from tests.flows.plainly import outcome_of
from transforms.pipeline import process
from warehouse.doctor import diagnose
from warehouse.fingerprint import fingerprint
from warehouse.query import connect_published


def run(folder: Path, warehouse: Path) -> tuple[RunOutcome, int, str]:
    """Outcome, number of task runs that Prefect has stored as final, name of the flow run's state."""
    with temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}):  # saves a second a run
        state = ingest([str(folder)], str(warehouse), return_state=True)
    outcome = state.result()
    assert isinstance(outcome, RunOutcome)
    stored = wait_until_recorded(state.state_details.flow_run_id, outcome.task_runs, 30)
    return outcome, stored, state.name


def ask(warehouse: Path, sql: str) -> list:
    with connect_published(warehouse) as con:
        return con.execute(sql).fetchall()


@pytest.mark.usefixtures("api")
def test_a_mixed_folder_is_accounted_for_and_a_second_run_changes_nothing(articles, tmp_path):
    warehouse = tmp_path / "w.duckdb"
    outcome, stored, state = run(articles, warehouse)

    assert (outcome.documents_in, outcome.loaded, outcome.duplicate, outcome.rejected) == (9, 4, 1, 4)
    assert stored == outcome.task_runs == 5  # read, process, load, reconcile, publish
    assert state == "CompletedWithRejects"
    row = ask(
        warehouse,
        "SELECT state, documents_in, documents_loaded, documents_unchanged, documents_duplicate,"
        " documents_rejected, documents, finished_at IS NOT NULL, flow_run_id IS NOT NULL FROM ops.runs",
    )
    assert row == [("completed", 9, 4, 0, 1, 4, 4, True, True)]
    rejects = ask(
        warehouse, "SELECT source_uri, check_name, reason FROM ops.rejects WHERE table_name IS NULL"
    )
    assert len(rejects) == 4 and all(reason for _, _, reason in rejects)
    assert {Path(uri).name for uri, _, _ in rejects} == {
        "empty.txt",
        "english.txt",
        "picture.txt",
        "records.jsonl#line=2",
    }
    places = ask(warehouse, "SELECT count(*) FROM corpus.locations GROUP BY document_id ORDER BY 1")
    assert places == [(1,), (1,), (1,), (2,)]
    with connect_published(warehouse) as con:
        before = fingerprint(con)
        assert diagnose(con) == []

    again, stored, state = run(articles, warehouse)
    assert (again.documents_in, again.loaded, again.unchanged, again.rejected) == (9, 0, 5, 4)
    assert stored == again.task_runs == 2  # read and publish: what these rules refused is not tried again
    with connect_published(warehouse) as con:
        assert fingerprint(con) == before
        assert con.execute("SELECT count(*) FROM ops.runs").fetchall() == [(2,)]


def test_documents_made_by_other_rules_are_loaded_again(plain, articles, tmp_path, monkeypatch):
    warehouse = tmp_path / "w.duckdb"
    deep = {"sources": [str(articles / "deep")], "warehouse": str(warehouse)}
    outcome_of(ingest, **deep)
    monkeypatch.setattr("transforms.version.rules_version", lambda: "newer")
    outcome = outcome_of(ingest, **deep)
    assert (outcome.loaded, outcome.reloaded, outcome.unchanged) == (1, 1, 0)
    assert ask(warehouse, "SELECT count(*) FROM corpus.documents") == [(1,)]


def test_a_bug_of_ours_rejects_one_document_and_the_run_goes_on(plain, articles, tmp_path, monkeypatch):
    def fail_on_one(item):
        if item.uri.endswith("b.md"):
            raise ZeroDivisionError("a bug of ours")
        return process(item)

    monkeypatch.setattr("flows.ingest.process", fail_on_one)
    warehouse = tmp_path / "w.duckdb"
    outcome = outcome_of(ingest, sources=[str(articles)], warehouse=str(warehouse))
    assert (outcome.loaded, outcome.rejected) == (3, 5)
    [(uri, row)] = ask(
        warehouse, "SELECT source_uri, \"row\" FROM ops.rejects WHERE check_name = 'internal_error'"
    )
    assert uri.endswith("b.md")
    assert "ZeroDivisionError" in row and "fail_on_one" in row


def test_a_run_that_fails_on_every_document_is_not_green(plain, articles, tmp_path, monkeypatch):
    def fail(item):
        raise KeyError("side")

    monkeypatch.setattr("flows.ingest.process", fail)
    state = ingest.fn([str(articles / "deep")], str(tmp_path / "w.duckdb"))
    assert state.is_failed() and "every document" in (state.message or "")
    assert ask(tmp_path / "w.duckdb", "SELECT check_name FROM ops.rejects") == [("internal_error",)]


def test_a_run_that_fails_says_so_and_leaves_the_published_file(plain, articles, tmp_path, monkeypatch):
    warehouse = tmp_path / "w.duckdb"
    everything = {"sources": [str(articles)], "warehouse": str(warehouse)}
    outcome_of(ingest, **everything)
    before = warehouse.read_bytes()
    (articles / "new.txt").write_text((articles / "a.txt").read_text() + "又及。")

    def full(*_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch, pytest.raises(OSError, match="No space left") as raised:
        patch.setattr("warehouse.writer.Writer.load", full)
        outcome_of(ingest, **everything)
    assert warehouse.read_bytes() == before
    clear_frames(raised.tb)  # they hold the database open

    outcome = outcome_of(ingest, **everything)  # and the next run does what this one could not
    assert (outcome.loaded, outcome.unchanged) == (1, 5)
    assert ask(warehouse, "SELECT state FROM ops.runs ORDER BY started_at")[1] == ("failed",)


def test_what_a_person_sees_in_prefect(articles, tmp_path, api: PrefectApi):
    warehouse = tmp_path / "w.duckdb"
    with temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}):
        state = ingest([str(articles)], str(warehouse), return_state=True)
    flow_run_id = state.state_details.flow_run_id
    wait_until_recorded(flow_run_id, None, 30)
    from prefect.client.schemas.filters import (
        ArtifactFilter,
        ArtifactFilterFlowRunId,
        LogFilter,
        LogFilterFlowRunId,
    )

    with get_client(sync_client=True) as client:
        flow_run = client.read_flow_run(flow_run_id)
        artifacts = client.read_artifacts(
            artifact_filter=ArtifactFilter(flow_run_id=ArtifactFilterFlowRunId(any_=[flow_run_id]))
        )
        logs = client.read_logs(log_filter=LogFilter(flow_run_id=LogFilterFlowRunId(any_=[flow_run_id])))
    assert flow_run.name.startswith("ingest 20") and flow_run.name.endswith("· 4 new, 4 rejected")
    assert {one.key for one in artifacts} == {"ingest-summary", "ingest-new-claims", "ingest-rejects"}
    messages = [log.message for log in logs]
    assert "Finished. 9 documents in: 4 loaded, 0 unchanged, 1 duplicate, 4 rejected." in messages


def test_a_published_run_that_cannot_be_shown_is_no_failed_run(api, articles, tmp_path, monkeypatch):
    def busy(*_, **__):
        raise ConnectionError("503")

    monkeypatch.setattr("flows.records.create_markdown_artifact", busy)
    outcome, _, state = run(articles, tmp_path / "w.duckdb")
    assert (outcome.loaded, state) == (4, "CompletedWithRejects")


def test_no_database_is_left_open(api, articles, tmp_path):
    warehouse = tmp_path / "w.duckdb"
    run(articles, warehouse)
    with duckdb.connect(str(warehouse)) as con:  # for writing: fails where another handle is open
        assert con.execute("SELECT count(*) FROM corpus.documents").fetchall() == [(4,)]
