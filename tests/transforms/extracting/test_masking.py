"""Masked sentences: one character for a name, number, time or quotation, each mapped back to its place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.extracting.masking import mask, pattern

MASKED = {
    "names by kind": ("微软与陈立在广州发布微聊和Llama 3.1。", "{O}与{P}在{L}发布{R}和{R}。"),
    "works": ("《芯片之争》刊出。", "{W}刊出。"),
    "numbers and times": ("3月5日,销量增长10%,售价5999元。", "{T},销量增长{N},售价{N}。"),
    "a quotation hides what is in it": ("陈立说:“微软涨价10%,不好。”", "{P}说:{Q}"),
    "a name in marks stays readable": ("这款“晨光”手机上市。", "这款“晨光”手机上市。"),
    "few words after a verb of saying are speech": ("陈立表示:“我们不卖车”。", "{P}表示:{Q}。"),
    "few words elsewhere are none": ("所谓“我们不卖车”。", "所谓“我们不卖车”。"),
    "corner brackets": ("陈立说:「微软涨价了,不好。」", "{P}说:{Q}"),
    "the outer quotation swallows the inner": ("陈立说:“他说‘不卖,不卖’,真怪。”", "{P}说:{Q}"),
    "the Latin form in brackets joins its name": ("微软(Microsoft)涨价。", "{O}涨价。"),
    "another name in brackets does not": ("微软(Tesla)涨价。", "{O}({O})涨价。"),
}


@pytest.mark.parametrize(("text", "expected"), MASKED.values(), ids=MASKED)
def test_masked(text, expected, annotate_text, lettered):
    assert lettered(mask(annotate_text(text), 0, len(text)).text) == expected


def test_quotations_stay_where_they_are_wanted(annotate_text, lettered):
    text = "陈立说:“微软涨价10%,不好。”"
    assert lettered(mask(annotate_text(text), 0, len(text), quotes=False).text) == "{P}说:“{O}涨价{N},不好。”"


def test_hits_map_back_to_the_clean_text(annotate_text):
    text = "昨天,微软(Microsoft)在广州裁员1900人。"
    masked = mask(annotate_text(text), 0, len(text))
    match = pattern(r"({O})在{L}(裁员)({N})").search(masked.text)
    assert [text[slice(*masked.span(*match.span(g)))] for g in range(4)] == [
        "微软(Microsoft)在广州裁员1900人",
        "微软(Microsoft)",
        "裁员",
        "1900人",
    ]
    assert masked.mention(match.start(1)).entity.name == "微软"
    assert masked.items[match.start(3)].value == 1900


def test_a_number_is_no_mention(annotate_text):
    masked = mask(annotate_text("裁员1900人"), 0, 7)
    with pytest.raises(TypeError, match="masked character 2"):
        masked.mention(2)


def test_an_unknown_letter_raises():
    with pytest.raises(KeyError):
        pattern("{X}")


def test_a_cut_keeps_its_places(annotate_text):
    text = "微软涨价,英伟达降价"
    part = mask(annotate_text(text), 0, len(text)).cut(4, 7)
    assert text[slice(*part.span(0, 3))] == "英伟达降价"
    assert part.mention(0).entity.name == "英伟达"


PIECES = "微软 (Microsoft) （Tesla） 陈立 说 ： “ ” 「 」 10% 3月5日 ， 。 广州 的 Llama 3.1 《 》 好".split(
    " "
)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join), st.booleans())
def test_every_character_is_covered_once(annotate_text, text, quotes):
    masked = mask(annotate_text(text), 0, len(text), quotes)
    covered = [i for a, b in zip(masked.starts, masked.ends, strict=True) for i in range(a, b)]
    assert covered == list(range(len(text)))
    for char, start, item in zip(masked.text, masked.starts, masked.items, strict=True):
        assert item is not None or char == text[start]
