"""Moves of a share price: what rises or falls by a percentage where the sentence speaks of shares."""

from __future__ import annotations

import re
from dataclasses import replace

from transforms.annotations import Quantity
from transforms.extracting.clauses import Clause
from transforms.extracting.masking import ENTITY, NUMBER, ORG, TIME
from transforms.extracting.metric_naming import Measure

_REACH = 300
_SHARES = re.compile(
    rf"股价|(?:美|港|A|H|台)股|个股|概念股|收盘|开盘|盘前|盘后|盘中|早盘|午盘|尾盘|收[报在于]|报收|[一现]度报|(?<![汇申预])报{NUMBER}|跌停|涨停|二级市场"
)
_WORDS = (
    r"(?:收[涨跌升高低]|[大暴狂劲微急重猛小]?[涨跌]|上涨|下跌|上扬|下挫|[走收高低]高|[走收]低|[高低]开"
    r"|重挫|飙[涨升]|劲[扬升]|攀升|回落|下滑|急[升挫]|升|扬|挫|跳水|[涨跌升降]幅)"
)
_MOVES = re.compile(
    rf"((?:[{ORG}](?:、|和|与|及|以及)?)+)"
    rf"(?:[{TIME} ]|盘前|盘后|盘中|早盘|午后|收盘|一度|则|也|均|双双|分别|股价|(?:美|港|A|H)股)*"
    rf"({_WORDS})(?:超|逾|近|约|幅|达|了)*$"
)
_PLAIN = re.compile(r"^(?:收?[涨跌]|[大暴狂劲微]?[涨跌]|收[高低]|重挫|飙涨|[高低]开)$")
_BARE = re.compile(
    rf"^(?:[{TIME}\s]|股价|盘前|盘后|盘中|早盘|午盘|午后|尾盘|收盘|开盘|截至|一度|最高|最低|最终|随后|当日|当天|日内|全天|盘初|现|其中|并|则|也|累计)*"
    rf"({_WORDS})(?:超|逾|近|约|幅|达|了|至|收窄|扩大)*$"
)
_FALLS = re.compile(r"跌|挫|低|落|滑|跳水|降")
_OTHER_NOUN = re.compile(
    r"营收|收入|利润|净利|销量|销售|出货|订单|交付|毛利|份额|市占|产能|同比|环比|按年|按季|年增|月增|用户|价格|售价|产量|业绩|净亏|亏损"
)
_TURNOVER = re.compile(r"(?:成交(?:额|金额)?|换手率)(?:为|达|约|近|超)*$")


def moved(clause: Clause, at: int, number: Quantity) -> Measure | None:
    """`X涨超N%`, `…,升N%` beside a price: the share price of X, or of whom the sentence is about."""
    if number.unit != "percent":
        return None
    text = clause.text[:at]
    match = _MOVES.search(text)
    if match is not None and (_PLAIN.match(match.group(2)) or _speaks_of_shares(clause, at)):
        names = [k for k in range(*match.span(1)) if clause.text[k] == ORG]
        found = _move(match.group(2), None)
        return replace(found, owners=tuple(clause.masked.mention(k).entity for k in names))
    begin = text.rfind(NUMBER) + 1
    bare = _BARE.match(text[begin:].lstrip("、和与及"))
    if bare is None or not _speaks_of_shares(clause, at):
        return None
    return _move(bare.group(1), begin + bare.start(1))


def turnover(clause: Clause, at: int, number: Quantity) -> Measure | None:
    """`成交额N元` of a day on the exchange: no revenue."""
    words = _TURNOVER.search(clause.text[:at])
    if words is None or len(number.unit) != 3 or not _speaks_of_shares(clause, at):
        return None
    return Measure("other", "other", "成交额", words.start(), owner="firm")


def _move(verb: str, start: int | None) -> Measure:
    sign = -1 if _FALLS.search(verb) else 1
    return Measure("share_price_change", "share_price_change", verb, start, sign, owner="firm")


def _speaks_of_shares(clause: Clause, at: int) -> bool:
    """Whether the sentence up to here spoke of shares, and of no other measured noun since."""
    end = clause.offset + at
    said = clause.whole.text[max(0, end - _REACH) : end]
    ends = [match.end() for match in _SHARES.finditer(said)]
    if not ends:
        return False
    since = said[ends[-1] :]
    return not _OTHER_NOUN.search(since) or bool(re.search(rf"[{ENTITY}][^，,。{NUMBER}]{{0,6}}$", since))
