"""Errors of the disk in words: what could not be written, where, and what to do."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_FULL = "there is no space left ({free:,.0f} MB free, where a run needs room for twice its file). Make room"
_NO_FOLDER = "a file stands where its folder would have to be. Rename the file"
_DENIED = "this user may not write there. Give it the right to, for the folder too (chown, chmod)"
CAUSES = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: "the disk quota of this user is used up. Make room",
    errno.EFBIG: "files may not become as large as this one. Raise the limit (ulimit -f)",
    errno.EROFS: "the file system is mounted read-only. Mount it writable",
    errno.EACCES: _DENIED,
    errno.EPERM: _DENIED,
    errno.EEXIST: _NO_FOLDER,
    errno.ENOTDIR: _NO_FOLDER,
    errno.EIO: "the disk or the file server reports an error. See to that",
}
"""Number of the system's error → what it means and what to do."""


class WarehouseUnwritable(OSError):
    """The disk does not take what a writer has to write; `errno` is the system's number."""


@contextmanager
def disk_errors_explained(warehouse: Path) -> Iterator[None]:
    """Turn errors of the disk, the system's and DuckDB's, into WarehouseUnwritable; leave others as they are.

    `warehouse` is the published file, or another one that is being written.
    """
    try:
        yield
    except WarehouseUnwritable:
        raise
    except Exception as error:
        number = _number(error)
        if number is None:
            raise
        free = shutil.disk_usage(_existing(warehouse)).free / 1e6
        explained = WarehouseUnwritable(
            f"{warehouse} cannot be written: {CAUSES[number].format(free=free)}, or move the warehouse; "
            "then run again. Nothing is lost: the published file is as it was, and what was loaded before "
            f"this is kept ({_one_line(error)})"
        )
        explained.errno = number
        raise explained from error


def _number(error: Exception) -> int | None:
    if isinstance(error, OSError):
        return error.errno if error.errno in CAUSES else None
    if type(error).__module__ not in ("duckdb", "_duckdb"):  # its import is slow, and not always needed
        return None
    said = str(error)  # DuckDB passes the system's words on, not its number
    return next((number for number in CAUSES if os.strerror(number) in said), None)


def _existing(path: Path) -> Path:
    return next(one for one in (path, *path.absolute().parents) if one.exists())


def _one_line(error: BaseException) -> str:
    return " ".join(str(error).split())[:300]
