"""The bytes of a file, within bounds."""

from __future__ import annotations

import gzip
import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

RATIO = 200  # news text packs 2–10 times, a page of repeated rows 50; deflate reaches 1032
RATIO_FROM = 1_000_000  # bytes from which the ratio is looked at: small files of one character pack well


class Unreadable(Exception):
    """A file that cannot be read: `check_name` is the rule, `reason` what is wrong."""

    def __init__(self, check_name: str, reason: str) -> None:
        super().__init__(check_name, reason)
        self.check_name = check_name
        self.reason = reason


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """The file's content, unpacked if its name ends in `.gz`; what goes wrong inside becomes Unreadable.

    Checks: `vanished`, `no_permission`, `not_a_file`, `broken_gz`, `unreadable`.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # opening a pipe would wait for ever
            raise Unreadable("not_a_file", "it is neither a file nor a folder")
        with path.open("rb") as packed:
            if path.suffix.lower() != ".gz":
                yield packed
                return
            with gzip.GzipFile(fileobj=packed) as unpacked:
                yield cast(BinaryIO, _Bounded(unpacked, path.stat().st_size))
    except FileNotFoundError:
        raise Unreadable("vanished", "it was there when the folder was listed and is gone now") from None
    except PermissionError:
        raise Unreadable("no_permission", "this user may not read it") from None
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise Unreadable("broken_gz", f"named .gz but not a whole gzip file: {error}") from None
    except OSError as error:
        raise Unreadable("unreadable", error.strerror or str(error)) from None


def whole(path: Path, max_bytes: int) -> bytes:
    """All bytes of a file, unpacked; Unreadable (`too_large`) if they are more than `max_bytes`."""
    with opened(path) as file:
        if path.suffix.lower() != ".gz":
            size = path.stat().st_size
            if size > max_bytes:
                raise too_large(size, max_bytes)
        data = file.read(max_bytes + 1)
    if len(data) > max_bytes:
        raise too_large(None, max_bytes)
    return data


def too_large(size: int | None, max_bytes: int) -> Unreadable:
    """The refusal of more bytes than asked for; `size` is None where it is not known in full."""
    has = f"{size:,} bytes" if size is not None else "more"
    return Unreadable(
        "too_large",
        f"it has {has} than the {max_bytes:,} bytes allowed"
        if size is None
        else f"it has {has}, {max_bytes:,} are allowed",
    )


class _Bounded:
    """A gzip stream that stops a file which unpacks to far more than news text can."""

    def __init__(self, stream: gzip.GzipFile, packed: int) -> None:
        self._stream = stream
        self._packed = max(1, packed)
        self._out = 0

    def read(self, size: int) -> bytes:
        parts = []
        while size > 0 and (part := self._counted(self._stream.read(min(size, 1 << 20)))):
            parts.append(part)
            size -= len(part)
        return b"".join(parts)

    def readline(self, size: int) -> bytes:
        return self._counted(self._stream.readline(size))

    def _counted(self, part: bytes) -> bytes:
        self._out += len(part)
        if self._out > RATIO_FROM and self._out > RATIO * self._packed:
            raise Unreadable("gz_ratio", f"it unpacks to more than {RATIO} times its size: not text")
        return part
