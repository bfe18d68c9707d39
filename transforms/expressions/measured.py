"""A numeral with its unit at one place of the view, before bounds and ranges."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from transforms.annotations import Bound
from transforms.expressions.chinese_integer import chinese_integer
from transforms.expressions.numeral import Numeral, read_numeral
from transforms.expressions.units import Unit, currency_before, size_at, unit_at


@dataclass(frozen=True, slots=True)
class Measured:
    """A number with its unit; `start` includes a sign or currency before it."""

    start: int
    end: int
    core_start: int
    core_end: int
    low: Decimal
    high: Decimal
    bound: Bound
    unit: Unit | None
    numeral: Numeral


_FRACTION = re.compile(r"(百|千|万)分之|[一二三四五六七八九十两百千万\d]{1,6}分之")
_SLASH = re.compile(r"([1-9]\d?)/([2-9]|[1-9]\d)(?![\d/.月日])")
_PARTS = {"百": 100, "千": 1000, "万": 10000}
# 3年6个月, 1小时30分: what the smaller unit is of the larger
_SMALLER = {
    ("year", "month"): Decimal(12),
    ("month", "day"): Decimal(30),
    ("day", "hour"): Decimal(24),
    ("hour", "minute"): Decimal(60),
    ("minute", "second"): Decimal(60),
    ("month", "week"): Decimal(30) / 7,
    ("week", "day"): Decimal(7),
}
_HALF_UNIT = re.compile(
    r"半(?:个多|个|多)?(?=百分点|年(?!报|度|级|薪|期)|月(?!刊|板|谈)|小时|钟头|世纪|季度|学期)"
)
_HALF_NUMBER = re.compile(r"个半(?=月|小时|钟头|世纪|星期|学期)")


_FEN = re.compile(r"([一二三四五六七八九\d])分?(?=$|[，。、；！的])")
_RATE_CUT = re.compile(r"[降升加减]息[^，。；]{0,4}$")  # 一码 is a quarter of a point in Taiwan
_END_OF_PRICE = re.compile(r"$|[，。、；！？,;!?\s）)一多左上以起]")
# 1米8, 三块五, 三斤二两: digits after the unit are its decimals
_SPOKEN = re.compile(
    r"([一二三四五六七八九]{1,2}|\d{1,2})(两)?(?![\d一二三四五六七八九十百千万亿个位名年月日元点.%至到~毛角-]|[米块斤吨])"
)


@cache
def _jiao() -> re.Pattern[str]:
    digit = "[零一二两三四五六七八九壹贰叁肆伍陆柒捌玖\\d]"
    return re.compile(
        rf"(?P<jiao>{digit})[角毛]钱?(?:(?P<fen>{digit})(?:分|(?![\d\u4e00-\u9fff])))?|零?(?P<cent>{digit})分(?![之钟])"
    )


def measured_at(view: str, at: int, floor: int = 0) -> Measured | None:
    """Number and unit at `at`, or None where no number starts there; what ends at `floor` is taken."""
    fraction = _mixed_fraction(view, at) or _fraction(view, at)
    if fraction:
        return fraction
    half = _half(view, at)
    if half:
        return half
    numeral = read_numeral(view, at)
    if numeral is None:
        return None
    low, high, bound, end = numeral.low, numeral.high, numeral.bound, numeral.end
    start, currency = _sign_and_currency(view, at, numeral, floor)
    unit: Unit | None = None
    size = size_at(view, end) if numeral.arabic and not numeral.scaled else None
    longer = unit_at(view, end) if size else None
    if size and longer and longer.end > size.end:  # 100M宽带, 5kΩ
        size = None
    middle = _HALF_NUMBER.match(view, end)
    if size and not (size.word == "m" and not currency):  # 1.75m is a length, $1.75m money
        unit = size
    elif middle:
        unit = unit_at(view, middle.end()) or _bare_month(view, middle.end())
        low, high = low + Decimal("0.5"), high + Decimal("0.5")
    else:
        unit = unit_at(view, end)
        if unit and "多" in unit.word and bound == "=":
            bound = ">"
    if currency and not (unit and unit.kind not in ("money", "size")):
        stop = unit.end if unit else end
        scale = unit.scale if unit and unit.kind == "size" else Decimal(1)
        unit = Unit(stop, currency, view[start:at].strip(), "money", scale)
    negative = start < at and view[start] in "-负零"
    if (start < at and view[start] == "±") or view[max(start, at - 2) : at] == "正负":
        bound = "~"
    if unit is None:
        if negative and not numeral.arabic and not numeral.scaled:
            return None
        if negative:
            low, high = -high, -low
        return Measured(start, end, at, end, low, high, bound, None, numeral)
    if unit.kind == "fold" and (low >= 100 or numeral.scaled):
        return None
    if unit.kind in ("tenth", "fold"):
        low, high, unit = _tenths(low, high, unit, view, numeral)
    else:
        low, high = low * unit.scale, high * unit.scale
    spoken = _SPOKEN.match(view, unit.end) if unit.word in ("米", "块", "斤", "块钱") else None
    if spoken and low == high:
        extra = Decimal("0." + "".join(str(_digit(char)) for char in spoken[1]))
        low, high, unit = low + extra, high + extra, replace(unit, end=spoken.end())
        if unit.word == "块":
            unit = replace(unit, name="CNY", kind="money")
    elif unit.word == "块" and (
        (low >= 5 and _END_OF_PRICE.match(view, unit.end)) or _jiao().match(view, unit.end)
    ):
        unit = replace(unit, name="CNY", kind="money")
    elif unit.word == "码" and _RATE_CUT.search(view, max(0, start - 6), start):
        low, high, unit = low / 4, high / 4, replace(unit, name="percentage_point", kind="measure")
    elif unit.word == "寸" and numeral.arabic:
        unit = replace(unit, name="inch")  # 55寸电视; 三寸 is the old measure
    elif unit.word == "度" and view[start - 2 : start] in ("华氏", "摄氏") and start - 2 >= floor:
        start, unit = start - 2, replace(unit, name="fahrenheit" if view[start - 2] == "华" else "degree")
    elif unit.word in ("角", "毛"):
        fen = _FEN.match(view, unit.end)
        if fen:  # 两毛五
            low = high = low + _digit(fen[1]) / 100
            unit = replace(unit, end=fen.end())
        elif not _END_OF_PRICE.match(view, unit.end):
            return None
    elif unit.word == "分" and re.compile(r"\d{1,2}秒").match(view, unit.end):
        unit = replace(unit, name="minute", kind="duration")
    if unit.kind == "money" and unit.word.startswith(("元", "块", "圆", "人民币元")):
        coins = _jiao().match(view, unit.end)
        if coins:
            extra = _digit(coins["jiao"]) / 10 if coins["jiao"] else Decimal(0)
            extra += _digit(coins["fen"] or coins["cent"]) / 100 if coins["fen"] or coins["cent"] else 0
            low, high, unit = low + extra, high + extra, replace(unit, end=coins.end())
    if unit.kind == "money" and unit.scale == 1 and low == high:
        cents = read_numeral(view, unit.end)
        small = unit_at(view, cents.end) if cents and cents.low < 100 else None
        if cents and small and small.kind == "money" and small.name == unit.name and small.scale < 1:
            low = high = low + cents.low * small.scale  # 1美元50美分
            unit = replace(unit, end=small.end)
    if unit.kind in ("duration", "times", "age", "physical", "tenth"):
        low, high, unit = _more_parts(view, low, high, unit)
    if negative:
        low, high = -high, -low
    return Measured(start, unit.end, at, end, low, high, bound, unit, numeral)


def _bare_month(view: str, at: int) -> Unit | None:
    return Unit(at + 1, "month", "月", "duration") if view[at : at + 1] == "月" else None


def _digit(char: str) -> Decimal:
    return Decimal(chinese_integer(char) or 0) if not char.isascii() else Decimal(char)


def _tenths(
    low: Decimal, high: Decimal, unit: Unit, view: str, numeral: Numeral
) -> tuple[Decimal, Decimal, Unit]:
    """三成 = 30 percent, 三成五 = 35, 八折 = 80, 八五折 and 85折 = 85."""
    if unit.kind == "fold" and numeral.low >= 10:
        return low, high, unit
    if unit.kind == "fold" and len(numeral.text) == 2 and not numeral.scaled and not numeral.arabic:
        both = [_digit(char) for char in numeral.text]  # 九五折, and 七八折 too, is one figure
        return both[0] * 10 + both[1], both[0] * 10 + both[1], unit
    low, high = low * unit.scale, high * unit.scale
    tail = view[unit.end : unit.end + 1]
    if unit.kind == "tenth" and tail and tail in "一二三四五六七八九半":
        extra = Decimal(5) if tail == "半" else _digit(tail)
        return low + extra, high + extra, replace(unit, end=unit.end + 1)
    return low, high, unit


def _more_parts(view: str, low: Decimal, high: Decimal, unit: Unit) -> tuple[Decimal, Decimal, Unit]:
    """半 after a unit, and smaller units: 两年半, 3年6个月, 1小时30分."""
    if view[unit.end : unit.end + 1] == "半" and view[unit.end + 1 : unit.end + 2] not in tuple(
        "径导价数个决"
    ):
        half = Decimal("0.5") * (unit.scale if unit.kind == "times" else 1)
        return low + half, high + half, replace(unit, end=unit.end + 1)
    if unit.kind != "duration":
        return low, high, unit
    name, part = unit.name, Decimal(1)
    while True:
        at = unit.end + 1 if view[unit.end : unit.end + 1] in ("零", "又") else unit.end
        numeral = read_numeral(view, at)
        below = unit_at(view, numeral.end) if numeral else None
        if (
            numeral
            and name == "hour"
            and (below is None or below.word == "分")
            and view[numeral.end : numeral.end + 1] == "分"
        ):
            below = Unit(numeral.end + 1, "minute", "分", "duration")
        if not numeral or not below or (name, below.name) not in _SMALLER:
            return low, high, unit
        part /= _SMALLER[(name, below.name)]
        low, high = low + numeral.low * part, high + numeral.low * part
        name, unit = below.name, replace(unit, end=below.end)


def _sign_and_currency(view: str, at: int, numeral: Numeral, floor: int) -> tuple[int, str | None]:
    start, code = at, None
    money = currency_before(view, at)
    if money and money[0] >= floor:
        start, code = money
    if start <= floor:
        return start, code
    before = view[start - 1 : start]
    earlier = view[start - 2 : start - 1]
    plain_before = not earlier or not (earlier.isalnum() and earlier.isascii())
    after_word = "\u4e00" <= earlier <= "\u9fff"
    if (
        before == "-"
        and plain_before
        and earlier not in ("\x1a", "-", ")", "%", "~")
        and (not after_word or numeral.arabic)
    ):
        return start - 1, code
    if before == "±":
        return start - 1, code
    if view[start - 2 : start] == "正负" and start - 2 >= floor:
        return start - 2, code
    if before == "负" and earlier not in ("胜", "担", "肩", "抱", "自", "欺"):
        return start - 1, code
    if view[start - 2 : start] == "零下" and start - 2 >= floor:
        return start - 2, code
    return start, code


def _fraction(view: str, at: int) -> Measured | None:
    """百分之三十, 千分之五, 三分之一 as percent."""
    slash = _SLASH.match(view, at)
    if slash and int(slash[1]) < int(slash[2]) and view[at - 1 : at] not in ("/", "."):
        value = Decimal(slash[1]) * 100 / Decimal(slash[2])
        unit = Unit(slash.end(), "percent", "/", "percent")
        numeral = Numeral(at, slash.end(), value, value, arabic=True, scaled=True, text=slash[0])
        return Measured(at, slash.end(), at, slash.end(), value, value, "=", unit, numeral)
    found = _FRACTION.match(view, at)
    if not found:
        return None
    top = read_numeral(view, found.end())
    if top is None:
        return None
    if found[1]:
        base = Decimal(_PARTS[found[1]])
    else:
        below = read_numeral(view, at)
        if below is None or below.end != found.end() - 2 or not below.low:
            return None
        base = below.low
    unit = Unit(top.end, "percent", "分之", "percent")
    low, high = top.low * 100 / base, top.high * 100 / base
    return Measured(at, top.end, at, top.end, low, high, top.bound, unit, replace(top, start=at, scaled=True))


_MIXED = re.compile(r"[一二三四五六七八九十百两\d]{1,6}又(?=[一二三四五六七八九十两百千\d]{1,6}分之)")


def _mixed_fraction(view: str, at: int) -> Measured | None:
    """五又二分之一 = 5.5."""
    found = _MIXED.match(view, at)
    whole = read_numeral(view, at) if found else None
    part = _fraction(view, found.end()) if found else None
    if not whole or not part:
        return None
    value = whole.low + part.low / 100
    numeral = replace(part.numeral, start=at, low=value, high=value, text=view[at : part.end])
    unit = unit_at(view, part.end)
    return Measured(at, unit.end if unit else part.end, at, part.end, value, value, "=", unit, numeral)


def _half(view: str, at: int) -> Measured | None:
    """半年, 半个月, 半小时 = 0.5."""
    found = _HALF_UNIT.match(view, at)
    if not found:
        return None
    unit = unit_at(view, found.end()) or _bare_month(view, found.end())
    if unit is None:
        return None
    value = Decimal("0.5") * unit.scale
    numeral = Numeral(at, at + 1, value, value, scaled=True, text="半")
    bound: Bound = ">" if "多" in found[0] else "="
    return Measured(at, unit.end, at, at + 1, value, value, bound, unit, numeral)
