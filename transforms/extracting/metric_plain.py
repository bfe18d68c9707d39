"""Figures of no known metric: the noun beside the number names it (存款总额为N, N的研发补助)."""

from __future__ import annotations

import re

from transforms.annotations import Mention, Quantity
from transforms.extracting.clauses import Clause
from transforms.extracting.masking import ENTITY
from transforms.extracting.metric_naming import Measure
from transforms.extracting.metric_words import (
    is_ratio,
    opening,
    read_links,
    region_start,
    unit_class,
    words_before,
)

_STOPS = "的了着为是和与及或将其该这在中上下被把到由从对向以每而但则也又还均都约达近超较比有"
_WORD = rf"(?:(?![{_STOPS}])[一-鿿A-Za-z])"
_SUM = (
    r"(?:总额|余额|金额|总值|价值|费用|费|补贴|补助|津贴|奖金|奖励|资金|基金|存款|贷款|支出|开支|损失|资产"
    r"|租金|押金|规模)"
)
_COUNT = r"(?:总数|数量|数目|次数|人次|标数|数|总量|量|面积|长度|距离|里程|高度|深度|速度|温度)"
_BEFORE = {
    "money": re.compile(rf"{_WORD}{{1,6}}{_SUM}"),
    "count": re.compile(rf"{_WORD}{{1,6}}{_COUNT}"),
}
_AFTER = re.compile(rf"^的({_WORD}{{0,5}}{_SUM})(?=[，,。；;、)）”」]|$)")
_OF_NAME = re.compile(rf"[{ENTITY}]的?$")
_HAS = re.compile(r"(?:拥有|共有|已有|现有|设有|建有|开设|开出|运营着?)(?:了|约|近|超过?|逾|至少|共)*$")
_NOUN = re.compile(r"^[一-鿿]{1,6}(?=[，,。；;、]|$|在)")
_CLASSIFIER = re.compile(r"^[余多个家座条颗台辆架艘处项款套间所名位]+")
_ORDER_SUM = re.compile(
    r"^(?:(?:合同|订单|合约)?总?(?:金额|总额|价值|总值)|总价)(?:预计|合计|高达|达到?|约?为|约|近|超过?|逾)*$"
)
_ORDER = re.compile(r"(?:订单|合同|采购协议|供货协议)[^。]{0,24}$")
_WON = re.compile(r"取得|获得|获|拿下|赢得|斩获|签下|中标|接到")
_WEAK = ("weak trigger",)


def plain(clause: Clause, at: int, number: Quantity) -> Measure | None:
    """`other` with the noun phrase beside the number at masked offset `at` as label; None without one."""
    return (
        _of_order(clause, at, number)
        or _labelled(clause, at, number)
        or _followed(clause, at, number)
        or _possessed(clause, at, number)
    )


def _of_order(clause: Clause, at: int, number: Quantity) -> Measure | None:
    """`取得订单,总金额约N`: the sum of the order that the sentence speaks of."""
    if unit_class(number.unit) != "money" or not _ORDER_SUM.match(clause.text[:at]):
        return None
    before = clause.whole.text[: clause.offset]
    if not _ORDER.search(before):
        return None
    won = _WON.search(before)
    names = [e for e in clause.whole.items[: won.start()] if isinstance(e, Mention)] if won else []
    owners = tuple(m.entity for m in names if m.entity.kind == "organization")[:1]
    return Measure("orders", "orders", "订单金额", 0, owners=owners, owner="firm")


def _labelled(clause: Clause, at: int, number: Quantity) -> Measure | None:
    kind = unit_class(number.unit)
    region = words_before(clause.text, at, number)
    for noun in _BEFORE["money" if kind == "money" else "count"].finditer(region):
        links = read_links(region[noun.end() :])
        if links is None or kind in ("time", "rank") or region[: noun.start()].endswith("每"):
            continue
        start = region_start(clause.text, at) + noun.start()
        owner = "firm" if kind == "money" and not _OF_NAME.search(clause.text[:start]) else ""
        if is_ratio(number):
            if not links.change:
                continue
            return Measure("growth", "other", noun.group(), start, links.change, links.joint)
        if not links.change:
            return Measure("other", "other", noun.group(), start, 1, links.joint, owner=owner, reasons=_WEAK)
    return None


def _followed(clause: Clause, at: int, number: Quantity) -> Measure | None:
    noun = _AFTER.match(clause.text[at + 1 :]) if unit_class(number.unit) == "money" else None
    return Measure("other", "other", noun.group(1), at, owner="firm", reasons=_WEAK) if noun else None


def _possessed(clause: Clause, at: int, number: Quantity) -> Measure | None:
    """`拥有N家门店`: what the subject has so many of."""
    if unit_class(number.unit) != "thing" or not _HAS.search(clause.text[:at] + opening(number)):
        return None
    after = _NOUN.match(clause.text[at + 1 :])
    words = _CLASSIFIER.sub("", (number.noun or "") + (after.group() if after else ""))
    if words == "版本":
        subject = clause.subject
        models = subject is not None and any(e.kind == "model" for e in subject.entities)
        return Measure("model_count", "model_count", words, at, reasons=_WEAK) if models else None
    return Measure("other", "other", words, at, reasons=_WEAK) if len(words) > 1 else None
