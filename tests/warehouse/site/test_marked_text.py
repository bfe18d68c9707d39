"""The text of a document page: both texts can be read off it, and everything stands at its place."""

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from transforms.aligned import AlignedText, Edit
from warehouse.site.marked_text import LONGEST, Mention, Stated, marked_text

RAW = "Meta發布Llama，參數(shù)達405B。"
EDITS = [Edit(4, 5, "發", "发", "script:t2s"), Edit(14, 19, "(shù)", "", "pinyin:bracket")]


def read(html: str, *, clean: bool) -> str:
    """The clean or the raw text, as the style sheet shows it."""
    html = re.sub(r"<a class=n [^>]*>\d+</a>", "", html)
    hidden = r"<del[^>]*>.*?</del>" if clean else r"<ins[^>]*>.*?</ins>"
    return unescape(re.sub(r"<[^>]+>", "", re.sub(hidden, "", html, flags=re.S)))


def test_edits_mentions_and_facts_stand_in_the_text():
    html = marked_text(RAW, EDITS, [Mention(6, 11, "e1")], [Stated(0, 11, 1, "f1"), Stated(6, 23, 2, "f2")])
    assert html == (
        '<mark data-f="1"><a class=n id=w-f1 href=#f1 aria-label="fact 1">1</a>Meta'
        '<del title="script:t2s">發</del><ins>发</ins>布</mark>'
        '<mark data-f="1 2"><a class=n id=w-f2 href=#f2 aria-label="fact 2">2</a>'
        '<a class=e href="../entities/e1.html">Llama</a></mark>'
        '<mark data-f="2">，參數<del title="pinyin:bracket">(shù)</del>達405</mark>B。'
    )


def test_of_names_within_names_the_innermost_is_linked():
    html = marked_text("北京大学", [], [Mention(0, 4, "e1"), Mention(0, 2, "e2")], [])
    assert (
        html == '<a class=e href="../entities/e2.html">北京</a><a class=e href="../entities/e1.html">大学</a>'
    )


def test_a_long_deletion_is_shown_by_its_ends():
    before = "a" * LONGEST * 3
    html = marked_text(before + "文", [Edit(0, len(before), before, "", "markup")], [], [])
    assert len(html) < LONGEST and "… 1,500 characters …" in html and read(html, clean=True) == "文"


@st.composite
def documents(draw):
    """A raw text, edits that fit it, and spans anywhere in it."""
    raw = draw(st.text("ab<>&\"'文發\n", min_size=1, max_size=40))
    cuts = sorted(draw(st.sets(st.integers(0, len(raw)), max_size=8)))
    edits = [
        Edit(start, end, raw[start:end], draw(st.text("xy文<", max_size=4)), "slip")
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    spans = st.tuples(st.integers(0, len(raw) - 1), st.integers(1, 20)).map(
        lambda one: (one[0], min(len(raw), one[0] + one[1]))
    )
    mentions = [Mention(*span, "e1") for span in draw(st.lists(spans, max_size=3))]
    facts = [
        Stated(*span, number, f"f{number}") for number, span in enumerate(draw(st.lists(spans, max_size=3)))
    ]
    return raw, edits, mentions, facts


@given(documents())
def test_the_raw_and_the_clean_text_can_be_read_off_the_page(made):
    raw, edits, mentions, facts = made
    html = marked_text(raw, edits, mentions, facts)
    assert read(html, clean=False) == raw
    assert read(html, clean=True) == AlignedText(raw, tuple(edits)).text
    for fact in facts:
        marked = [
            piece
            for numbers, piece in re.findall(r'<mark data-f="([\d ]+)">(.*?)</mark>', html, re.S)
            if str(fact.number) in numbers.split()
        ]
        assert "".join(read(piece, clean=False) for piece in marked) == raw[fact.start : fact.end]
