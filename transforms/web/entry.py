"""An address in a list of articles, with what the list says of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from transforms.rejection import Rejected
from transforms.web.address import address


@dataclass(frozen=True)
class Entry:
    """What a feed, a sitemap or a listing says of one article.

    `said` may hold title, author, published. `changed` is when the list says that it was last changed, as
    written: only whether it is another than before counts. `is_list`: the address is a further list.
    """

    url: str
    said: Mapping[str, str] = field(default_factory=dict)
    changed: str = ""
    is_list: bool = False


def entry(
    href: str | None,
    base: str,
    said: Mapping[str, str | None],
    changed: str | None = "",
    is_list: bool = False,
) -> Entry | None:
    """An entry of a list; None where its link leads to no page (`mailto:`, `javascript:`, nothing)."""
    if not href or not href.strip():
        return None
    try:
        url = address(href, base)
    except Rejected:
        return None
    known = {name: " ".join(value.split()) for name, value in said.items() if value and value.strip()}
    return Entry(url, known, (changed or "").strip(), is_list)


def once(entries: Iterable[Entry | None]) -> tuple[Entry, ...]:
    """The entries in order, each address once: as it was named first."""
    found: dict[str, Entry] = {}
    for one in entries:
        if one is not None:
            found.setdefault(one.url, one)
    return tuple(found.values())
