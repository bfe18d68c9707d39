"""What is known of an article, from its source, its page and its own lines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from urllib.parse import urlsplit

from transforms.article import Metadata, Said
from transforms.cleaning.dating import imply_date
from transforms.cleaning.said_dates import dateline, said_date, url_date
from transforms.cleaning.script import simplify

_FIELDS = ("title", "author", "publisher", "translator", "url", "credited_source")
_ALIASES = {"by": "author", "site": "publisher", "site_name": "publisher", "source": "credited_source"}
_SENTENCE_END = re.compile(r"[。；，,;：:、…]$")
_MAX_TITLE = 60


def site_of(url: str) -> str | None:
    """The host of an address without `www.`; None where it has none."""
    try:
        host = urlsplit(url if "//" in url else "//" + url).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def headline(text: str) -> str | None:
    """The first line of a clean text where it is a headline: short, no sentence, and text after it."""
    first, _, rest = text.lstrip("\n").partition("\n")
    if not rest.strip() or not 4 <= len(first) <= _MAX_TITLE or "。" in first or _SENTENCE_END.search(first):
        return None
    return _unquoted(first.strip("# ")) if len(rest) > len(first) else None


def _unquoted(title: str) -> str:
    """The title without a quotation mark that has no partner."""
    for opening, closing in ("“”", "「」", "《》"):
        if title.count(opening) != title.count(closing):
            title = title.removeprefix(opening) if title.startswith(opening) else title.removesuffix(closing)
    return title


def _of_dateline(told: tuple[Said, ...]) -> str:
    """The source of the line `2024年3月5日 来源：某某网`: where nothing else does, it says who published."""
    for one, other in pairwise(told):
        pair = {one.field: one, other.field: other}
        if set(pair) == {"published", "credited_source"} and one.basis == other.basis == "text":
            return simplify(pair["credited_source"].value)
    return ""


def gather(said: Iterable[Said], text: str) -> Metadata:
    """The metadata of a clean text: each field as first stated; unknown fields are kept in `extra`."""
    known: dict[str, str] = {}
    extra: dict[str, str] = {}
    told = tuple(said)
    for one in told:
        name = _ALIASES.get(one.field, one.field)
        value = simplify(" ".join(one.value.split()))
        if value:
            (known if name in _FIELDS else extra).setdefault(name, value)
    known.setdefault("title", headline(text) or "")
    known.setdefault("publisher", (site_of(known["url"]) if "url" in known else None) or _of_dateline(told))
    published = said_date(told) or dateline(text) or url_date(known.get("url", "")) or imply_date(text)
    extra.pop("published", None)
    fields = {name: known.get(name) or None for name in _FIELDS}
    return Metadata(published=published, extra=extra, **fields)
