"""Where a quotation and its speaker can stand: far apart, after reported words, in a clause of its own."""

import pytest

from transforms.extracting.clauses import split_clauses
from transforms.extracting.quotes import find_quotes

CASES = {
    "the speaker's post and place between the words and the verb": (
        "“用户多付了钱，却少了选择。”负责竞争事务的专员玛尔塔·林德（Marta Lind）在巴黎的记者会上说。",
        ["玛尔塔·林德|说|direct|用户多付了钱，却少了选择。"],
    ),
    "split around one who tells a medium": (
        "“车主不关心参数，只关心能不能用。”陈立告诉路透社，“贵一点也没关系。”",
        ["陈立|告诉|direct|车主不关心参数，只关心能不能用。", "陈立|告诉|direct|贵一点也没关系。"],
    ),
    "reported words that go on in quotation marks": (
        "陈立坦言，产能仍是瓶颈：“交货最长要等五个月。”",
        ["陈立|坦言|indirect|产能仍是瓶颈", "陈立|坦言|direct|交货最长要等五个月。"],
    ),
    "a quotation that is a clause of its own": (
        "陈立透露，两家公司将保持独立，“不会裁掉任何一名员工”。",
        [
            "陈立|透露|indirect|两家公司将保持独立，“不会裁掉任何一名员工”",
            "陈立|透露|direct|不会裁掉任何一名员工",
        ],
    ),
    "what a person says by 据": (
        "陈立创办了一家电池厂。据他介绍，工厂去年卖出了1300套设备。",
        ["陈立|介绍|indirect|工厂去年卖出了1300套设备"],
    ),
    "a report is named before its figures": (
        "高盛昨日发布的《电池行业报告》显示，去年全球装机量增长了两成。",
        ["高盛|显示|indirect|去年全球装机量增长了两成"],
    ),
    "the press of Hong Kong": (
        "陈立发表报告指，换帅有助公司加快转型。",
        ["陈立|报告指|indirect|换帅有助公司加快转型"],
    ),
    "a user of a platform": (
        "有网友在微博发帖称，公司将启动新一轮裁员。",
        ["网友|发帖称|indirect|公司将启动新一轮裁员"],
    ),
    "people near the firm": (
        "“如果年底前仍不能盈利，不排除收缩。”上述接近管理层的人士表示。",
        ["接近管理层的人士|表示|direct|如果年底前仍不能盈利，不排除收缩。"],
    ),
    "praise, and on": (
        "陈立称赞Meta“为市场打下了很好的基础”，并指出合作还会继续。",
        ["陈立|称赞|direct|为市场打下了很好的基础", "陈立|指出|indirect|合作还会继续"],
    ),
    "a scare quote is no speech": ("高盛被称为“华尔街的心脏”，也有人不同意。", []),
    "a source is credited, nobody speaks": ("据介绍，新车将于下月上市，价格未定。", []),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_speaker_and_words(text, expected, annotate_text):
    found = find_quotes(split_clauses(annotate_text(text)))
    shown = []
    for q in found:
        how = "direct" if q.direct else "indirect"
        shown.append(f"{q.speaker.phrase or q.speaker.entity.name}|{q.verb}|{how}|{q.text}")
    assert shown == expected
