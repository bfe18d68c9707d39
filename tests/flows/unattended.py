"""Processes, a server's answers and patience, for tests of what runs by itself."""

import json
import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from flows.telemetry import QUIET

T = TypeVar("T")
ROOT = Path(__file__).parents[2]
ARTICLES = ROOT / "seeds" / "articles"
_direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def kaoju(*words: str) -> list[str]:
    return [sys.executable, "-m", "flows.cli", *words]


def own_environment(folder: Path, port: int) -> dict[str, str]:
    """An environment with a Prefect home and a port of its own, in which nothing reports home."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PREFECT_", "KAOJU_"))}
    return {**kept, **QUIET, "PREFECT_HOME": str(folder / "home"), "PREFECT_SERVER_API_PORT": str(port)}


@contextmanager
def running(*words: str, env: dict[str, str], **options: Any) -> Iterator[subprocess.Popen[Any]]:
    """A kaoju that runs until it is told to stop."""
    with subprocess.Popen(kaoju(*words), env=env, **options) as process:
        try:
            yield process
        finally:
            process.terminate()
            try:
                process.wait(60)
            except subprocess.TimeoutExpired:
                process.kill()


def ask(api: str, path: str, **body: object) -> Any:
    return _answer(_request(api, path, json.dumps(body).encode()))


def get(api: str, path: str) -> Any:
    return _answer(_request(api, path))


def _request(api: str, path: str, body: bytes | None = None) -> urllib.request.Request:
    """`api` may have a name and a password: `http://admin:secret@127.0.0.1:4200/api`."""
    scheme, _, rest = api.partition("://")
    who, _, where = rest.rpartition("@")
    headers = {"content-type": "application/json"}
    if who:
        headers["authorization"] = f"Basic {b64encode(who.encode()).decode()}"
    return urllib.request.Request(f"{scheme}://{where}/{path}", body, headers)


def _answer(request: urllib.request.Request) -> Any:
    """What the server says; where it is too busy to say, it is asked again, as Prefect's own client does."""
    for _ in range(20):
        try:
            with _direct.open(request) as page:
                return json.load(page)
        except urllib.error.HTTPError as error:
            if error.code != 503:
                raise
            time.sleep(1)
    raise AssertionError(f"{request.full_url} answers nothing but 503")


def deployment_id(api: str, flow: str, name: str = "scheduled") -> str:
    return str(get(api, f"deployments/name/{flow}/{name}")["id"])


def start_run(api: str, flow: str, name: str = "scheduled", **parameters: object) -> str:
    """Run a deployment now; the flow run's id."""
    path = f"deployments/{deployment_id(api, flow, name)}/create_flow_run"
    return str(ask(api, path, parameters=parameters)["id"])


def wait_for(what: Callable[[], T], seconds: float) -> T:
    """What it gives once it gives something; a server that does not answer yet gives nothing."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if found := what():
                return found
        except OSError:
            pass
        time.sleep(0.5)
    raise AssertionError(f"nothing after {seconds} s")


def wait_for_state(api: str, run: str, *names: str, seconds: float = 600) -> dict[str, Any]:
    """The flow run once its state has one of these names."""

    def reached() -> dict[str, Any] | None:
        found = get(api, f"flow_runs/{run}")
        return found if found["state_name"] in names else None

    return wait_for(reached, seconds)


def children(pid: int) -> list[int]:
    """The processes that descend from this one, nearest first."""
    parents: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        parents.setdefault(int(fields[1]), []).append(int(stat.parent.name))
    found = list(parents.get(pid, ()))
    for one in found:
        found += parents.get(one, ())
    return found


def is_alive(pid: int) -> bool:
    """Whether the process is there and no zombie."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def many_articles(folder: Path, number: int) -> Path:
    """A folder of the sample articles over and over, each a little different: work enough to interrupt."""
    folder.mkdir(parents=True, exist_ok=True)
    samples = sorted(ARTICLES.glob("*.txt"))
    for index in range(number):
        sample = samples[index % len(samples)]
        (folder / f"{index:04}.txt").write_text(f"{sample.read_text()}\n第{index}次刊载。\n")
    return folder
