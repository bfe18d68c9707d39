"""Forms of relations, each in unrelated trades: a sentence with marked names beside all that it states."""

from __future__ import annotations

import pytest

from tests.transforms.extracting.relation_cases import annotated, relations, triples
from transforms.extracting.clauses import split_clauses
from transforms.extracting.passages import passages
from transforms.extracting.relation_forms import forms_for, relation_forms

CASES = [
    # who makes what
    ("[O:云雀科技]的大模型[M:青鸟]跑分领先。", {"云雀科技 developer_of 青鸟"}),
    ("它比[O:山海汽车][R:逐日S7]便宜。", {"山海汽车 developer_of 逐日S7"}),
    ("[O:石榴手机]旗下首款折叠屏手机[R:石榴X]起售价不高。", {"石榴手机 developer_of 石榴X"}),
    (
        "[R:问路]由[O:赤焰]与[O:长风汽车]联合打造。",
        {"赤焰 developer_of 问路", "长风汽车 developer_of 问路", "赤焰 partner_of 长风汽车"},
    ),
    (
        "[M:青鸟]包括[M:青鸟-7B]和[M:青鸟-70B]两个版本。",
        {"青鸟-7B version_of 青鸟", "青鸟-70B version_of 青鸟"},
    ),
    ("位于[L:武汉]的[O:云雀科技]完成融资。", {"云雀科技 located_in 武汉"}),
    ("位于[L:武汉]的[O:云雀科技]工厂停工。", set()),
    ("[R:轻聊]开发商[O:竹叶]估值翻倍。", {"竹叶 developer_of 轻聊"}),
    # a name that holds its firm's
    (
        "[O:英辉]缺货，客户改用[H:英辉G100=G100]。",
        {"英辉 developer_of G100"},
    ),
    # what belongs to whom the passage speaks of
    (
        "[O:云雀科技]成立三年，核心产品为[R:青鸟]和[R:白鹭]。",
        {"云雀科技 developer_of 青鸟", "云雀科技 developer_of 白鹭"},
    ),
    ("[O:橡树银行]去年上市。[O:长风集团]为其第二大股东。", {"长风集团 owner_of 橡树银行 第二大股东"}),
    ("[O:滴水电池]成立已久。[O:山海汽车]持有其[N:21%]的股份。", {"山海汽车 owner_of 滴水电池 21%的股份"}),
    ("[O:星野影业]的大股东[O:跳动]拒绝评论。", {"跳动 owner_of 星野影业"}),
    (
        "[O:云雀科技]的主要竞争对手包括[O:远望]和[L:深圳]的[O:天启]。",
        {"云雀科技 competitor_of 远望", "云雀科技 competitor_of 天启"},
    ),
    (
        "[O:漫岛]增速放缓，来自[O:快手]与[O:赤焰]的竞争加剧。",
        {"漫岛 competitor_of 快手", "漫岛 competitor_of 赤焰"},
    ),
    (
        "[P:己六]辞职，与同事[P:庚七]一起创办[O:新芽生物]。",
        {"己六 founder_of 新芽生物", "庚七 founder_of 新芽生物"},
    ),
    ("[M:听风]上线，它基于开源模型[M:白鹭2]微调而成。", {"听风 based_on 白鹭2"}),
    ("[P:辛八]曾任职于[O:长空集团]和[O:天启]。", {"辛八 employee_of 长空集团", "辛八 employee_of 天启"}),
    # units and owners
    ("[O:长空集团]子公司[O:长空物流]获得融资。", {"长空物流 part_of 长空集团"}),
    ("[O:天启]的[O:远望]实验室公布了成果。", {"远望 part_of 天启"}),
    ("[O:沧海集团]旗下品牌[R:小潮]亏损。", {"沧海集团 owner_of 小潮"}),
    ("[R:短片]母公司[O:跳动]否认传闻。", {"跳动 owner_of 短片"}),
    ("[P:柳青]持有[O:滴答出行][N:12%]的股份。", {"柳青 owner_of 滴答出行 12%的股份"}),
    # founders and employees
    (
        "[O:月桂机器人]由[P:甲一]、[P:乙二]共同创立。",
        {"甲一 founder_of 月桂机器人", "乙二 founder_of 月桂机器人"},
    ),
    ("[P:丙三]离职后，创办了[O:新芽生物]。", {"丙三 founder_of 新芽生物"}),
    ("[P:丁四]于[T:2021年]加入[O:橡树银行]。", {"丁四 employee_of 橡树银行"}),
    ("[P:戊五]毕业后回国，曾在[O:蓝山半导体]工作十年。", {"戊五 employee_of 蓝山半导体 工作"}),
    (
        "[O:月桂机器人]由前[O:大江]工程师[P:甲一]与其大学同学[P:乙二]联合创办。",
        {"甲一 founder_of 月桂机器人", "乙二 founder_of 月桂机器人", "甲一 position_held 大江 工程师"},
    ),
    (
        "[O:橡树银行]成立于[T:2014年]，旗下拥有支付应用[R:轻付]和直播平台[R:轻播]。",
        {"橡树银行 owner_of 轻付", "橡树银行 owner_of 轻播"},
    ),
    ("[P:丁四]获[P:戊五]邀请加入[O:蓝山半导体]。", set()),
    # rivals
    ("[O:稻香外卖]的主要竞争对手[O:麦浪]降价。", {"稻香外卖 competitor_of 麦浪"}),
    (
        "[O:晨光汽车]要超越[O:暮色]、[O:夜航]等竞争对手。",
        {"晨光汽车 competitor_of 暮色", "晨光汽车 competitor_of 夜航"},
    ),
    ("[R:小兰]是[R:小竹]的最大对手。", {"小兰 competitor_of 小竹"}),
    # partners: once from the form, once entailed
    ("[O:电芯时代]与[O:奔腾汽车]签署战略合作协议。", {"电芯时代 partner_of 奔腾汽车"}),
    # models
    ("[M:谷穗2]基于[M:稻浪7B]微调。", {"谷穗2 based_on 稻浪7B"}),
    ("[R:小易]由[O:竹叶]的[M:翠微]模型驱动。", {"小易 runs_on 翠微", "竹叶 developer_of 翠微"}),
    ("[M:谷穗2]以[D:MIT许可证]开源。", {"谷穗2 licensed_under MIT许可证"}),
    ("[M:谷穗2 Max]是[M:谷穗2]系列的旗舰模型。", {"谷穗2 Max version_of 谷穗2"}),
    # places
    ("[O:长河存储]总部位于[L:中国][L:武汉]。", {"长河存储 located_in 武汉"}),
    ("[O:月桂机器人]成立于[T:2016年]，总部设在[L:杭州]。", {"月桂机器人 located_in 杭州"}),
]


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_stated(marked: str, expected: set[str]) -> None:
    assert triples(marked) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "[O:云雀科技]的员工使用[M:青鸟]。",  # use is not making
        "[O:赤焰]是[O:英辉][H:G100]芯片的主要供应商。",  # nor is supply
        "[R:小米花S7]卖得很好，[O:小米花]股价上涨。",  # the firm's name inside the thing's own
        "[O:青禾]不是[O:白桦]的子公司。",
        "[O:青禾]计划与[O:白桦]合作。",
        "[O:青禾]与[O:白桦]达成和解协议。",
        "[P:丁四]将加入[O:橡树银行]。",
        "[P:丁四]拒绝加入[O:橡树银行]。",
    ],
)
def test_not_stated(marked: str) -> None:
    assert triples(marked) == set()


def test_trace_is_the_words_that_state_it() -> None:
    text = "业内关注新品，[O:云雀科技]的大模型[M:青鸟]跑分领先。"
    (made,) = relations(text)
    plain = "业内关注新品，云雀科技的大模型青鸟跑分领先。"
    assert plain[made.trace.start : made.trace.end] == "云雀科技的大模型青鸟"


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "[O:北辰]CEO[P:陈十]出席。[O:北辰]首席执行官[P:陈十]称满意。",
            {"陈十 position_held 北辰 CEO"},
        ),
        (
            "[O:北辰]总裁[P:陈十]出席。[P:陈十]曾任[O:北辰]副总裁。",
            {"陈十 position_held 北辰 总裁", "陈十 position_held 北辰 副总裁"},
        ),
        (
            "[O:大川机器人]创始人[P:韩五]回国。[P:韩五]于[T:2016年]创立了[O:大川机器人]。",
            {"韩五 founder_of 大川机器人 创始人"},
        ),
        (
            "[O:稻香]与[O:麦浪]竞争。[O:麦浪]的竞争对手[O:稻香]降价。",
            {"稻香 competitor_of 麦浪"},
        ),
    ],
)
def test_said_twice(marked: str, expected: set[str]) -> None:
    assert triples(marked) == expected


@pytest.mark.parametrize("marked", [case[0] for case in CASES])
def test_no_form_that_matches_is_left_untried(marked: str) -> None:
    read = annotated(marked)
    for passage in passages(read, split_clauses(read)):
        matching = {f for f in relation_forms() if f.pattern.search(passage.text)}
        assert matching <= set(forms_for(passage.text))
