"""Long trials of what must work while nobody looks: schedules, readers, shared servers, no traffic."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from flows.prefect_home import answers

pytestmark = pytest.mark.soak
ROOT = Path(__file__).parents[2]
ARTICLES = ROOT / "seeds" / "articles"
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
    """An environment with a Prefect home and a port of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    return {**kept, "PREFECT_HOME": str(tmp_path / "home"), "PREFECT_SERVER_API_PORT": str(port)}


def kaoju(*words: str) -> list[str]:
    return [sys.executable, "-m", "flows.cli", *words]


def ask(api: str, path: str, **body: object) -> list[dict]:
    request = urllib.request.Request(
        f"{api}/{path}", json.dumps(body).encode(), {"content-type": "application/json"}
    )
    with urllib.request.urlopen(request) as page:
        return json.load(page)


def wait_for(what, seconds: float):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := what():
            return found
        time.sleep(0.5)
    raise AssertionError(f"nothing after {seconds} s")


def is_gone(api: str) -> bool:
    return not answers(api, timeout=1)


def test_a_cron_deployment_fires_at_its_minute_and_readers_see_no_error(env, port, tmp_path):
    api, warehouse, stop = f"http://127.0.0.1:{port}/api", tmp_path / "w.duckdb", tmp_path / "stop"
    words = ("serve", str(ARTICLES), "--cron", "* * * * *", "--warehouse", str(warehouse))

    def completed() -> list[dict]:
        if is_gone(api):
            return []
        return ask(api, "flow_runs/filter", flow_runs={"state": {"type": {"any_": ["COMPLETED"]}}})

    reader = subprocess.Popen(
        [sys.executable, "-c", READER, str(warehouse), str(stop)], stdout=subprocess.PIPE, text=True
    )
    serving = subprocess.Popen(kaoju(*words), env=env)
    try:
        [run, *_] = wait_for(completed, 240)
        assert run["expected_start_time"][17:19] == "00" and run["auto_scheduled"]
        [deployment] = ask(api, "deployments/filter")
        assert not deployment["paused"]
        serving.send_signal(signal.SIGKILL)  # no time to pause anything: its server must go all the same
        serving.wait(30)
        wait_for(lambda: is_gone(api), 60)

        time.sleep(61)  # a run is missed
        serving = subprocess.Popen(kaoju(*words), env=env)
        before = {run["id"]}
        [later, *_] = wait_for(lambda: [one for one in completed() if one["id"] not in before], 240)
        assert later["name"].endswith("nothing new"), later["name"]
        states = ask(api, "flow_runs/filter", flow_runs={"state": {"type": {"any_": ["CANCELLED"]}}})
        assert states, "the missed run is cancelled, not made up for"
        serving.send_signal(signal.SIGTERM)
        assert serving.wait(60) == 0
        wait_for(lambda: is_gone(api), 60)
    finally:
        serving.kill()
        stop.touch()
        said, _ = reader.communicate(timeout=60)
    assert reader.returncode == 0
    assert int(said) > 50, "the reader did read"


def test_two_runs_at_once_share_a_server_which_ends_with_the_last(env, port, tmp_path):
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
    wait_for(lambda: is_gone(f"http://127.0.0.1:{port}/api"), 60)


def test_a_killed_run_leaves_no_server_and_the_next_one_completes(env, port, tmp_path):
    api = f"http://127.0.0.1:{port}/api"
    words = kaoju("run", str(ARTICLES), "--warehouse", str(tmp_path / "w.duckdb"))
    run = subprocess.Popen(words, env=env)
    wait_for(lambda: answers(api), 120)
    run.kill()
    run.wait()
    wait_for(lambda: is_gone(api), 60)
    assert subprocess.run(words, env=env, timeout=300).returncode == 0


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
