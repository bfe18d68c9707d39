"""Spans inside quotation marks of every style."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.annotating.quotations import find_quotations

CASES = [
    ("陈立说:“车很好。”", ["车很好。"]),
    ("陳立說:「車很好。」", ["車很好。"]),
    ("书名叫『芯片』,绰号‘老三’。", ["芯片", "老三"]),
    ('陈立说:"车很好。"', ["车很好。"]),
    ("“他说‘不卖’,我也不卖。”", ["他说‘不卖’,我也不卖。", "不卖"]),
    ("「他說『不賣』。」", ["他說『不賣』。", "不賣"]),
    ("“没有收尾的引语。\n“有收尾。”", ["有收尾。"]),
    ("没有开头的引语。”后文。", []),
    ("“甲「乙”丙」", ["甲「乙"]),  # the inner mark is a slip: the outer pair holds
    ("“外“内”外”", ["外“内”外", "内"]),
    ('英寸写作6.7",没有第二个。', []),
    ('6.7"的屏和"大屏"', []),  # three straight marks: no telling which two belong together
    ("空的“”不算。", []),
    ("跨行的“引\n语”不算。", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_quotations(text, expected):
    assert [text[q.start : q.end] for q in find_quotations(text)] == expected


def test_a_mark_without_partner_does_not_take_a_whole_page():
    assert find_quotations("“" + "很" * 1300 + "”") == ()


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet='甲“”「」『』‘’"\n', max_size=50))
def test_spans_lie_in_one_line_between_marks(text):
    found = find_quotations(text)
    assert list(found) == sorted(found, key=lambda q: (q.start, -q.end))
    for q in found:
        assert 0 < q.start < q.end < len(text)
        assert "\n" not in text[q.start : q.end]
        assert text[q.start - 1] in '“「『‘"' and text[q.end] in '”」』’"'
