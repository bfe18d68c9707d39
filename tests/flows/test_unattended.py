"""Long trials of what must work while nobody looks: schedules, kills, cancellations, readers, workers."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.error

import pytest

from flows.prefect_home import answers
from tests.flows.unattended import (
    ARTICLES,
    ask,
    children,
    deployment_id,
    get,
    is_alive,
    kaoju,
    many_articles,
    own_environment,
    running,
    start_run,
    wait_for,
    wait_for_state,
)
from warehouse.doctor import diagnose
from warehouse.lock import writer_lock
from warehouse.query import connect_published

pytestmark = pytest.mark.soak
READER = """
import sys, time
from pathlib import Path
from warehouse.query import connect_published
path, stop, opened = Path(sys.argv[1]), Path(sys.argv[2]), 0
while not stop.exists():
    if path.exists():
        with connect_published(path) as con:
            # One publication has the rows of all its tables.
            facts = con.execute("SELECT count(*) FROM facts.evidence").fetchall()[0][0]
            lost = con.execute(
                "SELECT count(*) FROM facts.mentions ANTI JOIN corpus.documents USING (document_id)"
            ).fetchall()[0][0]
            assert lost == 0, lost
        opened += 1
    time.sleep(0.01)
print(opened)
"""


@pytest.fixture
def env(tmp_path, port) -> dict[str, str]:
    return own_environment(tmp_path, port)


@pytest.fixture
def api(port) -> str:
    return f"http://127.0.0.1:{port}/api"


@pytest.fixture
def server(env, api):
    """A server that outlives whatever is killed."""
    with running("ui", env=env):
        wait_for(lambda: answers(api), 400)
        yield api


def is_gone(api: str) -> bool:
    return not answers(api, timeout=1)


def is_served(api: str) -> bool:
    return bool(deployment_id(api, "ingest"))


def test_a_cron_deployment_fires_at_its_minute_and_readers_see_no_error(env, api, tmp_path):
    warehouse, stop = tmp_path / "w.duckdb", tmp_path / "stop"
    words = ("serve", str(ARTICLES), "--cron", "* * * * *", "--warehouse", str(warehouse))

    def completed() -> list[dict]:
        if is_gone(api):
            return []
        state = {"state": {"type": {"any_": ["COMPLETED"]}}}
        return ask(api, "flow_runs/filter", flow_runs=state, flows={"name": {"any_": ["ingest"]}})

    reader = subprocess.Popen(
        [sys.executable, "-c", READER, str(warehouse), str(stop)], stdout=subprocess.PIPE, text=True
    )
    serving = subprocess.Popen(kaoju(*words), env=env)
    try:
        [run, *_] = wait_for(completed, 400)
        assert run["expected_start_time"][17:19] == "00" and run["auto_scheduled"]
        assert not any(one["paused"] for one in ask(api, "deployments/filter"))
        serving.send_signal(signal.SIGKILL)  # no time to pause anything: its server must go all the same
        serving.wait(30)
        wait_for(lambda: is_gone(api), 120)

        time.sleep(61)  # a run is missed
        serving = subprocess.Popen(kaoju(*words), env=env)
        before = {one["id"] for one in wait_for(completed, 400)}
        [later, *_] = wait_for(lambda: [one for one in completed() if one["id"] not in before], 600)
        assert later["name"].endswith("nothing new"), later["name"]
        states = ask(api, "flow_runs/filter", flow_runs={"state": {"type": {"any_": ["CANCELLED"]}}})
        assert states, "the missed run is cancelled, not made up for"
        late = ask(api, "flow_runs/filter", flow_runs={"state": {"name": {"any_": ["Late"]}}})
        assert len(late) <= 1, "no storm of late runs"
        serving.send_signal(signal.SIGTERM)
        assert serving.wait(60) == 0
        wait_for(lambda: is_gone(api), 60)
    finally:
        serving.kill()
        stop.touch()
        said, _ = reader.communicate(timeout=60)
    assert reader.returncode == 0
    assert int(said) > 50, "the reader did read"


def test_a_killed_run_is_shown_as_crashed_in_two_minutes_and_the_next_one_completes(server, env, tmp_path):
    warehouse, news = tmp_path / "w.duckdb", many_articles(tmp_path / "news", 400)
    words = ("serve", str(news), "--warehouse", str(warehouse), "--report", "none", "--upkeep", "none")
    with running(*words, env=env) as serving:
        wait_for(lambda: is_served(server), 400)
        run = start_run(server, "ingest")
        wait_for_state(server, run, "Running")
        wait_for(lambda: warehouse.with_name("w.working.duckdb").exists(), 60)
        time.sleep(5)
        killed = [serving.pid, *children(serving.pid)]
        for pid in killed:
            os.kill(pid, signal.SIGKILL)
        since = time.monotonic()
        crashed = wait_for_state(server, run, "Crashed", seconds=180)
        took = time.monotonic() - since
    print(f"shown as crashed {took:.0f} s after the kill of {len(killed)} processes")
    assert took < 120, took
    assert "No sign of life" in crashed["state"]["message"]
    with running(*words, env=env):
        wait_for(lambda: is_served(server), 400)
        again = wait_for_state(server, start_run(server, "ingest"), "Completed")
    assert again["name"].endswith(" new"), again["name"]
    with connect_published(warehouse) as con:
        assert diagnose(con) == []
        assert con.execute("SELECT count(*) FROM corpus.documents").fetchall() == [(400,)]


def test_a_killed_kaoju_run_is_shown_as_crashed_too(server, env, tmp_path):
    with running("serve", str(ARTICLES), "--warehouse", str(tmp_path / "other.duckdb"), env=env):
        wait_for(lambda: is_served(server), 400)  # it installs the automation
    news = many_articles(tmp_path / "news", 400)
    run = subprocess.Popen(kaoju("run", str(news), "--warehouse", str(tmp_path / "w.duckdb")), env=env)

    def started() -> list[dict]:
        return ask(server, "flow_runs/filter", flow_runs={"state": {"name": {"any_": ["Running"]}}})

    [flow_run] = wait_for(started, 120)
    time.sleep(10)
    for pid in [run.pid, *children(run.pid)]:
        os.kill(pid, signal.SIGKILL)
    run.wait()
    since = time.monotonic()
    wait_for_state(server, flow_run["id"], "Crashed", seconds=180)
    assert time.monotonic() - since < 120


def test_a_cancelled_run_leaves_the_warehouse_as_it_was(server, env, tmp_path):
    warehouse, news = tmp_path / "w.duckdb", many_articles(tmp_path / "news", 20)
    words = ("serve", str(news), "--warehouse", str(warehouse), "--report", "none", "--upkeep", "none")
    with running(*words, env=env) as serving:
        wait_for(lambda: is_served(server), 400)
        wait_for_state(server, start_run(server, "ingest"), "Completed")
        before = warehouse.read_bytes()
        many_articles(news, 400)
        run = start_run(server, "ingest")
        wait_for_state(server, run, "Running")
        wait_for(lambda: warehouse.with_name("w.working.duckdb").exists(), 60)
        time.sleep(8)
        at_work = children(serving.pid)
        assert len(at_work) > 2, "the flow run and the processes of its pool"
        ask(server, f"flow_runs/{run}/set_state", state={"type": "CANCELLING"})
        cancelled = wait_for_state(server, run, "Cancelled", seconds=90)
        assert cancelled["state"]["type"] == "CANCELLED"
        assert warehouse.read_bytes() == before
        wait_for(lambda: not any(map(is_alive, at_work)), 30)
        with writer_lock(warehouse, wait=0):
            pass
        again = wait_for_state(server, start_run(server, "ingest"), "Completed")
        assert again["name"].endswith(" new"), again["name"]
    with connect_published(warehouse) as con:
        assert diagnose(con) == []
        assert con.execute("SELECT count(*) FROM corpus.documents").fetchall() == [(400,)]


def test_a_work_pool_runs_what_prefect_yaml_deploys(server, env, tmp_path):
    warehouse = tmp_path / "w.duckdb"
    env |= {
        "PREFECT_API_URL": server,
        "KAOJU_SOURCE": str(ARTICLES),
        "KAOJU_WAREHOUSE": str(warehouse),
        "KAOJU_BACKUPS": str(tmp_path / "backups"),
    }
    prefect = [sys.executable, "-m", "prefect"]

    def done(*words: str) -> None:
        subprocess.run([*prefect, *words], env=env, check=True, timeout=400, stdin=subprocess.DEVNULL)

    done("work-pool", "create", "kaoju", "--type", "process")
    done("work-pool", "set-concurrency-limit", "kaoju", "1")
    done("--no-prompt", "deploy", "--all")
    subprocess.run([sys.executable, "-m", "flows.automations"], env=env, check=True, timeout=120)
    assert get(server, f"deployments/{deployment_id(server, 'ingest', 'hourly')}")["schedules"][0]["active"]
    with subprocess.Popen([*prefect, "worker", "start", "--pool", "kaoju"], env=env) as worker:
        try:
            runs = [start_run(server, *names) for names in (("ingest", "hourly"),)]
            first = wait_for_state(server, runs[0], "Completed", "CompletedWithRejects")
            assert re.search(r"· \d+ new", first["name"]), first["name"]
            for names in (("report", "morning"), ("upkeep", "weekly")):
                wait_for_state(server, start_run(server, *names), "Completed")
        finally:
            worker.terminate()
    assert warehouse.exists() and list((tmp_path / "backups").glob("w-*.duckdb"))


def test_a_server_behind_a_password_is_used_by_who_has_it(env, api, port, tmp_path):
    locked = {**env, "PREFECT_SERVER_API_AUTH_STRING": "admin:T0P-S3CRET", "PREFECT_API_URL": api}
    words = kaoju("run", str(ARTICLES), "--warehouse", str(tmp_path / "w.duckdb"))
    start = [sys.executable, "-m", "prefect", "server", "start"]
    with subprocess.Popen(start, env=locked, stdout=subprocess.DEVNULL) as server:
        try:
            wait_for(lambda: answers(api), 400)
            with pytest.raises(urllib.error.HTTPError, match="401"):
                ask(api, "flow_runs/filter")
            asking = {**env, "PREFECT_API_URL": api}
            refused = subprocess.run(words, env=asking, capture_output=True, text=True, timeout=400)
            assert refused.returncode != 0
            assert "PREFECT_API_AUTH_STRING" in refused.stderr, refused.stderr
            asking["PREFECT_API_AUTH_STRING"] = "admin:T0P-S3CRET"
            done = subprocess.run(words, env=asking, capture_output=True, text=True, timeout=400)
            assert done.returncode == 0, done.stderr
            assert "T0P-S3CRET" not in done.stdout + done.stderr + refused.stderr
        finally:
            server.terminate()


def test_kaoju_s_own_server_asks_for_the_password_that_the_environment_gives(env, api, port, tmp_path):
    env["PREFECT_SERVER_API_AUTH_STRING"] = "admin:T0P-S3CRET"
    known, said = f"http://admin:T0P-S3CRET@127.0.0.1:{port}/api", tmp_path / "said"
    words = ("serve", str(ARTICLES), "--warehouse", str(tmp_path / "w.duckdb"))
    with said.open("w") as out, running(*words, env=env, stdout=out, stderr=subprocess.STDOUT):
        wait_for(lambda: is_served(known), 400)
        with pytest.raises(urllib.error.HTTPError, match="401"):
            ask(api, "flow_runs/filter")
        with pytest.raises(urllib.error.HTTPError, match="401"):
            ask(known.replace("S3CRET", "secret"), "flow_runs/filter")
        done = wait_for_state(known, start_run(known, "ingest"), "Completed", "CompletedWithRejects")
        assert re.search(r"· \d+ new", done["name"]), done["name"]
        other = {name: value for name, value in env.items() if "AUTH" not in name}
        refused = subprocess.run(kaoju("run", str(ARTICLES)), env=other, capture_output=True, text=True)
        assert refused.returncode == 1 and "set PREFECT_API_AUTH_STRING" in refused.stderr, refused.stderr
    log = tmp_path / "home" / "kaoju-server.log"
    assert "T0P-S3CRET" not in said.read_text() + log.read_text() + refused.stderr


def test_two_runs_at_once_share_a_server_which_ends_with_the_last(env, api, tmp_path):
    runs = [
        subprocess.Popen(
            kaoju("run", str(ARTICLES), "--warehouse", str(tmp_path / "w.duckdb")),
            env=env,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    said = [run.communicate(timeout=300)[0] for run in runs]
    assert [run.returncode for run in runs] == [0, 0], said
    assert sum("Nothing changed." in one for one in said) == 1
    wait_for(lambda: is_gone(api), 60)


def test_a_killed_run_leaves_no_server_and_the_next_one_completes(env, api, tmp_path):
    words = kaoju("run", str(ARTICLES), "--warehouse", str(tmp_path / "w.duckdb"))
    run = subprocess.Popen(words, env=env)
    wait_for(lambda: not is_gone(api) and ask(api, "flow_runs/filter"), 400)
    run.kill()
    run.wait()
    wait_for(lambda: is_gone(api), 60)
    assert subprocess.run(words, env=env, timeout=300).returncode == 0
    with running("ui", env=env):
        wait_for(lambda: answers(api), 400)
        states = {one["state_name"] for one in wait_for(lambda: ask(api, "flow_runs/filter"), 60)}
    assert states == {"Crashed", "Completed"}, "the killed one is not shown as running for ever"


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
def test_no_connection_but_to_loopback(env, tmp_path):
    trace = tmp_path / "trace"
    command = ["strace", "-f", "-qq", "-e", "trace=connect,sendto", "-o", str(trace)]
    env.pop("CI", None)
    done = subprocess.run(
        [*command, *kaoju("run", str(ARTICLES), "--warehouse", str(tmp_path / "w.duckdb"))],
        env=env,
        timeout=600,
    )
    assert done.returncode == 0
    addresses = re.findall(
        r'sa_family=AF_INET6?.*?inet_(?:addr|pton)\((?:AF_INET6, )?"([^"]+)"', trace.read_text()
    )
    assert addresses, "strace saw the connections to the Prefect server"
    assert set(addresses) <= {"127.0.0.1", "::1"}, set(addresses)
