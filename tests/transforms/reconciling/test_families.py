"""Copies of one text are one family, whatever was done to the copy."""

from datetime import date

import pytest

from transforms.reconciling.families import family_rows, joined
from transforms.reconciling.likeness import Text, likeness

STORY = (
    "蓝湾汽车周一公布的数字显示，公司上月交付新车一万二千辆，比前一个月多出三成。公司把增长归因于新款轿车，"
    "并称工厂已经两班运转。分析人士提醒说，价格战还没有结束，年底前的订单未必能够保持这样的速度。"
)
OTHER = "云岭半导体董事会通过了在成都建设新产线的计划，总投资约八十亿元，预计后年投产，主要生产车用芯片。"
FORM = (
    "{0}收盘播报：沪指报{1}点，涨幅{2}%，成交{3}亿元；深成指报{4}点，涨幅{5}%，成交{6}亿元；创业板指报{7}点，"
    "涨幅{8}%。两市上涨个股{9}只，下跌个股较前一日明显减少，北向资金全天呈净流入状态，半导体板块领涨。"
)


def text(name: str, words: str, published: str | None = None, *, spun: bool = False, **known: str) -> Text:
    day = date.fromisoformat(published) if published else None
    return Text(name, words, spun, day, day, known.get("publisher"), known.get("credits"))


@pytest.mark.parametrize(
    ("copy", "spun", "method"),
    [
        (STORY.replace("，", ", ") + "\n\n", False, "exact"),
        ("转自网络\n" + STORY + "\n版权归原作者所有", False, "near"),
        (STORY[:44], False, "excerpt"),
        (STORY.replace("增长", "增加").replace("公司", "企业").replace("速度", "势头"), True, "spun"),
        (OTHER, False, "single"),
        (OTHER, True, "single"),
    ],
)
def test_how_a_text_is_a_copy(copy, spun, method):
    assert likeness(text("a", STORY), text("b", copy, spun=spun)).method == method
    assert likeness(text("b", copy, spun=spun), text("a", STORY)).method == method


def test_exchanged_words_leave_the_figures():
    told = (
        "Vertex公布2024年第3季度业绩，营收92.4亿美元，同比增长11.8%，净利润7.61亿美元。其中Lumen平台贡献38.5亿美元，"
        "付费用户升至2140万。公司预计第4季度营收在95亿至97亿美元之间，并计划裁减860个岗位，约占员工总数的4.2%。"
    )
    retold = (
        "Vertex放出2024年第3季度成绩单，进账92.4亿美元，跟上年比往上走11.8%，净利7.61亿美元。当中Lumen平台带来38.5亿美元，"
        "付费的人到了2140万。企业方估摸第4季度进账在95亿至97亿美元之间，还打算砍掉860个岗位，约占员工总数的4.2%。"
    )
    assert likeness(text("a", told), text("b", retold)).method == "spun"


def test_a_form_filled_in_anew_is_no_copy():
    monday = FORM.format("周一", 3087.5, 0.42, 4102.7, 9731.2, 0.55, 5877.1, 1904.8, 0.61, 3120)
    friday = FORM.format("周五", 2951.9, 1.13, 3688.4, 9015.6, 1.48, 5210.3, 1756.2, 1.92, 4217)
    assert likeness(text("a", monday), text("b", friday)).method == "single"
    assert likeness(text("a", monday), text("b", "本站讯 " + monday)).method == "near"


@pytest.mark.parametrize(
    ("texts", "original", "reason"),
    [
        ((text("a", STORY, "2024-05-03"), text("b", STORY, "2024-05-02")), "b", "the earliest (2024-05-02)"),
        ((text("a", STORY), text("b", STORY + "完")), "b", "the longest"),
        (
            (text("a", STORY, "2024-05-01", spun=True), text("b", STORY)),
            "b",
            "its words are not exchanged",
        ),
        (
            (
                text("a", STORY, "2024-05-01", publisher="某转载网", credits="来源：海港日报"),
                text("b", STORY, "2024-05-02", publisher="海港日报"),
            ),
            "b",
            "1 of the others names its publisher as the source",
        ),
        ((text("a", STORY), text("b", STORY)), "a", "nothing tells them apart, the first by its id"),
    ],
)
def test_the_likely_original_and_why(texts, original, reason):
    rows = {row["document_id"]: row for row in family_rows(texts, {})}
    assert {row["family_id"] for row in rows.values()} == {original}
    assert rows[original]["reason"] == f"likely the original of 2 texts: {reason}"
    assert [name for name, row in rows.items() if row["is_original"]] == [original]


def test_copies_of_copies_are_one_family():
    assert joined("abcde", [("a", "b"), ("d", "c"), ("b", "c")]) == [["a", "b", "c", "d"], ["e"]]
