"""What the archive holds, as articles to ingest and as refusals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

from flows.sources.places import AnotherPlace
from flows.sources.refused import RefusedInput
from flows.web.archive import Archive
from flows.web.page import charset, content, page_text
from flows.web.reading_pages import Page, PageFound, PageReader
from flows.web.visits import Visit
from transforms.cleaning.identity import document_id
from transforms.reading.read import FEED
from transforms.rejection import Rejected
from transforms.source import SourceItem
from transforms.web.links import MOST_PAGES, canonical, first_page

_HOPS: Final = 50


@dataclass
class KeptItems:
    """Reads the visits of an archive: each address once, after the pages that it refers to."""

    archive: Archive
    reader: PageReader
    _documents: dict[str, str | RefusedInput] = field(default_factory=dict)

    def items(self, start: int = 0) -> Iterator[PageFound]:
        """What became of the addresses that were visited from line `start` of the journal on."""
        urls = [visit.url for visit in self.archive.read(start) if visit.status != 304]
        for url in dict.fromkeys(urls):
            yield from self._settle(url, ())

    def _settle(self, url: str, above: tuple[str, ...]) -> Iterator[PageFound]:
        visit = self.archive.last.get(url)
        if url in self._documents or url in above or visit is None or len(above) > _HOPS:
            return
        if visit.check:
            if visit.kind != "robots":
                yield self._note(RefusedInput(url, visit.check, visit.reason))
        elif visit.location:
            yield from self._settle(visit.location, (*above, url))
            yield from self._follow(url, visit.location)
        elif visit.kind == "page" and visit.is_kept:
            yield from self._page(visit, (*above, url))

    def _follow(self, url: str, other: str) -> Iterator[PageFound]:
        known = self._documents.get(other)
        if isinstance(known, str):
            yield self._note(AnotherPlace(url, known))
        elif known is not None:
            yield self._note(RefusedInput(url, known.check_name, known.reason))

    def _page(self, visit: Visit, above: tuple[str, ...]) -> Iterator[PageFound]:
        url = visit.url
        first = first_page(url)
        if first and any(one.url == url for one in self._chain(first)):
            yield from self._settle(first, above)
            yield from self._follow(url, first)
            return
        try:
            page, named = self._read(visit)
        except Rejected as refused:
            yield self._note(RefusedInput(url, refused.check, refused.reason))
            return
        if named:
            yield from self._settle(named, above)
            known = self._documents.get(named)
            if isinstance(known, str):
                rivals = {known: self.reader.titles.get(known, "")}
                page = Page(url, page.data, page.encoding, page.source, page.said, page.further, rivals)
        yield self._note(self.reader.read(page))

    def _note(self, found: PageFound) -> PageFound:
        if isinstance(found, RefusedInput):
            self._documents[found.uri] = found
        elif isinstance(found, AnotherPlace):
            self._documents[found.uri] = found.document_id
        elif isinstance(found, SourceItem):
            self._documents[found.uri] = document_id(found)
        return found

    def _read(self, visit: Visit) -> tuple[Page, str | None]:
        """The page of a visit, and the other address that it declares as its own, if that was kept too."""
        answer = self.archive.answer(visit)
        source = page_text(answer)
        further = []
        for one in self._chain(visit.url)[1:]:
            further.append((one.url, page_text(self.archive.answer(one))))
        named = canonical(source, visit.url)
        fetched = datetime.fromtimestamp(visit.at, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        said = {"url": named or visit.url, "fetched": fetched}
        said |= {FEED + name: value for name, value in visit.said.items()}
        page = Page(visit.url, content(answer), charset(answer), source, said, further)
        return page, named if named != visit.url else None

    def _chain(self, url: str) -> list[Visit]:
        """The kept visits of an article's pages, from `url` on."""
        found: list[Visit] = []
        visit = self.archive.kept.get(url)
        while visit is not None and len(found) < MOST_PAGES and visit not in found:
            found.append(visit)
            visit = self.archive.kept.get(visit.next) if visit.next else None
        return found
