"""Whose a figure is and when it holds, where its own clause does not say: made-up passages."""

from __future__ import annotations

import pytest

from tests.transforms.extracting.metric_cases import annotated, metrics, rows
from transforms.extracting.clauses import split_clauses
from transforms.extracting.metric_words import is_hearsay
from transforms.extracting.metrics import find_metrics

CASES = [
    # 该公司 after a sentence goes on about what that sentence begins with
    (
        "青峰物流创办于2014年,长河资本持有其15.5%的股份。该公司2024年营收68亿元。",
        "O:青峰物流 O:长河资本",
        [("长河资本", "ownership_share", 15.5, "percent"), ("青峰物流", "revenue", 6.8e9, "CNY")],
    ),
    (
        "海石乳业主营酸奶,北麓电池是其客户。该公司现有员工3000人。",
        "O:海石乳业 O:北麓电池",
        [("海石乳业", "headcount", 3000, "person")],
    ),
    # a clause of cause names nobody; 其中 tells of parts only
    (
        "栖霞汽车三季度交付新车9万辆。其中,栖霞K2与轿车松果分别交付5万辆和4万辆。受新车型拉动,10月交付量突破4万辆。",
        "R:栖霞K2 R:松果 O:栖霞汽车",
        [
            ("栖霞汽车", "sales", 9e4, "vehicle"),
            ("栖霞K2", "sales", 5e4, "vehicle"),
            ("松果", "sales", 4e4, "vehicle"),
            ("栖霞汽车", "sales", 4e4, "vehicle"),
        ],
    ),
    # a firm's own data are its own, a research house's are of others
    (
        "栖霞汽车公布的数据显示,8月共交付新车2万辆,同比增长63%。",
        "O:栖霞汽车",
        [("栖霞汽车", "sales", 2e4, "vehicle"), ("栖霞汽车", "growth", 63, "percent")],
    ),
    ("恒达研究公布的数据显示,8月共交付新车2万辆。", "O:恒达研究", []),
    # parts and devices: 该机 is no chip, 该芯片 no phone
    (
        "星野X9搭载影像芯片晨光C1。该芯片算力达24TOPS。该机电池容量为5800mAh,机身厚8.3mm。",
        "R:星野X9 R:晨光C1",
        [
            ("晨光C1", "other", 24, "tops"),
            ("星野X9", "other", 5800, "milliampere_hour"),
            ("星野X9", "other", 8.3, "millimeter"),
        ],
    ),
    (
        "山猫S6上市,搭载82kWh电池,轴距2850毫米。",
        "R:山猫S6",
        [
            ("山猫S6", "other", 82, "kilowatt_hour"),
            ("山猫S6", "other", 2850, "millimeter"),
        ],
    ),
    # look-alike: the plant is no device
    ("青峰物流新建仓库,面积8万平方米。", "O:青峰物流", []),
    # two devices, two prices; a list of variants
    (
        "星野手机发布X9、X9Pro两款机型,起售价分别为2199元和2899元。",
        "R:X9Pro R:X9 O:星野手机",
        [("X9", "price", 2199, "CNY"), ("X9Pro", "price", 2899, "CNY")],
    ),
    (
        "青鸟平板售价如下。标准版:2199元。",
        "R:青鸟平板",
        [("青鸟平板", "price", 2199, "CNY")],
    ),
    # the plant whose capacity it is
    (
        "北麓电池将投资15亿元建设电芯工厂,规划年产能6000万套。",
        "O:北麓电池",
        [("北麓电池", "investment", 1.5e9, "CNY"), ("电芯工厂", "production_capacity", 6e7, "count")],
    ),
    (
        "海石乳业计划把酸奶产线的月产能提高到4万吨,资本支出12亿元。",
        "O:海石乳业",
        [("酸奶产线", "production_capacity", 4e4, "ton"), ("海石乳业", "capital_expenditure", 1.2e9, "CNY")],
    ),
    # shares: who moves, in which words; what is turned over there is no revenue
    (
        "截至收盘,远帆航空报37元,下跌8.3%,成交额1.07亿元,市值缩水31亿元。",
        "O:远帆航空",
        [
            ("远帆航空", "share_price_change", -8.3, "percent"),
            ("远帆航空", "other", 1.07e8, "CNY"),
            ("远帆航空", "market_cap_change", -3.1e9, "CNY"),
        ],
    ),
    (
        "美股盘前,海石乳业和北麓电池分别上涨1.2%、0.8%。",
        "O:海石乳业 O:北麓电池",
        [
            ("海石乳业", "share_price_change", 1.2, "percent"),
            ("北麓电池", "share_price_change", 0.8, "percent"),
        ],
    ),
    # look-alike: what rises after another measured noun is that
    (
        "海石乳业股价平稳,营收30亿元,上涨8%。",
        "O:海石乳业",
        [("海石乳业", "revenue", 3e9, "CNY"), ("海石乳业", "growth", 8, "percent")],
    ),
    # ranks of several, and ranks with a name
    (
        "云岭手机、白泽手机分列第三、第四位,市场份额分别为10.1%和8.7%。",
        "O:云岭手机 O:白泽手机",
        [
            ("云岭手机", "rank", 3, "rank"),
            ("白泽手机", "rank", 4, "rank"),
            ("云岭手机", "market_share", 10.1, "percent"),
            ("白泽手机", "market_share", 8.7, "percent"),
        ],
    ),
    (
        "北麓电池以24%的份额蝉联第一,长河电池退居次席。",
        "O:北麓电池 O:长河电池",
        [
            ("北麓电池", "rank", 1, "rank"),
            ("北麓电池", "market_share", 24, "percent"),
            ("长河电池", "rank", 2, "rank"),
        ],
    ),
    ("远帆航空连续第五个季度亏损。", "O:远帆航空", []),
    # the growth after a share or a rank is that of what is shipped
    (
        "云岭手机出货量为90万部,份额为14%,同比下降2.3%。其中白泽手机增幅最大,达到64%。",
        "O:云岭手机 O:白泽手机",
        [
            ("云岭手机", "shipments", 9e5, "count"),
            ("云岭手机", "market_share", 14, "percent"),
            ("云岭手机", "growth", -2.3, "percent"),
            ("白泽手机", "growth", 64, "percent"),
        ],
    ),
    # from and to
    (
        "青峰物流把全年资本开支由60亿元上调至75亿元,净亏损则由上年的3亿元扩大至8亿元。",
        "O:青峰物流",
        [
            ("青峰物流", "capital_expenditure", 6e9, "CNY"),
            ("青峰物流", "capital_expenditure", 7.5e9, "CNY"),
            ("青峰物流", "loss", 3e8, "CNY"),
            ("青峰物流", "loss", 8e8, "CNY"),
        ],
    ),
    # 块 is a measure word for watches, money elsewhere
    ("星野手表上市以来已售出21万块。", "R:星野手表", [("星野手表", "sales", 2.1e5, "count")]),
    ("青鸟外卖每单补贴10块。", "R:青鸟外卖", []),
    # fines of several firms, and of one by the passive
    (
        "监管部门对青鸟外卖和长河出行分别处以5亿元、2亿元罚款,远帆航空则被罚3000万元。",
        "O:青鸟外卖 O:长河出行 O:远帆航空",
        [
            ("青鸟外卖", "other", 5e8, "CNY"),
            ("长河出行", "other", 2e8, "CNY"),
            ("远帆航空", "other", 3e7, "CNY"),
        ],
    ),
    # a business spoken of again, with a name of its own and without one
    (
        "青峰物流承认,对云音的投入过大,这项业务两年累计亏损11亿元。",
        "O:青峰物流 R:云音",
        [("云音", "loss", 1.1e9, "CNY")],
    ),
    (
        "海石乳业剥离个人护理业务,该业务去年营收达26亿元。",
        "O:海石乳业",
        [("个人护理业务", "revenue", 2.6e9, "CNY")],
    ),
    ("海石乳业业务稳健,去年营收达26亿元。", "O:海石乳业", [("海石乳业", "revenue", 2.6e9, "CNY")]),
    # where business is done
    ("青鸟外卖已进入泰国、巴西等11个国家。", "O:青鸟外卖", [("青鸟外卖", "other", 11, "country")]),
    ("青鸟外卖在这11个国家的对手很多。", "O:青鸟外卖", []),
]


@pytest.mark.parametrize(("text", "names", "expected"), CASES, ids=[c[0][:18] for c in CASES])
def test_whose(text, names, expected):
    assert rows(text, names) == expected


def test_article_firm_stands_in_where_a_paragraph_names_none():
    text = "青峰物流公布业绩。青峰物流称业务稳健。"
    later = "长河资本持股三成。公司员工共计1420人。"
    assert rows(text + later, "O:青峰物流 O:长河资本")[-1] == ("青峰物流", "headcount", 1420, "person")


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        # the time of a comparison dates that number alone
        (
            "青峰物流2024年营收70亿元,净亏损由上年的3亿元扩大至8亿元。",
            "O:青峰物流",
            ["2024", "2023", "2024"],
        ),
        (
            "2024年第二季度,云岭手机份额从去年同期的19%降至16%,出货580万部。",
            "O:云岭手机",
            ["2023-34", "2024-34", "2024-34"],
        ),
        # the months that end with a day
        ("截至2024年6月底止六个月,海石乳业收入41亿元。", "O:海石乳业", ["2024-01/2024-06"]),
        ("截至2024年6月30日止三个月,远帆航空净利润2亿元。", "O:远帆航空", ["2024-04/2024-06"]),
    ],
)
def test_periods(text, names, expected):
    assert [m.period.edtf if m.period else None for m in metrics(text, names)] == expected


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        # what a planned change starts from holds already; a target does not
        ("青峰物流计划把年产能由3000台提升到1万台。", "O:青峰物流", ["actual", "planned"]),
        # the scope of a forecast
        ("海石乳业预计第三季度营收为48亿元,毛利率在28%到30%之间。", "O:海石乳业", ["planned", "planned"]),
        ("海石乳业预计第三季度营收为48亿元,去年毛利率为28%。", "O:海石乳业", ["planned", "actual"]),
        ("法人预估,远帆航空第三季营收将季增5%。", "O:远帆航空", ["forecast"]),
        # what falls due only if
        ("若交易被否决,青峰物流须支付8000万元分手费。", "O:青峰物流", ["hypothetical"]),
    ],
)
def test_moods(text, names, expected):
    assert [m.modality for m in metrics(text, names)] == expected


def test_statistics_stay_with_the_house_that_a_paragraph_before_names():
    text = "恒达研究的报告显示,第一季度手机出货量同比下降2%。云岭手机以18%的份额位居第一。"
    found = metrics(text, "O:恒达研究 O:云岭手机")
    assert {m.attributed_to.name for m in found if m.attributed_to} == {"恒达研究"}


def test_bare_yuan_is_in_the_home_currency_of_a_traditional_text():
    def units(text, script):
        return [m.unit for m in find_metrics(split_clauses(annotated(text, "O:青峰物流")), script)]

    text = "青峰物流收入为41亿元,派中期息每股0.18元,年薪980万港元。"
    assert units(text, "Hant") == ["HKD", "HKD", "HKD"]
    assert units(text, "Hans") == ["CNY", "CNY", "HKD"]
    assert units("青峰物流收入为41亿元人民币,市值980万港元,净值稳定。净利润2亿元。", "Hant") == [
        "CNY",
        "HKD",
        "CNY",
    ]


def test_a_rumour_that_is_only_named_measures_nothing():
    clause = split_clauses(annotated("“裁员30%”的说法不实。", ""))[0]
    assert is_hearsay(clause, 3)
    assert rows("青峰物流裁员30%,说法不一。", "O:青峰物流") == [
        ("青峰物流", "headcount_change", -30, "percent")
    ]
