"""Quantities of a view whose names and times are masked: numeral, unit, range, bound, counted noun."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache

from transforms.annotations import Bound, Quantity
from transforms.expressions.bounds import cue_after, cue_before
from transforms.expressions.counted import (
    downloads_before,
    is_model_size,
    noun_after,
    noun_before,
)
from transforms.expressions.measured import Measured, measured_at
from transforms.expressions.numeral import NUMERAL_CHARS, NUMERAL_START
from transforms.expressions.rates import compound, per_after, per_before
from transforms.expressions.set_shares import set_share_at, share_pattern
from transforms.expressions.two_bounds import join_bounds
from transforms.expressions.units import unit_firsts
from transforms.expressions.worth import is_quantity

_RANGE = re.compile(r" ?(?:-{1,2}|–|—{1,2}|~|至|到|或|和|与|跟) ?")


@cache
def _starts() -> re.Pattern[str]:
    """Where a quantity can begin. Common characters must be followed by what makes a numeral of them."""
    scale = "十百千万亿"
    return re.compile(
        r"\d++|[二三四五六七八九十百千万亿兆两俩仨廿卅壹贰叁肆伍陆柒捌玖拾佰仟零〇]"
        rf"|一(?=[{NUMERAL_CHARS}{unit_firsts()} 点又分])"
        rf"|[数上成几](?=[{scale}])|好几|若干(?=[{scale}])|半(?=[年个小月学多世钟码])|{share_pattern()}"
    )


def read_quantities(masked: str, view: str, text: str) -> Iterator[Quantity]:
    """Quantities in order, non-overlapping. Nouns are looked up in `view`, which shows what is masked."""
    return join_bounds(_each_quantity(masked, view, text), view, text)


def _each_quantity(masked: str, view: str, text: str) -> Iterator[Quantity]:
    at = floor = 0  # read up to, and said up to: 零 of 零下12℃ is read first, but says nothing
    for found in _starts().finditer(masked):
        start = found.start()
        if start < at:
            continue
        share = set_share_at(masked, start)
        if share:
            yield share.as_quantity(masked, text, floor)
            at = floor = share.end
            continue
        first = measured_at(masked, start, floor)
        if first is None:
            continue
        quantity, at = _build(masked, view, text, first, floor)
        if quantity is not None:
            floor = quantity.end
            yield quantity


def _build(masked: str, view: str, text: str, first: Measured, floor: int) -> tuple[Quantity | None, int]:
    joined, second = _range(masked, first)
    if joined is None:
        return None, (second.end if second else first.end)
    start, end, low, high, unit, bound = (
        joined.start, joined.end, joined.low, joined.high, joined.unit, joined.bound,
    )  # fmt: skip
    if not is_quantity(masked, view, joined, second is not None):
        return None, max(end, first.numeral.end)
    before = cue_before(masked, start)
    if before and before.start < floor:
        before = None
    term = unit is not None and unit.kind == "duration" and masked.startswith(("期以上", "期以下"), end)
    after = cue_after(masked, end + term)  # 五年期以上
    if (
        after
        and after.word in ("内", "之内", "以内")
        and unit
        and unit.kind not in ("duration", "physical", "percent", "money", "count", "measure", "person")
    ):
        after = None
    if after and after.word in ("起", "起步") and not (unit and unit.kind == "money"):
        after = None
    if after:
        end = after.end
    if before:
        start = before.start
    if second is None:
        bound = _bound(joined.bound, before.bound if before else None, after.bound if after else None)
    else:
        bound = "="
    name, noun = _unit_name(masked, view, joined, end)
    if joined.unit and joined.unit.kind == "size" and not name:
        return None, end
    after_unit = per_after(masked, joined.end)
    per = after_unit[1] if after_unit else per_before(masked, start)
    whole = compound(name, joined.unit.kind, per) if per and joined.unit else None
    if whole:
        name, per = whole, None
        end = max(end, after_unit[0]) if after_unit else end
    lower: Decimal | None = low
    upper: Decimal | None = high
    if second is None and low == high:
        lower = None if bound in ("<", "<=") else low
        upper = None if bound in (">", ">=") else high
    elif bound in (">", ">="):
        upper = None
    quantity = Quantity(
        start=start, end=end, core_start=joined.core_start, core_end=joined.core_end, surface=text[start:end],
        value=float(low), low=None if lower is None else float(lower),
        high=None if upper is None else float(upper), unit=name, bound=bound, noun=noun, per=per,
    )  # fmt: skip
    return quantity, end


def _bound(own: Bound, before: Bound | None, after: Bound | None) -> Bound:
    """A firm cue before wins, then one after, then 约, then the numeral's own (数十, 十余)."""
    for bound in (before if before != "~" else None, after if after != "~" else None):
        if bound:
            return bound
    if own != "=":
        return own
    return before or after or own


def _range(masked: str, first: Measured) -> tuple[Measured | None, Measured | None]:
    """`first` joined with what follows 至, 到, - or ~; (None, second) for a bare 3-2, which is a score."""
    sep = _RANGE.match(masked, first.end)
    if not sep or first.bound not in ("=", ">", "~") or first.low != first.high:
        return first, None
    after = re.compile(r"(?:[A-Z]{0,3}[$¥€£]|人民币|约)?").match(masked, sep.end())
    at = after.end() if after else sep.end()
    if at >= len(masked) or not re.match(NUMERAL_START, masked[at]):
        return first, None
    second = measured_at(masked, at, sep.end())
    if second is None or (second.low != second.high and "或" in sep[0]):
        return first, None
    mark = sep[0].strip()
    if mark in ("和", "与", "跟") and not masked.startswith("之间", second.end):
        return first, None
    low, high, unit = first.low, second.high, second.unit or first.unit
    if first.unit and second.unit and first.unit.name != second.unit.name:
        return first, None
    if first.unit and first.unit.kind != "money" and second.unit is None:
        return first, None
    if first.unit is None and second.unit:
        low *= second.unit.scale
    scale = second.numeral.own_scale
    shared = first.unit is None or first.unit.end == first.numeral.end or not first.numeral.arabic
    if shared and not first.numeral.scaled and scale > 1 and low * scale < high:
        low *= scale  # 30到40亿元
    bare = second.unit is None and first.unit is None and not second.numeral.scaled
    if bare and mark.startswith(("-", "–", "—")):
        return None, second
    if not low < high or (mark in ("至", "到", "或", "和", "与", "跟") and not _close(first, second)):
        return first, None
    joined = replace(
        second, start=first.start, core_start=first.core_start, low=low, high=high, unit=unit, bound="=",
        end=max(second.end, unit.end if unit and second.unit else second.end),
    )  # fmt: skip
    return joined, second


def _close(first: Measured, second: Measured) -> bool:
    """到 and 至 between like numbers: both Chinese or both digits, or a unit on the right."""
    return second.unit is not None or first.unit is not None or first.numeral.arabic == second.numeral.arabic


def _unit_name(masked: str, view: str, joined: Measured, end: int) -> tuple[str, str]:
    unit, value = joined.unit, joined.low
    if unit is not None and unit.kind == "size":
        follow = re.compile(r"[ +多]*").match(view, unit.end)
        near = noun_after(view, follow.end() if follow else unit.end, 2)
        left = noun_before(view, joined.start, Decimal(10**9))
        if near and near[0] in ("token", "person", "download"):
            return near
        if unit.word in "Kk":
            wide = re.compile(r"上下文|窗口|[Tt]oken|词元|context")
            around = view[max(0, joined.start - 12) : joined.start] + view[unit.end : unit.end + 10]
            return ("token", "") if wide.search(around) else ("", "")
        if unit.word in "Mm":
            around = view[max(0, joined.start - 8) : joined.start] + view[unit.end : unit.end + 8]
            if re.search(r"上下文|[Tt]oken|窗口", around):
                return "token", ""
            return ("parameter", "") if re.search(r"参数|模型", around) else ("", "")
        if unit.word == "T":
            return (near[0], near[1]) if near else ("", "")
        return ("token", "") if left == "token" else ("parameter", "参数")
    if unit is not None and unit.word in ("次", "次数"):
        if downloads_before(view, joined.start) or view.startswith("下载", unit.end):
            return "download", "下载"
        return "count", unit.word
    if unit is not None and unit.name != "count":
        return unit.name, unit.word
    if unit is not None:
        near = noun_after(view, unit.end)
        return (near[0], near[1]) if near else ("count", unit.word)
    if is_model_size(view, end, value):
        return "parameter", "模型"
    near = noun_after(view, end, 4)
    if near:
        return near
    left = noun_before(view, joined.start, value)
    return (left or "count"), ""
