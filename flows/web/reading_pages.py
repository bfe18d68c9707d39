"""A page as an article to ingest, as another place of a known one, or as refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from flows.sources.places import AnotherPlace
from flows.sources.refused import RefusedInput
from transforms.article import Article
from transforms.cleaning.clean import clean
from transforms.cleaning.identity import document_id
from transforms.reading.joined import join_pages
from transforms.reading.read import read
from transforms.rejection import Rejected
from transforms.source import SourceItem
from transforms.web.embedded import embedded_article
from transforms.web.kinds import REASONS, kind_of, refuse_stub
from transforms.web.text_key import text_key

Keep = Callable[[Article], str | None]
"""Why an article is left out; None for one that is kept."""
PageFound = SourceItem | AnotherPlace | RefusedInput
LEFT_OUT: Final = "not_similar"
_NO_TEXT: Final = frozenset({"no_article", "empty", "boilerplate_only"})


@dataclass(frozen=True)
class Page:
    """A page as it was found: `data` its unpacked bytes, `source` their text; `said` as for a SourceItem.

    `further` are addresses and sources of the article's next pages, `rivals` the documents that the page
    declares itself a copy of, each with its title.
    """

    url: str
    data: bytes
    encoding: str | None
    source: str
    said: Mapping[str, str] = field(default_factory=dict)
    further: Sequence[tuple[str, str]] = ()
    rivals: Mapping[str, str] = field(default_factory=dict)


@dataclass
class PageReader:
    """Reads pages; `texts` maps the keys of known texts to their documents, and learns the new ones."""

    texts: dict[str, str]
    keep: Keep | None = None
    titles: dict[str, str] = field(default_factory=dict)

    def read(self, page: Page) -> PageFound:
        """What a page is. Refused with the kind of page it is, or with what makes its text unfit."""
        try:
            item, article = self._article(page)
        except Rejected as refused:
            return RefusedInput(page.url, refused.check, refused.reason)
        document, title = document_id(item), article.metadata.title or ""
        known = self.texts.get(text_key(article.text.text), document)
        if known != document:
            return AnotherPlace(page.url, known)
        for rival, its_title in page.rivals.items():
            if rival != document and title and title == its_title:
                return AnotherPlace(page.url, rival)
        why_not = self.keep(article) if self.keep else None
        if why_not is not None:
            return RefusedInput(page.url, LEFT_OUT, why_not)
        self.texts[text_key(article.text.text)] = document
        self.titles[document] = title
        return item

    def _article(self, page: Page) -> tuple[SourceItem, Article]:
        data, encoding = page.data, page.encoding
        if page.further:
            data, encoding = join_pages([(page.url, page.source), *page.further]), "utf-8"
        item = SourceItem(page.url, data, "html", encoding, page.said)
        try:
            article = clean(read(item))
            refuse_stub(page.source, article.text.text)
            return item, article
        except Rejected as refused:
            if refused.check not in _NO_TEXT:
                raise
        found = embedded_article(page.source)
        if found is not None:
            item = SourceItem(page.url, found.html.encode(), "html", "utf-8", {**found.said, **page.said})
            return item, clean(read(item))
        kind = kind_of(page.source, page.url)
        raise Rejected(kind, REASONS[kind])
