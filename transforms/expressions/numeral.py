"""One numeral at one place: digits, Chinese, mixed, vague, with its end and its own bound."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from transforms.annotations import Bound
from transforms.expressions.chinese_integer import (
    DIGIT_CHARS,
    SCALE_CHARS,
    chinese_integer,
    plain,
    scale_value,
)
from transforms.expressions.units import unit_at

_D, _S = f"[{DIGIT_CHARS}]", f"[{SCALE_CHARS}]"
_TAIL = r"(?:\^[+-]?\d{1,2}|[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]{1,3}|的(?:\d{1,2}|[一二三四五六七八九十]{1,3})次方)"
_POWER_NEXT = frozenset("eE^⁰¹²³⁴⁵⁶⁷⁸⁹⁻的×xX*· ")
ARABIC = r"(?:\d{1,3}(?:,\d{3}){1,6}(?![\d,])(?:\.\d{1,12})?|\d{1,18}(?:\.\d{1,12})?)(?!\d)"
_ENGLISH = {"w": 4, "thousand": 3, "million": 6, "mn": 6, "billion": 9, "bn": 9, "trillion": 12}
NUMERAL_CHARS = rf"\d{DIGIT_CHARS}{SCALE_CHARS}"
NUMERAL_START = rf"[\d{DIGIT_CHARS}{SCALE_CHARS}几数若上成半]"


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral of the view. `low` and `high` differ for 两三百; `bound` is `>` for 数十 and 十余."""

    start: int
    end: int
    low: Decimal
    high: Decimal
    bound: Bound = "="
    arabic: bool = False
    scaled: bool = False  # has a scale word or is a fraction: a number even without a unit
    bare_scale: bool = False  # 万亿, 百万: no digit of its own
    own_scale: Decimal = Decimal(1)  # the last scale, that a range shares with its left side
    text: str = ""


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    arabic = re.compile(
        rf"(?P<num>{ARABIC})(?:(?P<inner>[余多来几])(?P<vscale>{_S}{{1,4}})"
        rf"| ?(?P<scale>[千万亿兆百十]{{1,4}}|(?i:{'|'.join(list(_ENGLISH)[1:])})(?![A-Za-z])"
        r"|[wW](?=[元块人名个次位粉多+台])))?"
    )
    more = re.compile(rf"零?(?P<num>{ARABIC}) ?(?P<scale>[百千万亿]{{1,3}})")
    chinese = re.compile(
        rf"(?P<several>好几|几|数|若干|上|成)?(?P<core>(?:{_D}|{_S}){{1,40}})"
        rf"(?:(?P<ji>几)(?P<jiscale>{_S}{{0,3}})|点(?P<dec>{_D}{{1,12}})(?P<decscale>[百千万亿兆]{{0,3}})"
        rf"|(?P<over>[余多来])(?P<overscale>[百千万亿兆]{{1,3}}))?"
    )
    return arabic, more, chinese


def read_numeral(view: str, at: int) -> Numeral | None:
    """The longest numeral that starts at `at`, or None. The caller looks at what stands before it."""
    if at >= len(view):
        return None
    return _read_arabic(view, at) if view[at].isdecimal() and view[at].isascii() else _read_chinese(view, at)


def _read_arabic(view: str, at: int) -> Numeral | None:
    first, more, _ = _patterns()
    found = first.match(view, at)
    if not found:
        return None
    power = _power(view, at, found.end("num"))
    if power:
        return power
    value = Decimal(found["num"].replace(",", ""))
    bound: Bound = "="
    end, scale = found.end(), Decimal(1)
    word = found["vscale"] or found["scale"]
    given = _given_back(view, end) if word else 0
    if word and given:
        word, end = word[:-given], end - given  # 9.2万亿千瓦时, 200兆瓦, 5千克
        if view[end - 1] == " ":
            end -= 1
    if word:
        scale = Decimal(10) ** _ENGLISH[word.lower()] if word.isascii() else Decimal(scale_value(word))
        value *= scale
    if found["inner"]:
        bound = "~" if found["inner"] == "来" else ">"
    elif word and not word.isascii():
        last = scale
        while next_part := more.match(view, end):
            below = Decimal(scale_value(next_part["scale"]))
            if below >= last or Decimal(next_part["num"].replace(",", "")) * below >= last:
                break
            value += Decimal(next_part["num"].replace(",", "")) * below
            end, last = next_part.end(), below
        rest = _REST.match(view, end) if end == found.end() else None
        if rest and (len(rest[1]) == 1 or last == 10**4):  # 1万2, 3万5000
            value += Decimal(rest[1]) * (last / 10 if len(rest[1]) == 1 else 1)
            end = rest.end()
    end, bound = _over(view, end, bound)
    return Numeral(
        at, end, value, value, bound, arabic=True, scaled=bool(word), own_scale=scale, text=view[at:end]
    )


_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_POWER = re.compile(
    rf"(?P<num>{ARABIC})(?:[eE](?P<e>[+-]?\d{{1,3}})(?![\dA-Za-z])| ?[×xX*·] ?10(?P<tail>{_TAIL})"
    rf")|10(?P<own>{_TAIL})"
)


def _power(view: str, at: int, end: int) -> Numeral | None:
    """1.5e9, 10^25, 3×10²⁵, 10的25次方; None for any plain number."""
    if view[end : end + 1] not in _POWER_NEXT:
        return None
    found = _POWER.match(view, at)
    if not found:
        return None
    value = Decimal(found["num"].replace(",", "")) if found["num"] else Decimal(1)
    words = found["e"] or re.sub(r"[\^的次方]", "", found["tail"] or found["own"]).translate(_SUPERSCRIPTS)
    power = int(words) if not re.search("[一-十]", words) else (chinese_integer(words) or 0)
    if abs(power) > 99:
        return None
    value = value.scaleb(power)
    return Numeral(at, found.end(), value, value, arabic=True, scaled=True, text=found[0])


_REST = re.compile(r"([1-9]|[1-9]\d{3})(?![\d.,%:：年月日~-]|[十百千万亿])")


def _given_back(view: str, end: int) -> int:
    """How many of the last scale characters belong to a unit: 千瓦, 千克, 兆瓦, 千兆比特."""
    for length in (2, 1):
        if view[end - length : end - length + 1] in ("百", "千", "兆", "仟"):
            unit = unit_at(view, end - length)
            if (
                unit
                and unit.end > end
                and unit.word[0] in "百千兆仟"
                and unit.kind in ("physical", "measure")
            ):
                return length
    return 0


def _over(view: str, end: int, bound: Bound) -> tuple[int, Bound]:
    """余 and 多 after the numeral: 3000余名, 1万多人. Not 多 of 多数, 余 of 余额."""
    if bound == "=" and view.startswith("好几", end):
        return end + 2, ">"
    if (
        bound == "="
        and view[end : end + 1] == "来"
        and view[end - 1] in "0百千万"
        and view[end + 1 : end + 2] in _AFTER_LAI
    ):
        return end + 1, "~"
    if bound == "=" and view[end : end + 1] in ("余", "多") and view[end + 1 : end + 2] not in _NOT_OVER:
        return end + 1, ">"
    if bound == "=" and view[end : end + 1] == "+" and "\u4e00" <= view[end + 1 : end + 2] <= "\u9fff":
        return end + 1, ">="
    return end, bound


_NOT_OVER = frozenset("额少样")


_LIANG = re.compile(r"$|[，。；、！？的重左酒肉黄金银茶米面糖盐油]")


def _read_chinese(view: str, at: int) -> Numeral | None:
    found = _patterns()[2].match(view, at)
    if not found:
        return None
    core, end, several = found["core"], found.end(), found["several"]
    given = _given_back(view, end) if len(core) > 1 and end == found.end("core") else 0
    if 0 < given < len(core):
        core, end = core[:-given], end - given
    if core[-1] == "两" and len(core) > 1 and end == found.end("core") and _LIANG.match(view, end):
        core, end = core[:-1], end - 1  # 二两酒
    digits = any(char in DIGIT_CHARS for char in core)
    if several:
        if several in "上成" and (digits or core[0] not in "百千万亿"):
            return None
        if several not in "上成" and digits:
            return None
        value = Decimal(scale_value(core))
        stop = min(end, found.end("core"))
        stop, _ = _over(view, stop, "=")
        return Numeral(at, stop, value, value, ">", scaled=True, own_scale=value, text=view[at:stop])
    low = high = None
    pair = _adjacent(core)
    if pair and not found["dec"]:
        low, high = pair
    else:
        if digits and core[0] in "百千万亿":
            return None  # 百八十
        read = chinese_integer(core)
        if read is None:
            return None
        low = high = Decimal(read)
    bound: Bound = "="
    scaled = any(char in SCALE_CHARS for char in core)
    own = Decimal(_tail_scale(core))
    if found["ji"]:
        if core[-1] not in SCALE_CHARS:
            return None
        own = Decimal(scale_value(found["jiscale"]))
        low, high, bound, scaled = low * own, high * own, ">", True
    elif found["dec"]:
        own = Decimal(scale_value(found["decscale"]))
        fraction = "".join(str("零一二三四五六七八九".index(char)) for char in plain(found["dec"]))
        low = high = Decimal(f"{int(low)}.{fraction}") * own
        scaled = True
    elif found["over"]:
        if core[-1] not in SCALE_CHARS:
            return None
        own = Decimal(scale_value(found["overscale"]))
        low, high, bound, scaled = low * own, high * own, "~" if found["over"] == "来" else ">", True
    elif core[-1] in SCALE_CHARS:
        if view.startswith("好几", end):
            end, bound = end + 2, ">"
        elif view[end : end + 1] == "来" and core[-1] in "十百" and view[end + 1 : end + 2] in _AFTER_LAI:
            end, bound = end + 1, "~"
        else:
            end, bound = _over(view, end, bound)
    return Numeral(
        at, end, low, high, bound, scaled=scaled, bare_scale=not digits and core[0] not in "十廿卅拾",
        own_scale=own, text=view[at:end],
    )  # fmt: skip


_AFTER_LAI = frozenset("个名位人家年天岁次种件条斤里米块元分万")


def _tail_scale(core: str) -> int:
    end = len(core)
    start = end
    while start and core[start - 1] in "百千万亿兆":
        start -= 1
    return scale_value(core[start:end]) if 0 < start < end else 1


def _adjacent(core: str) -> tuple[Decimal, Decimal] | None:
    """Two digits side by side name a range: 两三百 = 200 to 300, 七八十, 二十五六, 三五个."""
    chars = plain(core)
    spots = [
        n
        for n in range(len(chars) - 1)
        if chars[n] in "一二三四五六七八九" and chars[n + 1] in "一二三四五六七八九"
    ]
    if len(spots) != 1 or "零" in chars:
        return None
    n = spots[0]
    a, b = "一二三四五六七八九".index(chars[n]) + 1, "一二三四五六七八九".index(chars[n + 1]) + 1
    if b != a + 1 and (a, b) != (3, 5):
        return None
    if n and chars[n - 1] not in SCALE_CHARS:
        return None
    low, high = chinese_integer(chars[: n + 1] + chars[n + 2 :]), chinese_integer(chars[:n] + chars[n + 1 :])
    return (Decimal(low), Decimal(high)) if low is not None and high is not None and low < high else None
