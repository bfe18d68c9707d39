"""The whole chain: a short dirty text beside the clean text, the edits and the metadata expected."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.transforms.cleaning.test_spun import CLEAN, MORE, spin
from transforms.aligned import AlignedText
from transforms.article import Article, ReadText, Said
from transforms.cleaning.clean import clean
from transforms.rejection import Rejected
from transforms.source import SourceItem


def read_text(text, *said, uri="a.txt"):
    item = SourceItem(uri, text.encode("utf-8", "surrogatepass"))
    return ReadText(item, "utf-8", text.count("\ufffd"), AlignedText(text), said)


def cleaned(text, *said) -> Article:
    return clean(read_text(text, *said))


def test_a_dirty_article():
    article = cleaned(
        "青禾科技發佈新芯片\n來源:某某網\n青禾科技宣佈,新芯片的參數(shù)與數(shù)據(jù)"
        "已在2024 年3 月公佈。\n![](a.png)\n"
        "它比前代快了３０％,<strong>功耗</strong>更低&nbsp;。\n责任编辑:李四"
    )
    assert article.text.text == (
        "青禾科技发布新芯片\n青禾科技宣布,新芯片的参数与数据已在2024年3月公布。\n\n它比前代快了30%,功耗更低。"
    )
    assert article.metadata.title == "青禾科技发布新芯片"
    assert article.metadata.credited_source == "某某网"
    assert {e.rule.split(".")[0] for e in article.text.edits} == {
        "script", "boilerplate", "pinyin", "space", "markup",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "check"),
    [
        ("", "empty"),
        (" \n\u200b\n", "empty"),
        ("This page is written in English and holds no Chinese at all.", "not_chinese"),
        ("未经授权,禁止转载。\n责任编辑:李四", "boilerplate_only"),
        ("某公司发布新品\n来源:某某网\n责任编辑:李四\n未经授权,禁止转载。", "boilerplate_only"),
    ],
)
def test_what_is_no_article_is_refused(text, check):
    with pytest.raises(Rejected) as refused:
        cleaned(text)
    assert refused.value.check == check


def test_a_short_piece_of_news_is_no_headline():
    text = "某公司宣布推出新品,售价三千元\n来源:某某网\n责任编辑:李四\n未经授权,禁止转载。"
    assert cleaned(text).text.text == "某公司宣布推出新品,售价三千元"


def test_the_title_of_a_spun_page_is_restored_with_it():
    body = spin(CLEAN + MORE)
    spun = cleaned(body, Said("title", spin("大厂抢占高端市场 技术投资才开始"), "html"))
    assert spun.is_spun
    assert spun.metadata.title == "大厂抢占高端市场 技术投资才开始"
    assert spun.metadata.extra["spun_title"] == spin("大厂抢占高端市场 技术投资才开始")
    plain = cleaned(CLEAN + MORE, Said("title", "庞大的买卖 眼下才开头", "html"))
    assert plain.metadata.title == "庞大的买卖 眼下才开头"


PIECES = st.sampled_from(
    "。|,|\n|<p>|</p>|&|amp;|&lt;|&#60;|(|)|[|]|![](|**|#|>|shù|(shù)|数|技术|来源:|作者:|\u3000|\u200b|\ufffd|文|"
    "http://a.b|2024|年|月|ＡＢ|３|“|”|随著|發佈|/strong>|<script>|<!--|-->|---|?|yōu)|檎稀|首页|版权".split(
        "|"
    )
)
DIRT = st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=30).map("".join)


@settings(max_examples=150, deadline=None)
@given(DIRT)
def test_no_text_breaks_the_chain_and_nothing_is_lost(text):
    body = "青禾科技宣布推出新款芯片并公布了价格。" + text
    try:
        article = cleaned(body)
    except Rejected:
        return
    aligned, at, parts = article.text, 0, []
    for edit in aligned.edits:
        parts += [aligned.raw[at : edit.start], edit.before]
        at = edit.end
    assert "".join([*parts, aligned.raw[at:]]) == body
    try:
        again = cleaned(aligned.text)
    except Rejected:
        return
    assert again.text.text == aligned.text
