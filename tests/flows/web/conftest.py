"""One discovery of the whole made-up web, shared by the tests of its outcome."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from flows.discover import load_kept
from flows.outcome import RunOutcome
from flows.web.archive import Archive
from flows.web.discovering import fetch_all
from flows.web.limits import Clock
from flows.web.source_file import WebSource
from tests.flows.plainly import without_prefect
from tests.flows.web.server import Web, served
from tests.flows.web.site import HERE
from transforms.article_rows import document_row, source_row
from transforms.cleaning.clean import clean
from transforms.reading.read import read
from transforms.rows import Row, Rows
from transforms.source import SourceItem
from transforms.version import rules_version
from warehouse.query import connect_published

START = 1_800_000_000.0


class Waiting:
    """A clock that stands still, but when somebody sleeps."""

    def __init__(self) -> None:
        self.now, self.slept = START, []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds

    @property
    def clock(self) -> Clock:
        return Clock(lambda: self.now, self.sleep)


def documents_only(item: SourceItem) -> Rows:
    """The document without its facts, which are not the subject here."""
    source = read(item)
    article = clean(source)
    return {
        "corpus.documents": [document_row(article, source, rules_version())],
        "corpus.sources": [source_row(article, source)],
    }


@dataclass
class Discovery:
    """A folder with a warehouse and an archive, discovered into from the running web."""

    web: Web
    folder: Path
    waiting: Waiting

    @property
    def warehouse(self) -> Path:
        return self.folder / "news.duckdb"

    def source(self, *places: str, **settings: object) -> WebSource:
        """A source of the web; places as `host:/path`."""
        known = {"kind": "urls", "delay": 0.0, "max_bytes": 2**20, "answer_within": 0.6, "whole_within": 1.0}
        urls = tuple(self.web.url(place) for place in places)
        return WebSource("web", places=urls, about="all", allow=("127.0.0.1/32",), **{**known, **settings})

    def run(self, *sources: WebSource, similar: float = 0.0) -> RunOutcome:
        """Discover as the flow does, without Prefect and facts."""
        with (
            without_prefect(),
            pytest.MonkeyPatch.context() as patch,
            Archive(self.folder / "web") as archive,
        ):
            patch.setattr("flows.discover.process", documents_only)
            # Documents without facts are not what a sound run gives.
            patch.setattr("flows.carry_out.check_expected", lambda run: ())
            fetch_all(sources, archive, lambda words: None, self.waiting.clock)
            state = load_kept(self.warehouse, sources, archive, "none", similar)
            assert isinstance(state.data, RunOutcome), state
            return state.data

    def rows(self, sql: str) -> list[Row]:
        with connect_published(self.warehouse) as con:
            found = con.execute(sql)
            names = [column[0] for column in found.description]
            return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def everything(one: Discovery, **settings: object) -> WebSource:
    return one.source(*(f"{host}:/lists/urls.txt" for host in one.web.origins), **settings)


def expected(name: str = "expected.jsonl") -> list[dict]:
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="session")
def whole(tmp_path_factory) -> Iterator[Discovery]:
    """The whole web, discovered once; `requests` of the web are those of that run."""
    with served() as web:
        one = Discovery(web, tmp_path_factory.mktemp("whole"), Waiting())
        one.outcome = one.run(everything(one))
        one.requests = web.requests()
        yield one


@pytest.fixture
def discovery(tmp_path) -> Iterator[Discovery]:
    """A fresh web, warehouse and archive."""
    with served() as web:
        yield Discovery(web, tmp_path, Waiting())
