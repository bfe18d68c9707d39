"""Short texts beside the rows expected, by class. Published 2024-08-29 unless a row says otherwise."""

from __future__ import annotations

import pytest

from transforms.annotations import Quantity, TimeSpan
from transforms.expressions import find_expressions
from transforms.expressions.records import document_date

QUANTITIES = [
    # numerals
    ("共有一百二十三万四千五百六十七人", 1234567, None, "person", "="),
    ("产能1亿2000万吨", 1.2e8, None, "ton", "="),
    ("卖出12万5", 125000, None, "count", "="),
    ("用電9.22萬億千瓦時", 9.22e12, None, "kilowatt_hour", "="),
    ("装机200兆瓦", 200, None, "megawatt", "="),
    ("身高1米8", 1.8, None, "meter", "="),
    # vague
    ("数十亿用户", 1e9, None, "person", ">"),
    ("十余年的历史", 10, None, "year", ">"),
    ("100多万名学生", 1e6, None, "person", ">"),
    ("上百亿元", 1e10, None, "CNY", ">"),
    ("七八十岁", 70, 80, "year", "="),
    ("一兩家公司", 1, 2, "company", "="),
    # bounds
    ("约3亿人次", 3e8, 3e8, "visit", "~"),
    ("不超过30亿元", 3e9, 3e9, "CNY", "<="),
    ("未超过5000台", 5000, 5000, "count", "<="),
    ("已至少有10 人离开", 10, None, "person", ">="),
    ("至少认购1亿元", 1e8, None, "CNY", ">="),
    ("票房破20亿元", 2e9, None, "CNY", ">"),
    ("近千亿元", 1e11, 1e11, "CNY", "<"),
    ("65岁及以上", 65, None, "year", ">="),
    ("售价21.59万元起", 215900, None, "CNY", ">="),
    ("2000+张加速卡", 2000, None, "gpu", ">="),
    # ranges
    ("30到40亿元", 3e9, 4e9, "CNY", "="),
    ("5000万至6000万美元", 5e7, 6e7, "USD", "="),
    ("介于100和200之间", 100, 200, "count", "="),
    ("气温6～8℃", 6, 8, "degree", "="),
    # shares and multiples
    ("超三成员工", 30, None, "percent", ">"),
    ("百分之二点五", 2.5, None, "percent", "="),
    ("超过1/3的餐厅", 100 / 3, None, "percent", ">"),
    ("打九五折", 95, None, "percent", "="),
    ("翻了两番", 4, None, "times", "="),
    ("下降17个基点", 17, None, "basis_point", "="),
    # money
    ("US$1.3 billion", 1.3e9, None, "USD", "="),
    ("港幣500萬", 5e6, None, "HKD", "="),
    ("人民币3.5亿元", 3.5e8, None, "CNY", "="),
    ("三块五", 3.5, None, "CNY", "="),
    # durations and ages
    ("一年半", 1.5, None, "year", "="),
    ("三年六个月", 3.5, None, "year", "="),
    ("3小时15分", 3.25, None, "hour", "="),
    ("不到半年", 0.5, 0.5, "year", "<"),
    ("创立已逾20年后", 20, None, "year", ">"),
    ("7年來的最低點", 7, None, "year", "="),
    # sizes of models
    ("Qwen2.5-72B", 7.2e10, None, "parameter", "="),
    ("Llama 3-400B+模型", 4e11, None, "parameter", ">="),
    ("128K上下文", 128000, None, "token", "="),
    ("80億的模型", 8e9, None, "parameter", "="),
    # places, ratios, what a number is per
    ("销量排名全球第三", 3, None, "rank", "="),
    ("跌出TOP 10榜单", 10, None, "rank", "="),
    ("换股比例为1比2.5", 0.4, None, "ratio", "="),
    ("男女比例达3:1", 3, None, "ratio", "="),
    ("最高时速350公里", 350, None, "kilometer_per_hour", "="),
    ("浓度为35微克/立方米", 35, None, "microgram_per_cubic_meter", "="),
    # two bounds in one row
    ("大于10小于20的数", 10, 20, "count", "="),
    ("超过100人但不到200人", 100, 200, "person", "="),
    ("注册资本100万元以上500万元以下", 1e6, 5e6, "CNY", "="),
    ("年满18周岁不满60周岁", 18, 60, "year", "="),
    # powers
    ("算力为10^25次", 1e25, None, "count", "="),
    ("误差为±0.5%", 0.5, None, "percent", "~"),
    # bare values
    ("PMI为49.1，", 49.1, None, "count", "="),
    ("跌至零下12℃", -12, None, "degree", "="),
]


@pytest.mark.parametrize(("text", "value", "high", "unit", "bound"), QUANTITIES)
def test_quantities(text: str, value: float, high: float | None, unit: str, bound: str):
    (found,) = find_expressions(text)
    assert isinstance(found, Quantity)
    assert (found.value, found.unit, found.bound) == (pytest.approx(value), unit, bound)
    if high is not None:
        assert found.high == pytest.approx(high)
    assert found.low == (None if bound in ("<", "<=") else pytest.approx(value))


TIMES = [
    ("二〇二四年八月", None, "2024-08"),
    ("2019.3.15", None, "2019-03-15"),
    ("2023 年7 月", None, "2023-07"),
    ("97年，", None, "1997"),
    ("民國113年", None, "2024"),
    ("今年4月", "2024-08-29", "2024-04"),
    ("今年4月", None, "XXXX-04"),
    ("5月24日", None, "XXXX-05-24"),
    ("7月", "2024-11/2024-12", "2024-07"),
    ("12月5日", "2024-08-29", "2023-12-05"),
    ("将于12月5日", "2024-08-29", "2024-12-05"),
    ("28日", "2024-08-29", "2024-08-28"),
    ("8月29日上午10时30分", "2024-08-29", "2024-08-29"),
    ("去年春季", "2024-08-29", "2023-21"),
    ("2025财年", "2024-08-29", "2025~"),
    ("本财季", "2024-08-29", "2024-35~"),
    ("今明两年", "2024-08-29", "2024/2025"),
    ("今年六七月", "2024-08-29", "2024-06/2024-07"),
    ("8月29日至31日", "2024-08-29", "2024-08-29/2024-08-31"),
    ("24/8/29", None, "2024-08-29"),
    ("截至8/29", "2024-08-30", "2024-08-29"),
    ("3Q24", None, "2024-35"),
    ("本季", "2024-08-29", "2024-35"),
    ("半个月前", "2024-08-29", "2024-08-14~"),
    ("国庆节", "2024-08-29", "2024-10-01"),
    ("周末，", "2024-08-29", "2024-08-24/2024-08-25"),
    ("第三季度末", "2024-11-15", "2024-09"),
    ("上季度", "2024-08-29", "2024-34"),
    ("第二、三季度", "2024-08-29", "2024-04/2024-09"),
    ("下半年", "2024-08-29", "2024-07/2024-12"),
    ("今年年底", "2024-08-29", "2024-10~/2024-12~"),
    ("5月底至6月初", "2024-08-29", "2024-05-21~/2024-06-10~"),
    ("2022—2024年", None, "2022/2024"),
    ("7月23日至25日", "2024-08-29", "2024-07-23/2024-07-25"),
    ("本周一至周三", "2024-08-29", "2024-08-26/2024-08-28"),
    ("两年前", "2024-08-29", "2022"),
    ("4个月前", "2024-08-29", "2024-04"),
    ("12天后", "2024-08-29", None),
    ("过去一年", "2024-08-29", "2023-08-29/2024-08-29"),
    ("自2023年以来", None, "2023/.."),
    ("上世纪七八十年代", None, "197X/198X"),
    ("上周", "2024-08-29", "2024-08-19/2024-08-25"),
]


@pytest.mark.parametrize(("text", "published", "edtf"), TIMES)
def test_times(text: str, published: str | None, edtf: str | None):
    (found,) = find_expressions(text, document_date(published))
    assert isinstance(found, TimeSpan)
    assert found.edtf == edtf


def test_years_come_from_the_text_first():
    text = "2023年2月，公司发布了模型。到了7月，第二代开源。\n\n另一段。\n\n9月，它又融资。"
    found = find_expressions(text, document_date("2024-11-20"))
    assert [one.edtf for one in found if isinstance(one, TimeSpan)] == ["2023-02", "2023-07", "2024-09"]


def test_the_past_of_somebody_sets_no_year():
    found = find_expressions("该公司成立于2015年，7月宣布融资。", document_date("2024-08-29"))
    assert [one.edtf for one in found if isinstance(one, TimeSpan)] == ["2015", "2024-07"]


def test_the_same_year_is_that_of_the_last_date():
    found = find_expressions(
        "公司成立于2015年。同年8月，它发布首款产品，次月上市。", document_date("2024-08-29")
    )
    assert [one.edtf for one in found if isinstance(one, TimeSpan)] == ["2015", "2015-08", "2015-09"]


def test_what_a_price_is_per():
    found = find_expressions("每股派息3.5元，月费20美元/月，人均86元。")
    assert [one.per for one in found if isinstance(one, Quantity)] == ["share", "month", "person"]


def test_a_day_just_before_publication_is_the_news():
    found = find_expressions("2022年它营收50亿元。8月28日，它公布半年报。", document_date("2024-08-29"))
    assert [one.edtf for one in found if isinstance(one, TimeSpan)] == ["2022", "2024-08-28"]


def test_an_interval_of_publication_gives_an_interval():
    (found,) = find_expressions("今年", document_date("2023-12/2024-01"))
    assert isinstance(found, TimeSpan)
    assert found.edtf == "2023/2024"


def test_downloads_carry_over_the_sentence():
    found = find_expressions("首月下载量总计约360万次,远低于同期的580万次。")
    assert [(one.value, one.unit) for one in found if isinstance(one, Quantity)] == [
        (3.6e6, "download"),
        (5.8e6, "download"),
    ]


TRAPS = """
Llama 3.1、GPT-4o、Claude 3.5 Sonnet、iPhone 15 Pro、H100、文心4.0 Turbo，从1.0到2.0、再到3.0
零一万物、三星、第四范式、百度、万科、三里屯、二手车、一带一路
他一直很努力，一旦失败就一起离开，这一点大家都一样，一方面成本高
万一出错，千万别忘了，十分重要，说一千道一万，七嘴八舌，三番五次
第一次、第三方、第四条，《三体》《八佰》，G20、5G、4K、B2B
https://example.com/2024/08/29/123456.html 邮箱abc123@163.com，电话010-12345678
股票代码300750，错误码404，房间1208，女排0:3不敌对手，比分为23:25、19:25
COVID-19、H1N1、PM2.5、ISO 9001、F-16、歼-20
二维码、三维、一次性、半导体、零售、两会、两岸、双方
每周三、每年3月、每天上午9点，新品发布会在双十一之前举行，商家为618备货
苹果H1芯片、奥迪Q3、301医院、表5
一、总体要求
（三）加强领导
1. 概述
""".strip().splitlines()


@pytest.mark.parametrize("text", TRAPS)
def test_traps_give_nothing(text: str):
    assert find_expressions(text, document_date("2024-08-29")) == ()
