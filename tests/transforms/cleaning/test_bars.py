"""What must hold of every article: samples, exams, pages, and the real ones where they are there."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from transforms.aligned import AlignedText
from transforms.article import Article
from transforms.cleaning.boilerplate import sweep
from transforms.cleaning.clean import clean
from transforms.reading.read import read
from transforms.rejection import Rejected
from transforms.source import SourceItem

ROOT = Path(__file__).resolve().parents[3]
SHARED = ROOT.parent / "shared" / "seeds"
FOLDERS = (
    ROOT / "seeds" / "articles",
    ROOT / "tests" / "exam" / "dev",
    ROOT / "tests" / "exam" / "dev2",
    ROOT / "tests" / "exam" / "pages",
    ROOT / "tests" / "transforms" / "reading" / "pages",
    SHARED,
)
PATHS = sorted(
    p for folder in FOLDERS for p in folder.glob("*.*") if p.suffix in (".txt", ".html", ".md")
    if p.stem != "README"
)  # fmt: skip
SPUN = ("deepseekspun", "002_")

PINYIN = re.compile(r"[\u4e00-\u9fff]\([a-zü āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]+\)")
TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,60}>|/(?:strong|span|div|p)>|!\[[^\]]{0,40}\]\(")
MARKS = {"“": "“", "”": "”", "「": "「", "」": "」", "《": "《", "》": "》"}
MARKS |= {"(": "(", ")": ")", "（": "(", "）": ")"}
# Edits that may take marks with them, because they take what the marks belong to.
TAKING = ("boilerplate.", "markup.", "pinyin.", "encoding.", "space.edge")
NAMED = re.compile(
    r"(?:boilerplate|markup|pinyin|encoding|space|script|slip|spun|width|invisible)\.[a-z0-9_]+"
)


@cache
def cleaned(path: Path) -> Article | None:
    kind = "html" if path.suffix == ".html" else "text"
    try:
        return clean(read(SourceItem(path.name, path.read_bytes(), kind)))
    except Rejected:
        return None


def marks(text: str) -> Counter[str]:
    return Counter(MARKS[c] for c in text if c in MARKS)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_nothing_foreign_is_left_and_no_mark_is_lost(path):
    article = cleaned(path)
    if article is None:
        pytest.skip("refused, as the tests of reading assert")
    text, raw = article.text.text, article.text.raw
    assert "\ufffd" not in text and not PINYIN.search(text) and not TAG.search(text)
    assert sweep(AlignedText(text)).removed == 0
    expected = marks(raw)
    for edit in article.text.edits:
        assert NAMED.fullmatch(edit.rule), edit
        expected.subtract(marks(edit.before))
        expected.update(marks(edit.after))
        assert marks(edit.before) == marks(edit.after) or edit.rule.startswith(TAKING), edit
    assert +expected == marks(text)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_only_the_spun_articles_are_restored_and_the_scores_are_far_apart(path):
    article = cleaned(path)
    if article is None:
        pytest.skip("refused, as the tests of reading assert")
    spun = path.stem.startswith(SPUN)
    assert article.is_spun == spun
    assert article.spun_score > 0.99 if spun else article.spun_score < 0.05
    if not spun:
        assert not [e for e in article.text.edits if e.rule.startswith("spun")]
