"""The words around a number that say how it measures: links, rises and falls, kinds of metrics."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from transforms.annotations import Quantity
from transforms.extracting.clauses import Clause
from transforms.extracting.masking import ENTITY, NUMBER, TIME
from transforms.seed_data import read_table
from transforms.vocabulary import METRICS, checked

_GOODS = re.compile(r"出货|销量|售出|卖出|卖了|产量|下线|装车")
_HEARSAY = re.compile(r"[^，,。]{0,6}[”」]?的?(?:相关)?(?:说法|传言|传闻|谣言|猜测)")
_DURATIONS = frozenset(("year", "month", "week", "day", "hour", "minute", "second"))
_MEASURES = frozenset(("percent", "times", "rank", "token", "parameter", "character", "word", "gpu"))


@dataclass(frozen=True, slots=True)
class Links:
    """The words between a measured noun and its number, read.

    `change` is +1 for a rise, -1 for a fall, 0 for a level; `sure` that they say that a value follows;
    `joint` that several numbers do (分别); `moved` that a value rose or fell to it (降至).
    """

    change: int
    sure: bool
    joint: bool
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """Whose a metric is by its nature (`firm`, `thing`, `owner`, `any`) and what its change is, or ''."""

    owner: str
    change: str


def unit_class(unit: str) -> str:
    """`money`, `time`, the unit itself where it is a measure, else `thing`."""
    if len(unit) == 3 and unit.isupper():
        return "money"
    if unit in _DURATIONS:
        return "time"
    return unit if unit in _MEASURES or unit in physical_units() else "thing"


@cache
def physical_units() -> frozenset[str]:
    """Units of length, mass, power and the like: what measures a device, never a count."""
    rows = read_table("rules", "expressions", "units.csv")
    return frozenset(r["unit"] for r in rows if r["kind"] == "physical")


def fits(unit: str, units: frozenset[str]) -> bool:
    """Whether a number of `unit` is one of `units`: its name, its class, or `physical`."""
    return bool({unit, unit_class(unit)} & units) or ("physical" in units and unit in physical_units())


def opening(number: Quantity) -> str:
    """The words of the number before its numeral: 约有, 突破, 超过."""
    return number.surface[: max(0, number.core_start - number.start)]


def region_start(text: str, at: int) -> int:
    """Where the words of the number at masked offset `at` begin: behind the number before, unless that is a
    unit of price (每百万token)."""
    before = text.rfind(NUMBER, 0, at)
    while before > 0 and text[before - 1] == "每":
        before = text.rfind(NUMBER, 0, before)
    return before + 1


def words_before(text: str, at: int, number: Quantity) -> str:
    """The words from the number before to the numeral at masked offset `at`, with a 破 or 至 of its own."""
    words = text[region_start(text, at) : at]
    own = opening(number)
    return words + own[0] if own.startswith(("破", "至", "到")) else words


def is_ratio(number: Quantity) -> bool:
    """Whether it is a percentage or a factor."""
    return number.unit in ("percent", "times")


def goods(clause: Clause, number: Quantity) -> Quantity:
    """`N块` beside 出货 or 售出 counts goods: it is no money."""
    if number.unit == "CNY" and number.surface.endswith("块") and _GOODS.search(clause.whole.text):
        return replace(number, unit="count")
    return number


def is_hearsay(clause: Clause, at: int) -> bool:
    """Whether the number at masked offset `at` is part of a rumour that is only named (“裁员N”的说法)."""
    return bool(_HEARSAY.match(clause.text[at + 1 :]))


@cache
def metric_kinds() -> dict[str, Kind]:
    """Every metric's kind."""
    rows = read_table("rules", "extracting", "metric_kinds.csv")
    return {checked(r["metric"], METRICS, "metric"): Kind(r["owner"], r["change"]) for r in rows}


@cache
def _links() -> dict[str, str]:
    return {r["word"]: r["kind"] for r in read_table("rules", "extracting", "metric_links.csv")}


@cache
def _token() -> re.Pattern[str]:
    versus = rf"(?P<versus>(?:比|较|相比|相较于?|与|是|为|相当于) ?[{ENTITY}{TIME}] ?(?:的|同期|相比)*)"
    words = "|".join(sorted(map(re.escape, _links()), key=len, reverse=True))
    each = (
        r"每(?:百|千|万|百万|亿)?(?:个|张|次|条)? ?(?:输入|输出)?(?:[Tt]okens?|小时|分钟|月|年|人|股|字|次)"
    )
    return re.compile(
        rf"{versus}|{each}|每{NUMBER}|(?P<word>{words})|[{TIME}](?:前|底|末|内|起)?|[\s,]|[(（][^()（）]{{0,20}}[)）]"
    )


def read_links(text: str) -> Links | None:
    """The links that `text` wholly consists of; None where it holds other words."""
    at = change = 0
    held = sure = joint = moved = False
    while at < len(text):
        token = _token().match(text, at)
        if token is None:
            return None
        at = token.end()
        kind = _links().get(token.group("word") or "", "")
        if kind.startswith(("rise", "fall")):
            change = 1 if kind.startswith("rise") else -1
            held, sure = held or kind.endswith("noun"), True
        elif kind == "to":
            moved = moved or (change != 0 and not held)
            change, sure = (change if held else 0), True
        joint = joint or kind == "sum"
    return Links(change, sure, joint, moved)


def links_at_end(text: str) -> tuple[int, Links]:
    """(where the links that end `text` begin, the links); they may be empty."""
    for start in range(max(0, len(text) - 24), len(text)):
        found = read_links(text[start:])
        if found is not None:
            return start, found
    return len(text), Links(0, False, False)
