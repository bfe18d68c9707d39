"""Stay in the foreground until a person or the system says stop."""

from __future__ import annotations

import signal
import threading
from types import FrameType

from flows.errors import KaojuError
from flows.prefect_api import PrefectApi


def until_told_to_stop(api: PrefectApi) -> None:
    """Return at Ctrl-C or SIGTERM; KaojuError if the server ends before that."""
    told = threading.Event()

    def tell(number: int, frame: FrameType | None) -> None:
        told.set()

    before = {number: signal.signal(number, tell) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        while not told.wait(1.0):
            if api.server is not None and api.server.poll() is not None:
                raise KaojuError(f"the Prefect server at {api.url} has stopped")
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
