"""Discovery of the whole made-up web: every trap refused, no rule broken."""

from collections import Counter

import pytest

from flows.web.fetching import USER_AGENT
from tests.flows.web.conftest import everything, expected
from transforms.web.address import address

FIRST = [row for row in expected() if row["edition"] == 1]


def url_of(web, place, host):
    return address(web.url(place if ":" in place.split("/")[0] else f"{host}:{place}"))


@pytest.fixture(scope="module")
def found(whole):
    """Address → document, for all locations."""
    return {row["source_uri"]: row["document_id"] for row in whole.rows("FROM corpus.locations")}


def test_every_trap_is_refused_with_its_reason(whole, found):
    rejects = {
        (row["source_uri"], row["check_name"]): row["reason"] for row in whole.rows("FROM ops.rejects")
    }
    for row in FIRST:
        if row["outcome"] == "refused":
            url = url_of(whole.web, row["path"], row["host"])
            assert rejects.get((url, row["why"].replace("-", "_"))), (url, row["why"])
            assert url not in found


def test_no_forbidden_path_is_asked_for(whole):
    asked = {(request.host, request.path) for request in whole.requests}
    for row in FIRST:
        if row["outcome"] == "forbidden" and row["path"] != "/r/forbidden":
            assert (row["host"], row["path"]) not in asked
    assert asked & {("closed", "/lists/urls.txt"), ("sick", "/lists/urls.txt")} == set()
    refused = Counter(row["check_name"] for row in whole.rows("FROM ops.rejects"))
    assert refused["robots_forbidden"] >= 6 and refused["robots_unavailable"] == 1


def test_the_log_of_requests_is_polite(whole):
    for request in whole.requests:
        assert request.headers["user-agent"] == USER_AGENT and request.method == "GET"
    for host in whole.web.origins:
        first = next(request for request in whole.requests if request.host == host)
        assert first.path == "/robots.txt"
    repeated = Counter((r.host, r.path) for r in whole.requests)
    failing = {"/once/500.html", "/once/503.html", "/once/429.html", "/e/500.html", "/robots.txt"}
    failing |= {"/t/truncated.html", "/t/short.html", "/t/reset.html"}
    assert {path for (_, path), times in repeated.items() if times > 1} <= failing
    assert max(repeated.values()) <= 3


def test_an_hour_later_only_conditional_requests_are_made_and_nothing_is_loaded(whole):
    before = (
        whole.rows("FROM corpus.documents ORDER BY ALL"),
        whole.rows("FROM corpus.locations ORDER BY ALL"),
    )
    whole.web.clear()
    whole.waiting.now += 3600
    outcome = whole.run(everything(whole))
    assert (outcome.documents_in, outcome.loaded) == (0, 0)
    asked = whole.web.requests()
    assert asked and all(request.status == 304 for request in asked)
    assert all({"if-none-match", "if-modified-since"} & set(request.headers) for request in asked)
    after = whole.rows("FROM corpus.documents ORDER BY ALL"), whole.rows("FROM corpus.locations ORDER BY ALL")
    assert after == before
