"""Sources of articles: one file of settings each."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, fields
from ipaddress import ip_network
from pathlib import Path
from typing import Any, Final

from flows.errors import KaojuError
from flows.web.limits import Limits

KINDS: Final = {
    "feed": "RSS, Atom or JSON feed",
    "sitemap": "sitemap, news sitemap, or index of sitemaps",
    "urls": "list of addresses, one a line",
    "listing": "page whose links the CSS selector `links` chooses",
    "warc": "WARC or WACZ files, those of Common Crawl too",
    "files": "files, or a folder that another program drops files in: text, HTML, JSON lines",
    "parquet": "Parquet files, a row an article",
}
FETCHED: Final = frozenset({"feed", "sitemap", "urls", "listing"})
FOLDER: Final = Path("seeds/sources")
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,60}$")


@dataclass(frozen=True)
class WebSource:
    """A source: where articles are looked for, and how politely.

    `places` are addresses, or for what is not fetched paths and globs, relative to the working directory.
    `links` is the selector of a listing. `delay` (seconds between requests to a site), `recheck` (hours until
    a page is looked at again) and `max_pages` (a run) bound the asking; `allow` names private networks that
    may be asked. A source that is not `enabled` runs only when it is named.
    """

    name: str
    kind: str
    places: tuple[str, ...]
    about: str
    enabled: bool = True
    links: str = ""
    delay: float = 1.0
    recheck: float = 24.0
    max_pages: int = 500
    max_bytes: int = 8 * 2**20
    answer_within: float = 20.0
    whole_within: float = 60.0
    allow: tuple[str, ...] = ()

    @property
    def is_fetched(self) -> bool:
        """Whether the network is asked for it."""
        return self.kind in FETCHED

    @property
    def limits(self) -> Limits:
        """The bounds of its requests."""
        return Limits(
            delay=self.delay,
            recheck=self.recheck * 3600.0,
            max_bytes=self.max_bytes,
            answer_within=self.answer_within,
            whole_within=self.whole_within,
            networks=tuple(ip_network(one) for one in self.allow),
        )


def read_source(path: Path) -> WebSource:
    """The source that a file describes; KaojuError says what is wrong with the file."""
    try:
        plain: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise KaojuError(f"the source {path} cannot be read: {error}") from None
    known = {one.name: one for one in fields(WebSource)}
    for name in plain:
        if name not in known or name == "name":
            words = ", ".join(one for one in known if one != "name")
            raise KaojuError(f"the source {path} has a setting {name!r}; known are {words}")
    for name in ("kind", "places", "about"):
        if name not in plain:
            raise KaojuError(f"the source {path} lacks the setting {name!r}")
    if plain["kind"] not in KINDS:
        raise KaojuError(f"the source {path} is of kind {plain['kind']!r}; known are {', '.join(KINDS)}")
    if not _NAME.match(path.stem):
        raise KaojuError(f"the source {path} needs a name of small letters, digits and hyphens")
    for name, value in plain.items():
        _check_type(path, name, value)
    lists = {name: tuple(plain.get(name, ())) for name in ("places", "allow")}
    source = WebSource(**{**plain, **lists, "name": path.stem})
    if source.kind == "listing" and not source.links:
        raise KaojuError(f"the source {path} is a listing and lacks `links`, the CSS selector of its links")
    try:
        _ = source.limits
    except ValueError as error:
        raise KaojuError(f"the source {path} allows what is no network: {error}") from None
    return source


def _check_type(path: Path, name: str, value: object) -> None:
    example = getattr(WebSource, name, "")
    if name in ("places", "allow"):
        good = isinstance(value, list) and all(isinstance(one, str) and one for one in value)
    elif isinstance(example, bool) or isinstance(value, bool):
        good = isinstance(value, bool) and isinstance(example, bool)
    elif isinstance(example, (int, float)):
        good = (
            isinstance(value, (int, float))
            and value >= 0
            and (isinstance(example, float) or value == int(value))
        )
    else:
        good = isinstance(value, str)
    if not good or value == []:
        raise KaojuError(f"the source {path} has {name} = {value!r}, which is no value for it")


def read_sources(folder: Path) -> tuple[WebSource, ...]:
    """All sources of a folder, by name; KaojuError where one is wrong, or the folder is not there."""
    if not folder.is_dir():
        raise KaojuError(f"there is no folder of sources at {folder}; name one with --from")
    return tuple(read_source(path) for path in sorted(folder.glob("*.toml")))


def chosen_sources(folder: Path, names: Sequence[str]) -> tuple[WebSource, ...]:
    """The sources named, else the enabled ones; KaojuError for an unknown name, or if none is left."""
    every = {source.name: source for source in read_sources(folder)}
    for name in names:
        if name not in every:
            raise KaojuError(f"no source is called {name!r}; known in {folder}: {', '.join(every) or 'none'}")
    chosen = tuple(every[name] for name in dict.fromkeys(names)) or tuple(
        s for s in every.values() if s.enabled
    )
    if not chosen:
        raise KaojuError(f"no source in {folder} is enabled; name one, or write `enabled = true` in its file")
    return chosen
