"""Addresses of pages, written in one way."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from urllib.parse import parse_qsl, quote, urljoin, urlsplit, urlunsplit

from transforms.rejection import Rejected

_PORTS = {"http": 80, "https": 443}
_LONGEST = 2000


@dataclass(frozen=True)
class Tracking:
    """Parameters that tell nothing of a page; see `seeds/rules/web/tracking.toml`."""

    prefixes: tuple[str, ...]
    names: frozenset[str]
    values: Mapping[str, tuple[str, ...]]

    def covers(self, name: str, value: str) -> bool:
        """Whether a parameter says only how a reader came."""
        name = name.lower()
        return name in self.names or name.startswith(self.prefixes) or value in self.values.get(name, ())


@cache
def tracking() -> Tracking:
    """The parameters, read once."""
    source = files("seeds").joinpath("rules/web/tracking.toml").read_text(encoding="utf-8")
    known = tomllib.loads(source)
    values = {name: tuple(words) for name, words in known["values"].items()}
    return Tracking(tuple(known["prefixes"]), frozenset(known["names"]), values)


def address(href: str, base: str = "") -> str:
    """The absolute address that `href` means on the page `base`, in its plain form.

    Scheme and host in lower case, no fragment, no default port, no tracking parameters, characters beyond
    ASCII percent-encoded; paths and other parameters stay as they are, for they tell articles apart.
    Rejected: `bad_scheme` for all but http and https, `bad_address` for what is no address.
    """
    href = "".join(href.split())
    try:
        parts = urlsplit(urljoin(base, href))
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise Rejected("bad_address", f"{href[:200]!r} is no address: {error}") from None
    if parts.scheme not in _PORTS:
        raise Rejected("bad_scheme", f"{href[:200]!r} is not http or https")
    if not host or len(href) > _LONGEST:
        raise Rejected("bad_address", f"{href[:200]!r} names no host or is longer than {_LONGEST} characters")
    place = _host(host) + (f":{port}" if port and port != _PORTS[parts.scheme] else "")
    path = quote(parts.path, safe="/%:@!$&'()*+,;=~-._") or "/"
    return urlunsplit((parts.scheme, place, path, _query(parts.query), ""))


def origin(url: str) -> str:
    """Scheme, host and port of an address: whose robots.txt counts, and who is not to be hurried."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def _host(host: str) -> str:
    if ":" in host:
        return f"[{host}]"
    try:
        return host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        raise Rejected("bad_address", f"{host[:100]!r} is no name of a host") from None


def _query(query: str) -> str:
    """The query without tracking parameters, the others as they are written."""
    kept = []
    for piece in query.split("&"):
        pair = parse_qsl(piece, keep_blank_values=True)
        if piece and not (pair and tracking().covers(*pair[0])):
            kept.append(quote(piece, safe="%=/:@!$'()*+,;~-._?[]"))
    return "&".join(kept)
