"""Whom a sentence credits, on made-up sentences."""

from __future__ import annotations

import pytest

from tests.transforms.extracting.metric_cases import annotated, metrics
from transforms.extracting.clauses import split_clauses
from transforms.extracting.sources import source_of

CASES = [
    ("数海咨询的数据显示,玉兰手机出货量为900万部。", "O:数海咨询 O:玉兰手机", "数海咨询", "data"),
    ("据数海咨询统计,玉兰手机出货量为900万部。", "O:数海咨询 O:玉兰手机", "数海咨询", "data"),
    (
        "晚潮报援引数海咨询的数据称,玉兰手机出货量为900万部。",
        "O:晚潮报 O:数海咨询 O:玉兰手机",
        "数海咨询",
        "data",
    ),
    ("林澜表示,岱山汽车销量超过8万辆。", "P:林澜 O:岱山汽车", "林澜", "speech"),
    ("知情人士透露,木星机器人的估值为40亿元。", "O:木星机器人", None, "nameless"),
]


@pytest.mark.parametrize(("text", "names", "name", "how"), CASES)
def test_source(text, names, name, how):
    clauses = split_clauses(annotated(text, names))
    source = source_of(clauses, len(clauses) - 1)
    assert source is not None
    assert (source.entity.name if source.entity else None, source.how) == (name, how)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("海石乳业公布财报,营收31亿元。", "O:海石乳业"),
        ("财报显示,海石乳业营收31亿元。", "O:海石乳业"),
        ("海石乳业宣布,裁员15%。", "O:海石乳业"),
        ("林澜被给予警告,并处300万元罚款。", "P:林澜"),
    ],
)
def test_own_figures_and_acts_credit_nobody(text, names):
    clauses = split_clauses(annotated(text, names))
    assert source_of(clauses, len(clauses) - 1) is None


def test_data_go_on_in_the_next_sentence():
    text = "数海咨询的数据显示,玉兰手机出货量为900万部。其中,白泽手机以300万部的出货量排名第一。"
    found = metrics(text, "O:数海咨询 O:玉兰手机 O:白泽手机")
    assert {m.attributed_to.name for m in found if m.attributed_to} == {"数海咨询"}
    assert [m.modality for m in found] == ["reported"] * 3
