"""Ratios: 比例为3:1, 1比3.5, 以1∶10的比例. Scores (3比1获胜) and clocks are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from transforms.annotations import Quantity
from transforms.expressions.bounds import cue_after, cue_before
from transforms.expressions.numeral import NUMERAL_CHARS, read_numeral

_SIGN = re.compile(rf"[比:：∶](?<=[{NUMERAL_CHARS} ].) ?[{NUMERAL_CHARS}]")
_SIDE = rf"(?:\d{{1,9}}(?:\.\d{{1,6}})?|[{NUMERAL_CHARS}点]{{1,9}})[万亿]?"
# a word for a ratio in the clause before or right after tells it from a score or a clock
_SAID_BEFORE = re.compile(
    r"(?:比例|比率|比值|之比|配比|对比度|性别比|女比|生比|师比|投比|重比|能效比|率比|赔率|杠杆|比重|汇率|兑换?|换股|占比|稀释|宽高比|纵横比|盈亏比|供需比|多空比|按照?|拆股)"
    r"[^，。；！？,;\n]{0,8}$"
)
_SAID_AFTER = re.compile(
    r" ?的?(?:比例|比率|配比|杠杆|换股|配资|兑换|复刻|还原|配置|稀释|拆股|拆分|反向拆|等比|缩放|混合)"
)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\d.:：比])(?P<a>{_SIDE}) ?(?P<sign>比|:|：|∶) ?(?P<b>{_SIDE})(?![\d:：∶比]|\.\d)"
    )


def find_ratios(view: str, text: str) -> Iterator[Quantity]:
    """Ratios of a view whose times and names are blanked; `value` is the left side by the right one."""
    if not _SIGN.search(view):
        return
    for found in _pattern().finditer(view):
        left, right = read_numeral(view, found.start("a")), read_numeral(view, found.start("b"))
        if left is None or right is None or not right.low or left.end != found.end("a"):
            continue
        if right.end != found.end("b"):
            continue
        before, after = view[max(0, found.start() - 16) : found.start()], view[found.end() : found.end() + 8]
        decimal = "." in found[0] or "点" in found[0]
        if not (decimal or _SAID_BEFORE.search(before) or _SAID_AFTER.match(after)):
            continue
        cue, later = cue_before(view, found.start()), cue_after(view, found.end())
        bound = cue.bound if cue else later.bound if later else "="
        value = float(left.low / right.low)
        start, end = (cue.start if cue else found.start()), (later.end if later else found.end())
        yield Quantity(
            start=start, end=end, core_start=found.start(), core_end=found.end(), surface=text[start:end],
            value=value, low=None if bound in ("<", "<=") else value,
            high=None if bound in (">", ">=") else value, unit="ratio", bound=bound,
        )  # fmt: skip
