"""Discovery over time: changed articles, kills, sites that want to be asked slowly, private addresses."""

import os
from collections import Counter
from itertools import pairwise

import pytest

from flows.errors import KaojuError
from flows.web.archive import JOURNAL, Archive
from flows.web.connecting import check_addresses, resolved
from flows.web.discovering import fetch_all
from transforms.rejection import Rejected
from warehouse.subjects import Subject

CHANGED = "main:/tech/20250214/cloud-outage.html"


def test_a_changed_article_is_a_new_version_that_supersedes_the_former(discovery):
    news = discovery.source("main:/sitemaps/news.xml", kind="sitemap")
    assert discovery.run(news).loaded == 3
    discovery.web.edition = 2
    discovery.web.clear()
    discovery.waiting.now += 3600
    outcome = discovery.run(news)
    assert (outcome.loaded, outcome.rejected) == (1, 0)
    assert [request.path for request in discovery.web.requests()] == [
        "/sitemaps/news.xml",
        CHANGED.split(":")[1],
    ]
    url = discovery.web.url(CHANGED)
    (new,) = discovery.rows("FROM corpus.documents WHERE supersedes IS NOT NULL")
    (old,) = discovery.rows(f"FROM corpus.documents WHERE document_id = '{new['supersedes']}'")
    assert new["source_uri"] == old["source_uri"] == url and new["text"] != old["text"]
    assert new["duplicate_of"] is None and old["duplicate_of"] == new["document_id"]
    places = discovery.rows(f"FROM corpus.locations WHERE source_uri = '{url}'")
    assert {row["document_id"] for row in places} == {new["document_id"], old["document_id"]}


def test_sites_that_want_it_are_asked_slowly(discovery):
    discovery.run(discovery.source("delayed:/lists/urls.txt", "main:/feeds/empty.xml"))
    assert len(discovery.web.requests("delayed")) == 6
    # What the site wants is known once its robots.txt is read.
    assert len(discovery.waiting.slept) == 5 and min(discovery.waiting.slept) >= 0.999


@pytest.mark.soak
def test_the_log_of_a_site_shows_the_seconds_that_it_asked_for(discovery):
    source = discovery.source("delayed:/lists/urls.txt")
    with Archive(discovery.folder / "web") as archive:
        fetch_all([source], archive, print)
    times = [request.time for request in discovery.web.requests("delayed")]
    assert len(times) == 6 and min(b - a for a, b in pairwise(times)) >= 1.0


class Killed(BaseException):
    """The process is gone."""


@pytest.mark.parametrize(
    ("torn", "last"),
    [
        ("record", 5),
        *(
            pytest.param(torn, last, marks=pytest.mark.soak)
            for torn in ("journal", "record", "nothing")
            for last in (2, 4, 8)
        ),
    ],
)
def test_what_was_kept_is_not_fetched_again_and_nothing_is_lost(discovery, monkeypatch, torn, last):
    source = discovery.source("main:/feeds/feed.json", kind="feed")
    kept = Archive.keep

    def dies(archive, visit, answer):
        if len(discovery.web.requests()) <= last:
            return kept(archive, visit, answer)
        if torn == "record":  # killed in the middle of writing the record
            whole = kept(archive, visit, answer)
            path = archive.folder / whole.file
            os.truncate(path, whole.start + whole.size // 2)
        if torn in ("record", "journal"):  # killed between the record and its line
            whole = whole if torn == "record" else kept(archive, visit, answer)
            journal = archive.folder / JOURNAL
            os.truncate(journal, journal.stat().st_size - len(whole.line().encode()) + 7)
        raise Killed

    monkeypatch.setattr(Archive, "keep", dies)
    with pytest.raises(Killed):
        discovery.run(source)
    monkeypatch.setattr(Archive, "keep", kept)
    again = discovery.run(source)
    assert again.loaded + again.rejected == 6 and again.loaded == 5
    asked = Counter(request.path for request in discovery.web.requests() if request.status == 200)
    once_more = 0 if torn == "journal" else 1
    assert sum(times - 1 for path, times in asked.items() if path != "/feeds/feed.json") <= once_more
    assert discovery.run(source).documents_in == 0


def test_only_one_discovery_writes_to_an_archive(tmp_path):
    with Archive(tmp_path), pytest.raises(KaojuError, match="another discovery"):
        Archive(tmp_path)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "0x7f.1", "2130706433", "169.254.169.254", "::ffff:127.0.0.1", "::1", "0.0.0.0"]
)
def test_private_addresses_are_refused_in_every_spelling(host):
    with pytest.raises(Rejected, match="not an address of the public internet"):
        check_addresses(host, resolved(host, 80), ())


def test_nothing_is_asked_of_private_networks_that_are_not_allowed(discovery):
    source = discovery.source("main:/feeds/rss.xml", kind="feed")
    closed = type(source)(**{**vars(source), "allow": ("10.0.0.0/8",)})
    with Archive(discovery.folder / "web") as archive:
        fetch_all([closed], archive, print, discovery.waiting.clock)
        assert {visit.check for visit in archive.last.values()} == {"private_address"}
    assert discovery.web.requests() == []


def test_pages_unlike_the_articles_from_files_are_left_out(discovery, monkeypatch):
    news = discovery.source("main:/sitemaps/news.xml", kind="sitemap")
    cooking = [Subject("d", None, None, "小米洗净后与南瓜一起慢火熬粥，起锅前撒上葱花和香菜。", ())] * 2
    monkeypatch.setattr("flows.discover.own_subjects", lambda read: cooking)
    outcome = discovery.run(news, similar=0.1)
    assert (outcome.loaded, outcome.rejected) == (0, 3)
    left_out = discovery.rows("FROM ops.rejects")
    assert {row["check_name"] for row in left_out} == {"not_similar"}
    assert all("below the 0.10 asked for" in row["reason"] for row in left_out)
    discovery.web.clear()
    assert discovery.run(news, similar=0.0).loaded == 3
    asked = [request.status for request in discovery.web.requests()]
    assert asked == [304], "the list alone, and no page"
