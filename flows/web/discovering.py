"""The sources of a run, from asking to items."""

from __future__ import annotations

import glob
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from flows.sources import find_items
from flows.sources.resumed import Found
from flows.web.archive import Archive
from flows.web.connecting import Connections
from flows.web.crawling import crawl
from flows.web.fetching import Fetcher
from flows.web.kept_items import KeptItems
from flows.web.limits import Clock
from flows.web.pace import Pace
from flows.web.parquet_items import parquet_items
from flows.web.reading_pages import Keep, PageReader
from flows.web.settled import Settled, state_of
from flows.web.source_file import WebSource
from flows.web.warc_items import warc_items
from transforms.web.text_key import text_key
from warehouse.writer import Writer


def fetch_all(
    sources: Sequence[WebSource], archive: Archive, say: Callable[[str], None], clock: Clock | None = None
) -> int:
    """Visit what is due of every source that is fetched; how many requests that took."""
    clock = clock or Clock()
    pace, requests = Pace(clock), 0
    for source in sources:
        if not source.is_fetched:
            continue
        connections = Connections(source.limits.networks)
        fetcher = Fetcher(source.name, archive, source.limits, clock, pace, connections)
        try:
            outcomes = crawl(source, archive, fetcher, say)
        finally:
            connections.close()
        requests += fetcher.requests
        words = ", ".join(f"{number} {what}" for what, number in outcomes.most_common()) or "nothing"
        say(f"{source.name}: {fetcher.requests} requests; its pages: {words}.")
    return requests


@dataclass
class Discovered:
    """What a run finds: the archive from where the last run stopped, and sources that are files."""

    sources: Sequence[WebSource]
    archive: Archive
    texts: dict[str, str]
    before: Settled
    keep: Keep | None = None
    records: Counter[str] = field(default_factory=Counter)
    files: dict[str, str] = field(default_factory=dict)

    def items(self) -> Iterator[Found]:
        """Items, other places and refusals, in an order that is the same each time."""
        reader = PageReader(dict(self.texts), self.keep)
        yield from KeptItems(self.archive, reader).items(self.before.visits)
        for source in self.sources:
            if source.kind == "files":
                yield from find_items(source.places, source.max_bytes)
            elif not source.is_fetched:
                for path in paths_of(source.places):
                    yield from self._file(source, path, reader)

    def _file(self, source: WebSource, path: Path, reader: PageReader) -> Iterator[Found]:
        state = state_of(path)
        if self.before.files.get(str(path)) != state:
            if source.kind == "parquet":
                yield from parquet_items(path, source.max_bytes)
            else:
                yield from warc_items(path, reader, source.max_bytes, self.records)
        self.files[str(path)] = state


def paths_of(places: Sequence[str]) -> Iterator[Path]:
    """The files that paths, folders and globs stand for, sorted within a folder."""
    for place in places:
        path = Path(place).absolute()
        if path.is_dir():
            yield from sorted(one for one in path.iterdir() if one.is_file() and not one.name.startswith("."))
        elif path.exists():
            yield path
        else:
            yield from (Path(one).absolute() for one in sorted(glob.glob(place, recursive=True)))  # noqa: PTH207


def known_texts(writer: Writer) -> dict[str, str]:
    """The keys of all texts of the warehouse, each with its document."""
    rows = writer.read("SELECT document_id, text FROM corpus.documents ORDER BY loaded_at DESC, document_id")
    return {text_key(row["text"]): row["document_id"] for row in rows}
