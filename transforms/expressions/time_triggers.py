"""Where a time can begin: a first character with one of the characters that may follow it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from transforms.expressions.rules import table
from transforms.expressions.vague_time import vague_words

_DIGITS = "0123456789"
_CN = "一二三四五六七八九十"
_COUNT_NEXT = "年个天周小季星礼时点零〇两多几余至到-—–~ 世分财月日号百千万" + _CN
_FOLLOWERS = {
    **dict.fromkeys(_CN + "廿零〇", _COUNT_NEXT),
    **dict.fromkeys("两俩几数百千", "年个天周小月日星礼百千万十多余分三四五季" + "到至-~"),
    "半": "年个小天月",
    "公": "元",
    "民": "国",
    **dict.fromkeys("今去本明", "明今后年日天月晚晨早春夏秋冬季周星礼世后财"),
    "前": "年天日晚个一二两三四五六七八九十几数" + _DIGITS,
    "后": "年天两三" + _DIGITS,
    "大": "前后",
    "上": "上个一半财年月周星季世午礼",
    "下": "下个一半财年月周星季午礼",
    "来": "年",
    "新": "年",
    "同": "年月日",
    **dict.fromkeys("次翌隔", "年月日天"),
    "当": "年月日天晚",
    "首": "季",
    **dict.fromkeys("春夏秋冬", "季天，。、,的之至到末初招节"),
    "昨": "今前天日晚夜晨",
    "第": " 一二三四1234",
    "周": "一二三四五六日天末",
    "月": "初底末中上下",
    "星": "期",
    "礼": "拜",
    "这": "个一周",
    "年": "初底末中内",
    "F": "Y",
    **dict.fromkeys("QH", "1234"),
    "凌": "晨",
    "清": "晨",
    "早": "上晨间 0123456789一二三四五六七八九十",
    "中": "午",
    "傍": "晚",
    "晚": "上间 0123456789一二三四五六七八九十",
    "夜": "间",
    "深": "夜",
    "午": "后间夜",
    "过": "去",
    "最": "近",
    "近": _CN + "两几半十数" + _DIGITS + " ",
    "此": "前",
    "头": _CN + "两几" + _DIGITS,
    "未": "来",
    "接": "下",
    "往": "后",
    **dict.fromkeys("农阴旧", "历"),
    **dict.fromkeys("正腊", "月"),
}


@cache
def _triggers() -> tuple[re.Pattern[str], dict[str, frozenset[str]]]:
    followers = {first: set(chars) for first, chars in _FOLLOWERS.items()}
    for word in vague_words():
        followers.setdefault(word[0], set()).add(word[1])
    for row in table("festivals"):
        if not row["surface"][0].isdecimal():  # a number begins times in many more ways
            followers.setdefault(row["surface"][0], set()).update(row["surface"][1:2])
    firsts = "".join(sorted(followers))
    # a number that begins no time holds none further in, so a run of digits is one place
    pattern = re.compile(rf"\d++|[{re.escape(firsts)}]")
    return pattern, {first: frozenset(chars) for first, chars in followers.items()}


def time_starts(masked: str) -> Iterator[int]:
    """Places of the view to try, in order."""
    pattern, followers = _triggers()
    for found in pattern.finditer(masked):
        start = found.start()
        allowed = followers.get(masked[start])
        if allowed is None or masked[start + 1 : start + 2] in allowed:
            yield start
