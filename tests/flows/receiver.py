"""A receiver of webhooks on this machine, for tests."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer


class Receiver(HTTPServer):
    """Keeps every message; `answer` is the status that it gives."""

    def __init__(self, answer: int = 200) -> None:
        self.answer = answer
        self.messages: list[str] = []
        super().__init__(("127.0.0.1", 0), _Handler)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/hook/T0P-S3CRET"

    def wait_for(self, *words: str, seconds: float = 90) -> str:
        """The message that has all these words."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            for message in self.messages:
                if all(word in message for word in words):
                    return message
            time.sleep(0.2)
        raise AssertionError(f"no message with {words} after {seconds} s, but {self.messages}")


class _Handler(BaseHTTPRequestHandler):
    server: Receiver

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        self.server.messages.append(json.loads(body)["text"])
        self.send_response(self.server.answer)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def receiver(answer: int = 200) -> Iterator[Receiver]:
    with Receiver(answer) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()
