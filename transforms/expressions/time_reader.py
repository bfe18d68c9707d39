"""Time expressions of a masked view, as written: points, ranges, counts from now, vague words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from transforms.expressions.festivals import festival_firsts
from transforms.expressions.point_pattern import PointMatch, match_point
from transforms.expressions.point_reader import number, read_point
from transforms.expressions.shifted_time import shifted_at
from transforms.expressions.time_form import TimeForm, TimePoint
from transforms.expressions.time_triggers import time_starts
from transforms.expressions.time_words import DAY, MONTH
from transforms.expressions.vague_time import vague_at

_POINT_STARTS = frozenset(
    "民一二三四零〇五六七八九十廿0123456789公前今去本明后大来新上下同次翌隔当首春夏秋冬昨第周月星礼这年"
    "FQH凌清早中傍晚夜深午" + festival_firsts()
)
_SHIFT_STARTS = "过最近此前头未今接往后半一二三四五六七八九十两俩几数百千0123456789"
_RANGE = r" ?(?:至|到|-{1,2}|–|—{1,2}|~) ?"
_NUMERAL_CHARS = "零〇一二三四五六七八九十百千万亿0123456789."
_Q = "[一二三四1-4]"


@cache
def _pairs() -> re.Pattern[str]:
    """Ranges whose left side lacks its word: 2022-2024年, 1-7月, 一至三季度."""
    both = "今明|明后|去今|前去|昨今|昨前|前昨"
    cn_year = "[一二][零〇一二三四五六七八九]{3}"

    def led(group: str) -> str:
        return rf"(?:(?P<y{group}>[12]\d{{3}}) ?年|(?P<rel{group}>今|去|前|明)年)? ?"

    return re.compile(
        rf"(?<![\d.])(?P<ya>[12]\d{{3}}|{cn_year}){_RANGE}(?P<yb>[12]\d{{3}}|\d\d|{cn_year}) ?年(?:度)?"
        rf"(?!代|级|间?历史|前|后| ?{MONTH} ?月)(?:间|期间)?"
        rf"|(?<![\d.]){led('')}(?:第?(?P<qa>{_Q})(?:季度?)?(?:{_RANGE}|、)第?(?P<qb>{_Q})季度)"
        rf"|(?<![\d.]){led('2')}(?P<ma>{MONTH}){_RANGE}(?P<mb>{MONTH}) ?月(?:份)?(?!薪|龄|期| ?{DAY} ?[日号])"
        rf"|(?P<both>{both})(?:两|2|二)(?P<grain>[年天日])"
        rf"|{led('3')}(?P<mm>一二|二三|三四|四五|五六|六七|七八|八九|九十)月(?:份|间|(?!薪|龄|期|经|初|底|末|中|上|下))"
    )


@cache
def _suffix() -> tuple[re.Pattern[str], re.Pattern[str]]:
    open_end = re.compile(
        r" ?(?:(?:开始)?以来|至今|到现在|迄今|(?:开始)?起至今"
        r"|起(?![诉点火源初步码来到重草价飞])|开始(?=[，。,]|实|执|施))"
    )
    since = re.compile(r"(?:自从?|从|打) ?$")
    return open_end, since


def read_times(masked: str) -> Iterator[TimeForm]:
    """Forms in order, non-overlapping."""
    done = 0
    for start in time_starts(masked):
        if start < done:
            continue
        form = _form_at(masked, start)
        if form is not None:
            yield form
            done = max(form.end, start + 1)


def _form_at(masked: str, at: int) -> TimeForm | None:
    char, before = masked[at], masked[at - 1] if at else ""
    inside_number = char in _NUMERAL_CHARS and before != "" and before in _NUMERAL_CHARS
    if not inside_number:
        pair = _pair_at(masked, at) if char in "一二三四五六七八九十今去前明后昨0123456789第" else None
        if pair:
            return _with_suffix(masked, pair)
        if char in _POINT_STARTS:
            form = _points(masked, at)
            if form:
                return form
        if char in _SHIFT_STARTS:
            shifted = shifted_at(masked, at)
            if shifted:
                return shifted
    return vague_at(masked, at)


def _pair_at(masked: str, at: int) -> TimeForm | None:
    found = _pairs().match(masked, at)
    if not found:
        return None
    g = found.groupdict()
    if g["ya"]:
        low = number(g["ya"])
        high = number(g["yb"])
        high = low // 100 * 100 + high if high < 100 else high
        if not low < high < 2200:
            return None
        return TimeForm(at, found.end(), TimePoint(year=low), TimePoint(year=high))
    if g["both"]:
        return _both(at, found)
    word, rel = g["y"] or g["y2"] or g["y3"], g["rel"] or g["rel2"] or g["rel3"]
    year = int(word) if word else None
    shift = {"今": 0, "去": -1, "前": -2, "明": 1}[rel] if rel else None
    if g["mm"]:
        g["ma"], g["mb"] = g["mm"][0], g["mm"][1]  # 六七月
    low, high = (
        (number(g["qa"]) * 3 - 2, number(g["qb"]) * 3) if g["qa"] else (number(g["ma"]), number(g["mb"]))
    )
    if not low < high:
        return None
    return TimeForm(at, found.end(), TimePoint(year=year, year_shift=shift, months=(low, high)))


_OFF = {"前": -2, "去": -1, "昨": -1, "今": 0, "明": 1, "后": 2}


def _both(at: int, found: re.Match[str]) -> TimeForm:
    """今明两年, 昨今两天: from the earlier to the later."""
    low, high = sorted(_OFF[char] for char in found["both"])
    if found["grain"] == "年":
        return TimeForm(at, found.end(), TimePoint(year_shift=low), TimePoint(year_shift=high))
    return TimeForm(at, found.end(), TimePoint(day_shift=low), TimePoint(day_shift=high))


def _points(masked: str, at: int) -> TimeForm | None:
    found = match_point(masked, at)
    if not found:
        return None
    point = read_point(found)
    if point is None or not _is_time(masked, at, found, point):
        return None
    form = TimeForm(at, found.end, point)
    sep = re.compile(_RANGE).match(masked, form.end)
    if sep and not point.clock:
        right = match_point(masked, sep.end())
        until = read_point(right) if right else None
        if right and until and not until.clock and _is_time(masked, sep.end(), right, until, right_side=True):
            form = replace(form, end=right.end, until=_inherit(point, until))
    return _with_suffix(masked, form)


def _inherit(left: TimePoint, right: TimePoint) -> TimePoint:
    """The right side takes the year, and the month or week, that only the left side names."""
    if right.weekday is not None and right.week_shift is None:
        return replace(right, week_shift=left.week_shift)
    if not right.has_year and left.has_year and right.day_shift is None and right.week_shift is None:
        if right.month is None and right.day is not None and right.month_shift is None:
            right = replace(right, month=left.month)
        return replace(right, year=left.year, year_shift=left.year_shift, year_after=left.year_after)
    if right.month is None and right.day is not None and left.month is not None:
        return replace(right, month=left.month)
    if right.day is not None and right.month is None and right.month_shift is None:
        return replace(right, month_shift=left.month_shift, month_after=left.month_after)
    return right


def _is_time(masked: str, at: int, found: PointMatch, point: TimePoint, right_side: bool = False) -> bool:
    before = masked[at - 1 : at]
    if before and before in "每第":
        return False
    g = found.groups
    two = masked[max(0, at - 2) : at]
    if (
        g["yrel"]
        and before in ("过", "以", "文", "说", "两", "十", "声", "几")
        and not (before == "过" and two == "不过")
    ):
        return False
    if g["mrel"] and before in ("以", "日", "基", "网", "线", "身", "海", "面"):
        return False
    if g["week"] and before in ("基", "日", "成", "资", "以"):
        return False
    if g["bday"] and before and before in ("每两一双单" if right_side else "每两一双单至到"):
        return False
    if (g["year"] or g["year2"]) and before and before in "近约超逾满达" and number(g["year"] or "0") < 1900:
        return False
    if g["dec2"] and before == "\x1a":
        return False
    dateline = masked[found.end : found.end + 1] in ("电", "讯") and g["day"] and not before.isdecimal()
    if dateline:
        return True  # 中央社纽约4日电
    if g["day"] and (
        before.isdecimal()
        or before in ("月", "连", "续", "期", "近", "这", "几", "约", "超", "逾", "足", "过", "前", "隔")
        or g["day"] == "一"
    ):
        return False
    if (
        g["day"]
        and found.text.rstrip().endswith("号")
        and before
        and before not in " ，。；：、\n（“在于从自到至本前和与及"
    ):
        return False
    if g["year3"] and before and before not in " ，。；：、\n（“在于从自到至早是":
        return False
    if (g["mmonth"] or g["s_season"]) and before and before in "近这":
        return False
    if g["s_season"]:
        return two.endswith(("整个", "在", "到了", "今年", "到", "于")) or before in (
            "在",
            "到",
            "于",
            "\n",
            "",
        )
    return not (g["s_half"] and before in ("以",))


def _with_suffix(masked: str, form: TimeForm) -> TimeForm:
    open_end, since = _suffix()
    suffix = open_end.match(masked, form.end)
    if not suffix:
        return form
    led = since.search(masked[max(0, form.start - 3) : form.start])
    # 下周一起 names the day; 自5月起 the time from then on
    if form.until is not None or (not led and suffix[0].strip() in ("起", "开始")):
        return form
    start = form.start - (len(led[0]) if led else 0)
    return replace(form, start=start, end=suffix.end(), open_end=True)
