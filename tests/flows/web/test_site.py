"""The made-up web is whole: pages parse, expectations have their pages, the server answers as it says."""

import gzip
import http.client
import json
import urllib.error
import urllib.request
import zlib
from urllib.parse import quote, urljoin, urlsplit
from xml.etree import ElementTree

import pytest
from lxml import html as lxml_html

from tests.flows.web import pages, traps
from tests.flows.web.articles import stories
from tests.flows.web.feeds import Source
from tests.flows.web.layouts_app import LAYOUTS
from tests.flows.web.response import BEHAVIOURS, WHYS
from tests.flows.web.server import served
from tests.flows.web.site import HERE, HOSTS, build, expected_rows, lines, source_rows

OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))


@pytest.fixture(scope="module")
def sites():
    return build()


@pytest.fixture(scope="module")
def web():
    with served() as running:
        yield running


def rows(name):
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


def get(url, **headers):
    return OPENER.open(urllib.request.Request(url, headers=headers), timeout=5)


def test_stories_are_long_and_different():
    texts = {slug: story.text for slug, story in stories().items()}
    assert len(texts) >= 20
    assert all(len(text.replace("\n", "")) >= 400 for text in texts.values())
    grams = {slug: {text[i : i + 12] for i in range(len(text) - 11)} for slug, text in texts.items()}
    slugs = list(grams)
    assert not [(a, b) for n, a in enumerate(slugs) for b in slugs[n + 1 :] if len(grams[a] & grams[b]) > 4]


def test_files_hold_what_the_builder_says():
    assert (HERE / "expected.jsonl").read_text(encoding="utf-8") == lines(expected_rows())
    assert (HERE / "expected_sources.jsonl").read_text(encoding="utf-8") == lines(source_rows())


def test_every_expected_path_has_its_page(sites):
    found = rows("expected.jsonl")
    for row in found:
        assert row["path"] in sites[row["host"]].responses, row["path"]
        assert row["outcome"] in {"article", "refused", "forbidden", "location_of"}
        other = row.get("same_as") or row.get("of")
        if other:
            host, path = other.split(":") if ":" in other else (row["host"], other)
            target = sites[host].expected[path]
            assert target["outcome"] == "article" and target["same_as"] is None, other
    assert {row["why"] for row in found + rows("expected_sources.jsonl") if "why" in row} == WHYS
    assert len({row["path"] for row in found if row["host"] == "main"}) >= 100
    assert len({*pages.ORIGINALS.values()}) == len(LAYOUTS) >= 12
    behaviours = {response.behaviour for site in sites.values() for response in site.responses.values()}
    assert behaviours == BEHAVIOURS


def test_each_story_has_one_own_page():
    own = [
        r
        for r in rows("expected.jsonl")
        if r["outcome"] == "article" and not r["same_as"] and r["edition"] == 1
    ]
    assert sorted(row["story"] for row in own) == sorted(stories())


def test_words_that_an_article_lacks_are_not_its_own():
    for row in rows("expected.jsonl"):
        if row["outcome"] == "article":
            whole = stories()[row["story"]].title + stories()[row["story"]].text
            assert not [word for word in row["text_lacks"] if word in whole], row["path"]


def test_article_pages_parse_and_hold_their_text(sites):
    for row in rows("expected.jsonl"):
        if row["outcome"] != "article" or row["edition"] != 1 or row["path"].startswith(pages.PAGED):
            continue
        response = sites[row["host"]].responses[row["path"]]
        response = response.then if response.behaviour == "first" else response
        body = gzip.decompress(response.body) if "Content-Encoding" in response.headers else response.body
        texts = [body.decode(e, "replace") for e in ("utf-8", "gb18030", "big5", "utf-16")]
        parts = [row["title"][:8], row["author"].split("、")[0], row["text_start"], row["text_end"]]
        whole = [
            text
            for text in texts
            if all(p in text or quote(p) in text for p in [*parts, *row["text_contains"]])
        ]
        assert whole, row["path"]
        assert (
            lxml_html.document_fromstring(whole[0].encode(), parser=lxml_html.HTMLParser(encoding="utf-8"))
            is not None
        )


def test_sources_parse_and_find_pages(sites):
    def parsed(source: Source) -> None:
        body = gzip.decompress(source.body) if source.path.endswith(".gz") else source.body
        if source.kind == "jsonfeed":
            assert len(json.loads(body)["items"]) >= len(source.finds)
        elif source.kind not in {"listing", "urls"} and source.path != "/feeds/careless.xml":
            text = body.decode("gb2312" if "gbk" in source.path else "utf-8").split("?>", 1)[-1]
            ElementTree.fromstring(text)

    for site in sites.values():
        for source in site.sources:
            if not source.why:
                parsed(source)
            assert all(path in site.expected for path in source.finds), source.path
    listed = {path for source in sites["main"].sources for path in source.finds}
    assert listed >= set(sites["main"].expected)


def test_the_bomb_unpacks_to_what_it_says():
    packer = zlib.decompressobj(31)
    data, size = traps.bomb(), 0
    assert len(data) < 1 << 20
    while data:
        size += len(packer.decompress(data, 1 << 24))
        data = packer.unconsumed_tail
    assert size > traps.BOMB_MEGABYTES << 20 and packer.eof


def test_redirects_stay_or_leave_as_they_say(sites):
    expected = sites["main"].expected
    for path, row in expected.items():
        response = sites["main"].responses[path]
        if response.status in {301, 302, 303, 307, 308} and row["outcome"] == "location_of":
            url = "http://main.test" + path
            while "Location" in sites["main"].responses[urlsplit(url).path].headers:
                url = urljoin(url, sites["main"].responses[urlsplit(url).path].headers["Location"])
            assert urlsplit(url).path == row["of"]


def test_server_answers_every_host_and_logs(web):
    for host in HOSTS:
        path = next(iter(web.sites[host].expected))
        with get(web.url(path, host), **{"User-Agent": "probe"}) as answer:
            assert answer.status == 200 and answer.read() == web.sites[host].responses[path].body
        last = web.requests(host)[-1]
        assert (last.path, last.method, last.headers["user-agent"], last.status) == (
            path,
            "GET",
            "probe",
            200,
        )


def test_conditional_requests_and_editions(web):
    url = web.url(pages.own_path("cloud-outage"))
    with get(url) as answer:
        old, heads = answer.read(), answer.headers
    for header, value in (("If-None-Match", heads["ETag"]), ("If-Modified-Since", heads["Last-Modified"])):
        with pytest.raises(urllib.error.HTTPError) as raised:
            get(url, **{header: value})
        assert raised.value.code == 304
    web.edition = 2
    for header, value in (("If-None-Match", heads["ETag"]), ("If-Modified-Since", heads["Last-Modified"])):
        with get(url, **{header: value}) as answer:
            assert answer.read() != old
    with get(web.url("/sitemaps/news.xml")) as answer:
        assert pages.CORRECTED.isoformat() in answer.read().decode()
    web.reset()
    assert not web.requests()


def test_failures_pass(web):
    url = web.url("/once/503.html")
    for _ in range(2):
        with pytest.raises(urllib.error.HTTPError) as raised:
            get(url)
        assert raised.value.code == 503
    with get(url) as answer:
        assert answer.status == 200


def test_queries_that_tell_articles_apart(web):
    with (
        get(web.url(pages.own_path("luojia-compute"))) as one,
        get(web.url(pages.own_path("game-engine"))) as two,
    ):
        assert one.read() != two.read()


@pytest.mark.parametrize("path", ["/t/truncated.html", "/t/short.html", "/t/reset.html"])
def test_incomplete_answers_are_incomplete(web, path):
    with pytest.raises((http.client.IncompleteRead, ConnectionResetError)):
        get(web.url(path)).read()


def test_endless_and_slow_answers_end_with_their_reader(web):
    for path in ("/t/endless.html", "/t/huge.html"):
        with get(web.url(path)) as answer:
            assert len(answer.read(300_000)) == 300_000
    with get(web.url("/t/slow.html")) as answer:
        assert answer.read(1)
    with pytest.raises(TimeoutError):
        OPENER.open(web.url("/t/silent.html"), timeout=0.1)
