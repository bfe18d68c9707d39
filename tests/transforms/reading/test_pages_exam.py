"""The exam of pages: invented articles in the layouts of Chinese sites, read, cleaned and compared.

The pages are in `tests/exam/pages`, with the truth beside them; docs/pages-exam.md records the figures.
`variants` in it holds more of them, written after the first run to see whether repairs are general.
Run as a program, it prints a line for every page: `python tests/transforms/reading/test_pages_exam.py`.
"""

import json
from collections import Counter
from pathlib import Path

import pytest
from opencc import OpenCC

from transforms.article import Article
from transforms.cleaning.clean import clean
from transforms.reading.read import read
from transforms.rejection import Rejected
from transforms.source import SourceItem

PAGES = Path(__file__).parents[2] / "exam" / "pages"
TRUTH = [json.loads(line) for line in (PAGES / "truth.jsonl").read_text("utf-8").splitlines()]
VARIANTS = [json.loads(line) for line in (PAGES / "variants" / "truth.jsonl").read_text("utf-8").splitlines()]
TRUTH += [truth | {"file": f"variants/{truth['file']}"} for truth in VARIANTS]
ARTICLES = [truth for truth in TRUTH if not truth.get("reject")]
NO_ARTICLES = [truth for truth in TRUTH if truth.get("reject")]
SIMPLIFIED = OpenCC("t2s")


def simplified(text: str) -> str:
    """The characters in Simplified, so that the exam asks of the reading and not of the words of a region."""
    return SIMPLIFIED.convert(text)


def bag(text: str, optional: list[str]) -> Counter[str]:
    """How often each run of four characters is in the text without the optional parts and all white space."""
    text = "".join(simplified(text).split())
    for part in optional:
        text = text.replace("".join(simplified(part).split()), "")
    return Counter(text[i : i + 4] for i in range(len(text) - 3))


def f1(expected: Counter[str], got: Counter[str]) -> float:
    common = (expected & got).total()
    return 2 * common / (expected.total() + got.total())


def article_of(name: str) -> Article:
    return clean(read(SourceItem(name, (PAGES / name).read_bytes(), "html")))


def text_score(truth: dict) -> float:
    try:
        text = article_of(truth["file"]).text.text
    except Rejected:
        return 0.0
    return f1(bag(truth["text"], truth["optional"]), bag(text, truth["optional"]))


def metadata_right(truth: dict) -> dict[str, bool]:
    """Of each field whether it is what the page says, None where the page is silent.

    The source that a page names and the site that it is on may each count as its publisher.
    """
    try:
        got = article_of(truth["file"]).metadata
    except Rejected:
        return dict.fromkeys(("title", "author", "publisher", "published", "url"), False)

    def said(field: str) -> str | None:
        return truth[field] and simplified(truth[field])

    return {
        "title": got.title == said("title"),
        "author": got.author == said("author"),
        "publisher": said("publisher") in (got.publisher, got.credited_source),
        "published": got.published.edtf == (truth["published"] and truth["published"][:10]),
        "url": got.url == truth["url"],
    }


def named(truth: dict) -> str:
    return truth["file"].removesuffix(".html")


def examined(variants: bool) -> list[dict]:
    return [truth for truth in ARTICLES if truth["file"].startswith("variants/") == variants]


@pytest.mark.parametrize("truth", ARTICLES, ids=named)
def test_each_article_is_read(truth):
    assert text_score(truth) >= 0.85


@pytest.mark.parametrize("truth", NO_ARTICLES, ids=named)
def test_what_is_no_article_is_refused(truth):
    with pytest.raises(Rejected):
        article_of(truth["file"])


@pytest.mark.parametrize("variants", [False, True])
def test_the_articles_are_read_well_on_average(variants):
    scores = [text_score(truth) for truth in examined(variants)]
    assert sum(scores) / len(scores) >= 0.97


@pytest.mark.parametrize("variants", [False, True])
def test_the_metadata_are_mostly_right(variants):
    right = [ok for truth in examined(variants) for ok in metadata_right(truth).values()]
    assert sum(right) / len(right) >= 0.9


def report(variants: bool) -> None:
    scores, fields = [], []
    for truth in examined(variants):
        scores.append(text_score(truth))
        right = metadata_right(truth)
        fields += right.values()
        wrong = ", ".join(field for field, ok in right.items() if not ok)
        print(f"| {named(truth)} | {scores[-1]:.3f} | {sum(right.values())}/5 | {wrong} |")
    print(f"| **mean** | {sum(scores) / len(scores):.3f} | {sum(fields)}/{len(fields)} | |")


def report_no_articles() -> None:
    for truth in NO_ARTICLES:
        try:
            article_of(truth["file"])
            print(f"| {named(truth)} | read | | |")
        except Rejected as refused:
            print(f"| {named(truth)} | refused ({refused.check}) | | |")


if __name__ == "__main__":
    report(variants=False)
    report(variants=True)
    report_no_articles()
