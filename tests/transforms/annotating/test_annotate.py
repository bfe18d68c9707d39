"""Everything that is marked in one article, consistent with its text and itself."""

from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

ARTICLE = "华为3月5日宣布,iPhone 15售价降至5999元。\n“今年会更便宜。降价10%。”陈立说。"

PIECES = (
    "华为 3月5日 今年 去年 iPhone 15 5999元 约3.5亿 10% 三成 “ ” 「 」 。 \n ， 3 . 亿 个 Llama 陈立 说 · ( )"
).split(" ")
PIECED = st.lists(st.sampled_from([*PIECES, " "]), max_size=14).map("".join)


def test_an_article(annotate_text):
    found = annotate_text(ARTICLE)
    assert [ARTICLE[s.start : s.end] for s in found.sentences] == [
        "华为3月5日宣布,iPhone 15售价降至5999元。",
        "“今年会更便宜。降价10%。”陈立说。",
    ]
    assert [(m.surface, m.entity.name) for m in found.mentions] == [
        ("华为", "华为"),
        ("iPhone 15", "iPhone 15"),
        ("陈立", "陈立"),
    ]
    assert [(q.surface, q.value, q.unit) for q in found.quantities] == [
        ("5999元", 5999, "CNY"),
        ("10%", 10, "percent"),
    ]
    assert [(t.surface, t.edtf, t.first) for t in found.times] == [
        ("3月5日", "2025-03-05", date(2025, 3, 5)),
        ("今年", "2025", date(2025, 1, 1)),
    ]
    assert [ARTICLE[q.start : q.end] for q in found.quotations] == ["今年会更便宜。降价10%。"]
    assert found.entities == {m.entity.id: m.entity for m in found.mentions}


def check(text, found):
    assert found.text == text
    for item in (*found.mentions, *found.quantities, *found.times):
        assert 0 <= item.start < item.end <= len(text)
        assert item.surface == text[item.start : item.end]
    for q in found.quantities:
        assert q.start <= q.core_start < q.core_end <= q.end
    for marked in (found.sentences, found.mentions, found.quantities, found.times):
        assert all(a.end <= b.start for a, b in pairwise(marked))
    named = {i for m in found.mentions for i in range(m.start, m.end)}
    # The size in a model's name (`Llama 3 8B`) is the one number that is also part of a name.
    sizes = [q for q in found.quantities if q.unit == "parameter"]
    others = [e for e in (*found.quantities, *found.times) if e not in sizes]
    assert all(named.isdisjoint(range(e.start, e.end)) for e in others)
    assert all(a.end <= b.start for a, b in pairwise(sorted([*sizes, *others], key=lambda e: e.start)))


@settings(max_examples=60, deadline=None)
@given(PIECED)
def test_spans_lie_in_the_text_and_never_overlap(annotate_text, text):
    check(text, annotate_text(text))


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=30))
def test_no_string_raises(annotate_text, text):
    check(text, annotate_text(text))
