"""One input as it came, before anything is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

MediaType = Literal["text", "markdown", "html"]


@dataclass(frozen=True)
class SourceItem:
    """The bytes of one article and what the source says of it.

    `uri` is where it was found (a record of a JSON Lines file has `#line=N`). For a JSON record `data` is the
    UTF-8 form of its `text` or `html` field. `said` holds the source's own fields (title, author, publisher,
    url, published, …), unknown ones kept. `encoding` is what the source declares, or None.
    """

    uri: str
    data: bytes
    media_type: MediaType = "text"
    encoding: str | None = None
    said: Mapping[str, str] = field(default_factory=dict)
