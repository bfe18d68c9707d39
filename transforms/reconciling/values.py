"""How two stated numbers compare: bounds, ranges and rounding."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import floor, log10

from transforms.readable import readable
from transforms.reconciling.statements import Likeness
from transforms.rows import Row

# 约: five parts in a hundred. 超, 不到: not much more or less, or the writer would have said so.
# A bare power of ten with 超 is a vague numeral (数千, 数十亿) and goes up to the next one.
_ABOUT = 0.05
_BEYOND = 0.25


@dataclass(frozen=True)
class Number:
    """A value as stated, with its bound; of a range both ends are filled."""

    value: float
    low: float | None
    high: float | None
    bound: str

    @cached_property
    def range(self) -> tuple[float, float]:
        """The values that it plainly allows."""
        size = abs(self.value)
        sign = 1 if self.value >= 0 else -1
        match self.bound:
            case "~":
                ends = (size * (1 - _ABOUT), size * (1 + _ABOUT))
            case ">" | ">=":
                vague = self.bound == ">" and size > 0 and log10(size) == floor(log10(size))
                ends = (size, size * (10 if vague else 1 + _BEYOND))
            case "<" | "<=":
                ends = (size * (1 - _BEYOND), size)
            case _ if self.low is not None and self.high is not None:
                return self.low, self.high
            case _:
                ends = (size, size)
        low, high = sorted(sign * end for end in ends)
        return low, high

    @cached_property
    def digits(self) -> int:
        """Significant digits, trailing zeros not counted."""
        return len(f"{abs(self.value):.12e}".split("e")[0].replace(".", "").rstrip("0"))

    @property
    def is_plain(self) -> bool:
        """Whether it is one value without a bound."""
        return self.bound == "=" and self.range[0] == self.range[1]

    @property
    def text(self) -> str:
        """The number for people: `约` as ~, a range with its two ends."""
        low, high = self.low, self.high
        if self.bound == "=" and low is not None and high is not None and low != high:
            return f"{readable(low)}–{readable(high)}"
        return f"{self.bound if self.bound != '=' else ''}{readable(self.value)}"


def stated_number(row: Row) -> Number:
    """The number of a row of `facts.metrics`."""
    return Number(row["value"], row["value_low"], row["value_high"], row["bound"])


def compare_numbers(a: Number, b: Number, unit: str) -> Likeness:
    """How two numbers of one thing, metric, unit and time compare.

    CONFLICT where they exclude each other; APART where they only do by a bound that says too little: 超1亿
    and 5亿 can both be true.
    """
    if a.is_plain and b.is_plain:
        if a.value == b.value:
            return Likeness.AGREE
        return Likeness.PRECISION if _rounded(a, b, unit) else Likeness.CONFLICT
    if (a.value, a.low, a.high, a.bound) == (b.value, b.low, b.high, b.bound):
        return Likeness.AGREE
    if a.range[0] <= b.range[1] and b.range[0] <= a.range[1]:
        return Likeness.WITHIN
    low, high = (a, b) if a.range[1] < b.range[0] else (b, a)
    # The lower one leaves room above (超), or the higher one below (不到): both may be true.
    upward, downward = (">", ">="), ("<", "<=")
    positive = low.value >= 0
    open_above = low.bound in (upward if positive else downward)
    open_below = high.bound in (downward if high.value >= 0 else upward)
    return Likeness.APART if open_above or open_below else Likeness.CONFLICT


def _rounded(a: Number, b: Number, unit: str) -> bool:
    """Whether the coarser is the finer one rounded: to its own digits, of which there are at least two."""
    coarse, fine = (a, b) if a.digits < b.digits else (b, a)
    if coarse.digits == fine.digits or coarse.value * fine.value <= 0:
        return False
    if (
        unit in ("percent", "times")
        and coarse.value == int(coarse.value)
        and round(fine.value) == coarse.value
    ):
        return True
    places = max(coarse.digits, 2) - 1 - floor(log10(abs(fine.value)))
    return abs(round(fine.value, places) - coarse.value) <= abs(coarse.value) * 1e-9
