"""One writer at a time: a file lock that dies with its process and says who holds it."""

from __future__ import annotations

import fcntl
import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from warehouse.disk import disk_errors_explained

Say = Callable[[str], None]
POLL = 0.05
_held: set[IO[str]] = set()


def silent(_: str) -> None:
    """Tell nobody."""


class WarehouseBusy(TimeoutError):
    """Another process writes the warehouse; the message says which."""


@contextmanager
def writer_lock(warehouse: Path, wait: float = 60.0, say: Say = silent) -> Iterator[None]:
    """Hold the warehouse's writer lock, waiting up to `wait` seconds; WarehouseBusy after that.

    `say` is told, once, whom it waits for. The kernel drops the lock when the process ends, however it ends;
    the lock file stays, unlocked. WarehouseUnwritable where the lock file cannot be made.
    """
    path = lock_path(warehouse)
    with disk_errors_explained(warehouse):
        path.parent.mkdir(parents=True, exist_ok=True)
        opened = path.open("a+")
    with opened as file:
        deadline = time.monotonic() + wait
        is_said = False
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() >= deadline:
                    raise WarehouseBusy(
                        f"{_busy(warehouse, file)}; waited {wait:g} s. "
                        "Try again when it has finished, or wait longer."
                    ) from None
                if not is_said:
                    say(f"{_busy(warehouse, file)}; waiting up to {wait:g} s for it to finish.")
                is_said = True
                time.sleep(POLL)
        _say_who(file)
        _forget_in_children(file)
        try:
            yield
        finally:
            _held.discard(file)
            file.truncate(0)


def lock_path(warehouse: Path) -> Path:
    """The lock file beside the warehouse."""
    return warehouse.with_name(f"{warehouse.stem}.lock")


def _say_who(file: IO[str]) -> None:
    since = datetime.now(UTC).isoformat(timespec="seconds")
    who = json.dumps({"pid": os.getpid(), "since": since, "command": " ".join(sys.argv)[:200]})
    file.truncate(0)
    with suppress(OSError):  # a full disk: the lock holds all the same
        os.write(file.fileno(), who.encode())


def _busy(warehouse: Path, file: IO[str]) -> str:
    file.seek(0)
    try:
        who = json.loads(file.read())
        holder = f"process {who['pid']} since {who['since']} ({who['command']})"
    except (ValueError, KeyError, TypeError):
        holder = "another process"
    return f"{warehouse} is being written by {holder}"


def _forget_in_children(file: IO[str]) -> None:
    """Forked workers must not keep the lock alive when this process is killed."""
    if not _held:
        os.register_at_fork(after_in_child=_close_held)
    _held.add(file)


def _close_held() -> None:
    for file in list(_held):
        os.close(file.fileno())
    _held.clear()
