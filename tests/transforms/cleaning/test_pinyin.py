"""Pinyin residue goes, every other bracket stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.aligned import AlignedText
from transforms.cleaning.pinyin import drop_residue, find_residue

THREE = "发(fā)展与务(wù)实和产(chǎn)业,"
FILL = "这家公司在去年的销售额继续上升,员工总数也有所增加。" * 3


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("參數(shù)", "參數"),
        ("參數（shù）", "參數"),
        ("參數 (shù)", "參數"),
        ("參數((shù))", "參數"),
        ("(400B參數(shù))", "(400B參數)"),
        ("發(fɑ̄)展", "發展"),
        ("發(fā)展", "發展"),
        ("女(nv)性", "女性"),
        ("女(nǚ)性", "女性"),
        ("學(xue2)習", "學習"),
        ("发布(fābù)会", "发布会"),
        ("人工智能(réngōng zhìnéng)", "人工智能"),
        ("数(shu)据", "数据"),
    ],
)
def test_residue_goes(dirty, clean):
    aligned = drop_residue(AlignedText(FILL + THREE + dirty))
    assert aligned.text == FILL + "发展与务实和产业," + clean
    assert all(e.after == "" and e.rule.startswith("pinyin.") for e in aligned.edits)


@pytest.mark.parametrize(
    "text",
    [
        "智能(AI)",
        "马(Ma)云",
        "能(AGI)",
        "小扎(Mark Zuckerberg)",
        "模型(ChatGPT)",
        "爱(AI)",
        "公司(hp)",
        "价格(yuan)",
        "数[1]",
    ],
)
def test_other_brackets_stay(text):
    assert drop_residue(AlignedText(FILL + THREE + text)).text.endswith("产业," + text)


def test_teaching_text_and_single_glosses_stay():
    teaching = "春(chūn)天(tiān)来(lái)了(le),花(huā)开(kāi)了(le)。"
    assert find_residue(teaching) == ()
    assert find_residue(FILL + "他姓仇(qiú),读音特别。重庆的重读作重(chóng)。") == ()


def test_a_common_character_needs_no_gloss():
    assert drop_residue(AlignedText(FILL + "业(yè)务增长")).text == FILL + "业务增长"


@given(st.text(alphabet="数据发布()（）shùāfǎ ABc[]", max_size=60))
def test_only_brackets_are_taken(text):
    aligned = drop_residue(AlignedText(FILL + THREE + text))
    for edit in aligned.edits:
        assert edit.before.strip(" \u3000")[0] in "([（" and edit.before[-1] in ")]）"
