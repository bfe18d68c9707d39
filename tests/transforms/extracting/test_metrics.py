"""Metrics of short made-up sentences on unrelated industries, beside the rows expected."""

from __future__ import annotations

import pytest

from tests.transforms.extracting.metric_cases import metrics, rows

CASES = [
    # results: the growth is that of the figure before it
    (
        "海石乳业2024年营收31.5亿元,同比增长12%,净亏损2.4亿元。",
        "O:海石乳业",
        [
            ("海石乳业", "revenue", 3.15e9, "CNY"),
            ("海石乳业", "growth", 12, "percent"),
            ("海石乳业", "loss", 2.4e8, "CNY"),
        ],
    ),
    (
        "远帆航空的毛利率为11.7%,股价收跌6%。",
        "O:远帆航空",
        [("远帆航空", "margin", 11.7, "percent"), ("远帆航空", "share_price_change", -6, "percent")],
    ),
    # several figures joined by 分别
    (
        "青禾种业2024年营收和净利润分别为66亿元和19亿元,同比分别增长8%和3%。",
        "O:青禾种业",
        [
            ("青禾种业", "revenue", 6.6e9, "CNY"),
            ("青禾种业", "profit", 1.9e9, "CNY"),
            ("青禾种业", "growth", 8, "percent"),
            ("青禾种业", "growth", 3, "percent"),
        ],
    ),
    (
        "白泽手机和云岭手机的出货量分别下降0.9%和1.4%。",
        "O:白泽手机 O:云岭手机",
        [("白泽手机", "growth", -0.9, "percent"), ("云岭手机", "growth", -1.4, "percent")],
    ),
    # comparisons: the second number is the other's
    (
        "长河电池的销量为30万台,远低于北麓电池的58万台。",
        "O:长河电池 O:北麓电池",
        [("长河电池", "sales", 3e5, "count"), ("北麓电池", "sales", 5.8e5, "count")],
    ),
    (
        "墨子大模型在该测试中的得分为79.8%,略高于鲁班大模型的79.2%。",
        "M:墨子大模型 M:鲁班大模型",
        [
            ("墨子大模型", "benchmark_score", 79.8, "percent"),
            ("鲁班大模型", "benchmark_score", 79.2, "percent"),
        ],
    ),
    # levels that a change leads to, and changes of a level in absolute numbers
    (
        "沧海云收入同比增长13%至317亿元。",
        "O:沧海云",
        [("沧海云", "growth", 13, "percent"), ("沧海云", "revenue", 3.17e10, "CNY")],
    ),
    (
        "飞鹭物流市值一天蒸发约60亿美元。",
        "O:飞鹭物流",
        [("飞鹭物流", "market_cap_change", -6e9, "USD")],
    ),
    (
        "银杏教育员工总数约为1.1万人,较上年减少3000人。",
        "O:银杏教育",
        [("银杏教育", "headcount", 11000, "person"), ("银杏教育", "headcount_change", -3000, "person")],
    ),
    # layoffs
    (
        "石桥芯片宣布裁员15%,涉及约800名员工。",
        "O:石桥芯片",
        [
            ("石桥芯片", "headcount_change", -15, "percent"),
            ("石桥芯片", "headcount_change", -800, "person"),
        ],
    ),
    # funding
    (
        "木星机器人完成新一轮融资,金额超过3亿元,投后估值约25亿元。",
        "O:木星机器人",
        [("木星机器人", "funding_raised", 3e8, "CNY"), ("木星机器人", "valuation", 2.5e9, "CNY")],
    ),
    (
        "鹿鸣生物获得一笔超过2亿美元的战略投资。",
        "O:鹿鸣生物",
        [("鹿鸣生物", "funding_raised", 2e8, "USD")],
    ),
    # a thing's figures belong to the thing, not to the firm that brings it out
    (
        "岱山汽车推出首款车型岱山L7,起售价21.59万元。",
        "O:岱山汽车 R:岱山L7",
        [("岱山L7", "price", 215900, "CNY")],
    ),
    (
        "晨星科技开源了晨星2号,参数规模为320亿,上下文长度达到128K。",
        "O:晨星科技 M:晨星2号",
        [("晨星2号", "parameters", 3.2e10, "parameter"), ("晨星2号", "context_length", 128000, "token")],
    ),
    # users, shares, fines, ranks
    (
        "每周有超过2亿人使用知了助手。",
        "R:知了助手",
        [("知了助手", "users", 2e8, "person")],
    ),
    (
        "周牧控制着赤峰能源约61%有表决权的股份。",
        "P:周牧 O:赤峰能源",
        [("周牧", "ownership_share", 61, "percent")],
    ),
    (
        "监管部门对柏林汽车处以6亿欧元罚款。",
        "O:柏林汽车",
        [("柏林汽车", "other", 6e8, "EUR")],
    ),
    (
        "玉兰手机出货1130万部,位列第二。",
        "O:玉兰手机",
        [("玉兰手机", "rank", 2, "rank"), ("玉兰手机", "shipments", 1.13e7, "count")],
    ),
    # market reports say the move without the word 股价
    (
        "大盘走高,松风医药涨超8%,海石乳业跌3%。",
        "O:松风医药 O:海石乳业",
        [
            ("松风医药", "share_price_change", 8, "percent"),
            ("海石乳业", "share_price_change", -3, "percent"),
        ],
    ),
]

NOTHING = [
    ("他花了3000元买了一部手机,用了三年。", ""),
    ("会议持续了两个小时,共有200人参加。", ""),
    ("海石乳业在6月召开了两场发布会。", "O:海石乳业"),
    ("月活用户超过7亿的公司须另行申请。", ""),
    ("原因有两点。", ""),
]


@pytest.mark.parametrize(("text", "names", "expected"), CASES)
def test_metrics(text, names, expected):
    assert sorted(rows(text, names)) == sorted(expected)


@pytest.mark.parametrize(("text", "names"), NOTHING)
def test_a_number_that_measures_nothing_is_no_metric(text, names):
    assert rows(text, names) == []


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("海石乳业2024年营收31亿元。", "O:海石乳业", "actual"),
        ("海石乳业计划在云南投资31亿元。", "O:海石乳业", "planned"),
        ("公司预计,岱山汽车2025年资本支出将达到40亿元。", "O:岱山汽车", "planned"),
        ("分析师预计,岱山汽车2025年营收将达到40亿元。", "O:岱山汽车", "forecast"),
        ("知情人士透露,木星机器人的估值达到40亿元。", "O:木星机器人", "reported"),
        ("如果岱山汽车销量下降20%,工厂就会停工。", "O:岱山汽车", "hypothetical"),
    ],
)
def test_modality(text, names, expected):
    assert [m.modality for m in metrics(text, names)] == [expected]


@pytest.mark.parametrize(
    ("text", "names", "periods"),
    [
        ("海石乳业2024年营收31亿元,去年同期为28亿元。", "O:海石乳业", ["2024", "2023"]),
        (
            "2021年至2023年,青禾种业的营收分别为8亿元、13亿元和21亿元。",
            "O:青禾种业",
            ["2021", "2022", "2023"],
        ),
        ("2025年3月5日消息,青禾种业的营收为8亿元。", "O:青禾种业", [None]),
    ],
)
def test_period(text, names, periods):
    assert [m.period.edtf if m.period else None for m in metrics(text, names)] == periods
