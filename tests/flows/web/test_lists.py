"""Every kind of list of the made-up web names what it must, or is refused with the reason."""

import pytest

from flows.web.archive import Archive
from flows.web.connecting import Connections
from flows.web.crawling import find_entries
from flows.web.fetching import Fetcher
from flows.web.pace import Pace
from tests.flows.web.conftest import expected
from transforms.web.address import address

KINDS = {"rss": "feed", "atom": "feed", "jsonfeed": "feed", "listing": "listing", "urls": "urls"}
ROWS = [row for row in expected("expected_sources.jsonl") if row["host"] not in ("closed", "sick")]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['host']}{row['path']}")
def test_list(whole, tmp_path, row):
    place = f"{row['host']}:{row['path']}"
    links = {"links": "ul.feed-list a.title"} if row["kind"] == "listing" else {}
    source = whole.source(place, kind=KINDS.get(row["kind"], "sitemap"), **links)
    connections = Connections(source.limits.networks)
    with Archive(tmp_path) as archive:
        clock = whole.waiting.clock
        fetcher = Fetcher("list", archive, source.limits, clock, Pace(clock), connections)
        found = [entry.url for entry in find_entries(source, archive, fetcher)]
        connections.close()
        visit = archive.last[whole.web.url(place)]
    if row["outcome"] == "refused":
        assert (found, visit.check) == ([], row["why"].replace("-", "_"))
    else:
        named = [address(whole.web.url(f"{row['host']}:{path}")) for path in row["finds"]]
        assert found == list(dict.fromkeys(named)) and not visit.check
