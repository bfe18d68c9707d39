"""One small site for all tests of this folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.warehouse.site.hostile import publish
from warehouse.query import connect_published
from warehouse.site.site import write_site


@pytest.fixture(scope="session")
def hostile_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published file: for reading only."""
    return publish(tmp_path_factory.mktemp("hostile") / "kaoju.duckdb")


@pytest.fixture(scope="session")
def site(hostile_file: Path) -> Path:
    """The site of it."""
    folder = hostile_file.with_name("site")
    with connect_published(hostile_file) as con:
        write_site(con, folder)
    return folder
