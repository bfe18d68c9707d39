"""The article pages: originals, reprints, variants, pages in parts, odd encodings, passing failures."""

from __future__ import annotations

import gzip
from dataclasses import replace
from datetime import UTC, datetime
from html import escape

from tests.flows.web.articles import Story, second_edition, stories
from tests.flows.web.layouts import Place, paragraphs, portal
from tests.flows.web.layouts_app import LAYOUTS, address
from tests.flows.web.response import Page, Response, validated

ORIGINALS: dict[str, str] = {
    "xingqiong-open-model": "portal", "lanxin-tapeout": "wechat", "yaoshi-suv": "toutiao",
    "beichen-phone": "kr36", "qinghe-robot": "gov", "mozi-quantum": "wire", "lanyu-optics": "mobile",
    "tingtao-voice": "amp", "yuanlan-rocket": "gbk", "taiwan-packaging": "big5", "taiwan-drone": "udn",
    "hemu-medical": "br_blog", "luojia-compute": "forum", "game-engine": "forum",
    "shiguang-camera": "malformed", "battery-solid": "jsonld", "hk-payment": "jsonld",
    "ar-glasses": "jsonld", "satellite-iot": "microdata", "browser-ai": "nextdata", "lidar-price": "epaper",
    "education-tutor": "portal", "wafer-material": "kr36", "cloud-outage": "portal",
}  # fmt: skip
"""The layout of each story's own page; `yunshan-agent` stands on three pages instead."""

REPRINTS: tuple[tuple[str, str], ...] = (
    ("mozi-quantum", "portal"), ("mozi-quantum", "gov"), ("mozi-quantum", "br_blog"),
    ("beichen-phone", "wire"), ("beichen-phone", "forum"), ("beichen-phone", "mobile"),
    ("yuanlan-rocket", "portal"), ("yuanlan-rocket", "epaper"), ("lidar-price", "kr36"),
    ("lidar-price", "wechat"), ("browser-ai", "microdata"), ("hemu-medical", "malformed"),
    ("battery-solid", "gov"), ("taiwan-drone", "big5"), ("satellite-iot", "toutiao"),
)  # fmt: skip
"""Stories that another site prints again, word for word, without naming the original's address."""

ODD_CHARSETS: dict[str, tuple[str, str]] = {
    "education-tutor": ("text/html; charset=ISO-8859-1", "utf-8"),
    "wafer-material": ("text/html; charset=utf-8", "gb18030"),
    "satellite-iot": ("text/html", "gb18030"),
}
"""Content types that say the wrong thing, or nothing, about the encoding the bytes are in."""

TRACKING = (
    "?utm_source=weibo&utm_medium=social",
    "?spm=a2c.1.0.0&from=singlemessage&isappinstalled=0",
    "?fbclid=x1&gclid=y2",
)

CORRECTED = datetime(2025, 7, 1, 1, 0, tzinfo=UTC)
"""When the second edition of the changed article appears."""

PAGED = "/paged/20250617/5501"


def own_path(slug: str) -> str:
    """Return the path of a story's own page."""
    return f"{PAGED}.html" if slug == "yunshan-agent" else address(ORIGINALS[slug], stories()[slug])


def article(name: str | None, story: Story, same_as: str | None = None) -> dict[str, object]:
    """Return the expected outcome of an article page in layout `name` (None: the paged one)."""
    layout = LAYOUTS[name or "portal"]
    words = story.paragraphs
    return {
        "outcome": "article",
        "story": story.slug,
        "title": story.title,
        "author": story.author,
        "published": story.date("%Y-%m-%d") if layout.day_only else story.published.isoformat(),
        "site_name": layout.site_name,
        "text_start": words[0][:24],
        "text_end": words[-1][-20:],
        "text_contains": [p[len(p) // 3 : len(p) // 3 + 22] for p in words[1:]],
        "text_lacks": list(layout.lacks),
        "same_as": same_as,
    }


def rendered(
    name: str,
    story: Story,
    origin: str,
    path: str,
    canonical: str | None = None,
    modified: datetime | None = None,
) -> Response:
    """Return a story's page in a layout, with validators for conditional requests."""
    layout = LAYOUTS[name]
    content_type, encoding = layout.content_type, layout.encoding
    html = layout.render(story, Place(origin, path, canonical))
    return validated(html.encode(encoding), content_type, modified or story.published)


def _canonical(slug: str, name: str, origin: str, path: str) -> str | None:
    """Return what a page declares: itself, the front page (wrongly), a relative path, or nothing."""
    return {"hemu-medical": f"{origin}/", "beichen-phone": path}.get(
        slug, origin + path if name == "portal" else None
    )


def originals(origin: str) -> list[Page]:
    """Return each story's own page."""
    pages = []
    for slug, name in ORIGINALS.items():
        story, path = stories()[slug], own_path(slug)
        response = rendered(name, story, origin, path, _canonical(slug, name, origin, path))
        if slug in ODD_CHARSETS:
            content_type, encoding = ODD_CHARSETS[slug]
            text = response.body.decode()
            if encoding != "utf-8":
                text = text.replace('<meta charset="utf-8">', '<meta charset="gbk">')
            response = validated(text.encode(encoding), content_type, story.published)
        if slug == "cloud-outage":
            changed = rendered(name, second_edition(story), origin, path, origin + path, CORRECTED)
            response = replace(response, behaviour="editions", then=changed)
        if slug == "qinghe-robot":
            response.headers.pop("ETag")
        if slug == "mozi-quantum":
            response.headers["ETag"] = "W/" + response.headers["ETag"]
            response.headers.pop("Last-Modified")
        pages.append(Page(path, response, article(name, story)))
    return pages


def reprints(origin: str) -> list[Page]:
    """Return the reprints: pages of their own with the text of another."""
    pages = []
    for slug, name in REPRINTS:
        story, path = stories()[slug], address(name, stories()[slug])
        expected = article(name, story, own_path(slug))
        pages.append(Page(path, rendered(name, story, origin, path), expected))
    return pages


def variants(origin: str) -> list[Page]:
    """Return other addresses of the same page: tracking, mobile, AMP, a session number, a thread's page."""
    pages = []
    for slug in ("xingqiong-open-model", "cloud-outage", "education-tutor"):
        story, path = stories()[slug], own_path(slug)
        own = rendered("portal", story, origin, path, origin + path)
        found: dict[str, object] = {"outcome": "location_of", "of": path}
        if slug != "cloud-outage":
            pages += [Page(path + query, own, found) for query in TRACKING]
        for name in ("mobile", "amp"):
            there = address(name, story)
            response = rendered(name, story, origin, there, origin + path)
            if slug == "cloud-outage":
                later = rendered(name, second_edition(story), origin, there, origin + path, CORRECTED)
                response = replace(response, behaviour="editions", then=later)
            pages.append(Page(there, response, found))
    slash = own_path("yaoshi-suv")
    moved = Response(301, {"Location": slash})
    pages.append(Page(slash.rstrip("/"), moved, {"outcome": "location_of", "of": slash}))
    thread = own_path("luojia-compute")
    response = rendered("forum", stories()["luojia-compute"], origin, thread, origin + thread)
    pages.append(Page(thread + "&extra=page%3D1", response, {"outcome": "location_of", "of": thread}))
    return pages


def paged(origin: str) -> list[Page]:
    """Return an article on three pages, joined by 下一页, of which the first stands for all."""
    story = stories()["yunshan-agent"]
    paths = [f"{PAGED}.html", f"{PAGED}_2.html", f"{PAGED}_3.html"]
    pages = []
    for n, path in enumerate(paths):
        part = replace(story, paragraphs=story.paragraphs[2 * n : 2 * n + 2])
        links = "".join(f'<a href="{p}">{k}</a>' for k, p in enumerate(paths, 1) if p != path)
        before = f'<a href="{paths[n - 1]}">上一页</a>' if n else ""
        after = f'<a class="next" href="{paths[n + 1]}">下一页</a>' if n < 2 else ""
        foot = f'<div class="page">{before}{links}{after}</div>'
        html = portal(part, Place(origin, path)).replace(
            '<p class="show_author">', foot + '<p class="show_author">'
        )
        expected = article(None, story) if n == 0 else {"outcome": "location_of", "of": paths[0]}
        if n == 0:
            expected["text_lacks"] = [*LAYOUTS["portal"].lacks, "下一页", "上一页"]
        pages.append(
            Page(path, validated(html.encode(), "text/html; charset=utf-8", story.published), expected)
        )
    return pages


def plain_page(story: Story) -> str:
    """Return a page with title, byline and text and nothing else, in no layout of the table."""
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{escape(story.title)}</title></head>'
        "<body><article>"
        f"<h1>{escape(story.title)}</h1><p class='byline'>作者：{story.author} {story.date()}</p>"
        f"{paragraphs(story)}</article></body></html>"
    )


def passing(origin: str) -> list[Page]:
    """Return articles whose first answers fail and later ones do not, and those oddly sent or encoded."""
    html = {"Content-Type": "text/html; charset=utf-8"}
    sorry = "<html><body>请稍后再试</body></html>".encode()

    def once(status: int, then: Response, times: int = 1, **headers: str) -> Response:
        return Response(status, html | headers, sorry, "first", times, then)

    def good(slug: str) -> Response:
        story = stories()[slug]
        return validated(plain_page(story).encode(), html["Content-Type"], story.published)

    packed = good("wafer-material")
    packed = replace(
        packed,
        headers=packed.headers | {"Content-Encoding": "gzip"},
        body=gzip.compress(packed.body, mtime=0),
    )
    bom = replace(good("lanyu-optics"), headers={"Content-Type": "text/html"})
    pages: list[tuple[str, str, Response]] = [
        ("/once/500.html", "lanxin-tapeout", once(500, good("lanxin-tapeout"))),
        ("/once/503.html", "qinghe-robot", once(503, good("qinghe-robot"), 2)),
        ("/once/429.html", "yaoshi-suv", once(429, good("yaoshi-suv"), **{"Retry-After": "1"})),
        ("/sent/chunked.html", "tingtao-voice", replace(good("tingtao-voice"), behaviour="chunked")),
        ("/sent/gzip.html", "wafer-material", packed),
        ("/sent/bom.html", "lanyu-optics", replace(bom, body=b"\xef\xbb\xbf" + bom.body)),
        ("/sent/utf16.html", "lanyu-optics", replace(bom, body=bom.body.decode().encode("utf-16"))),
        ("/%E4%B8%93%E9%A2%98/%E6%B8%B8%E6%88%8F.html", "game-engine", good("game-engine")),
        ("/sent/novalidators.html", "shiguang-camera", replace(good("shiguang-camera"), headers=html)),
        ("/members/press/open.html", "game-engine", good("game-engine")),
    ]  # fmt: skip
    rows = []
    for path, slug, response in pages:
        expected = article(None, stories()[slug], own_path(slug)) | {"site_name": None, "text_lacks": []}
        rows.append(Page(path, response, expected))
    return rows
