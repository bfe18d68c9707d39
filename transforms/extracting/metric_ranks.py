"""Ranks: 排名第三, 位居榜首, 登上…第一名."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from transforms.extracting.clauses import Clause
from transforms.extracting.masking import ENTITY

_DIGITS = {c: n for n, c in enumerate("一二三四五六七八九十", 1)}
_PLACE = re.compile(
    rf"(?P<verb>排名|位列|位居|名列|位于|高居|跻身|排在|排到|升至|跌至|降至|重回|登上|登顶|夺得|拿下|居|排|列)"
    rf"(?P<of>[^，,。；;第榜]{{0,18}}?)(?:(?P<chart>[^，,。；;第{ENTITY}]{{0,6}}榜)?(?:单|的)?第(?P<n>[一二三四五六七八九十]|\d{{1,3}})(?:名|位)?(?![一-鿿]?(?:季|代|次|届|年|期|财))"
    r"|(?P<top>榜首|首位|冠军))"
)


@dataclass(frozen=True, slots=True)
class Rank:
    """A rank stated in a clause: its value, the words, and their masked span."""

    value: int
    label: str
    start: int
    end: int


def find_ranks(clause: Clause) -> Iterator[Rank]:
    """The ranks that the clause states."""
    for match in _PLACE.finditer(clause.text):
        digits = match.group("n")
        value = 1 if digits is None else _DIGITS[digits] if digits in _DIGITS else int(digits)
        label = match.group("chart") or match.group("verb")
        yield Rank(value, label, match.start(), match.end())
