"""A kept answer as a page: its text, and the page that follows it."""

from __future__ import annotations

import re

from flows.web.exchange import Answer
from transforms.reading.decode import decode
from transforms.rejection import Rejected
from transforms.web.links import next_page
from transforms.web.unpack import unpack

LARGEST = 32 * 2**20
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.I)


def content(answer: Answer, limit: int = LARGEST) -> bytes:
    """The unpacked body; Rejected: `bomb`, `too_large`, `broken_encoding`."""
    return unpack(answer.body, answer.header("content-encoding"), limit)


def charset(answer: Answer) -> str | None:
    """The encoding that the header states; it may be wrong."""
    found = _CHARSET.search(answer.header("content-type"))
    return found[1] if found else None


def page_text(answer: Answer) -> str:
    """The decoded source of a page. Rejected as `content` and `decode` do, `wrong_type` for no text."""
    data = content(answer)
    try:
        return decode(data, charset(answer)).text
    except Rejected as error:
        if error.check == "binary":
            raise Rejected("wrong_type", error.reason) from None
        if error.check == "empty":
            raise Rejected("empty_page", error.reason) from None
        raise


def next_of(answer: Answer) -> str:
    """The address of the next page of the same article, or nothing."""
    if answer.status != 200 or "html" not in answer.header("content-type").lower():
        return ""
    try:
        return next_page(page_text(answer), answer.url) or ""
    except Rejected:
        return ""
