"""Titles and their firms, each form in unrelated trades."""

from __future__ import annotations

import pytest

from tests.transforms.extracting.relation_cases import relations, triples
from transforms.extracting.confidence import confidence

CASES = [
    # title before the name, with department, former, of a place
    ("[O:青禾汽车]董事长[P:赵一]出席活动。", {"赵一 position_held 青禾汽车 董事长"}),
    ("[O:蓝湖半导体]的高级副总裁[P:钱二]表示乐观。", {"钱二 position_held 蓝湖半导体 高级副总裁"}),
    ("[O:远山手机]智能驾驶负责人[P:孙三]已离职。", {"孙三 position_held 远山手机 智能驾驶负责人"}),
    ("前[O:银杏资本]合伙人[P:李四]说，市场会回暖。", {"李四 position_held 银杏资本 合伙人"}),
    ("[L:德国]总理[P:周五]访问了工厂。", {"周五 position_held 德国 总理"}),
    # two titles; founder; coordinated titles with firms of their own
    (
        "[O:松果芯片]联合创始人兼首席执行官[P:吴六]透露，产线已满。",
        {"吴六 founder_of 松果芯片 联合创始人", "吴六 position_held 松果芯片 首席执行官"},
    ),
    (
        "前[O:白桦网络]副总裁、现任[O:海豚云]首席技术官[P:郑七]介绍了方案。",
        {"郑七 position_held 白桦网络 副总裁", "郑七 position_held 海豚云 首席技术官"},
    ),
    # the second name shares the firm of the first
    (
        "[O:麦田电商]总裁[P:王八]和首席财务官[P:冯九]参加了会议。",
        {"王八 position_held 麦田电商 总裁", "冯九 position_held 麦田电商 首席财务官"},
    ),
    (
        "[O:北辰]CEO[P:陈十]、[O:南斗]创始人[P:褚一]均未置评。",
        {"陈十 position_held 北辰 CEO", "褚一 founder_of 南斗 创始人"},
    ),
    # the firm is that of the sentence or of the one before
    ("[O:飞鱼科技]宣布首席执行官[P:卫二]退休。", {"卫二 position_held 飞鱼科技 首席执行官"}),
    ("[O:红杉树汽车]股价下跌。首席执行官[P:蒋三]并不担心。", {"蒋三 position_held 红杉树汽车 首席执行官"}),
    (
        "[O:云杉智能]完成融资，[O:大河投资]领投，公司CEO[P:魏八]表示感谢。",
        {"魏八 position_held 云杉智能 CEO"},
    ),
    (
        "[O:青禾汽车]董事长兼总裁[P:赵一]出席，官员到场。[L:德国]经济部长[P:周五]致辞。",
        {"赵一 position_held 青禾汽车 董事长兼总裁", "周五 position_held 德国 经济部长"},
    ),
    # a clause that leaves the person out, 前者 and 后者, the firm just joined
    (
        "[P:钱二]毕业于[O:北岭大学]，早年在[O:白桦网络]担任算法总监，其后曾任[O:蓝湖半导体]芯片部总经理。",
        {"钱二 position_held 白桦网络 算法总监", "钱二 position_held 蓝湖半导体 芯片部总经理"},
    ),
    (
        "[O:暖阳]由[P:孙三]与其同学[P:李四]创办。前者曾任[O:青禾]市场总监，后者为CTO。",
        {
            "孙三 position_held 青禾 市场总监",
            "李四 position_held 暖阳 CTO",
            "孙三 founder_of 暖阳",
            "李四 founder_of 暖阳",
        },
    ),
    (
        "[O:北岭大学]教授[P:吴六]加入[O:松果芯片]，出任首席科学家。",
        {"吴六 position_held 北岭大学 教授", "吴六 position_held 松果芯片 首席科学家"},
    ),
    ("[P:陈十]接替[P:杨六]出任[O:微光科技]总裁。", {"陈十 position_held 微光科技 总裁"}),
    # verbs
    ("[P:沈四]是家电公司[O:暖阳]的创始人。", {"沈四 founder_of 暖阳 创始人"}),
    ("[P:韩五]此前在[O:大川机器人]担任算法总监。", {"韩五 position_held 大川机器人 算法总监"}),
    ("[P:杨六]出任[O:微光科技]首席运营官。", {"杨六 position_held 微光科技 首席运营官"}),
    (
        "[O:星云药业]成立于[T:2019年]，创始人兼CEO为[P:朱七]。",
        {"朱七 founder_of 星云药业 创始人", "朱七 position_held 星云药业 CEO"},
    ),
]


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_titles(marked: str, expected: set[str]) -> None:
    held = {t for t in triples(marked) if "position_held" in t or "founder_of" in t}
    assert held == expected


@pytest.mark.parametrize(
    "marked",
    [
        "[O:飞鱼科技]的员工[P:秦一]拍下了视频。",  # no title that is held
        "[P:秦一]将出任[O:飞鱼科技]首席执行官。",  # only planned
        "[O:青禾]收购[O:白桦]，其创始人[P:尤二]获利。",  # 其 may be either
        "[O:青禾]发布财报。工会负责人[P:许三]提出抗议。",  # not a title in the firm
        "[L:中国]首席执行官[P:何四]来访。",  # a place employs no executive
    ],
)
def test_no_title(marked: str) -> None:
    assert not {t for t in triples(marked) if "position_held" in t or "founder_of" in t}


def test_an_employer_of_another_sentence_is_a_candidate() -> None:
    (held,) = relations("[O:红杉树汽车]股价下跌。首席执行官[P:蒋三]并不担心。")
    assert confidence(held.trace.reasons) == "candidate"
