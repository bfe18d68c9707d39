"""The unit after a numeral: measure words, physical units, currencies, durations, sizes of models."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from transforms.expressions.rules import longest_first, table


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as written up to `end`; `kind` is a column of units.csv, `money`, or `size` (8B)."""

    end: int
    name: str
    word: str
    kind: str
    scale: Decimal = Decimal(1)


@cache
def _units() -> dict[str, tuple[str, str, Decimal, tuple[str, ...]]]:
    known = {
        row["surface"]: (row["unit"], row["kind"], Decimal(row["scale"]), tuple(row["not_before"].split()))
        for row in table("units")
    }
    for row in table("currencies"):
        if row["side"] == "suffix":
            guards = tuple(row["not_before"].split())
            known[row["surface"]] = (row["code"], "money", Decimal(row["part"]), guards)
    return known


@cache
def currency_codes() -> frozenset[str]:
    """Every code of currencies.csv; a name such as `krona` says that the country is not known."""
    return frozenset(row["code"] for row in table("currencies") if row["code"].isupper())


@cache
def currency_letters() -> str:
    """Alternation of the Latin codes and letters that stand before an amount: USD, RMB, HK."""
    words = {row["surface"].rstrip("$¥") for row in table("currencies") if row["side"] == "prefix"}
    return "|".join(longest_first([word for word in words if word.isascii() and word.isalpha()]))


@cache
def _prefixes() -> tuple[re.Pattern[str], dict[str, str]]:
    codes = {row["surface"]: row["code"] for row in table("currencies") if row["side"] == "prefix"}
    words = "|".join(re.escape(word) for word in longest_first(list(codes)))
    return re.compile(rf"(?:{words}) ?$"), codes


_SIZE = re.compile(r"([BMKbmk]|T(?= ?(?:参数|tokens?\b|Tokens?\b)))(?![A-Za-z0-9Ω])")
_SIZES = {"B": 9, "M": 6, "K": 3, "T": 12}


@cache
def unit_firsts() -> str:
    """First characters of the units, for a character class."""
    return re.escape("".join(sorted({word[0] for word in _units()})))


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """Lengths of the units that begin with a character, longest first."""
    lengths: dict[str, set[int]] = {}
    for word in _units():
        lengths.setdefault(word[0], set()).add(len(word))
    return {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}


def unit_at(view: str, at: int) -> Unit | None:
    """The longest unit that starts at `at`, one space before it allowed."""
    start = at + 1 if view[at : at + 1] == " " else at
    known = _units()
    for length in _lengths().get(view[start : start + 1], ()):
        word = view[start : start + length]
        row = known.get(word)
        if row is None or len(word) < length:  # the slice may end with the text
            continue
        end = start + length
        after = view[end : end + 1]
        if word[-1].isascii() and word[-1].isalpha() and after.isascii() and after.isalnum():
            continue
        if view.startswith(row[3], end):
            continue
        return Unit(end, row[0], word, row[1], row[2])
    return None


def size_at(view: str, at: int) -> Unit | None:
    """B, M, K directly after a number: 1e9, 1e6, 1e3. What is counted is for the context to say."""
    found = _SIZE.match(view, at)
    if not found:
        return None
    return Unit(found.end(), "", found[0], "size", Decimal(10) ** _SIZES[found[1].upper()])


def currency_before(view: str, at: int) -> tuple[int, str] | None:
    """Start and ISO code of a currency sign or name that ends right before `at`."""
    pattern, codes = _prefixes()
    floor = max(0, at - 8)
    found = pattern.search(view[floor:at])
    if not found:
        return None
    word = found[0].rstrip()
    start = floor + found.start()
    if (
        word[0].isascii()
        and word[0].isalpha()
        and start
        and view[start - 1].isascii()
        and view[start - 1].isalpha()
    ):
        return None
    return start, codes[word]
