"""What a person wants to know of sources, in words."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Final

from flows.web.source_file import KINDS, WebSource, chosen_sources, read_sources
from warehouse.printable import printable

SHOWN: Final = 10


def table(folder: Path) -> str:
    """All sources of a folder, a line each; KaojuError where a file is wrong."""
    every = read_sources(folder)
    if not every:
        return f"There are no sources in {folder}: {folder / 'README.md'} says how to write one."
    width = max(len(source.name) for source in every)
    return "\n".join(
        f"{source.name:<{width}}  {source.kind:<8} {'on ' if source.enabled else 'off'}  {source.about}"
        for source in every
    )


def explain(folder: Path, name: str) -> str:
    """What one source does; KaojuError for a name that is not there."""
    (source,) = chosen_sources(folder, [name])
    lines = [
        f"{source.name}: {source.about}",
        f"  kind      {source.kind}: {KINDS[source.kind]}",
        *(f"  place     {place}" for place in source.places),
    ]
    if source.links:
        lines.append(f"  links     {source.links}")
    if source.is_fetched:
        lines.append(
            f"  asks      a site every {source.delay:g} s, or as slowly as its robots.txt wants; pages again "
            f"after {source.recheck:g} h; at most {source.max_pages} new ones a run"
        )
        lines.append(
            f"  takes     at most {source.max_bytes:,} bytes of a page, within {source.whole_within:g} s"
        )
        private = ", ".join(source.allow) or "none"
        lines.append(f"  private   networks that it may ask: {private}")
    when = "in every discovery" if source.enabled else f"only when named: kaoju discover {source.name}"
    return "\n".join([*lines, f"  runs      {when}"])


def trial(folder: Path, name: str) -> str:
    """What the lists of a source name now, or why they cannot be read; nothing is kept of it."""
    (source,) = chosen_sources(folder, [name])
    if not source.is_fetched:
        from flows.web.discovering import paths_of

        found = [str(path) for path in paths_of(source.places)]
        return _listed(source, found, "file")
    return _fetched(source)


def _fetched(source: WebSource) -> str:
    from flows.web.archive import Archive
    from flows.web.connecting import Connections
    from flows.web.crawling import find_entries
    from flows.web.fetching import Fetcher
    from flows.web.limits import Clock
    from flows.web.pace import Pace

    with tempfile.TemporaryDirectory() as folder, Archive(Path(folder)) as archive:
        clock, connections = Clock(), Connections(source.limits.networks)
        try:
            fetcher = Fetcher(source.name, archive, source.limits, clock, Pace(clock), connections)
            entries = list(find_entries(source, archive, fetcher))
        finally:
            connections.close()
        failed = [one for one in archive.last.values() if one.kind == "list" and one.check]
    words = [f"{one.url} gives nothing ({one.check}): {printable(one.reason)}" for one in failed]
    named = [f"{one.url}  {one.said.get('title', '')}".rstrip() for one in entries]
    return "\n".join([*words, _listed(source, named, "page")])


def _listed(source: WebSource, found: list[str], what: str) -> str:
    more = [f"  … and {len(found) - SHOWN} more"] if len(found) > SHOWN else []
    head = f"{source.name} names {len(found)} {what}{'s' * (len(found) != 1)}."
    return "\n".join([head, *(f"  {printable(one)}" for one in found[:SHOWN]), *more])
