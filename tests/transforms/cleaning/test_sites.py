"""Articles as two dozen kinds of Chinese sites wrap them, and sentences that only look like wrapping.

The pages are made up, in the manner of each site. In `sites/*.txt` the first character of a line says what
becomes of it: `-` goes, `+` stays, `~` is changed into the line `>` after it (an empty one: it goes), `?` is
known to be left though it is no line of the article. Lines with `#` are the metadata expected.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from transforms.aligned import AlignedText
from transforms.article import ReadText
from transforms.cleaning.boilerplate import sweep
from transforms.cleaning.clean import clean
from transforms.source import SourceItem

HERE = Path(__file__).parent
SITES = sorted((HERE / "sites").glob("*.txt"))
LOOKALIKES = (HERE / "sites_lookalikes.txt").read_text("utf-8").split()
BODY = "某公司在周二发布了新产品,售价为三千元。"
_MARKS = str.maketrans("，：；？！（）／", ",:;?!()/")


def bare(line: str) -> str:
    return re.sub(r"\s", "", line).translate(_MARKS)


@pytest.mark.parametrize("path", SITES, ids=lambda path: path.stem)
def test_what_a_site_puts_around_an_article_goes(path):
    rows = [(row[0], row[1:]) for row in path.read_text("utf-8").rstrip("\n").split("\n")]
    dirty = "\n".join(line for mark, line in rows if mark in "-+~?")
    expected = [bare(line) for mark, line in rows if mark in "+>?" and line]
    said = dict(line.strip().split(": ", 1) for mark, line in rows if mark == "#")
    article = clean(ReadText(SourceItem(path.name, dirty.encode()), "utf-8", 0, AlignedText(dirty)))
    assert [bare(line) for line in article.text.text.split("\n") if line.strip()] == expected
    known = article.metadata
    assert {k: known.published.edtf if k == "published" else getattr(known, k) for k in said} == said
    gone = [e for e in article.text.edits if len(e.before) - len(e.after) > 8]
    assert gone and all("." in e.rule for e in gone)


@pytest.mark.parametrize("line", LOOKALIKES)
def test_sentences_about_following_apps_and_reporters_stay(line):
    for one in (line, line.rstrip("。")):
        for text in (
            f"{one}\n{BODY}\n{BODY}",
            f"{BODY}\n{one}\n{BODY}",
            f"{BODY}\n{BODY}\n{one}",
            "\n".join([BODY] * 9 + [one] + [BODY] * 20),
        ):
            swept = sweep(AlignedText(text))
            assert swept.text.text == text and not swept.said
