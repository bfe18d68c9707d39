"""Reading is tried again after what passes: a file server that was away. Nothing else is."""

import errno

import pytest
from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings

from flows.ingest import ingest
from flows.sources import find_items
from flows.sources.resumed import Resumed
from flows.steps import read_batch


class Flaky:
    """`find_items` that fails once, before its fourth item."""

    def __init__(self, error: Exception) -> None:
        self.error = error
        self.begun = 0

    def __call__(self, sources, max_bytes):
        self.begun += 1
        for number, item in enumerate(find_items(sources, max_bytes)):
            if number == 3 and self.begun == 1:
                raise self.error
            yield item


@pytest.fixture
def run(api, articles, tmp_path, monkeypatch):
    def run(flaky):
        monkeypatch.setattr("flows.sources.find_items", flaky)
        monkeypatch.setattr(read_batch, "retry_delay_seconds", [0, 0, 0])
        with temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}):
            return ingest([str(articles)], str(tmp_path / "w.duckdb"), return_state=True)

    return run


def test_a_file_server_that_was_away_costs_no_document(run):
    flaky = Flaky(OSError(errno.ESTALE, "Stale file handle"))
    outcome = run(flaky).result()
    assert flaky.begun == 2
    assert (outcome.documents_in, outcome.loaded, outcome.duplicate, outcome.rejected) == (9, 4, 1, 4)


@pytest.mark.parametrize("error", [OSError(errno.EACCES, "Permission denied"), ZeroDivisionError("a bug")])
def test_what_does_not_pass_is_not_tried_again(run, error):
    flaky = Flaky(error)
    assert run(flaky).is_failed()
    assert flaky.begun == 1


def test_resumed_items_come_once_each_and_in_order():
    flaky, failures = iter([OSError("away"), OSError("away")]), 0

    def begin():
        yield from "abc"
        for error in flaky:
            raise error
        yield from "de"

    items, found = Resumed(begin), []
    while True:
        try:
            found += items
            break
        except OSError:
            failures += 1
    assert failures == 2 and "".join(found) == "abcde"
