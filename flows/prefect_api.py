"""A Prefect API to record runs in: the one configured, the one answering, or a server of our own.

Never Prefect's ephemeral server: it is stopped before it has stored most task runs.
"""

from __future__ import annotations

import fcntl
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from flows.dead_runs import show_dead_runs_as_crashed
from flows.errors import KaojuError
from flows.prefect_home import (
    ADDRESS,
    HOST,
    LOG,
    STARTING,
    USERS,
    answers,
    locked,
    own_port,
    prefect_home,
)
from flows.telemetry import QUIET

START_SECONDS: Final = 120.0
STOP_SECONDS: Final = 30.0


@dataclass
class PrefectApi:
    """A Prefect API that this process may use. `own` says that it is kaoju's own server on this machine."""

    url: str
    own: bool
    home: Path | None = None
    server: subprocess.Popen[bytes] | None = None
    _starting: ExitStack = field(default_factory=ExitStack, repr=False)

    @property
    def ui(self) -> str:
        """Address of the UI, as far as it follows from the API's."""
        return ui_of(self.url) if self.own else self.url.removesuffix("/").removesuffix("/api")

    def wait_until_ready(self) -> None:
        """Return once the API answers; KaojuError if the server dies or is not there in two minutes.

        A server behind a password must let us in, too.
        """
        end = time.monotonic() + START_SECONDS
        while self.server is not None and not answers(self.url):
            log = (self.home or Path()) / LOG
            if (code := self.server.poll()) is not None:
                raise KaojuError(f"the Prefect server stopped at once (exit code {code}); {last_words(log)}")
            if time.monotonic() > end:
                raise KaojuError(f"no Prefect server at {self.url} after {START_SECONDS:.0f} s; see {log}")
            time.sleep(0.2)
        self._must_let_us_in()
        if self.server is not None:
            show_dead_runs_as_crashed()
        self._starting.close()

    def _must_let_us_in(self) -> None:
        from prefect.client.orchestration import get_client
        from prefect.exceptions import PrefectHTTPStatusError

        try:
            with get_client(sync_client=True) as client:
                client.request("GET", "/admin/version")
        except PrefectHTTPStatusError as error:
            if error.response.status_code != 401:
                raise
            instead = "" if self.own else ", or unset PREFECT_API_URL and kaoju starts a server of its own"
            raise KaojuError(
                f"the Prefect server at {self.url} wants another password, or one at all: "
                f"set PREFECT_API_AUTH_STRING{instead}"
            ) from error


@contextmanager
def prefect_api() -> Iterator[PrefectApi]:
    """The Prefect API for this process, with Prefect's environment set to it.

    Call `wait_until_ready` before the first use: what takes long to import can be imported meanwhile.
    A server started here runs on while another kaoju uses it, and stops when the last one has ended.
    """
    if url := configured_url():
        if url.startswith("http://") and not answers(url):
            raise KaojuError(
                f"Prefect is configured to use {url}, but nothing answers there. Start that server, or unset "
                "PREFECT_API_URL (`prefect config unset PREFECT_API_URL`) and kaoju starts its own"
            )
        yield PrefectApi(url, own=False)
        return
    home = prefect_home()
    with ExitStack() as stack:
        starting = ExitStack()
        stack.callback(starting.close)
        starting.enter_context(locked(home / STARTING, fcntl.LOCK_EX, START_SECONDS))
        in_use = stack.enter_context(locked(home / USERS, fcntl.LOCK_SH, STOP_SECONDS))
        api = find_or_start(home)
        api._starting = starting
        if api.server is None:
            starting.close()
        settings = {"PREFECT_API_URL": api.url, "PREFECT_UI_URL": api.ui, "PREFECT_HOME": str(home)}
        if password := os.environ.get("PREFECT_SERVER_API_AUTH_STRING"):
            # What the server asks for; the runs that `kaoju serve` starts inherit it.
            settings["PREFECT_API_AUTH_STRING"] = os.environ.get("PREFECT_API_AUTH_STRING") or password
        stack.enter_context(environment(settings))
        try:
            yield api
        finally:
            if api.server is not None:
                fcntl.flock(in_use, fcntl.LOCK_UN)
                stop(api.server, home)


def ui_of(api_url: str) -> str:
    """The address of the UI that Prefect opens by default; without `v2` links would lead to its old one."""
    return f"{api_url.removesuffix('/').removesuffix('/api')}/v2"


def configured_url() -> str | None:
    """The API that the user has configured: environment, profile, `prefect.toml`, `pyproject.toml` or `.env`.

    Prefect, slow to import, is asked only where one of its files exists.
    """
    if url := os.environ.get("PREFECT_API_URL"):
        return url
    home = Path(os.environ.get("PREFECT_HOME") or "~/.prefect").expanduser()
    files = [Path(os.environ.get("PREFECT_PROFILES_PATH") or home / "profiles.toml"), Path("prefect.toml")]
    mentions = [
        Path(name)
        for name, word in (("pyproject.toml", "tool.prefect"), (".env", "PREFECT"))
        if _says(name, word)
    ]
    if not any(path.exists() for path in files + mentions):
        return None
    from prefect.settings import get_current_settings

    return get_current_settings().api.url


def _says(name: str, word: str) -> bool:
    path = Path(name)
    try:
        return path.is_file() and word in path.read_text(errors="replace")
    except OSError:
        return False


def find_or_start(home: Path) -> PrefectApi:
    """The server that answers at the address noted in `home` or at kaoju's own; else a new one."""
    noted = home / ADDRESS
    own = f"http://{HOST}:{own_port()}/api"
    for url in dict.fromkeys([noted.read_text().strip() if noted.exists() else own, own]):
        if answers(url):
            return PrefectApi(url, own=True, home=home)
    port = own_port() if _is_free(own_port()) else _free_port()
    url = f"http://{HOST}:{port}/api"
    noted.write_text(url)
    return PrefectApi(url, own=True, home=home, server=start(home, port))


def start(home: Path, port: int) -> subprocess.Popen[bytes]:
    """Start the server, its output in a log file. It is not ready when this returns."""
    settings = {
        **QUIET,
        "PREFECT_HOME": str(home),
        "PREFECT_SERVER_API_HOST": HOST,
        "PREFECT_SERVER_API_PORT": str(port),
        "PREFECT_API_URL": f"http://{HOST}:{port}/api",
        "PREFECT_UI_URL": ui_of(f"http://{HOST}:{port}/api"),
    }
    with (home / LOG).open("wb") as log:
        # A session of its own: Ctrl-C in the terminal must reach the run, not the server that records it.
        return subprocess.Popen(
            [sys.executable, "-m", "flows.prefect_server"],
            env={**os.environ, **settings},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )


def stop(server: subprocess.Popen[bytes], home: Path) -> None:
    """Stop the server unless another kaoju still uses it; then it stops by itself after that one."""
    try:
        with locked(home / USERS, fcntl.LOCK_EX, 0.0):
            server.terminate()
            try:
                server.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()
    except KaojuError:
        try:
            server.wait(3)  # it may have been quicker to see that it is not needed
        except subprocess.TimeoutExpired:
            return


@contextmanager
def environment(values: dict[str, str]) -> Iterator[None]:
    """Set environment variables for Prefect, imported or not, and restore what was there."""
    loopback = ",".join(filter(None, [os.environ.get("NO_PROXY") or os.environ.get("no_proxy"), HOST]))
    values = {**values, "NO_PROXY": loopback, "no_proxy": loopback}
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    _refresh_settings()
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
        _refresh_settings()


def _refresh_settings() -> None:
    if "prefect.context" in sys.modules:
        from prefect.context import refresh_global_settings_context

        refresh_global_settings_context()


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def last_words(log: Path) -> str:
    """The last lines of the server's log, for an error message."""
    try:
        lines = log.read_text(errors="replace").strip().splitlines()[-3:]
    except OSError:
        lines = []
    return f"its last words, from {log}: {' / '.join(lines) or '(none)'}"
