"""No string raises; offsets are those of the input; time is linear in length."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.annotations import Quantity
from transforms.expressions import find_expressions
from transforms.expressions.records import document_date, expression_rows

WORDS = (
    "零 一 二 两 三 十 百 千 万 亿 兆 点 半 几 数 多 余 约 超 近 年 月 日 号 周 季度 上 下 前 后 来 第 分之 "
    "成 折 倍 % 个 元 美元 $ - ~ 至 到 2024 7 23 1.6 , . : / Q3 B K Llama GPT-4 （ ） 《 》 \n 今 去 明 "
    "当 同 岁 米 块 世纪 年代 初 底 中旬 公元前 0 99 自 以来 至今 不 超过 以上 将 过去 未来 最近 萬 億 兩 "
    "农历 正月 腊 初五 十五 春节 国庆 双十一 618 假期 期间 第三 TOP 比 ： 比例 ± 10^ ^ e 的25次方 财年 财季 "
    "每 每周 毛 角 分 元整 两 斤 零下 但 且 不到 超 大于 小于 介于 之间 周末 当年 同月 9:30 "
    "24/8/29 2Q24 今明 上半月 H1 码 降息 股 "
    "\ud800 \x00"
)
PIECES = st.sampled_from(WORDS.split(" "))
DATES = st.sampled_from([None, "2024-08-29", "2024-02", "2023-12/2024-12", "0001-01-01", "9998-12-31"])


@settings(deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=60), DATES)
def test_no_string_raises_and_offsets_hold(text: str, date: str | None):
    found = find_expressions(text, document_date(date))
    end = 0
    for expression in found:
        assert end <= expression.start < expression.end <= len(text)
        assert expression.surface == text[expression.start : expression.end]
        end = expression.end
        if isinstance(expression, Quantity):
            assert expression.start <= expression.core_start < expression.core_end <= expression.end
            assert expression.low is None or expression.high is None or expression.low <= expression.high
        elif expression.first and expression.last:
            assert expression.first <= expression.last


def rows_of(lines: list[str], date: str | None) -> list[dict[str, Any]]:
    return list(expression_rows([line.encode() for line in lines], date))


def test_rows_carry_the_fields_of_the_protocol():
    lines = [
        '\ufeff{"id": 7, "text": "在超1.6萬個H100上進行訓練"}',
        "",
        '{"id": "b", "text": "7月23日", "date": "2023-12-01"}',
        '{"id": "c", "text": ""}',
    ]
    first, second, third = rows_of(lines, "2024-08-29")
    assert first == {
        "id": 7,
        "expressions": [
            {"start": 1, "end": 7, "kind": "quantity", "value": 16000.0, "low": 16000.0, "high": None,
             "unit": "gpu", "currency": None, "bound": ">", "edtf": None, "start_on": None, "end_on": None}
        ],
    }  # fmt: skip
    assert second["expressions"][0]["edtf"] == "2023-07-23"
    assert third == {"id": "c", "expressions": []}


WRONG = [
    "{",
    "[]",
    '{"id": 1}',
    '{"id": 1, "text": "x", "date": "soon"}',
    '{"id": 1, "text": "x", "date": 2024}',
]


@pytest.mark.parametrize("line", WRONG)
def test_a_wrong_line_says_where_and_the_next_is_read(line: str):
    wrong, right = rows_of([line, '{"id": 2, "text": "3万元"}'], None)
    assert wrong["error"].startswith("line 1: ")
    assert right["expressions"][0]["value"] == 30000


def test_bytes_that_are_not_utf_8_give_an_error():
    (row,) = expression_rows([b'{"id": 1, "text": "\xff"}'], None)
    assert row["id"] is None
    assert "line 1" in row["error"]


@pytest.mark.soak
@pytest.mark.parametrize(
    "piece", ["7", "一", "年", "十", "万", "1,", "2024年", "半", "近", "第一", "A1", "1.", "3月"]
)
def test_ten_times_the_text_takes_ten_times_as_long(piece: str):
    find_expressions(piece)
    small, large = (piece * (size // len(piece)) for size in (20_000, 200_000))
    begun = time.perf_counter()
    find_expressions(small)
    short = time.perf_counter() - begun
    begun = time.perf_counter()
    find_expressions(large)
    assert time.perf_counter() - begun < 40 * short + 2


@pytest.mark.soak
@pytest.mark.parametrize("char", ["7", "一", "年", "万", "点", "零", "-", ":", ".", " ", "近", "每"])
def test_a_million_of_one_character(char: str):
    find_expressions(char)
    begun = time.process_time()
    find_expressions(char * 1_000_000)
    assert time.process_time() - begun < 2
