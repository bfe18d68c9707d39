"""What a bare 元 is worth in an article of Hong Kong or Taiwan."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from transforms.annotations import Quantity
from transforms.extracting.clauses import Clause
from transforms.facts import Metric

_HOME = ("HKD", "TWD")


def home_currency(clauses: list[Clause]) -> str | None:
    """The dollar of the article's named amounts; None where it names none, or speaks of 人民币."""
    named: Counter[str] = Counter()
    for clause in clauses:
        for item in clause.masked.items:
            if isinstance(item, Quantity):
                named[item.unit] += item.unit in _HOME
                if "人民" in item.surface:
                    return None
    found = named.most_common(1)
    return found[0][0] if found and found[0][1] else None


def in_currency(metric: Metric, home: str) -> Metric:
    """The metric with its yuan, which only a bare 元 gave, in `home`."""
    return replace(metric, unit=home) if metric.unit == "CNY" else metric
