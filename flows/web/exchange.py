"""One request and its answer, within limits of time and size."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

import httpcore

from flows.web.connecting import Connections
from flows.web.limits import Limits
from transforms.rejection import Rejected

_NO_PAGE = ("image/", "audio/", "video/", "font/")
_NO_PAGES = frozenset(
    "application/pdf application/zip application/msword application/vnd.ms-excel "
    "application/x-rar-compressed application/x-7z-compressed "
    "application/vnd.android.package-archive application/java-archive".split()
)


@dataclass(frozen=True)
class Answer:
    """What a server answered: `body` as it was sent, still packed, but without chunks."""

    url: str
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str:
        """The value of a header, or nothing."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), "")


def ask(connections: Connections, url: str, headers: Mapping[str, str], limits: Limits) -> Answer:
    """GET `url` once, following nothing.

    Rejected: `private_address`; `unreachable` (no name, no connection, no valid certificate); `too_slow`;
    `incomplete` (fewer bytes than were announced); `too_large`; `wrong_type` (a body that can hold no text).
    """
    parts = urlsplit(url)
    host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
    waits = dict.fromkeys(("connect", "read", "write", "pool"), limits.answer_within)
    ends = time.monotonic() + limits.whole_within
    begun = False
    try:
        pool = connections.pool_for(parts.scheme, host, port)
        with pool.stream("GET", url, headers=list(headers.items()), extensions={"timeout": waits}) as stream:
            begun = True
            got = tuple((key.decode("latin-1"), value.decode("latin-1")) for key, value in stream.headers)
            reason = bytes(stream.extensions.get("reason_phrase", b"")).decode("latin-1")
            answer = Answer(url, stream.status, reason, got, b"")
            _check_length(answer, limits.max_bytes)
            check_type(answer)
            body = _bounded(stream.iter_stream(), limits.max_bytes, ends)
    except (httpcore.TimeoutException, TimeoutError):
        whole, piece = f"{limits.whole_within:g} s", f"{limits.answer_within:g} s"
        raise Rejected(
            "too_slow", f"no whole answer within {whole}, or no piece of it within {piece}"
        ) from None
    except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.ProxyError, OSError) as error:
        if begun:
            raise Rejected("incomplete", f"the answer ended too early: {error}") from None
        raise Rejected("unreachable", f"{host} cannot be asked: {error}") from None
    return Answer(url, answer.status, answer.reason, answer.headers, body)


def _check_length(answer: Answer, most: int) -> None:
    length = answer.header("content-length")
    if length.isdecimal() and int(length) > most:
        raise Rejected("too_large", f"it announces {int(length):,} bytes, {most:,} are allowed")


def check_type(answer: Answer) -> None:
    """Rejected (`wrong_type`) for an answer whose header says that it can hold no text."""
    kind = answer.header("content-type").partition(";")[0].strip().lower()
    if answer.status == 200 and (kind in _NO_PAGES or kind.startswith(_NO_PAGE)):
        raise Rejected("wrong_type", f"it is {kind}: neither a page nor a list of pages")


def _bounded(pieces: Iterable[bytes], most: int, ends: float) -> bytes:
    parts: list[bytes] = []
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > most:
            raise Rejected("too_large", f"it has more than the {most:,} bytes allowed")
        if time.monotonic() > ends:
            raise TimeoutError
        parts.append(piece)
    return b"".join(parts)
