"""Figures that only the noun beside them names: each wording in two industries."""

from __future__ import annotations

import pytest

from tests.transforms.extracting.metric_cases import metrics, rows

PLAIN = [
    ("湖心银行表示，截至去年底，存款总额为312亿元。", "O:湖心银行", ("湖心银行", "other", 312e8, "CNY")),
    ("花溪乳业去年的冷链运输费用为3亿元。", "O:花溪乳业", ("花溪乳业", "other", 3e8, "CNY")),
    ("松涛航空获得该部1.1亿元的研发补助。", "O:松涛航空", ("松涛航空", "other", 1.1e8, "CNY")),
    ("花溪乳业承担6500万元的一次性费用。", "O:花溪乳业", ("花溪乳业", "other", 6.5e7, "CNY")),
    ("松涛航空取得新订单，总金额约42亿元。", "O:松涛航空", ("松涛航空", "orders", 42e8, "CNY")),
    ("栖霞汽车签下一笔订单，合同金额11亿元。", "O:栖霞汽车", ("栖霞汽车", "orders", 11e8, "CNY")),
]


@pytest.mark.parametrize(("text", "names", "want"), PLAIN)
def test_noun_beside_number(text: str, names: str, want: tuple[str, str, float, str]) -> None:
    assert want in rows(text, names)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("花溪乳业走过了3条街。", "O:花溪乳业"),
        ("松涛航空在会上提到3亿元。", "O:松涛航空"),
        ("按每小时2美元的租金计算，松涛航空并不便宜。", "O:松涛航空"),
    ],
)
def test_number_without_noun(text: str, names: str) -> None:
    assert metrics(text, names) == []
