"""Scores of a test that no noun names: `在某测试上得到N`, `以N落后于某模型`."""

from __future__ import annotations

import re

from transforms.annotations import Quantity
from transforms.extracting.clauses import Clause
from transforms.extracting.masking import ENTITY
from transforms.extracting.metric_naming import Measure
from transforms.extracting.metric_referents import readable

_ON_TEST = re.compile(
    rf"在((?:[一-鿿]{{0,8}}[{ENTITY}]|[A-Za-z][A-Za-z0-9 .+-]{{1,24}}|[一-鿿]{{2,10}}(?:基准|测试|评测|榜单))"
    r"[一-鿿A-Za-z0-9 -]{0,8}?)(?:测试|基准|榜单)?(?:上|中|里)?"
    r"(?:的)?(?:仅|也|均|则|分别)?(?:得到|取得|拿到|拿下|达到|获得|得分|得了|得|跑出|考出)(?:了|为|是)?$"
)
_BEATS = re.compile(
    r"^(?:的(?:成绩|得分|分数|准确率|优势)?)?(?:落后于?|领先于?|超过|超越|击败|优于|力压|反超|险胜|小幅领先|略胜)"
)
_TEST = re.compile(r"基准|测试|评测|跑分|榜单|[Bb]ench|得分|成绩")
_UNITS = frozenset(("percent", "point", "score"))


def scored(clause: Clause, at: int, number: Quantity) -> Measure | None:
    """The score that the number at masked offset `at` is, by its verb; its owner is a thing."""
    before = clause.text[:at]
    on = _ON_TEST.search(before)
    if on is not None and number.unit in _UNITS:
        return Measure(
            "benchmark_score", "benchmark_score", f"{readable(clause, *on.span(1))}得分", on.start()
        )
    beats = before.endswith("以") and _BEATS.match(clause.text[at + 1 :])
    if not beats or number.unit not in _UNITS:
        return None
    if not _TEST.search(clause.whole.text[: clause.offset + at]):
        return None
    return Measure("benchmark_score", "benchmark_score", "得分", at - 1)
