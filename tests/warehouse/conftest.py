"""A published warehouse of two copies of the example document."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pytest

from tests.warehouse.example import LATER, NOW, document, reconciled
from warehouse.query import connect_published
from warehouse.writer import open_writer


def publish_example(warehouse: Path) -> Path:
    with open_writer(warehouse) as writer:
        report = writer.load([document("d1"), document("d2")], "run1", NOW)
        assert report.refused == report.rejects == ()
        writer.replace(reconciled("d1", "d2"))
        counts = {"documents_in": 2, "documents_loaded": 2}
        writer.record_run(
            {"run_id": "run1", "started_at": NOW, "finished_at": LATER, "state": "completed", **counts}
        )
        writer.publish()
    return warehouse


@pytest.fixture(scope="session")
def example_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published file: for reading only."""
    return publish_example(tmp_path_factory.mktemp("published") / "kaoju.duckdb")


@pytest.fixture
def con(example_file: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with connect_published(example_file) as con:
        yield con


@pytest.fixture
def new_warehouse(tmp_path: Path, example_file: Path) -> Callable[[], Path]:
    """Makes a published example of one's own."""
    return lambda: copy_example(example_file, tmp_path / "kaoju.duckdb")


def copy_example(example_file: Path, warehouse: Path) -> Path:
    """A published file, with the lock that a writer leaves."""
    writer = example_file.with_name("kaoju.lock")
    shutil.copyfile(writer, warehouse.with_name("kaoju.lock"))
    return Path(shutil.copyfile(example_file, warehouse))
