"""A cleaned article with what is known of it: the hand-over from cleaning to annotating."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from transforms.aligned import AlignedText
from transforms.source import SourceItem

DateBasis = Literal["stated", "url", "html", "feed", "implied", "shared-event"]


@dataclass(frozen=True)
class DocumentDate:
    """When the article was published, as far as it is known.

    `edtf` is an EDTF string (a day, a month or an interval), `first` and `last` the first and last day that
    it can be, both inclusive; all None where nothing is known. `words` are the words that say or imply it.
    """

    edtf: str | None = None
    first: date | None = None
    last: date | None = None
    basis: DateBasis | None = None
    words: str | None = None

    @property
    def known_by(self) -> str | None:
        """How it is known, in one text: `basis: words`."""
        return f"{self.basis}: {self.words}" if self.basis and self.words else self.basis


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that the source or its page says of the article, as written there.

    `field` is title, author, publisher, translator, url, credited_source, published, site, or the source’s
    own name for it. `basis` says where: the source record, the page's HTML, a feed, a line of the text.
    """

    field: str
    value: str
    basis: Literal["record", "html", "feed", "text"]


@dataclass(frozen=True)
class ReadText:
    """A decoded source: the hand-over from reading to cleaning.

    `text.raw` is the whole decoded source; for a page all but its main content is already removed by edits.
    `replaced` counts the characters that could not be decoded (U+FFFD). `said` is in order of trust.
    """

    item: SourceItem
    encoding: str
    replaced: int
    text: AlignedText
    said: tuple[Said, ...] = ()


@dataclass(frozen=True)
class Metadata:
    """What the article, its page or its source says of it; every text in Simplified."""

    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    translator: str | None = None
    url: str | None = None
    credited_source: str | None = None
    published: DocumentDate = field(default_factory=DocumentDate)
    extra: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Article:
    """A cleaned article. `text.raw` is the decoded source, `text.text` the clean Simplified text."""

    document_id: str
    source_uri: str
    source_sha256: str
    encoding: str
    text: AlignedText
    metadata: Metadata
    script: Literal["Hans", "Hant", "mixed"]
    is_spun: bool = False
    spun_score: float = 0.0
