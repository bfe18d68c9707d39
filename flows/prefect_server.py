"""A Prefect server that stops itself once nobody uses it: `python -m flows.prefect_server`.

It is `prefect server start`, configured by the environment alone: a port given as a flag would leave the UI
looking for the API at the default port.
"""

from __future__ import annotations

import fcntl
import os
import signal
import sys
import threading
import time
from pathlib import Path

from flows.prefect_home import USERS

CHECK_SECONDS = 0.5
GRACE_SECONDS = 20


def stop_when_unused(users: Path) -> None:
    """Wait until no process holds the users' lock, then end this process; whoever comes then must wait.

    The lock is kept to the end: a new kaoju cannot mistake a server that is stopping for one that runs.
    """
    with users.open("a+") as handle:
        while True:
            time.sleep(CHECK_SECONDS)
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                continue
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(GRACE_SECONDS)
        os._exit(1)


def main() -> None:
    """Run the server in this process until nobody uses it or it is told to stop."""
    users = Path(os.environ["PREFECT_HOME"]) / USERS
    threading.Thread(target=stop_when_unused, args=(users,), daemon=True).start()
    from prefect.cli import app

    sys.argv = ["prefect", "server", "start"]
    app()


if __name__ == "__main__":
    main()
