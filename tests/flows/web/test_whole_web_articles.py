"""The articles of the made-up web, discovered: each is one document, and says what its page says."""

import pytest

from tests.flows.web.conftest import expected
from transforms.cleaning.script import simplify
from transforms.web.address import address

FIRST = [row for row in expected() if row["edition"] == 1]


def url_of(web, place, host):
    return address(web.url(place if ":" in place.split("/")[0] else f"{host}:{place}"))


@pytest.fixture(scope="module")
def found(whole):
    """Address → document, for all locations."""
    return {row["source_uri"]: row["document_id"] for row in whole.rows("FROM corpus.locations")}


def test_everything_is_accounted_for(whole):
    outcome = whole.outcome
    assert outcome.documents_in == outcome.loaded + outcome.duplicate + outcome.rejected
    assert outcome.loaded == 25 == len({row["story"] for row in FIRST if row["outcome"] == "article"})
    assert not [check for check in outcome.reasons if check == "internal_error"]


def test_every_article_is_one_document_with_all_its_places(whole, found):
    by_story: dict[str, set[str]] = {}
    for row in FIRST:
        if row["outcome"] in ("article", "location_of"):
            url = url_of(whole.web, row["path"], row["host"])
            assert url in found, url
            if row["outcome"] == "article":
                by_story.setdefault(row["story"], set()).add(found[url])
            else:
                assert found[url] == found[url_of(whole.web, row["of"], row["host"])], url
    assert [story for story, documents in by_story.items() if len(documents) != 1] == []
    assert len({next(iter(documents)) for documents in by_story.values()}) == 25


def test_every_document_says_what_its_page_says(whole):
    known = {}
    for row in FIRST:
        if row["outcome"] == "article":
            known[url_of(whole.web, row["path"], row["host"])] = row
    wrong = []
    for document in whole.rows("FROM corpus.documents"):
        row, text = known[document["source_uri"]], document["text"].strip()
        plain = {name: simplify(str(row[name])) for name in ("title", "author", "text_start", "text_end")}
        checks = {
            "title": document["title"] == plain["title"],
            "author": document["author"] == plain["author"],
            "published": str(document["published_from"]) == row["published"][:10],
            "publisher": not row["site_name"] or document["publisher"] == simplify(row["site_name"]),
            "start": text.startswith(plain["text_start"]),
            "end": text.endswith(plain["text_end"]),
            "whole": all(simplify(words) in text for words in row["text_contains"]),
            "clean": not any(simplify(words) in text for words in row["text_lacks"]),
        }
        wrong += [
            (document["source_uri"], name, document.get(name)) for name, good in checks.items() if not good
        ]
    assert wrong == []
