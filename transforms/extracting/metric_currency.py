"""What a bare 元 is worth in an article of Hong Kong or Taiwan."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from transforms.annotations import Quantity
from transforms.extracting.clauses import Clause
from transforms.facts import Metric

_TAIWAN = re.compile(r"台北|台股|新竹|台湾|中央社|兆元")
_HONG_KONG = re.compile(r"香港|港股|港交所|恒指")
_HOME = ("HKD", "TWD")


def home_currency(clauses: list[Clause]) -> str | None:
    """The dollar of the amounts that the article names, else of its place; None where it speaks of 人民币."""
    named: Counter[str] = Counter()
    for clause in clauses:
        for item in clause.masked.items:
            if isinstance(item, Quantity):
                named[item.unit] += item.unit in _HOME
                if "人民" in item.surface:
                    return None
    found = named.most_common(1)
    if found and found[0][1]:
        return found[0][0]
    words = "".join(clause.plain for clause in clauses)
    taiwan, hong_kong = len(_TAIWAN.findall(words)), len(_HONG_KONG.findall(words))
    return "TWD" if taiwan > hong_kong else "HKD" if hong_kong else None


def in_currency(metric: Metric, home: str) -> Metric:
    """The metric with its yuan, which only a bare 元 gave, in `home`."""
    return replace(metric, unit=home) if metric.unit == "CNY" else metric
