"""Serve the made-up web on 127.0.0.1: a port a host, a log of requests, a switch to the second edition."""

from __future__ import annotations

import socket
import struct
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

from tests.flows.web.response import Response
from tests.flows.web.site import HOSTS, Site, build

ENDLESS_LIMIT = 256 << 20
MISSING = Response(404, {"Content-Type": "text/html; charset=utf-8"}, b"<h1>404</h1>")


@dataclass(frozen=True)
class Request:
    """One request as it came: `time` is monotonic seconds, header names are in lower case."""

    time: float
    host: str
    method: str
    path: str
    headers: dict[str, str]
    status: int


class Web:
    """The running web: origins, sites, and the log."""

    def __init__(self, servers: dict[str, ThreadingHTTPServer], crawl_delay: float | None) -> None:
        self.origins = {host: f"http://127.0.0.1:{s.server_address[1]}" for host, s in servers.items()}
        self.sites: dict[str, Site] = build(self.origins, crawl_delay)
        self.edition = 1
        self.stopping = threading.Event()
        self._log: list[Request] = []
        self._asked: Counter[tuple[str, str]] = Counter()
        self._lock = threading.Lock()

    def url(self, path: str, host: str = "main") -> str:
        """Return the full address of a path; `mobile:/a` names the host in the path."""
        if not path.startswith("/"):
            host, path = path.split(":", 1)
        return self.origins[host] + path

    def requests(self, host: str | None = None) -> list[Request]:
        """Return the requests so far, in order, of one host or of all."""
        with self._lock:
            return [r for r in self._log if host in (None, r.host)]

    def clear(self) -> None:
        """Forget the log; the counts of answers that change after some requests stay."""
        with self._lock:
            self._log.clear()

    def reset(self) -> None:
        """Forget the log and the counts, and go back to the first edition."""
        with self._lock:
            self._log.clear()
            self._asked.clear()
            self.edition = 1

    def note(self, request: Request) -> None:
        """Write a request in the log."""
        with self._lock:
            self._log.append(request)

    def answer(self, host: str, target: str) -> Response:
        """Return what a path answers now: exact query first, then without it."""
        pages = self.sites[host].responses
        response = pages.get(target) or pages.get(target.split("?")[0]) or MISSING
        if response.behaviour == "editions" and self.edition > 1 and response.then:
            return response.then
        if response.behaviour == "first" and response.then:
            with self._lock:
                self._asked[host, target] += 1
                if self._asked[host, target] > response.times:
                    return response.then
        return response


def unchanged(response: Response, etag: str | None, since: str | None) -> bool:
    """Tell whether a conditional request is answered by 304."""
    if etag is not None:
        own = response.headers.get("ETag", "").removeprefix("W/")
        return bool(own) and own in [part.strip().removeprefix("W/") for part in etag.split(",")]
    modified = response.headers.get("Last-Modified")
    if not since or not modified:
        return False
    try:
        return parsedate_to_datetime(modified) <= parsedate_to_datetime(since)
    except ValueError:
        return False


class Handler(BaseHTTPRequestHandler):
    """Answer from the site of the port's host."""

    protocol_version = "HTTP/1.1"
    web: Web
    host: str

    def do_GET(self) -> None:
        """Answer a request for a page."""
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        """Answer a request for the headers of a page."""
        self._answer(with_body=False)

    def log_message(self, format: str, *args: object) -> None:
        """Print nothing."""

    def _answer(self, with_body: bool) -> None:
        parts = urlsplit(self.path)
        target = parts.path + (f"?{parts.query}" if parts.query else "")
        response = self.web.answer(self.host, target)
        same = response.status == 200 and unchanged(
            response, self.headers.get("If-None-Match"), self.headers.get("If-Modified-Since")
        )
        status = 304 if same else response.status
        heads = {name.lower(): value for name, value in self.headers.items()}
        self.web.note(Request(time.monotonic(), self.host, self.command, target, heads, status))
        try:
            if response.behaviour == "silent":
                self._wait_for_end()
            elif same:
                self._head(
                    304, {k: response.headers[k] for k in ("ETag", "Last-Modified") if k in response.headers}
                )
            elif not with_body:
                self._head(status, response.headers | {"Content-Length": str(len(response.body))})
            else:
                getattr(self, f"_{response.behaviour}", self._plain)(response)
        except OSError:
            self.close_connection = True

    def _head(self, status: int, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def _plain(self, response: Response) -> None:
        self._head(response.status, response.headers | {"Content-Length": str(len(response.body))})
        self.wfile.write(response.body)

    def _chunk(self, data: bytes) -> None:
        self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")

    def _chunked(self, response: Response) -> None:
        self._head(response.status, response.headers | {"Transfer-Encoding": "chunked"})
        for start in range(0, len(response.body), 101):
            self._chunk(response.body[start : start + 101])
        self.wfile.write(b"0\r\n\r\n")

    def _truncated(self, response: Response) -> None:
        self._head(
            response.status, response.headers | {"Transfer-Encoding": "chunked", "Connection": "close"}
        )
        self._chunk(response.body[: len(response.body) // 2])
        self.close_connection = True

    def _short(self, response: Response) -> None:
        length = {"Content-Length": str(len(response.body) + 1000), "Connection": "close"}
        self._head(response.status, response.headers | length)
        self.wfile.write(response.body)
        self.close_connection = True

    def _reset(self, response: Response) -> None:
        self._head(response.status, response.headers | {"Content-Length": str(len(response.body))})
        self.wfile.write(response.body[:200])
        self.wfile.flush()
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()
        self.close_connection = True

    def _endless(self, response: Response) -> None:
        counted = "Content-Length" in response.headers
        self._head(response.status, response.headers | ({} if counted else {"Transfer-Encoding": "chunked"}))
        send = self.wfile.write if counted else self._chunk
        send(response.body)
        block, sent = "<p>这句话会一直重复下去。</p>".encode() * 2000, 0
        while sent < ENDLESS_LIMIT and not self.web.stopping.is_set():
            send(block)
            sent += len(block)
        self.close_connection = True

    def _slow(self, response: Response) -> None:
        self._head(response.status, response.headers | {"Content-Length": str(len(response.body))})
        for byte in response.body:
            self.wfile.write(bytes([byte]))
            self.wfile.flush()
            if self.web.stopping.wait(0.2):
                break
        self.close_connection = True

    def _wait_for_end(self) -> None:
        self.web.stopping.wait(600)
        self.close_connection = True


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of clients that hang up."""


@contextmanager
def served(crawl_delay: float | None = None) -> Iterator[Web]:
    """Serve every host on a free port of 127.0.0.1 for the length of a `with` block."""
    handlers: dict[str, type[Handler]] = {h: type(f"Handler_{h}", (Handler,), {"host": h}) for h in HOSTS}
    servers: dict[str, ThreadingHTTPServer] = {h: _Server(("127.0.0.1", 0), handlers[h]) for h in HOSTS}
    web = Web(servers, crawl_delay)
    for handler in handlers.values():
        handler.web = web
    for server in servers.values():
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield web
    finally:
        web.stopping.set()
        for server in servers.values():
            server.shutdown()
            server.server_close()
