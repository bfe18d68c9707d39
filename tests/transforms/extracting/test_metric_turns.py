"""Turns of phrase in which a figure's noun, owner or period stands elsewhere: each in two industries."""

from __future__ import annotations

import pytest

from tests.transforms.extracting.metric_cases import metrics, rows

WHOSE = [
    # a house rates shares: they are not its own
    (
        "花溪乳业周一收涨6%。美联证券将其目标价从40元上调至58元。",
        "O:花溪乳业 O:美联证券",
        [
            ("花溪乳业", "share_price_change", 6, "percent"),
            ("花溪乳业", "other", 40, "CNY"),
            ("花溪乳业", "other", 58, "CNY"),
        ],
    ),
    (
        "高远证券把松涛航空目标价从5元下调至3元。",
        "O:高远证券 O:松涛航空",
        [("松涛航空", "other", 5, "CNY"), ("松涛航空", "other", 3, "CNY")],
    ),
    # the size of a cut of staff
    (
        "花溪乳业于3月1日启动新一轮裁员，比例约为20%，预计涉及300余名员工。",
        "O:花溪乳业",
        [("花溪乳业", "headcount_change", -20, "percent"), ("花溪乳业", "headcount_change", -300, "person")],
    ),
    (
        "栖霞汽车计划裁员超过20%，约合2.1万人。",
        "O:栖霞汽车",
        [
            ("栖霞汽车", "headcount_change", -20, "percent"),
            ("栖霞汽车", "headcount_change", -21000, "person"),
        ],
    ),
    # a share told by its place
    (
        "恒达研究数据显示，栖霞汽车市场份额为15.1%，排名第三；山猫汽车以18.1%居首，北麓汽车以17.3%紧随其后。",
        "O:恒达研究 O:栖霞汽车 O:山猫汽车 O:北麓汽车",
        [
            ("栖霞汽车", "market_share", 15.1, "percent"),
            ("栖霞汽车", "rank", 3, "rank"),
            ("山猫汽车", "rank", 1, "rank"),
            ("山猫汽车", "market_share", 18.1, "percent"),
            ("北麓汽车", "market_share", 17.3, "percent"),
        ],
    ),
    (
        "花溪乳业市场份额为30%，青石食品凭借25%位居第二。",
        "O:花溪乳业 O:青石食品",
        [
            ("花溪乳业", "market_share", 30, "percent"),
            ("青石食品", "rank", 2, "rank"),
            ("青石食品", "market_share", 25, "percent"),
        ],
    ),
    (
        "山猫S6售价20万元，较此前23万元的预售价低。",
        "R:山猫S6",
        [("山猫S6", "price", 200000, "CNY"), ("山猫S6", "price", 230000, "CNY")],
    ),
    ("晨光耳机以399元的首发价开卖。", "R:晨光耳机", [("晨光耳机", "price", 399, "CNY")]),
    (
        "栖霞汽车当季生产汽车36万辆，新车注册量同比下降49%至19046辆。",
        "O:栖霞汽车",
        [
            ("栖霞汽车", "production", 360000, "vehicle"),
            ("栖霞汽车", "growth", -49, "percent"),
            ("栖霞汽车", "sales", 19046, "vehicle"),
        ],
    ),
    (
        "山猫S6交付3万辆，其他车型交付1万辆。",
        "R:山猫S6",
        [("山猫S6", "sales", 30000, "vehicle"), ("其他车型", "sales", 10000, "vehicle")],
    ),
    (
        "公安局处罚松涛航空，公司因此计提4500万元费用。",
        "O:公安局 O:松涛航空",
        [("松涛航空", "other", 4.5e7, "CNY")],
    ),
    (
        "松涛航空推出松涛会员；后者月活跃用户达900万。",
        "O:松涛航空 R:松涛会员",
        [("松涛会员", "monthly_active_users", 9e6, "person")],
    ),
    (
        "由花溪乳业前高管创办的公司青石食品，融资2亿元。",
        "O:花溪乳业 O:青石食品",
        [("青石食品", "funding_raised", 2e8, "CNY")],
    ),
    # several together have it: nobody's own
    ("花溪乳业、松涛航空和栖霞汽车今年资本支出约3500亿元。", "O:花溪乳业 O:松涛航空 O:栖霞汽车", []),
]

WHEN = [
    ("花溪乳业2024年毛利率由2023年的5%提升至8%。", "O:花溪乳业", ["2023", "2024"]),
    ("2024年第一季度，松涛航空的市场份额降至7%，低于上一季度的8%。", "O:松涛航空", ["2024-33", "2023-36"]),
    ("2024年第三季度，北岭软件营收7亿元，较上季度的8亿元少。", "O:北岭软件", ["2024-35", "2024-34"]),
    ("2021年至2022年，花溪乳业员工数从4494人减少至1923人。", "O:花溪乳业", ["2021", "2022"]),
    ("2022年至2024年，松涛航空毛利率由3%升至9%。", "O:松涛航空", ["2022", "2024"]),
    (
        "2024年2月，花溪乳业市值突破2万亿元。松涛航空目前是第二大公司，市值约3万亿元。",
        "O:花溪乳业 O:松涛航空",
        ["2024-02", "2025-03-06"],
    ),
    (
        "前三季度，花溪乳业资本开支为57亿元，全年与上年的73亿元相当。",
        "O:花溪乳业",
        ["2025-01/2025-09", "2024"],
    ),
]

HOW = [
    ("栖霞汽车拟出售工厂，曾裁员2万人。", "O:栖霞汽车", ["actual"]),
    ("该行预期，栖霞汽车今年可交付36万辆。", "O:栖霞汽车", ["forecast"]),
    ("松涛航空毛利率料升至9%。", "O:松涛航空", ["forecast"]),
    ("花溪乳业预计今年营收与去年的73亿元相当。", "O:花溪乳业", ["actual"]),
]

NAMED = [
    (
        "花溪乳业持有项目公司70%的股权，其余30%由印尼国企海风集团持有。",
        "O:花溪乳业 O:海风集团 L:印尼",
        [("花溪乳业", "ownership_share", 70.0, "percent"), ("海风集团", "ownership_share", 30.0, "percent")],
    ),
    (
        "交易后，海风集团将持有花溪乳业约8.5%的股份。",
        "O:花溪乳业 O:海风集团",
        [("海风集团", "ownership_share", 8.5, "percent")],
    ),
    ("双方签署了为期十年的采购协议。", "O:花溪乳业", [("采购协议", "duration", 10.0, "year")]),
    ("松涛航空与机场签下为期3年的租约。", "O:松涛航空", [("租约", "duration", 3.0, "year")]),
    (
        "山猫S6的起售价由29.98万元调整为27.98万元。",
        "R:山猫S6",
        [("山猫S6", "price", 299800.0, "CNY"), ("山猫S6", "price", 279800.0, "CNY")],
    ),
    (
        "松涛会员年费由399元改为299元。",
        "R:松涛会员",
        [("松涛会员", "price", 399.0, "CNY"), ("松涛会员", "price", 299.0, "CNY")],
    ),
    (
        "青石食品完成B轮融资，白鹭资本领投，老股东海风基金跟投，投后估值约9亿美元。",
        "O:青石食品 O:白鹭资本 O:海风基金",
        [("青石食品", "valuation", 900000000.0, "USD")],
    ),
    ("花溪乳业团队年底前将扩至100人左右。", "O:花溪乳业", [("花溪乳业", "headcount", 100.0, "person")]),
    (
        "花溪乳业冰淇淋业务收入按年增长21%，至47.9亿元，占总收入约55%。",
        "O:花溪乳业",
        [
            ("花溪乳业", "growth", 21.0, "percent"),
            ("花溪乳业", "revenue", 4790000000.0, "CNY"),
            ("花溪乳业", "share_of", 55.0, "percent"),
        ],
    ),
    (
        "松涛航空货运业务收入为7亿元，海外收入占比有望从去年的12%提升至两成。",
        "O:松涛航空",
        [
            ("松涛航空", "revenue", 700000000.0, "CNY"),
            ("松涛航空", "share_of", 12.0, "percent"),
            ("松涛航空", "share_of", 20.0, "percent"),
        ],
    ),
    ("松涛航空货运收入增速将放缓至一成半左右。", "O:松涛航空", [("松涛航空", "growth", 15.0, "percent")]),
    (
        "墨子模型的API输入每百万token 1元，输出4元。",
        "M:墨子模型",
        [("墨子模型", "price", 1.0, "CNY"), ("墨子模型", "price", 4.0, "CNY")],
    ),
    (
        "墨子模型在算经测试上得到94.1%，以52.8%落后于鲁班模型。",
        "M:墨子模型 M:鲁班模型",
        [("墨子模型", "benchmark_score", 94.1, "percent"), ("墨子模型", "benchmark_score", 52.8, "percent")],
    ),
    ("墨子模型在数学基准上取得88分。", "M:墨子模型", [("墨子模型", "benchmark_score", 88.0, "point")]),
    ("山岭工厂占地68公顷。", "O:山岭工厂", [("山岭工厂", "other", 68.0, "hectare")]),
    (
        "栖霞汽车7月销量为34万辆，山猫汽车正考虑降低价格，降幅至多8%。",
        "O:栖霞汽车 O:山猫汽车",
        [("栖霞汽车", "sales", 340000.0, "vehicle")],
    ),
    ("松涛航空余下额度约18亿元。", "O:松涛航空", [("松涛航空", "other", 1800000000.0, "CNY")]),
    ("松涛会员的人均使用时长逾95分钟。", "R:松涛会员", [("松涛会员", "duration", 95.0, "minute")]),
]


@pytest.mark.parametrize(("text", "names", "expected"), [*WHOSE, *NAMED])
def test_whose(text: str, names: str, expected: list[tuple[str, str, float, str]]) -> None:
    assert rows(text, names) == expected


@pytest.mark.parametrize(("text", "names", "expected"), WHEN)
def test_when(text: str, names: str, expected: list[str]) -> None:
    assert [m.period.edtf if m.period else None for m in metrics(text, names)] == expected


@pytest.mark.parametrize(("text", "names", "expected"), HOW)
def test_how(text: str, names: str, expected: list[str]) -> None:
    assert [m.modality for m in metrics(text, names)] == expected
