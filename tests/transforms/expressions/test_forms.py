"""Every row of the tables is read in a sentence; forms × values written by generators are read back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.transforms.expressions.test_numeral import DIGITS, FINANCIAL, LARGEST, TRADITIONAL, written
from transforms.annotations import Quantity, TimeSpan
from transforms.expressions import find_expressions
from transforms.expressions.records import document_date
from transforms.expressions.rules import table

# 12日 and 12世纪 are times, 12寸 is said of screens, 12航班 is a number of a flight, 12折 is nothing
NOT_AFTER_TWELVE = {"日", "世纪", "财年", "寸", "航班", "折"}
UNITS = [
    row
    for row in table("units")
    if row["kind"] not in ("weak", "point") and row["surface"] not in NOT_AFTER_TWELVE
]
COINS = {"角", "毛", "角钱", "毛钱", "分钱"}


def only_quantity(text: str) -> Quantity:
    (found,) = find_expressions(text)
    assert isinstance(found, Quantity), text
    return found


@pytest.mark.parametrize("row", UNITS, ids=lambda row: row["surface"])
def test_every_unit(row: dict[str, str]):
    found = only_quantity(f"结果是12{row['surface']}。")
    assert found.value == pytest.approx(12 * float(row["scale"]))
    assert row["unit"] in (found.unit, "count")


@pytest.mark.parametrize("row", table("currencies"), ids=lambda row: f"{row['side']} {row['surface']}")
def test_every_currency(row: dict[str, str]):
    number, value = ("12", 12) if row["surface"] in COINS else ("3.5亿", 3.5e8)
    text = (
        f"报价为{row['surface']}{number}。"
        if row["side"] == "prefix"
        else f"报价为{number}{row['surface']}。"
    )
    found = only_quantity(text)
    assert (found.value, found.unit) == (pytest.approx(value * float(row["part"])), row["code"])


@pytest.mark.parametrize("row", table("cues"), ids=lambda row: f"{row['side']} {row['surface']}")
def test_every_cue(row: dict[str, str]):
    number = "万" if row["surface"] == "过" else "3.5亿"  # elsewhere 过 is a particle of the verb
    text = (
        f"总数{row['surface']}{number}元。" if row["side"] == "before" else f"总数为3.5亿元{row['surface']}。"
    )
    assert only_quantity(text).bound == row["bound"]


numbers = st.one_of(st.integers(11, 9999), st.integers(10_000, 9_999_999_999))
MONEY = [
    ("{}元", "CNY"), ("人民币{}元", "CNY"), ("￥{}", "CNY"), ("{}美元", "USD"), ("US${}", "USD"),
    ("{}欧元", "EUR"), ("港币{}元", "HKD"), ("HK${}", "HKD"), ("新台币{}元", "TWD"), ("{}日圆", "JPY"),
]  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(numbers, st.sampled_from(MONEY), st.sampled_from(["{}", "{:,}", "chinese"]))
def test_money_is_read_back(value: int, form: tuple[str, str], style: str):
    number = written(value) if style == "chinese" else style.format(value)
    found = only_quantity(f"报价为{form[0].format(number)}。")
    assert (found.value, found.unit, found.bound) == (value, form[1], "=")


@settings(deadline=None, max_examples=60)
@given(
    st.integers(20, 999), st.integers(1, 999), st.sampled_from("至到-~—"), st.sampled_from(["", "万", "亿"])
)
def test_ranges_are_one_row(low: int, more: int, mark: str, scale: str):
    found = only_quantity(f"报价为{low}{mark}{low + more}{scale}元。")
    size = {"": 1, "万": 10**4, "亿": 10**8}[scale]
    assert (found.low, found.high, found.unit) == (low * size, (low + more) * size, "CNY")


WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
STYLES = {
    "chinese": written,
    "financial": lambda value: written(value).translate(FINANCIAL),
    "traditional": lambda value: written(value).translate(TRADITIONAL),
    "digits": str,
    "separated": lambda value: f"{value:,}",
    "full width": lambda value: str(value).translate(WIDE),
}


@settings(deadline=None, max_examples=200)
@given(st.integers(1, 99_999) | st.integers(1, LARGEST), st.sampled_from(sorted(STYLES)))
@example(13_000_000_000, "digits")  # as long as a telephone number
def test_every_numeral_is_read_back(value: int, style: str):
    assert only_quantity(f"共{STYLES[style](value)}美元。").value == float(value)


def chinese_day(day: date) -> str:
    year = "".join("〇" if char == "0" else DIGITS[int(char)] for char in str(day.year))
    return f"{year}年{_tens(day.month)}月{_tens(day.day)}日"


def _tens(number: int) -> str:
    return written(number).removeprefix("一") if 10 <= number < 20 else written(number)


DAYS = [
    lambda day: f"{day.year}年{day.month}月{day.day}日",
    lambda day: f"{day.year}-{day.month:02d}-{day.day:02d}",
    lambda day: f"{day.year}/{day.month}/{day.day}",
    lambda day: f"{day.year}.{day.month:02d}.{day.day:02d}",
    lambda day: f"{day.year % 100:02d}年{day.month}月{day.day}日",
    lambda day: f"民国{day.year - 1911}年{day.month}月{day.day}日",
    chinese_day,
]


@settings(deadline=None, max_examples=80)
@given(st.dates(date(2000, 1, 1), date(2049, 12, 31)), st.sampled_from(range(len(DAYS))))
def test_days_are_read_back(day: date, style: int):
    (found,) = find_expressions(f"合同于{DAYS[style](day)}签署。")
    assert isinstance(found, TimeSpan)
    assert (found.edtf, found.first, found.last) == (day.isoformat(), day, day)


@settings(deadline=None, max_examples=60)
@given(st.dates(date(1995, 1, 1), date(2034, 12, 31)), st.integers(1, 27))
def test_days_from_now(today: date, count: int):
    (found,) = find_expressions(f"{count}天前签署。", document_date(today.isoformat()))
    assert isinstance(found, TimeSpan)
    assert found.first == found.last == today - timedelta(days=count)


FESTIVALS = [  # as the Hong Kong Observatory and the State Council's notices of holidays have them
    ("2023年中秋节", "2023-09-29"), ("2024年中秋", "2024-09-17"), ("2025年中秋节", "2025-10-06"),
    ("2024年端午", "2024-06-10"), ("2025年端午节", "2025-05-31"), ("2025年春节", "2025-01-29"),
    ("2025年除夕", "2025-01-28"), ("2026年春节", "2026-02-17"), ("2023年重阳节", "2023-10-23"),
    ("2024年清明", "2024-04-04"), ("2024年七夕", "2024-08-10"), ("2024年元宵节", "2024-02-24"),
    ("2024年国庆", "2024-10-01"), ("2024年双十一", "2024-11-11"), ("2024年618", "2024-06-18"),
    ("2024年母亲节", "2024-05-12"), ("2024年感恩节", "2024-11-28"), ("2024年黑色星期五", "2024-11-29"),
    ("2024年国庆假期", "2024-10-01~/2024-10-07~"), ("2023年农历八月十五", "2023-09-29"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "edtf"), FESTIVALS)
def test_festivals(text: str, edtf: str):
    (found,) = find_expressions(text)
    assert isinstance(found, TimeSpan)
    assert found.edtf == edtf
