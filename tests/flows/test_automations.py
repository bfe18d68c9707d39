"""What happens when nobody looks: automations on a real server, messages at a receiver of this machine."""

import os
from pathlib import Path

import pytest
from prefect import tags
from prefect.blocks.webhook import Webhook
from prefect.client.orchestration import get_client
from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings

from flows.alarms import is_idle, newly_refused
from flows.automations import FAILED, KILLED, NAMES, install
from flows.errors import KaojuError
from flows.ingest import ingest
from flows.prefect_api import PrefectApi
from flows.prefect_home import LOG
from tests.flows.receiver import receiver


@pytest.fixture
def told(api, monkeypatch):
    with receiver() as server:
        monkeypatch.setenv("KAOJU_NOTIFY", server.address)
        install()
        yield server
        monkeypatch.delenv("KAOJU_NOTIFY")
        install()


def there() -> list[str]:
    with get_client(sync_client=True) as client:
        return sorted(one.name for one in client.read_automations() if one.name in NAMES)


def run(folder: Path, warehouse: Path, **parameters: object):
    with tags("kaoju"), temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}):
        return ingest([str(folder)], str(warehouse), return_state=True, **parameters)


def test_they_are_installed_once_and_those_that_tell_only_while_somebody_is_to_be_told(api, monkeypatch):
    monkeypatch.delenv("KAOJU_NOTIFY", raising=False)
    assert install() == [KILLED] and there() == [KILLED]
    with receiver() as server:
        monkeypatch.setenv("KAOJU_NOTIFY", server.address)
        assert sorted(install()) == sorted(install()) == there() == sorted(NAMES)
    with get_client(sync_client=True) as client:
        [failed] = client.read_automations_by_name(FAILED)
        client.pause_automation(failed.id)
        install()
        assert not client.read_automations_by_name(FAILED)[0].enabled, "what a person switched off stays off"
    monkeypatch.delenv("KAOJU_NOTIFY")
    assert install() == [KILLED] and there() == [KILLED]


def test_a_block_of_the_users_own_is_taken(api, monkeypatch):
    Webhook(url="http://127.0.0.1:9/mine").save("mine", overwrite=True)
    monkeypatch.setenv("KAOJU_NOTIFY", "webhook/mine")
    assert len(install()) == len(NAMES)
    monkeypatch.delenv("KAOJU_NOTIFY")
    install()


@pytest.mark.parametrize("target", ["slack-webhook/none", "nonsense", "ftp://127.0.0.1/T0P-S3CRET"])
def test_somebody_who_is_not_there_is_an_error_that_keeps_the_secret(api, monkeypatch, target):
    monkeypatch.setenv("KAOJU_NOTIFY", target)
    with pytest.raises(KaojuError, match="KAOJU_NOTIFY") as raised:
        install()
    assert "S3CRET" not in str(raised.value)


def test_a_failure_is_told_with_its_cause_and_a_link(told, articles, tmp_path):
    (tmp_path / "file").touch()
    state = run(articles, tmp_path / "file" / "w.duckdb")
    assert state.is_failed()
    message = told.wait_for("ingest Failed", "runs/flow-run")
    assert str(tmp_path / "file") in message


def test_too_many_rejects_and_too_many_idle_runs_are_told_once(told, articles, tmp_path, api: PrefectApi):
    warehouse = tmp_path / "w.duckdb"
    for number in range(7):
        (articles / f"bad<b>{number}.txt").write_text("The quick brown fox. " * 30)
    run(articles, warehouse, alarm_rejects=0.5, alarm_idle_runs=2)
    message = told.wait_for("did not get in")
    assert message.startswith("kaoju: ") and "not_chinese" in message and str(warehouse) in message
    run(articles, warehouse, alarm_rejects=0.5, alarm_idle_runs=1)
    told.wait_for("nothing new came in 1 run")
    assert len([one for one in told.messages if "nothing new" in one]) == 1
    assert len([one for one in told.messages if "did not get in" in one]) == 1, "the same files are no news"


def test_the_address_is_said_nowhere(articles, tmp_path, monkeypatch, api: PrefectApi):
    with receiver(answer=404) as server:
        monkeypatch.setenv("KAOJU_NOTIFY", server.address)
        install()
        (tmp_path / "file").touch()
        run(articles, tmp_path / "file" / "w.duckdb")
        server.wait_for("ingest Failed")
        with get_client(sync_client=True) as client:
            shown = client.request("POST", "/block_documents/filter", json={}).text
            shown += client.request("POST", "/automations/filter", json={}).text
        monkeypatch.delenv("KAOJU_NOTIFY")
        install()
    assert "S3CRET" not in shown
    assert "S3CRET" not in (Path(os.environ["PREFECT_HOME"]) / LOG).read_text()


@pytest.fixture
def runs(tmp_path):
    """A warehouse's records of runs, to write by hand."""
    import duckdb

    with duckdb.connect() as con:
        con.execute("CREATE SCHEMA ops")
        con.execute(
            "CREATE TABLE ops.runs (started_at INT, state VARCHAR, documents_in INT, documents_loaded INT)"
        )
        con.execute(
            "CREATE TABLE ops.rejects"
            " (run_id VARCHAR, source_uri VARCHAR, check_name VARCHAR, table_name VARCHAR)"
        )
        yield con


@pytest.mark.parametrize(
    ("loaded", "idle"),
    [
        ([0, 0], True),
        ([5, 0, 0], True),
        ([0, 0, 0], False),
        ([0, 5, 0], False),
        ([0], False),
        ([0, 5], False),
    ],
)
def test_idle_is_the_nth_run_without_news_not_the_next_ones(runs, loaded, idle):
    for number, documents in enumerate(loaded):
        runs.execute("INSERT INTO ops.runs VALUES (?, 'completed', 5, ?)", [number, documents])
    assert is_idle(runs, 2) is idle


def test_newly_refused_is_what_no_other_run_refused_there_for_that_reason(runs):
    for row in [
        ("r1", "a", "empty", None),
        ("r2", "a", "empty", None),
        ("r2", "a", "binary", None),
        ("r2", "b", "empty", None),
        ("r2", "b", "span", "facts.times"),
    ]:
        runs.execute("INSERT INTO ops.rejects VALUES (?, ?, ?, ?)", row)
    assert newly_refused(runs, "r2") == 2
