"""The tables of `seeds/rules/expressions`, read once."""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """Rows of `seeds/rules/expressions/<name>.csv` as dictionaries of its header."""
    file = resources.files("seeds") / "rules" / "expressions" / f"{name}.csv"
    return tuple(csv.DictReader(file.read_text("utf-8").splitlines()))


def longest_first(words: set[str] | list[str]) -> list[str]:
    """Words ordered so that an alternation prefers the longest, the same in every run."""
    return sorted(set(words), key=lambda word: (-len(word), word))
