"""Where kaoju's own Prefect server lives: its folder, its address, and who is using it.

Every process that uses the server holds a shared lock on one file in the folder; the server stops itself
when nobody does. The kernel drops a lock when its process dies, however it dies, so nothing is left behind.
"""

from __future__ import annotations

import fcntl
import os
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

from flows.errors import KaojuError

HOST: Final = "127.0.0.1"
PORT: Final = 4277
USERS: Final = "kaoju-users.lock"
STARTING: Final = "kaoju-starting.lock"
ADDRESS: Final = "kaoju-server.url"
LOG: Final = "kaoju-server.log"


def prefect_home() -> Path:
    """The folder of the run records: PREFECT_HOME if set, else one of the user's own."""
    if home := os.environ.get("PREFECT_HOME"):
        return Path(home).expanduser()
    state = os.environ.get("XDG_STATE_HOME") or "~/.local/state"
    return Path(state).expanduser() / "kaoju" / "prefect"


def own_port() -> int:
    """The port of kaoju's own server: 4277 unless PREFECT_SERVER_API_PORT says otherwise."""
    return int(os.environ.get("PREFECT_SERVER_API_PORT") or PORT)


def answers(api_url: str, timeout: float = 2.0) -> bool:
    """Whether a Prefect API answers at this address (its health page says `true`)."""
    try:
        # No proxy: the address is this machine's, and a proxy in the environment could not reach it.
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(f"{api_url.rstrip('/')}/health", timeout=timeout) as page:
            return bool(page.read(64).strip() == b"true")
    except (OSError, ValueError):
        return False


@contextmanager
def locked(path: Path, how: int, wait: float) -> Iterator[IO[str]]:
    """Hold a lock (`fcntl.LOCK_SH` or `LOCK_EX`) on a file; KaojuError after `wait` seconds without it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = path.open("a+")
    except OSError as error:
        raise KaojuError(
            f"Prefect's folder {path.parent} cannot be written ({error.strerror}); "
            "set PREFECT_HOME to a folder that can"
        ) from error
    with handle:
        end = time.monotonic() + wait
        while True:
            try:
                fcntl.flock(handle, how | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > end:
                    raise KaojuError(
                        f"another kaoju has been starting or stopping its Prefect server for {wait:.0f} s "
                        f"({path}); see {path.parent / LOG}"
                    ) from None
                time.sleep(0.1)
        yield handle
