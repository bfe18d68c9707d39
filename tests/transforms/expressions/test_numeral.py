"""A numeral written out by a generator is read back exactly."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.annotations import Quantity
from transforms.expressions import find_expressions
from transforms.expressions.chinese_integer import chinese_integer
from transforms.expressions.numeral import read_numeral
from transforms.expressions.view import fold

LARGEST = 9_990_000_000_000_000
DIGITS = "零一二三四五六七八九"
FINANCIAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
TRADITIONAL = str.maketrans("万亿两", "萬億兩")


def below_ten_thousand(value: int) -> str:
    """1 … 9999 in full: 一千零五, 一十二."""
    text, gap = "", False
    for unit, word in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // unit % 10
        if digit:
            text += ("零" if gap and text else "") + DIGITS[digit] + word
            gap = False
        else:
            gap = True
    return text


def written(value: int) -> str:
    """A whole number in Chinese, 0 … 9.99e15."""
    if value == 0:
        return "零"
    parts, low = [], value
    for size, word in ((10**12, "万亿"), (10**8, "亿"), (10**4, "万"), (1, "")):
        head, low = divmod(low, size)
        if head:
            zero = "零" if parts and head < 1000 else ""
            parts.append(zero + below_ten_thousand(head) + word)
        elif parts and low and not parts[-1].endswith("零"):
            parts.append("零")
    text = "".join(parts).rstrip("零").replace("零零", "零")
    # 三万亿五千亿 is said 三万五千亿
    return text.replace("万亿", "万", 1) + "亿" if text.endswith("万亿") and "亿" not in text[:-2] else text


def mixed(value: int) -> str:
    """1亿2000万3456."""
    out = ""
    for size, word in ((10**8, "亿"), (10**4, "万")):
        head, value = divmod(value, size)
        out += f"{head}{word}" if head else ""
    return out


whole = st.one_of(
    st.integers(0, 99_999), st.integers(0, LARGEST), st.integers(0, 9_990).map(lambda n: n * 10**12)
)


@settings(deadline=None)
@given(whole)
def test_chinese_numerals_are_read_back(value: int):
    assert chinese_integer(written(value)) == value


@settings(deadline=None)
@given(whole)
def test_financial_and_traditional_forms(value: int):
    text = written(value)
    for form in (text.translate(FINANCIAL), text.translate(TRADITIONAL)):
        assert chinese_integer(fold(form)) == value


@settings(deadline=None)
@given(st.integers(0, LARGEST))
def test_digits_with_and_without_separators(value: int):
    for text in (
        str(value),
        f"{value:,}",
        str(value).translate(str.maketrans("0123456789", "０１２３４５６７８９")),
    ):
        found = read_numeral(fold(text) + "个", 0)
        assert found is not None
        assert (int(found.low), found.end) == (value, len(text))


@settings(deadline=None)
@given(st.integers(1, 9_990_0000).map(lambda n: n * 10**8))
def test_mixed_numerals(value: int):
    found = read_numeral(mixed(value), 0)
    assert found is not None
    assert int(found.low) == value


@settings(deadline=None)
@given(
    st.integers(1, 99_999),
    st.integers(0, 99),
    st.sampled_from([("万", 10**4), ("亿", 10**8), ("万亿", 10**12)]),
)
def test_decimals_with_a_scale_are_exact(head: int, tail: int, scale: tuple[str, int]):
    word, size = scale
    (found,) = find_expressions(f"共{head}.{tail:02d}{word}元。")
    assert isinstance(found, Quantity)
    assert found.value == float((head * 100 + tail) * size // 100)


@settings(deadline=None)
@given(st.integers(2000, 2099))
def test_years_digit_by_digit(year: int):
    text = "".join(DIGITS[int(char)] for char in str(year))
    assert chinese_integer(text) == year
    assert chinese_integer(text.replace("零", "〇")) == year
