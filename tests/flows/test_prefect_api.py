"""Which Prefect API is used, and that nothing reports home."""

import http.server
import json
import threading
import urllib.request
from pathlib import Path

import pytest
from prefect.client.orchestration import get_client
from prefect.context import refresh_global_settings_context
from prefect.states import Running

from flows.dead_runs import show_dead_runs_as_crashed
from flows.errors import KaojuError
from flows.ingest import ingest
from flows.prefect_api import PrefectApi, find_or_start, prefect_api
from flows.prefect_home import answers
from flows.telemetry import QUIET


class NotPrefect(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"<html>hello</html>")

    def log_message(self, *_):
        pass


@pytest.fixture
def stranger():
    """The port of a server that is not Prefect's."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), NotPrefect)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_address[1]
    server.shutdown()


def test_a_configured_server_that_does_not_answer_is_an_error_that_says_what_to_do(monkeypatch, port):
    monkeypatch.setenv("PREFECT_API_URL", f"http://127.0.0.1:{port}/api")
    with pytest.raises(KaojuError, match=r"nothing answers there.*PREFECT_API_URL"), prefect_api():
        pass


def test_a_configured_server_that_answers_is_used(api: PrefectApi, monkeypatch):
    monkeypatch.setenv("PREFECT_API_URL", api.url)
    with prefect_api() as found:
        assert (found.url, found.own, found.server) == (api.url, False, None)


@pytest.mark.skipif(not Path("/proc/net/tcp").exists(), reason="needs Linux's /proc")
def test_the_server_listens_on_this_machine_alone(api: PrefectApi):
    port = f"{int(api.url.rpartition(':')[2].partition('/')[0]):04X}"
    rows = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    rows += [line.split() for line in Path("/proc/net/tcp6").read_text().splitlines()[1:]]
    listening = {row[1].partition(":")[0] for row in rows if row[1].endswith(f":{port}") and row[3] == "0A"}
    assert listening == {"0100007F"}, "127.0.0.1, least significant byte first"


@pytest.fixture
def no_url(api: PrefectApi):
    """No server is configured; Prefect reads its settings anew when one is again."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("PREFECT_API_URL")
        yield
    refresh_global_settings_context()


def test_a_server_of_kaoju_that_answers_is_shared(api: PrefectApi, no_url):
    with prefect_api() as found:
        assert (found.url, found.own, found.server) == (api.url, True, None)


def test_a_port_that_belongs_to_something_else_is_left_alone(stranger, tmp_path, monkeypatch):
    assert not answers(f"http://127.0.0.1:{stranger}/api")
    monkeypatch.setenv("PREFECT_SERVER_API_PORT", str(stranger))
    monkeypatch.setattr("flows.prefect_api.start", lambda home, port: port)
    found = find_or_start(tmp_path)
    assert found.server not in (stranger, None)
    assert found.url == f"http://127.0.0.1:{found.server}/api"
    assert (tmp_path / "kaoju-server.url").read_text() == found.url


def test_a_folder_that_cannot_be_written_is_an_error_that_says_so(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.delenv("PREFECT_API_URL", raising=False)
    monkeypatch.setenv("PREFECT_HOME", str(tmp_path / "file" / "home"))
    with pytest.raises(KaojuError, match="PREFECT_HOME"), prefect_api():
        pass


def test_what_a_new_server_finds_going_on_has_crashed(api: PrefectApi):
    with get_client(sync_client=True) as client:
        ours, theirs = (
            client.create_flow_run(ingest, name=f"killed {tags}", tags=tags, state=Running()).id
            for tags in (["kaoju"], ["other"])
        )
        assert show_dead_runs_as_crashed() == 1
        states = [client.read_flow_run(one).state for one in (ours, theirs)]
        assert [state and state.name for state in states] == ["Crashed", "Running"]
        assert states[0] and "the next run takes up" in (states[0].message or "")
        client.delete_flow_run(theirs)


def test_nothing_reports_home(api: PrefectApi):
    with urllib.request.urlopen(f"{api.url}/admin/settings") as page:
        server = json.load(page)["server"]
    assert server["analytics_enabled"] is False
    assert server["ui"]["show_promotional_content"] is False
    assert server["api"]["host"] == "127.0.0.1"
    assert QUIET["DO_NOT_TRACK"] == "1"
