"""The whole made-up web as data: hosts, their pages, and what must become of each address.

Run as a module it writes expected.jsonl and expected_sources.jsonl anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from tests.flows.web import feeds, pages, traps
from tests.flows.web.articles import second_edition, stories
from tests.flows.web.feeds import Entry, Source
from tests.flows.web.response import Page, Response, validated

HOSTS = ("main", "mobile", "delayed", "closed", "norobots", "sick")
HERE = Path(__file__).parent
SOURCES_CHANGED = datetime(2025, 6, 30, 4, 0, tzinfo=UTC)


@dataclass
class Site:
    """One host: its pages by path (with query), and what is expected of pages and sources."""

    responses: dict[str, Response] = field(default_factory=dict)
    expected: dict[str, dict[str, object]] = field(default_factory=dict)
    sources: list[Source] = field(default_factory=list)

    def add(self, found: list[Page]) -> None:
        """Add pages; a path may be given once only."""
        for page in found:
            if page.path in self.responses:
                raise ValueError(f"two pages at {page.path}")
            self.responses[page.path] = page.response
            if page.expected is not None:
                self.expected[page.path] = page.expected

    def publish(self, source: Source, later: Source | None = None) -> Source:
        """Add a source, with validators for conditional requests, and as it is at the second edition."""
        response = validated(source.body, source.content_type, SOURCES_CHANGED)
        if later:
            then = validated(later.body, later.content_type, pages.CORRECTED)
            response = replace(response, behaviour="editions", then=then)
        self.add([Page(source.path, response)])
        self.sources.append(source)
        return source

    def robots(self, body: bytes, status: int = 200) -> None:
        """Add robots.txt."""
        self.add([Page("/robots.txt", Response(status, {"Content-Type": "text/plain"}, body))])


def _entries(*slugs: str) -> list[Entry]:
    return [Entry(pages.own_path(slug), stories()[slug]) for slug in slugs]


def _add_sources(site: Site, origin: str) -> None:
    every = list(pages.ORIGINALS)
    tracked = Entry(pages.own_path(every[0]) + pages.TRACKING[0], stories()[every[0]])
    rss = [
        tracked,
        *_entries(*every[:6]),
        Entry("/video/8801.html"),
        Entry("/members/draft.html"),
        Entry("/e/404.html"),
    ]
    site.publish(feeds.rss("/feeds/rss.xml", origin, [*rss, *_entries(every[1])]))
    site.publish(feeds.atom("/feeds/atom.xml", origin, [*_entries(*every[6:12]), Entry("/js/9001.html")]))
    last = [*_entries(*every[12:16], "yunshan-agent"), Entry("/paywall/5501.html")]
    site.publish(feeds.json_feed("/feeds/feed.json", origin, last))
    again = [Entry(p.path, stories()[str(p.expected["story"])]) for p in pages.reprints(origin) if p.expected]
    site.publish(feeds.rss("/feeds/gbk.xml", origin, again[:13], "gb2312"))
    newest = _entries(*every[21:24])
    news = feeds.news_sitemap("/sitemaps/news.xml", origin, newest, {})
    parts = [
        site.publish(feeds.sitemap("/sitemaps/articles.xml", origin, [*_entries(*every[16:21]), *again])),
        site.publish(
            news, feeds.news_sitemap(news.path, origin, newest, {pages.own_path(every[-1]): pages.CORRECTED})
        ),
        site.publish(feeds.sitemap("/sitemaps/old.xml.gz", origin, _entries(*every[:4]), packed=True)),
    ]
    site.publish(feeds.sitemap_index("/sitemap.xml", origin, parts))
    astray = [
        Entry(p) for p in ("/video/8801.html", "/tag/ai.html", "/members/2025/plan.html", "/search?q=ai")
    ]
    listed = [*_entries(*every, "yunshan-agent"), *astray, Entry("/r/one")]
    site.publish(feeds.listing("/list/tech.html", origin, listed))
    site.expected["/list/tech.html"] = {"outcome": "refused", "why": "article-list"}
    for source in feeds.broken(origin, traps.bomb()):
        site.publish(source)
    site.publish(feeds.url_list("/lists/urls.txt", origin, site.expected))


def _main(origin: str, crawl_delay: float | None) -> Site:
    site = Site()
    for found in (pages.originals, pages.reprints, pages.variants, pages.paged, pages.passing):
        site.add(found(origin))
    cooked = site.responses[pages.own_path("hemu-medical")].body
    site.add(traps.unread())
    site.add(traps.bodies(cooked))
    site.add(traps.errors())
    site.add(traps.redirects(pages.own_path("xingqiong-open-model")))
    site.add(traps.forbidden())
    site.robots(feeds.robots(origin, crawl_delay))
    _add_sources(site, origin)
    return site


def _small(origins: Mapping[str, str], host: str, slugs: tuple[str, ...], expected: str) -> Site:
    """Return a host with few pages: `expected` is article, location_of or forbidden."""
    site, paths = Site(), []
    for slug in slugs:
        story, path, own = stories()[slug], f"/a/{slug}.html", pages.own_path(slug)
        canonical = origins["main"] + own if expected == "location_of" else None
        outcomes: dict[str, dict[str, object]] = {
            "article": pages.article("mobile", story, f"main:{own}"),
            "location_of": {"outcome": "location_of", "of": f"main:{own}"},
            "forbidden": dict(traps.FORBIDDEN),
        }
        response = pages.rendered("mobile", story, origins[host], path, canonical)
        site.add([Page(path, response, outcomes[expected])])
        paths.append(path)
    site.publish(feeds.url_list("/lists/urls.txt", origins[host], paths))
    return site


def build(origins: Mapping[str, str] | None = None, crawl_delay: float | None = None) -> dict[str, Site]:
    """Return every host's site; `origins` gives each host's scheme, address and port.

    `crawl_delay` is what the main host's robots.txt asks for (nothing if None); the host `delayed` always
    asks for one second.
    """
    where = dict(origins or {host: f"http://{host}.test" for host in HOSTS})
    every = list(pages.ORIGINALS)
    sites = {
        "main": _main(where["main"], crawl_delay),
        "mobile": _small(where, "mobile", ("xingqiong-open-model", "education-tutor"), "location_of"),
        "delayed": _small(where, "delayed", tuple(every[1:5]), "article"),
        "closed": _small(where, "closed", tuple(every[5:7]), "forbidden"),
        "norobots": _small(where, "norobots", ("browser-ai",), "article"),
        "sick": _small(where, "sick", ("lidar-price",), "forbidden"),
    }
    sites["mobile"].robots(b"User-agent: *\nDisallow:\n")
    sites["delayed"].robots(b"User-agent: *\nCrawl-delay: 1\n")
    sites["closed"].robots(b"User-agent: *\nAllow: /\n\nUser-agent: kaoju\nDisallow: /\n")
    sites["norobots"].robots(b"", 404)
    sites["sick"].robots(b"", 503)
    return sites


def expected_rows() -> Iterator[dict[str, object]]:
    """Yield what expected.jsonl holds: a row an address, and one more for a page's second edition."""
    for host, site in build().items():
        for path, expected in site.expected.items():
            yield {"host": host, "path": path, "edition": 1, **expected}
    changed = second_edition(stories()["cloud-outage"])
    path = pages.own_path("cloud-outage")
    yield {"host": "main", "path": path, "edition": 2, **pages.article("portal", changed)}


def source_rows() -> Iterator[dict[str, object]]:
    """Yield what expected_sources.jsonl holds: a row a feed, sitemap, listing or list."""
    for host, site in build().items():
        for source in site.sources:
            row: dict[str, object] = {"host": host, "path": source.path, "kind": source.kind}
            if source.why:
                yield row | {"outcome": "refused", "why": source.why}
            else:
                yield row | {"outcome": "finds", "finds": list(source.finds)}


def lines(rows: Iterator[dict[str, object]]) -> str:
    """Return rows as JSON lines."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


if __name__ == "__main__":
    (HERE / "expected.jsonl").write_text(lines(expected_rows()), encoding="utf-8")
    (HERE / "expected_sources.jsonl").write_text(lines(source_rows()), encoding="utf-8")
