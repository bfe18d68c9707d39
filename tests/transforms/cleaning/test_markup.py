"""Tags, halves of tags, entities, Markdown, unseen characters, widths, spaces and soft breaks."""

import pytest

from transforms.aligned import AlignedText
from transforms.cleaning.breaks import join_soft_breaks
from transforms.cleaning.clean import _plain


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("<p>新品上市。</p><p>售价公布。</p>", "新品上市。\n\n售价公布。"),
        ("新品<strong>上市</strong>", "新品上市"),
        ("新品上市。/strong> 关注", "新品上市。关注"),
        ("新品上市</p", "新品上市"),
        ("新品上市<br/>售价公布", "新品上市\n售价公布"),
        ("新品<script>var a = '上市';</script>售价", "新品售价"),
        ("新品<!-- 广告 -->售价", "新品售价"),
        ("新品&nbsp;&amp;&#8220;售价&#8221;", "新品 &“售价”"),
        ("新品&amp;lt;br&amp;gt;售价", "新品\n售价"),
        ("a < b 且 c > d", "a < b 且 c > d"),
        ("![](a.png)\n新品", "\n新品"),
        ("见[新品](https://a.b/c)页", "见新品页"),
        ("**新品**上市", "新品上市"),
        ("## 新品上市", "新品上市"),
        ("> 引文", "引文"),
        ("新\u200b品\ufeff上\ue001市\x00", "新品上市"),
        ("新品\r\n上市", "新品\n上市"),
        ("ＡＢＣ１２３％，（甲）", "ABC123%，（甲）"),
        ("2023 年7 月 5 日", "2023年7月5日"),
        ("共1, 000人", "共1,000人"),
        ("在2024年, 公司“ 重组 ”了。", "在2024年,公司“重组”了。"),
        ("研 究 显 示", "研究显示"),
        ("出席的有张三 李四 王五", "出席的有张三 李四 王五"),
        ("使用 Llama 3 模型", "使用 Llama 3 模型"),
        ("\u3000\u3000新品上市", "新品上市"),
    ],
)
def test_residue_of_markup(dirty, clean):
    aligned = _plain(AlignedText(dirty))
    assert aligned.text == clean
    assert _plain(AlignedText(clean)).text == clean


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("新品上市,\n售价公布。", "新品上市,售价公布。"),
        ("包括:\n一、新品,\n二、售价", "包括:\n一、新品,\n二、售价"),
        ("新品上市。\n售价公布。", "新品上市。\n售价公布。"),
        ("小标题\n售价在周二公布。", "小标题\n售价在周二公布。"),
    ],
)
def test_soft_breaks(dirty, clean):
    assert join_soft_breaks(AlignedText(dirty)).text == clean


def test_hard_wrapped_text_is_joined():
    sentence = (
        "这家公司在周二发布了新的产品并且公布了售价而分析师普遍认为这一价格低于此前的预期也将影响对手的定价"
    )
    text = (sentence * 4)[:170]
    wrapped = "\n".join(text[i : i + 30] for i in range(0, len(text), 30)) + "。"
    assert join_soft_breaks(AlignedText(wrapped)).text == text + "。"
