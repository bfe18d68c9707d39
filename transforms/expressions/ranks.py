"""Ranks: 排名第三, 第12位, 前十, 全球第三大, TOP 10. Other ordinals (第三方, 第一次) are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from transforms.annotations import Quantity
from transforms.expressions.chinese_integer import chinese_integer

_N = r"[一二三四五六七八九十百两]{1,5}|\d{1,5}"
# what a place in a list is said after; 第三 alone may count chapters, floors or persons
_PLACED = (
    r"(?:排名|排行|名列|位列|位居|高居|稳居|蝉联|跻身|排在|排到|排至|升至|升到|跌至|降至|滑落至|跃居|跃升至|上升至"
    r"|下滑至|夺得|斩获|荣获|获得?|拿下|考了|得了|居|列|排|全球|全国|世界|国内|行业|业内|亚洲|全省|全市|市场|榜|规模|总分"
    r"|综合|并列|销量|收入|产量|份额|市占率)[^，。；！？,;\d\n]{0,6}$"
)
_REACHED = (
    r"(?:跌出|跻身|进入|位列|位居|名列|排名|闯入|挤进|杀入|跌至|稳居|居|列|入围|进|全球|全国|世界|行业|国内)"
    r"[^，。；！？,;\d\n]{0,6}$"
)
_STARTS = re.compile(r"[第前]|TOP|[Tt]op")
_END = r"(?=$|[，。；！？、,;!?\s）)”」】\n]|[的和与及之且并是为])"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    rank = re.compile(
        rf"第 ?(?P<n>{_N})(?P<tail>名|大(?=[\u4e00-\u9fffA-Z])|位{_END}|{_END})"
        rf"|(?<![之以目提此从年月日天])前(?P<top>{_N})(?P<toptail>名|强|位|大(?=[\u4e00-\u9fff])|{_END})"
        r"|(?<![A-Za-z])(?:TOP|Top|top) ?-?(?P<latin>\d{1,4}|[一二三五十百]{1,2})(?![A-Za-z\d.])"
    )
    return rank, re.compile(_PLACED), re.compile(_REACHED)


def find_ranks(view: str, text: str) -> Iterator[Quantity]:
    """Ranks of a view whose times and names are blanked; `value` is the place, of 前十 the last one."""
    rank, placed, reached = _patterns()
    for start in _STARTS.finditer(view):
        found = rank.match(view, start.start())
        if found is None:
            continue
        before = view[max(0, found.start() - 12) : found.start()]
        word = found["n"] or found["top"] or found["latin"]
        value = int(word) if word.isascii() else chinese_integer(word)
        if not value:
            continue
        if found["n"] and found["tail"] != "名" and not placed.search(before):
            continue
        if found["top"] and found["toptail"] in ("", "位", "大") and not reached.search(before):
            continue
        core = (
            found.start("n") if found["n"] else found.start("top") if found["top"] else found.start("latin")
        )
        place = float(value)
        yield Quantity(
            start=found.start(), end=found.end(), core_start=core, core_end=core + len(word),
            surface=text[found.start() : found.end()], value=place, low=place, high=place, unit="rank",
            bound="=",
        )  # fmt: skip
