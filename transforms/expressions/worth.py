"""Which numbers are quantities: not 一 as an article, not a bare year, not a scale word in a compound."""

from __future__ import annotations

import re
from decimal import Decimal

from transforms.expressions.bounds import cue_after, cue_before
from transforms.expressions.chinese_integer import DIGIT_CHARS
from transforms.expressions.counted import noun_after, noun_before
from transforms.expressions.measured import Measured

_REAL = ("percent", "times", "money", "physical", "age", "tenth", "fold")
_POINTING = re.compile(r"[这那哪某每同另唯任有前后首头新第又上下本整]$")
_ONE_WITH_CUE = (">", ">=", "<", "<=")
_EACH = re.compile(r"每(?:周|个?月|年|季度?|个?星期|次|人)[^，。；每]{0,6}$")
_LETTER = re.compile(r"[A-Za-z]")


def is_quantity(masked: str, view: str, found: Measured, is_range: bool) -> bool:
    """Whether a number with this unit (or none) states a quantity here."""
    numeral, _unit = found.numeral, found.unit
    before = masked[max(0, found.start - 1) : found.start]
    after = masked[found.end : found.end + 1]
    if before and before.isascii() and before.isalnum() and masked[found.start] not in "$¥€£":
        return False
    if numeral.arabic:
        return _arabic(masked, view, found, before, after, is_range)
    return _chinese(masked, found, before, after, is_range)


def _arabic(masked: str, view: str, found: Measured, before: str, after: str, is_range: bool) -> bool:
    numeral, unit = found.numeral, found.unit
    if unit is None and after and _LETTER.match(after):
        return False
    if before == "." or (before == "," and masked[found.start - 2 : found.start - 1].isdigit()):
        return False
    if unit is not None:
        return True
    if before in ("#", "@", "_", "=", "&", "\\", "^") or after in ("_", "=", "#", "强", "后", "式", "系"):
        return False
    bare_year = re.fullmatch(r"(?:19|20)\d\d", numeral.text)
    if bare_year and cue_before(masked, found.start) is None:
        return False
    if len(numeral.text) > 1 and numeral.text[0] == "0" and numeral.text[1].isdigit():
        return False
    if (
        not numeral.scaled
        and numeral.bound == "="
        and not is_range
        and not _stands_alone(masked, view, found)
    ):
        return False
    # 9·11, 1/2, 2-1, 3x4: parts of something else
    around = {before, after} - {""}
    return not (
        around & set("·/×*^|")
        or (before in tuple("-–—") and not is_range and found.start == found.core_start)
    )


_VALUE_BEFORE = frozenset(
    "分为是达至到报有共计得约了升降跌涨增减率值比数量额仅只超逾近过多出 ，。、；：（(“,;:>\n"
)
_VALUE_AFTER = frozenset(". ，。、；：）)”,;:！？!?\n和与及或至的左上以而后，")
_NUMBERED = ("医院", "中学", "小学", "工厂", "厂", "研究所", "所", "团", "中队", "室", "基地", "特勤")
_CODE = re.compile(
    r"(?:代码|编号|编码|号码|电话|热线|邮编|单号|账号|帐号|密码|错误码|学号|工号|房间|微信|码|[Cc]ode|ID|QQ)[^，。；\n]{0,3}$"
)


def _stands_alone(masked: str, view: str, found: Measured) -> bool:
    """A number without a unit states a value only where it stands as one: PMI为49.1, not 错误码404."""
    if view.startswith(_NUMBERED, found.end) and cue_before(masked, found.start) is None:
        return False  # 301医院, 101中学
    if _CODE.search(view[max(0, found.start - 10) : found.start]):
        return False
    if cue_before(masked, found.start) or cue_after(masked, found.end) or noun_after(view, found.end, 2):
        return True
    before, after = masked[max(0, found.start - 1) : found.start], masked[found.end : found.end + 1]
    return (not before or before in _VALUE_BEFORE) and (not after or after in _VALUE_AFTER)


def _chinese(masked: str, found: Measured, before: str, after: str, is_range: bool) -> bool:
    numeral, unit = found.numeral, found.unit
    text = numeral.text
    if before and before in DIGIT_CHARS + "十百千万亿第数几":
        return False
    if is_range:
        return unit is not None or numeral.scaled
    if numeral.bare_scale and numeral.bound == "=" and not (unit and unit.kind == "percent"):
        return _bare_scale(masked, found)
    if unit is None:
        if not numeral.scaled:
            return (
                bool(re.search(r"(?:有|分为|其)$", masked[max(0, found.start - 2) : found.start]))
                and bool(re.match(r"[：:。，,；]", after or "。"))
                and text in tuple("二三四五六七八九")
                and before == "有"
            )
        if "又" in text:
            return True
        if "点" in text:
            return after not in ("分", "钟", "半", "整") and before not in ("午", "晨", "晚", "早")
        whole = numeral.low >= 100 or (numeral.low >= 10 and len(text) >= 2)
        return whole and after not in ("强", "佳", "大", "分", "中", "届", "后", "式", "里", "来")
    if text in ("一", "壹"):
        return _one(masked, found, before)
    if unit.kind == "point":
        return before in ("有", "涨", "跌", "升", "降", "了", "至", "到") or numeral.low > 100
    if text in ("零", "〇") and unit.kind not in _REAL:
        return False
    if text in ("二", "贰") and unit.kind not in (*_REAL, "person", "duration"):
        return False
    if text == "四" and unit.word == "周":  # all around, unless the words beside it speak of time
        after = masked[unit.end : unit.end + 1]
        return before in tuple("了续期达约近隔用时共") or after in tuple("时内以左之多半")
    single = numeral.low < 10 and not numeral.scaled
    if unit.kind == "weak" and single:
        return cue_before(masked, found.start) is not None
    if (
        not numeral.scaled
        and len(text) >= 2
        and numeral.low == numeral.high
        and "零" not in text
        and "〇" not in text
    ):
        return unit.kind in ("fold",)
    return True


def _one(masked: str, found: Measured, before: str) -> bool:
    """一 is a number before a real unit or after a cue (至少一人); else it is an article."""
    unit = found.unit
    assert unit is not None
    cue = cue_before(masked, found.start)
    if unit.kind == "duration":
        if found.low != 1 or unit.word.startswith("整"):
            return True  # 一天半, 一整天
        if unit.name == "day" and _EACH.search(masked[max(0, found.start - 10) : found.start]):
            return True  # 每周休息一天
        if unit.name in ("day", "night"):
            after = masked[unit.end : unit.end + 2]
            return cue is not None or before in tuple("了用短达仅隔") or after in ("之内", "以内", "时间")
        return not _POINTING.search(before)
    if unit.kind in _REAL:
        return not (before and before in "这那同每另唯第")
    if cue is not None:
        return cue.bound in _ONE_WITH_CUE
    if unit.kind == "person" and unit.word == "人":
        return bool(
            re.match(
                r"(?:死亡|受伤|遇难|失踪|被捕|获救|轻伤|重伤|身亡|死|伤|当选|丧生)",
                masked[unit.end : unit.end + 2],
            )
        )
    return False


_CLAUSE_END = ("", *"，。、；！的大)）\n")


def _bare_scale(masked: str, found: Measured) -> bool:
    """百万, 万亿 without a digit: before money or a real unit; 百, 千, 万, 亿 alone after a cue only."""
    cue = cue_before(masked, found.start)
    if cue is not None:
        if found.unit is not None or len(found.numeral.text) > 1:
            return True
        after = masked[found.end : found.end + 1]
        return cue.word in ("破", "突破", "过", "超", "逾") and found.low >= 10**4 and after in _CLAUSE_END
    if found.unit is None:
        before = masked[max(0, found.start - 1) : found.start]
        return before in ("达", "破", "过", "超") and noun_before(masked, found.start, found.low) is not None
    return len(found.numeral.text) > 1 and found.low >= Decimal(10**6)
