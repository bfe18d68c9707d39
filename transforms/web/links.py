"""What a page says of its place among others: its canonical address, the next page of the article."""

from __future__ import annotations

import re
from html import unescape
from typing import Final
from urllib.parse import urlsplit

from transforms.rejection import Rejected
from transforms.web.address import address, origin

_TAG = re.compile(r"<(link|a)\b([^>]{1,2000})>(?:((?:(?!</a).){0,120})</a)?", re.I | re.S)
_ATTRIBUTE = re.compile(r"([\w-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_NEXT = re.compile(r"\s*(?:下一?[页頁]|后一?页|後一?頁|next(?:\s*page)?)\s*[>»›→]*\s*$", re.I)
_INNER = re.compile(r"<[^>]{0,500}>")
_NUMBER = re.compile(r"^(.*?)(?:[_-](\d{1,3}))?(\.\w{2,5}|/)?$")
_PAGE_QUERY = re.compile(r"(?:^|&)(?:page|p|pn|pageno)=(\d{1,3})(?=&|$)", re.I)
MOST_PAGES: Final = 30


def canonical(source: str, url: str) -> str | None:
    """The canonical address that the page at `url` declares; None for none, or the front page."""
    for name, attributes, _ in _tags(source):
        if name == "link" and "canonical" in attributes.get("rel", "").lower().split():
            found = _address(attributes.get("href", ""), url)
            return found if found and urlsplit(found).path not in ("", "/") else None
    return None


def next_page(source: str, url: str) -> str | None:
    """The address of the next page of the same article; None where this is the last or only one.

    A link called so (下一页, rel=next) counts only where its address differs from this one's in the page's
    number alone, which is the next: lists and neighbouring articles have such links too.
    """
    stem, number = _numbered(url)
    for _, attributes, words in _tags(source):
        if "next" in attributes.get("rel", "").lower().split() or _NEXT.match(_INNER.sub("", words)):
            found = _address(attributes.get("href", ""), url)
            if found and origin(found) == origin(url) and _numbered(found) == (stem, number + 1):
                return found
    return None


def first_page(url: str) -> str | None:
    """The address of the first page, if `url` looks like a further one: `5501_2.html` → `5501.html`."""
    parts = urlsplit(url)
    found = _NUMBER.match(parts.path)
    if found and found[2] and int(found[2]) > 1:
        return parts._replace(path=found[1] + (found[3] or "")).geturl()
    return None


def _numbered(url: str) -> tuple[str, int]:
    """An address without the number of its page, and that number; a first page may have none."""
    parts = urlsplit(url)
    if found := _PAGE_QUERY.search(parts.query):
        query = (parts.query[: found.start()] + parts.query[found.end() :]).strip("&")
        return parts._replace(query=query).geturl(), int(found[1])
    path = _NUMBER.match(parts.path)
    if path is None or path[2] is None:
        return url, 1
    return parts._replace(path=path[1] + (path[3] or "")).geturl(), int(path[2])


def _tags(source: str) -> list[tuple[str, dict[str, str], str]]:
    found = []
    for name, inner, words in _TAG.findall(source):
        pairs = {key.lower(): unescape(a or b or c) for key, a, b, c in _ATTRIBUTE.findall(inner)}
        found.append((name.lower(), pairs, unescape(words)))
    return found


def _address(href: str, url: str) -> str | None:
    try:
        return address(href, url) if href.strip() else None
    except Rejected:
        return None
