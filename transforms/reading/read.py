"""The text of a source item, whatever it comes as."""

from __future__ import annotations

import re
from typing import Final

from transforms.aligned import AlignedText
from transforms.article import ReadText, Said
from transforms.reading.decode import decode
from transforms.reading.html import read_html
from transforms.reading.joined import read_joined
from transforms.source import SourceItem

FEED: Final = "feed."
# A whole document at the very start, after at most a few comments or declarations.
_DOCUMENT = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*|<!--[^>]{0,500}-->\s*){0,4}<(?:!doctype\s+html|html)\b", re.I
)


def read(item: SourceItem) -> ReadText:
    """The decoded text of `item`, for a page with all but its main content removed by edits.

    `said` holds the item's own fields first (basis `record`), then what the page says of itself (`html`),
    then what a feed says of it: the item's fields whose names begin with `feed.`. The pages of an
    article that were joined are read one by one.
    Rejected: what `decode` (`empty`, `binary`, `damaged`, `mixed_encodings`) and `read_html` (`no_article`)
    refuse.
    """
    decoded = decode(item.data, item.encoding)
    told = [(name, value) for name, value in item.said.items() if value.strip()]
    said = tuple(Said(name, value, "record") for name, value in told if not name.startswith(FEED))
    if item.media_type == "html" or is_page(decoded.text):
        text, found = read_joined(decoded.text, read_html)
        said += found
    else:
        text = AlignedText(decoded.text)
    said += tuple(
        Said(name.removeprefix(FEED), value, "feed") for name, value in told if name.startswith(FEED)
    )
    return ReadText(item, decoded.encoding, decoded.replaced, text, said)


def is_page(text: str) -> bool:
    """Whether a text is evidently a whole HTML document: it begins with its doctype or `<html`."""
    return _DOCUMENT.match(text) is not None
