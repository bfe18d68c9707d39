"""Sentences: quotations stay whole, a speaker stays with the words, headings are marked."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.annotating.quotations import find_quotations
from transforms.annotating.sentences import split_sentences

CASES = {
    "each final mark ends one": (
        "新车本周上市。售价未定!何时交付?",
        [(0, "新车本周上市。"), (0, "售价未定!"), (0, "何时交付?")],
    ),
    "several marks end one": (
        "该厂今年营收多少?!没人知道。",
        [(0, "该厂今年营收多少?!"), (0, "没人知道。")],
    ),
    "a line is a paragraph, a blank line is none": (
        "一、市场概况\n销量增长。\n\n  价格下降。 ",
        [(0, "#一、市场概况"), (1, "销量增长。"), (2, "价格下降。")],
    ),
    "a quotation of two sentences is not cut": (
        "他说:“车很好。价格也好。”随后离开。",
        [(0, "他说:“车很好。价格也好。”"), (0, "随后离开。")],
    ),
    "corner brackets do the same": (
        "他说:「车很好。价格也好。」随后离开。",
        [(0, "他说:「车很好。价格也好。」"), (0, "随后离开。")],
    ),
    "the speaker after the words stays with them": (
        "“我们不卖。”陈立说。“永远不卖。”",
        [(0, "“我们不卖。”陈立说。"), (0, "“永远不卖。”")],
    ),
    "a number's point ends nothing": (
        "营收为3.5亿元,净利1.2亿元。",
        [(0, "营收为3.5亿元,净利1.2亿元。")],
    ),
    "an unclosed mark does not swallow the paragraph": (
        "他说:“车很好。价格也好。\n第二段。",
        [(0, "他说:“车很好。"), (0, "价格也好。"), (1, "第二段。")],
    ),
    "the last line needs no newline": ("手机销量\n手机涨价", [(0, "#手机销量"), (1, "#手机涨价")]),
    "nothing but spaces": (" \n\n ", []),
}


def shown(text):
    found = split_sentences(text, find_quotations(text))
    assert [s.number for s in found] == list(range(len(found)))
    return [(s.paragraph, "#" * s.heading + text[s.start : s.end]) for s in found]


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_sentences(text, expected):
    assert shown(text) == expected


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet='甲乙A1。!?“”「」" \n…', max_size=60))
def test_sentences_cover_all_that_is_no_space_and_never_overlap(text):
    found = split_sentences(text, find_quotations(text))
    covered = [i for s in found for i in range(s.start, s.end)]
    assert len(covered) == len(set(covered))
    assert {i for i, c in enumerate(text) if not c.isspace()} <= set(covered)
    assert all(s.start < s.end <= len(text) and "\n" not in text[s.start : s.end] for s in found)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="甲乙。!“”「」\n", max_size=40))
def test_no_sentence_ends_inside_a_quotation(text):
    quotations = find_quotations(text)
    for sentence in split_sentences(text, quotations):
        assert not any(q.start < sentence.end < q.end for q in quotations)


def test_a_text_without_full_stops_is_cut_at_its_pauses():
    text = "一部车卖出，" * 700 + "另一部没有" * 500
    found = split_sentences(text)
    assert all(one.end - one.start <= 2000 for one in found)
    assert "".join(text[one.start : one.end] for one in found) == text
    assert all(text[one.start : one.end].endswith("，") for one in found[:2])
