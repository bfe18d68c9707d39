"""The entries of sitemaps, of listing pages, and of plain lists of addresses."""

from __future__ import annotations

from collections.abc import Iterator

from bs4 import BeautifulSoup
from lxml import etree
from soupsieve import SelectorSyntaxError

from transforms.reading.decode import decode
from transforms.rejection import Rejected
from transforms.web.entry import Entry, entry, once
from transforms.web.xml import children, name_of, parse_xml, text_of


def read_sitemap(data: bytes, url: str, encoding: str | None = None) -> tuple[Entry, ...]:
    """The pages of a sitemap or news sitemap, or the sitemaps of an index (`is_list`), in its order.

    Rejected: `wrong_type` where it is none, `unsafe_xml`, and what `decode` says.
    """
    root = parse_xml(data, encoding)
    kind = name_of(root)
    if kind == "sitemapindex":
        return once(
            entry(text_of(one, "loc"), url, {}, text_of(one, "lastmod"), is_list=True)
            for one in children(root, "sitemap")
        )
    if kind != "urlset":
        raise Rejected("wrong_type", f"it is no sitemap: its root is <{kind}>")
    return once(_pages(root, url))


def _pages(root: etree._Element, url: str) -> Iterator[Entry | None]:
    for one in children(root, "url"):
        news = next(children(one, "news"), None)
        said: dict[str, str | None] = {}
        if news is not None:
            said = {"title": text_of(news, "title"), "published": text_of(news, "publication_date")}
        yield entry(text_of(one, "loc"), url, said, text_of(one, "lastmod"))


def read_listing(data: bytes, url: str, links: str, encoding: str | None = None) -> tuple[Entry, ...]:
    """The links of a page that the CSS selector `links` chooses.

    Rejected: `no_links` where it chooses none (the page was rebuilt), `bad_selector`, and what `decode` says.
    """
    page = BeautifulSoup(decode(data, encoding).text, "lxml")
    base = page.select_one("base[href]")
    here = entry(str(base["href"]), url, {}) if base else None
    try:
        chosen = page.select(links)
    except SelectorSyntaxError as error:
        raise Rejected("bad_selector", f"{links!r} is no CSS selector: {error}") from None
    if not chosen:
        raise Rejected("no_links", f"no element of the page is chosen by {links!r}: was the page rebuilt?")
    where = here.url if here else url
    return once(entry(str(one.get("href") or ""), where, {"title": one.get_text(" ")}) for one in chosen)


def read_urls(data: bytes, url: str, encoding: str | None = None) -> tuple[Entry, ...]:
    """One address a line; blank lines and those that begin with # say nothing."""
    lines = decode(data, encoding).text.splitlines() if data.strip() else []
    return once(entry(line, url, {}) for line in lines if line.strip() and not line.lstrip().startswith("#"))
