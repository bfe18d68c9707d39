"""A discovery whose process is killed in the middle, with a signal that nobody can catch."""

import signal
import subprocess
import sys
import time
from collections import Counter

import pytest

from tests.flows.web.conftest import everything

PROCESS = """
import sys
from pathlib import Path
from flows.web.archive import Archive
from flows.web.discovering import fetch_all
from flows.web.source_file import WebSource
source = WebSource("web", "urls", (sys.argv[1],), "killed", delay=0.01, allow=("127.0.0.1/32",))
with Archive(Path(sys.argv[2])) as archive:
    fetch_all([source], archive, print)
"""


@pytest.mark.soak
@pytest.mark.parametrize("requests", [5, 20, 45])
def test_a_killed_process_fetches_nothing_twice_that_it_kept(discovery, requests):
    place = discovery.web.url("main:/lists/urls.txt")
    process = subprocess.Popen([sys.executable, "-c", PROCESS, place, str(discovery.folder / "web")])
    while len(discovery.web.requests()) < requests and process.poll() is None:
        time.sleep(0.002)
    process.send_signal(signal.SIGKILL)
    process.wait()
    discovery.waiting.now = time.time()
    before = Counter(request.path for request in discovery.web.requests("main") if request.status == 200)
    assert before and len(before) < 100
    discovery.web.clear()
    outcome = discovery.run(everything(discovery))
    again = Counter(request.path for request in discovery.web.requests("main") if request.status == 200)
    # The answer that was coming when the process died is the only one that may be asked for once more.
    assert len(before.keys() & again.keys()) <= 1
    assert outcome.loaded == 25
