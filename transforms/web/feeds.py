"""The entries of RSS, Atom and JSON feeds."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from html import unescape

from lxml import etree

from transforms.reading.decode import decode
from transforms.rejection import Rejected
from transforms.web.entry import Entry, entry, once
from transforms.web.xml import children, name_of, parse_xml, text_of

_BASE = "{http://www.w3.org/XML/1998/namespace}base"


def read_feed(data: bytes, url: str, encoding: str | None = None) -> tuple[Entry, ...]:
    """The entries of a feed found at `url`, in its order.

    Feeds that are not well-formed are read as far as they go. Rejected: `wrong_type` where it is no feed,
    `unsafe_xml`, and what `decode` says.
    """
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return once(_json_feed(decode(data, encoding).text, url))
    root = parse_xml(data, encoding)
    if name_of(root) == "feed":
        return once(_atom(root, url))
    if name_of(root) in ("rss", "rdf"):
        return once(_rss(root, url))
    raise Rejected("wrong_type", f"it is no feed: its root is <{name_of(root)}>")


def _rss(root: etree._Element, url: str) -> Iterator[Entry | None]:
    for item in root.iter():
        if name_of(item) != "item":
            continue
        guid = next(children(item, "guid"), None)
        permanent = guid is not None and guid.get("isPermaLink", "true") == "true"
        link = text_of(item, "link", "origlink") or (text_of(item, "guid") if permanent else "")
        said = {
            "title": unescape(text_of(item, "title")),
            "author": text_of(item, "creator", "author"),
            "published": text_of(item, "pubdate", "date"),
        }
        yield entry(link, url, said, text_of(item, "updated", "modified"))


def _atom(root: etree._Element, url: str) -> Iterator[Entry | None]:
    base = _resolved(root.get(_BASE), url)
    for item in children(root, "entry"):
        links = [one for one in children(item, "link") if one.get("rel", "alternate") == "alternate"]
        pages = [one for one in links if "html" in one.get("type", "html")] or links
        title = next(children(item, "title"), None)
        words = text_of(item, "title")
        if title is not None and title.get("type") == "html":
            words = unescape(words)
        said = {
            "title": words,
            "author": "、".join(name for one in children(item, "author") if (name := text_of(one, "name"))),
            "published": text_of(item, "published", "issued"),
        }
        here = _resolved(item.get(_BASE), base)
        yield entry(pages[0].get("href") if pages else None, here, said, text_of(item, "updated", "modified"))


def _resolved(base: str | None, url: str) -> str:
    found = entry(base, url, {})
    return found.url if found else url


def _json_feed(text: str, url: str) -> Iterator[Entry | None]:
    try:
        feed = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Rejected("wrong_type", f"it is no JSON feed: {error}") from None
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        raise Rejected("wrong_type", "it is no JSON feed: it has no list of items")
    for item in items:
        if isinstance(item, dict):
            said = {
                "title": _string(item, "title"),
                "author": "、".join(_authors(item)),
                "published": _string(item, "date_published"),
            }
            yield entry(_string(item, "url"), url, said, _string(item, "date_modified"))


def _authors(item: Mapping[str, object]) -> Iterator[str]:
    authors = item.get("authors") or [item.get("author")]
    for one in authors if isinstance(authors, list) else ():
        if isinstance(one, dict) and _string(one, "name"):
            yield _string(one, "name")


def _string(item: Mapping[str, object], name: str) -> str:
    value = item.get(name)
    return value if isinstance(value, str) else ""
