"""A source read from its lists down to its pages."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from flows.web.archive import Archive
from flows.web.fetching import Fetcher
from flows.web.page import charset, content
from flows.web.source_file import WebSource
from flows.web.visits import Visit
from transforms.rejection import Rejected
from transforms.web.address import address, origin
from transforms.web.entry import Entry
from transforms.web.feeds import read_feed
from transforms.web.links import MOST_PAGES, first_page
from transforms.web.lists import read_listing, read_sitemap, read_urls
from transforms.web.unpack import unpack_file

MOST_LISTS: Final = 100
"""Lists of one source in one run: an index of sitemaps may name thousands."""
Say = Callable[[str], None]


def crawl(source: WebSource, archive: Archive, fetcher: Fetcher, say: Say) -> Counter[str]:
    """Visit what the source lists and is due; how many pages came to what (`kept`, or a check)."""
    queues: dict[str, deque[Entry]] = {}
    listed = 0
    for entry in find_entries(source, archive, fetcher):
        before = archive.last.get(entry.url)
        listed += before is None
        if listed <= source.max_pages:
            queues.setdefault(origin(entry.url), deque()).append(entry)
    if listed > source.max_pages:
        say(f"{source.name}: {listed - source.max_pages} new addresses are left for the next run (max_pages)")
    outcomes: Counter[str] = Counter()
    while queues:
        site = min(queues, key=lambda one: fetcher.pace.free_at(one, fetcher.gap(one)))
        entry = queues[site].popleft()
        visit = fetcher.fetch(entry)
        outcomes[visit.check or "kept"] += 1
        for further in _same_article(visit, entry, fetcher):
            outcomes[further.check or "kept"] += 1
        if not queues[site]:
            del queues[site]
    return outcomes


def _same_article(visit: Visit, entry: Entry, fetcher: Fetcher) -> Iterator[Visit]:
    """The visits of the other pages of a paged article, as far as there are any."""
    first = first_page(visit.url) if visit.is_kept else None
    if first and (visit.next or _follows(visit, first, fetcher)):
        yield fetcher.fetch(Entry(first))
    for _ in range(MOST_PAGES):
        if not visit.next:
            return
        visit = fetcher.fetch(Entry(visit.next, entry.said))
        yield visit


def _follows(visit: Visit, first: str, fetcher: Fetcher) -> bool:
    known = fetcher.archive.last.get(first)
    return known is not None and bool(known.next)


def find_entries(source: WebSource, archive: Archive, fetcher: Fetcher) -> Iterator[Entry]:
    """The pages that the lists of a source name, each once; one that cannot be read is noted as refused."""
    lists = deque(_place(place) for place in source.places)
    seen: set[str] = set()
    named: set[str] = set()
    while lists and len(seen) < MOST_LISTS:
        one = lists.popleft()
        if one.url in seen:
            continue
        seen.add(one.url)
        for entry in _read_list(source, archive, fetcher, one):
            if entry.is_list:
                lists.append(entry)
            elif entry.url not in named:
                named.add(entry.url)
                yield entry


def _place(place: str) -> Entry:
    return Entry(address(place), is_list=True)


def _read_list(source: WebSource, archive: Archive, fetcher: Fetcher, one: Entry) -> tuple[Entry, ...]:
    visit = fetcher.fetch(one, "list")
    if not visit.is_kept:
        return ()
    try:
        answer = archive.answer(visit)
        limit = source.max_bytes
        data = unpack_file(content(answer, limit), limit)
        said = charset(answer)
        if source.kind == "feed":
            return read_feed(data, visit.url, said)
        if source.kind == "sitemap":
            return read_sitemap(data, visit.url, said)
        if source.kind == "listing":
            return read_listing(data, visit.url, source.links, said)
        return read_urls(data, visit.url, said)
    except Rejected as refused:
        check = "wrong_type" if refused.check == "binary" else refused.check
        archive.note(replace(visit, check=check, reason=refused.reason, file="", size=0))
        return ()
