"""The text of a source item, whatever it comes as."""

from __future__ import annotations

import re

from transforms.aligned import AlignedText
from transforms.article import ReadText, Said
from transforms.reading.decode import decode
from transforms.reading.html import read_html
from transforms.source import SourceItem

# A whole document at the very start, after at most a few comments or declarations.
_DOCUMENT = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*|<!--[^>]{0,500}-->\s*){0,4}<(?:!doctype\s+html|html)\b", re.I
)


def read(item: SourceItem) -> ReadText:
    """The decoded text of `item`, for a page with all but its main content removed by edits.

    `said` holds the item's own fields first (basis `record`), then what the page says of itself (`html`).
    Rejected: what `decode` (`empty`, `binary`, `damaged`, `mixed_encodings`) and `read_html` (`no_article`)
    refuse.
    """
    decoded = decode(item.data, item.encoding)
    said = tuple(Said(name, value, "record") for name, value in item.said.items() if value.strip())
    if item.media_type == "html" or is_page(decoded.text):
        text, found = read_html(decoded.text)
        said += found
    else:
        text = AlignedText(decoded.text)
    return ReadText(item, decoded.encoding, decoded.replaced, text, said)


def is_page(text: str) -> bool:
    """Whether a text is evidently a whole HTML document: it begins with its doctype or `<html`."""
    return _DOCUMENT.match(text) is not None
