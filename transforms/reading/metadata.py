"""What a page declares of its article: JSON-LD, OpenGraph, meta and link elements, headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from html import unescape
from itertools import pairwise

from transforms.article import Said
from transforms.reading.jsonld import read_jsonld
from transforms.reading.marked import read_marked
from transforms.reading.site import OwnNames
from transforms.reading.title import bare_title, site_alone, site_name
from transforms.reading.tokens import Token

# Names of meta elements in lower case, in order of trust.
_META: Mapping[str, str] = {
    "title": "og:title articletitle twitter:title dc.title headline",
    "author": "author article:author og:article:author dc.creator byl twitter:creator",
    "publisher": "og:site_name sitename article:publisher dc.publisher publisher application-name",
    "published": "article:published_time og:article:published_time og:published_time "
    "bytedance:published_time og:release_date weibo:article:create_at apub:time _pubtime pubdate "
    "publishdate publish_date publish-date publication_date datepublished dc.date.issued dcterms.issued "
    "dc.date dcterms.created sailthru.date parsely-pub-date firstcreatedtime createdate date",
    "url": "og:url twitter:url",
    "credited_source": "contentsource source og:article:source copyright-source",
}
_SCRIPTED_DATE = re.compile(
    r"\b(?:publish_?(?:time|date)|pub_?(?:date|time)|(?:ori)?create_?time|datePublished|ct)[\"']?\s{0,3}"
    r"[:=]\s{0,3}[\"']?((?:20\d\d-\d\d?-\d\d?(?:[T ]\d\d?:\d\d(?::\d\d)?)?)|1\d{9}(?!\d))",
    re.IGNORECASE,
)
_ACCOUNT_IDS = ("js_name", "profile_name", "profileName")
_DAY = 86_400
_BEIJING = 8 * 3600
_SPACE = re.compile(r"\s+")


def read_metadata(
    source: str, tokens: Sequence[Token], headings: Sequence[str], lesser: Sequence[str], own: OwnNames
) -> tuple[Said, ...]:
    """What the page declares, each field in order of trust and each value once.

    Title, author, publisher, published (as written; a time stamp in a script becomes its day in Beijing),
    url, credited_source. `headings` are the texts of its h1 elements, `lesser` of others that may repeat the
    title, `own` what the page calls its site.
    """
    meta = _meta(tokens)
    scripts = [
        source[token.start : token.end]
        for before, token in pairwise(tokens)
        if token.kind == "raw"
        and token.name == "script"
        and "ld+json" in before.attributes.get("type", "").lower()
    ]
    found = [*_account(source, tokens), *read_jsonld(scripts), *_declared(meta), *_elements(source, tokens)]
    found += read_marked(source, tokens, scripts_of(source, tokens))
    site = next((said.value for said in found if said.field == "publisher"), "")
    said = [*found, *(Said("title", heading, "html") for heading in headings[:1])]
    out: dict[tuple[str, str], Said] = {}
    sites: list[Said] = []
    for entry in [*said, *_scripted(source, tokens)]:
        value = _SPACE.sub(" ", entry.value).strip()
        if entry.field == "title":
            whole, value = value, bare_title(value, headings, site, lesser, own)
            alone = site_alone(value, own) if value not in headings else ""
            sites.append(Said("publisher", alone or site_name(whole, value, own), "html"))
            value = "" if alone else value
        if value and not (entry.field == "author" and value.startswith("http")):
            out.setdefault((entry.field, value), Said(entry.field, value, "html"))
    for entry in sites:
        if entry.value:
            out.setdefault(("publisher", entry.value), entry)
    return tuple(out.values())


def scripts_of(source: str, tokens: Sequence[Token]) -> str:
    """The first 200,000 characters of the page's inline scripts."""
    out, size = [], 0
    for token in tokens:
        if token.kind == "raw" and token.name == "script" and size < 200_000:
            out.append(source[token.start : token.end][: 200_000 - size])
            size += len(out[-1])
    return "\n".join(out)


def _meta(tokens: Sequence[Token]) -> dict[str, str]:
    meta: dict[str, str] = {}
    for token in tokens:
        if token.name == "meta" and token.kind == "start":
            content = token.attributes.get("content", "").strip()
            for key in ("property", "name", "itemprop", "http-equiv"):
                name = token.attributes.get(key, "").strip().lower()
                if name and content:
                    meta.setdefault(name, content)
    return meta


def _declared(meta: Mapping[str, str]) -> Iterator[Said]:
    for field, names in _META.items():
        for name in names.split():
            if name in meta:
                yield Said(field, meta[name], "html")


def _elements(source: str, tokens: Sequence[Token]) -> Iterator[Said]:
    """Canonical link, title element, `<time datetime>` and marked-up dates."""
    titled = False
    for before, token in zip(tokens, [*tokens[1:], None], strict=False):
        attributes = before.attributes
        if before.kind != "start":
            continue
        if before.name == "link" and "canonical" in attributes.get("rel", "").lower():
            if attributes.get("href", "").startswith(("http", "//")):
                yield Said("url", attributes["href"], "html")
        elif before.name == "title" and not titled and token is not None and token.kind == "raw":
            titled = True  # later ones belong to drawings
            yield Said("title", unescape(source[token.start : token.end]), "html")
        elif "datetime" in attributes and "pub" in " ".join((*attributes, *attributes.values())).lower():
            yield Said("published", attributes["datetime"], "html")
        elif attributes.get("itemprop", "").lower() == "datepublished" and "content" in attributes:
            yield Said("published", attributes["content"], "html")


def _account(source: str, tokens: Sequence[Token]) -> Iterator[Said]:
    """The account that published an article on a platform, whose own name is then not the publisher's."""
    for before, token in pairwise(tokens):
        if token.kind == "text" and before.attributes.get("id") in _ACCOUNT_IDS:
            yield Said("publisher", unescape(source[token.start : token.end]), "html")
            return


def _scripted(source: str, tokens: Sequence[Token]) -> Iterator[Said]:
    found = _SCRIPTED_DATE.search(scripts_of(source, tokens))
    if not found:
        return
    value = found[1]
    yield Said("published", _day(int(value)) if value.isdigit() else value, "html")


def _day(stamp: int) -> str:
    """The day in Beijing of seconds since 1970, without a clock or a zone database."""
    return date.fromordinal(date(1970, 1, 1).toordinal() + (stamp + _BEIJING) // _DAY).isoformat()
