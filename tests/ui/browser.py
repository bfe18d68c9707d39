"""The system's Chromium, driven over its own DevTools protocol: no test tool brings a browser of its own."""

import base64
import json
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = """--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
--disable-component-update --disable-sync --hide-scrollbars --remote-debugging-port=0 --lang=en
--host-resolver-rules=MAP|*|~NOTFOUND,EXCLUDE|127.0.0.1""".split()


def chromium() -> str | None:
    """The browser's path, or None."""
    return next(filter(None, map(shutil.which, NAMES)), None)


class Page:
    """One page: go somewhere, wait for words, run a script, take a picture."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._asked = 0
        self.events: list[dict[str, Any]] = []

    def ask(self, method: str, **params: Any) -> Any:
        """One command of the protocol and its answer; events in between are kept in `events`."""
        self._asked += 1
        self._socket.send(json.dumps({"id": self._asked, "method": method, "params": params}))
        while (answer := json.loads(self._socket.recv(timeout=60))).get("id") != self._asked:
            self.events.append(answer)
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']}")
        return answer["result"]

    def run(self, script: str) -> Any:
        """The value of a JavaScript expression."""
        answer = self.ask("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(f"{script}: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    def go(self, address: str) -> None:
        """Open an address."""
        self.ask("Page.navigate", url=address)

    def words(self) -> str:
        """What can be read on the page."""
        return self.run("document.body ? document.body.innerText : ''") or ""

    def wait_for(self, *wanted: str, seconds: float = 60) -> str:
        """The words of the page once all that is wanted is among them."""
        end = time.monotonic() + seconds
        while not all(one in (words := self.words()) for one in wanted):
            if time.monotonic() > end:
                missing = [one for one in wanted if one not in words]
                raise AssertionError(f"the page has no {missing} after {seconds:g} s; it says:\n{words}")
            time.sleep(0.3)
        return words

    def click(self, text: str) -> None:
        """Click the link, button or tab with these words."""
        found = self.run(
            f"(() => {{ const all = [...document.querySelectorAll('a, button, [role=tab]')]; const one ="
            f" all.find(e => e.innerText.trim() === {json.dumps(text)}); if (!one) return false;"
            " for (const kind of ['pointerdown', 'mousedown', 'pointerup', 'mouseup'])"
            " one.dispatchEvent(new PointerEvent(kind, {bubbles: true, button: 0}));"
            " one.click(); return true; })()"
        )
        if not found:
            raise AssertionError(f"nothing to click says {text!r}; the page says:\n{self.words()}")

    def picture(self, path: Path) -> None:
        """Save what is to be seen, the whole page, as PNG."""
        time.sleep(1.0)  # transitions of the page
        taken = self.ask("Page.captureScreenshot", format="png", captureBeyondViewport=False)
        path.write_bytes(base64.b64decode(taken["data"]))


@contextmanager
def opened_browser(width: int = 1440, height: int = 1100) -> Iterator[Page]:
    """A page of a fresh browser, which is closed at the end."""
    program = chromium()
    if program is None:
        raise FileNotFoundError("no chromium; on Debian: apt-get install chromium fonts-noto-cjk")
    with tempfile.TemporaryDirectory(prefix="chromium", ignore_cleanup_errors=True) as profile:
        browser = subprocess.Popen(
            [
                program,
                *(flag.replace("|", " ") for flag in FLAGS),
                f"--user-data-dir={profile}",
                "about:blank",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            port = _port(Path(profile) / "DevToolsActivePort", browser)
            with connect(_page_address(port), max_size=None, proxy=None) as socket:
                page = Page(socket)
                page.ask("Page.enable")
                page.ask(
                    "Emulation.setDeviceMetricsOverride",
                    width=width, height=height, deviceScaleFactor=1, mobile=False,
                )  # fmt: skip
                yield page
        finally:
            browser.terminate()
            browser.wait(20)


def _port(noted: Path, browser: subprocess.Popen[bytes]) -> int:
    end = time.monotonic() + 60
    while time.monotonic() < end and browser.poll() is None:
        if noted.exists() and (lines := noted.read_text().splitlines()):
            return int(lines[0])
        time.sleep(0.1)
    raise RuntimeError("chromium did not start")


def _page_address(port: int) -> str:
    import urllib.request

    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(f"http://127.0.0.1:{port}/json/list", timeout=30) as answer:
        pages = [one for one in json.load(answer) if one["type"] == "page"]
    return str(pages[0]["webSocketDebuggerUrl"])
