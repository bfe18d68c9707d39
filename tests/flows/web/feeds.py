"""Feeds, sitemaps, the listing page and robots.txt, and what each of them must find."""

# Markup is as long as the sites wrote it.
# ruff: noqa: E501

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from html import escape

from tests.flows.web.articles import Story

XML = "application/xml; charset=utf-8"


@dataclass(frozen=True)
class Entry:
    """An address in a feed with the story it leads to, if it leads to one."""

    path: str
    story: Story | None = None

    @property
    def title(self) -> str:
        """The title as the feed states it."""
        return self.story.title if self.story else "无题"


@dataclass(frozen=True)
class Source:
    """A source: its answer and what reading it must find, or why it must be refused."""

    path: str
    kind: str
    content_type: str
    body: bytes
    finds: tuple[str, ...] = ()
    why: str | None = None


def _paths(entries: Iterable[Entry]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(entry.path for entry in entries))


def rss(path: str, origin: str, entries: Sequence[Entry], encoding: str = "utf-8") -> Source:
    """RSS 2.0: the body in CDATA, dates of RFC 822, identifiers that are no addresses."""
    items = "".join(
        f"<item><title>{escape(e.title)}</title><link>{escape(origin + e.path)}</link>"
        f'<guid isPermaLink="false">yw-{n}</guid>'
        + (f"<pubDate>{format_datetime(e.story.published)}</pubDate><dc:creator>{e.story.author}</dc:creator>"
           f"<description><![CDATA[<p>{e.story.paragraphs[0][:50]}…</p>]]></description>" if e.story else "")
        + "</item>"
        for n, e in enumerate(entries)
    )  # fmt: skip
    text = (
        f'<?xml version="1.0" encoding="{encoding}"?>\n<rss version="2.0" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>远望网科技</title>'
        f"<link>{origin}/</link><description>科技要闻</description><ttl>60</ttl>{items}</channel></rss>"
    )
    kind = f"application/rss+xml; charset={encoding}"
    return Source(path, "rss", kind, text.encode(encoding), _paths(entries))


def atom(path: str, origin: str, entries: Sequence[Entry]) -> Source:
    """Atom: relative links under xml:base, several links an entry, published and updated."""
    items = "".join(
        f'<entry><title type="html">{escape(escape(e.title))}</title><id>tag:yuanwang,2025:{n}</id>'
        f'<link rel="enclosure" href="/audio/{n}.mp3" type="audio/mpeg"/><link rel="alternate" href="{escape(e.path[1:])}"/>'
        + (f"<published>{e.story.published.isoformat()}</published><updated>{e.story.published.isoformat()}</updated>"
           f"<author><name>{e.story.author}</name></author>" if e.story else "")
        + "</entry>"
        for n, e in enumerate(entries)
    )  # fmt: skip
    text = (
        f'<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:base="{origin}/">'
        f'<title>远望网</title><id>tag:yuanwang,2025:feed</id><link rel="self" href="{path[1:]}"/>{items}</feed>'
    )
    return Source(path, "atom", "application/atom+xml", text.encode(), _paths(entries))


def json_feed(path: str, origin: str, entries: Sequence[Entry]) -> Source:
    """JSON Feed 1.1."""
    items = [
        {"id": str(n), "url": origin + e.path, "title": e.title}
        | ({"date_published": e.story.published.isoformat(), "authors": [{"name": e.story.author}]} if e.story else {})
        for n, e in enumerate(entries)
    ]  # fmt: skip
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "远望网", "items": items}
    body = json.dumps(feed, ensure_ascii=False).encode()
    return Source(path, "jsonfeed", "application/feed+json", body, _paths(entries))


def sitemap(path: str, origin: str, entries: Sequence[Entry], packed: bool = False) -> Source:
    """A sitemap; gzip-packed as a file where `packed`."""
    rows = "".join(
        f"<url><loc>{escape(origin + e.path)}</loc>"
        + (f"<lastmod>{e.story.published.isoformat()}</lastmod>" if e.story else "")
        + "</url>"
        for e in entries
    )
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    body = f'<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="{space}">{rows}</urlset>'.encode()
    if packed:
        return Source(path, "sitemap", "application/gzip", gzip.compress(body, mtime=0), _paths(entries))
    return Source(path, "sitemap", XML, body, _paths(entries))


def _lastmod(entry: Entry, changed: dict[str, datetime]) -> str:
    when = changed.get(entry.path) or (entry.story.published if entry.story else None)
    return f"<lastmod>{when.isoformat()}</lastmod>" if when else ""


def news_sitemap(path: str, origin: str, entries: Sequence[Entry], changed: dict[str, datetime]) -> Source:
    """A news sitemap: name of the publication, title and date of each article, and when it was `changed`."""
    rows = "".join(
        f"<url><loc>{escape(origin + e.path)}</loc>{_lastmod(e, changed)}<news:news><news:publication><news:name>远望网</news:name>"
        f"<news:language>zh-cn</news:language></news:publication><news:publication_date>"
        f"{e.story.published.isoformat() if e.story else ''}</news:publication_date>"
        f"<news:title>{escape(e.title)}</news:title></news:news></url>"
        for e in entries
    )
    text = (
        '<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        f'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">{rows}</urlset>'
    )
    return Source(path, "news-sitemap", XML, text.encode(), _paths(entries))


def sitemap_index(path: str, origin: str, parts: Sequence[Source]) -> Source:
    """An index of sitemaps; it also names itself, which must not be followed for ever."""
    names = [part.path for part in parts] + [path]
    rows = "".join(f"<sitemap><loc>{escape(origin + name)}</loc></sitemap>" for name in names)
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    text = f'<?xml version="1.0" encoding="UTF-8"?><sitemapindex xmlns="{space}">{rows}</sitemapindex>'
    finds = tuple(dict.fromkeys(found for part in parts for found in part.finds))
    return Source(path, "sitemap-index", XML, text.encode(), finds)


def listing(path: str, origin: str, entries: Sequence[Entry]) -> Source:
    """The listing page: only `ul.feed-list a.title` are articles; other links lead astray."""
    rows = "".join(
        f'<li><a class="thumb" href="/img/a.jpg"><img alt=""></a>'
        f'<a class="title" href="{escape(e.path)}#top"> {escape(e.title)} </a><i>{n}分钟前</i></li>'
        for n, e in enumerate(entries, 1)
    )
    text = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>科技_远望网</title></head><body>
<div class="nav"><a href="/">首页</a><a href="/tag/ai.html">人工智能</a><a href="/login.html">登录</a></div>
<h1>科技频道</h1><ul class="feed-list">{rows}<li><a class="title" href="javascript:void(0)">更多</a></li>
<li><a class="title" href="mailto:desk@example.invalid">投稿</a></li><li><a class="title">无链接</a></li></ul>
<div class="side"><a class="title" href="/video/8801.html">视频：机器人如何叠衣服</a></div>
<a href="/search?q=ai">搜索</a></body></html>"""
    return Source(path, "listing", "text/html; charset=utf-8", text.encode(), _paths(entries))


def url_list(path: str, origin: str, paths: Iterable[str]) -> Source:
    """A plain list of addresses with comments, blank lines and a repeated line."""
    rows = list(dict.fromkeys(paths))
    lines = ["# addresses, one a line", "", *(origin + row for row in rows), "", origin + rows[0]]
    return Source(path, "urls", "text/plain; charset=utf-8", "\n".join(lines).encode(), tuple(rows))


def broken(origin: str, packed_bomb: bytes) -> list[Source]:
    """Return sources that are traps themselves, and one careless feed that can still be read."""
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    billion = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "哈">{laughs}]>'
    outside = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/hostname">]>'
    tail = "<rss version='2.0'><channel><title>{}</title><item><title>{}</title><link>{}/e/404.html</link></item></channel></rss>"
    careless = (
        f"<rss version='2.0'><channel><title>A&B 科技</title><item><title>研发&生产</title>"
        f"<link>\n {origin}/e/410.html \n</link></item><item><title>没有链接</title></item><item><title>未完"
    )
    return [
        Source("/feeds/billion.xml", "rss", XML, (billion + tail.format("&l9;", "&l9;", origin)).encode(), why="unsafe-xml"),
        Source("/feeds/outside.xml", "rss", XML, (outside + tail.format("&f;", "&f;", origin)).encode(), why="unsafe-xml"),
        Source("/sitemaps/bomb.xml.gz", "sitemap", "application/gzip", packed_bomb, why="bomb"),
        Source("/feeds/careless.xml", "rss", XML, careless.encode(), ("/e/410.html",)),
        Source("/feeds/empty.xml", "rss", XML, b"<rss version='2.0'><channel><title>x</title></channel></rss>"),
        Source("/feeds/html.xml", "rss", "text/html", b"<html><body>404</body></html>", why="wrong-type"),
    ]  # fmt: skip


def robots(origin: str, crawl_delay: float | None = None) -> bytes:
    """Return the rules of the main host: two folders, a wildcard with an end mark, and an exception."""
    delay = f"Crawl-delay: {crawl_delay:g}\n" if crawl_delay else ""
    return (
        f"# robots\nUser-agent: greedybot\nDisallow: /\n\nUser-agent: *\n{delay}Disallow: /members/\n"
        f"Allow: /members/press/\nDisallow: /search\nDisallow: /*.print.htm$\n\nSitemap: {origin}/sitemap.xml\n"
    ).encode()
