"""The lines of a text that rules of boilerplate have to be asked about: those that hold a word of a rule."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from transforms.cleaning.boilerplate_rules import BoilerplateRule, Where, boilerplate_rules
from transforms.codes import PairIndex, character_table, codes_of

_TOP_LINES, _HEAD_LINES, _TAIL_LINES = 3, 8, 12
# Lines longer than so many tens of characters are all alike to the rules.
_MOST_TENS = 100
# In lines of so many characters few rules can hold.
_LONG = 90


@dataclass(frozen=True)
class _Triggers:
    """Words that call rules: the longer ones, and those of one character."""

    longer: PairIndex
    single: NDArray[np.uint16]

    def find(self, text: str) -> list[tuple[int, str]]:
        """(offset, word) of each in a text, by their offsets, and a last one that is no word."""
        found = self.longer.find(text)
        spots = self.single.take(codes_of(text)).nonzero()[0].tolist()
        if spots:
            found = sorted([*found, *((at, text[at]) for at in spots)])
        found.append((len(text), ""))
        return found


@cache
def _triggers(least: int) -> _Triggers:
    """The words that can call any rule in a line of so many characters and more."""
    words = {word for rule in boilerplate_rules() if _reach(rule) >= least for word in rule.words}
    return _Triggers(PairIndex(sorted(words)), character_table({1: (w for w in words if len(w) == 1)}))


def _reach(rule: BoilerplateRule) -> int:
    """The length of the longest line in which a rule can hold."""
    return sys.maxsize if rule.where == "suffix" else rule.longest


@cache
def _called(at_ends: bool, tens: int) -> dict[str, set[int]]:
    """The rules that words call in a line of so many tens of characters, at the ends of a text or amid.

    This sorts out nearly all that ordinary lines call, before any line is looked at.
    """
    called: dict[str, set[int]] = {}
    for i, rule in enumerate(boilerplate_rules()):
        if _reach(rule) >= 10 * tens and (at_ends or rule.where in ("line", "suffix")):
            for word in rule.words:
                called.setdefault(word, set()).add(i)
    return called


@dataclass(frozen=True, slots=True)
class Line:
    """A line by its span, its number among the lines that are not empty, and the rules to ask, by number."""

    start: int
    end: int
    number: int
    of: int
    rules: list[int]

    def allows(self, where: Where, cut: int) -> bool:
        """Whether a rule may be asked here; of the lines before, so many are cut and do not count."""
        if where in ("top", "head"):
            return self.number - cut < (_TOP_LINES if where == "top" else _HEAD_LINES)
        return where != "tail" or self.number >= _tail_from(self.of)


def _tail_from(lines: int) -> int:
    """The number of the first of the last lines."""
    return lines - max(_TAIL_LINES, lines // 5)


def suspect_lines(view: str) -> Iterator[Line]:
    """The lines that hold a rule's word, with their number among the lines that are not empty.

    Few words call anything in a long line, so the short ones are searched apart for all the others.
    """
    lines = view.split("\n")
    short = "\n".join([line for line in lines if len(line) < _LONG])
    in_short = _triggers(0).find(short)  # no word has a line break in it
    in_long = _triggers(_LONG).find(view) if len(short) < len(view) else []
    of = len(lines) - lines.count("")
    tail = _tail_from(of)
    i = k = start = short_start = number = 0
    for line in lines:
        size = len(line)
        end = start + size
        words = list[str]()
        if size < _LONG:
            while in_short[i][0] < short_start + size:
                words.append(in_short[i][1])
                i += 1
            short_start += size + 1
        else:
            while in_long[k][0] < end:
                if in_long[k][0] >= start:
                    words.append(in_long[k][1])
                k += 1
        if words:
            called = _called(number < _HEAD_LINES or number >= tail, min(size // 10, _MOST_TENS))
            rules = set[int]().union(*[called[word] for word in words if word in called])
            if rules:
                yield Line(start, end, number, of, sorted(rules))
        number += size > 0
        start = end + 1
