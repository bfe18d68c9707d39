"""Who a document is: ids that come from its bytes alone."""

from __future__ import annotations

from hashlib import sha256

from transforms.source import SourceItem


def source_sha256(item: SourceItem) -> str:
    """The SHA-256 of the source bytes, in hexadecimal."""
    return sha256(item.data).hexdigest()


def document_id(item: SourceItem) -> str:
    """The document's id: `d` and the first 16 hexadecimal digits of the SHA-256 of its bytes.

    The same bytes have the same id wherever they are found and whatever the rules become.
    """
    return id_of(source_sha256(item))


def id_of(sha256: str) -> str:
    """The id of the document whose bytes have this SHA-256."""
    return "d" + sha256[:16]
