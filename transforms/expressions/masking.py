"""What holds digits or numerals and is no number: versions, names, set phrases, addresses, list marks.

A masked character becomes `BLANK`, so the view keeps its length and the grammar cannot read across it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import daachorse

from transforms.expressions.rules import table
from transforms.expressions.units import currency_letters, unit_at

BLANK = "\x1a"
_NUMERAL = "0123456789零〇一二三四五六七八九十百千万亿兆两几数"
_CJK = "\u4e00-\u9fff"
# What makes a number after a Latin word a quantity of its own: Meta 2023年, GPU 10万颗.
_COUNTED = (
    r"(?: ?(?:[万亿千百多余兆年月日天%‰倍个名位家次篇项台辆颗张块吨岁美元人英港欧日韩]|小时|分钟"
    r"|million|billion)|[.,]?\d|[BMTKbmtk](?![A-Za-z]))"
)
_PRODUCTS = (
    "通义千问|千问|蓝牙|等保|文心一言|文心大模型|文心|鸿蒙|盘古|星火|混元|通义|豆包|智谱|麒麟|骁龙|天玑|鲲鹏|昇腾|升腾|澎湃|飞桨|书生|百川|日日新|悟道|"
    "工业|锐龙|酷睿|安卓|小米|红米|荣耀|华为|魅族|理想|问界|极氪|小鹏|蔚来|歼|运|东风|长征|神舟|天宫|嫦娥|天问|"
    "北斗|波音|空客|红旗|奔驰|宝马|奥迪|智界|零跑|哪吒|海豹|腾势|仰望|巨浪|轰|直|苏|米格|图|长二|长三|长五|天舟|玉兔"
)


@cache
def _before_times() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Where a name or mark can begin, a word or number at once, and what it may be."""
    firsts = "".join(sorted({name[0] for name in _PRODUCTS.split("|")} | set("哈英观长魏捷")))
    starts = re.compile(rf"[A-Za-z]++|\d++|[(（\[①-⑳{firsts}-]|每(?=[年月周天日晚早逢到个星礼工])")
    names = re.compile(
        r"https?://[^\s\u3000-\u9fff\uff00-\uffef]{1,2000}"
        r"|(?<![A-Za-z0-9])www\.[A-Za-z0-9./_?=&%#-]{1,500}"
        r"|(?<![A-Za-z0-9._@-])[A-Za-z0-9._-]{1,64}@[A-Za-z0-9.-]{1,64}"
        r"|(?<![A-Za-z0-9.-])[A-Za-z0-9-]{1,40}(?:\.[A-Za-z0-9-]{1,40}){0,4}\."
        r"(?:com|cn|net|org|html?|io|ai|tv|gov|edu|pdf|docx?|xlsx?|pptx?|txt|exe|apk|zip|jpe?g|png|mp[34]|py|js)"
        r"(?![A-Za-z0-9])"
        # sets: 每年3月, 每周三, 每天上午9点 have no day of their own
        r"|每(?:年|逢)的? ?(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份|[初底末]|[上中下]旬)?"
        r"(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号])?"
        r"|每个?月的? ?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号]|每个?月[初底末中]"
        r"|每(?:逢|到)?(?:周|星期|礼拜|个周)[一二三四五六日天末]"
        r"(?:[至到、和-](?:周|星期)?[一二三四五六日天])?"
        r"|每(?:天|日|晚|早|个?工作日)的?(?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|深夜|早|晚)?"
        r" ?(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?:[点时](?!间)(?:\d{1,2}分|半|整)?|:\d\d)"
        # versions and names: Llama 3.1, GPT-4o, iPhone 15 Pro, H100, v2.3.1, Win11
        rf"|(?<![A-Za-z0-9])(?!(?:[QH][1-4](?![\dA-Za-z])|FY ?\d|T(?:OP|op) ?-?\d"
        rf"|(?:{currency_letters()})[ $]?\d))"
        rf"[A-Za-z](?:[A-Za-z'&]|[.+-](?=[A-Za-z])){{0,30}}[ -]?"
        rf"\d{{1,5}}(?:\.\d{{1,3}}){{0,3}}(?!{_COUNTED})(?:[A-Za-z]{{1,4}}(?![A-Za-z]))?"
        rf"|(?:{_PRODUCTS})[ -]?\d{{1,4}}(?:\.\d{{1,2}}){{0,2}}(?:B(?![A-Za-z])|(?!{_COUNTED}))"
        r"|(?:奥迪|哈弗|红旗|英菲尼迪|观致|腾势|长安|魏牌|捷途|零跑) ?[A-Z]\d{1,2}(?![\dA-Za-z])"
        rf"|(?<=[{_CJK}])-\d{{1,4}}(?![\d.]|{_COUNTED}|[℃°度摄])[A-Za-z]?"
        r"|(?<![\d.])\d{1,3}(?:\.\d{1,4}){2,5}(?![\d.]|日)(?<!\d\d\d\d)"
        rf"|(?<![\d.])\d{{1,2}}\.0(?!{_COUNTED}|[\d℃°分级度元升版]|厘米|公里|米|克|千|毫)"
        r"|(?<![\d.])2[BC](?=业务|端|市场|客户|企业|领域|模式|产品|公司|[、，。])"
        # stock codes, telephone and identity numbers
        r"|(?<!\d)(?:\d{4,6}\.(?:SH|SZ|HK|SS|BJ|OC)|1[3-9]\d{9}(?![万亿]?[美欧日港]?[元円])|\d{3,4}-\d{7,8}|400-\d{3,4}-\d{3,4}|\d{19,})(?!\d)"
        r"|(?<=[(（])\d{5,6}(?=[)）,，;；.])"
        r"|(?:(?<=[。；;！？?!\s])|(?<=[^\d][：:]))\d{1,2}(?:[、)）]|\.(?![\d]))"
        r"|[(（](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|\[\d{1,3}\]|[①-⑳]"
    )
    return starts, names


# 一、 and 1. at the start of a line; a run of numerals that nobody can mean
_LIST_MARK = re.compile(r"(?m:^[ ]{0,8}(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:[、)）]|[.．:：](?!\d)))")
_LONG_RUN = re.compile(r"[零〇一二三四五六七八九十百千万亿两]{41,}")


@cache
def _after_times() -> tuple[re.Pattern[str], re.Pattern[str]]:
    n = r"[零〇一二三四五六七八九十百千万两几]{1,10}|\d{1,6}"
    ordinals = re.compile(
        rf"第 ?(?:{n})(?:[至到、~-]第?(?:{n}))?"
        r"|(?<![\d.])\d{1,4} ?(?:号|路(?![人程])|弄|国道|省道|航班|次列车|次航班|室(?![内外]))"
        r"|(?<![\d.])\d{1,3} ?[:：] ?\d{1,3}(?![\d.])"
        rf"|[(（]\d{{4}}[)）]"
        r"|《[^《》\n]{1,60}》"
        r"|(?:(?<![代年报列手钟电仪地企意试力版])[图表]|附件|附图|No\.|NO\.) ?\d{1,3}(?![\d,])"
        r"|(?<![\d.])(?:19|20)\d\d(?:[/-]\d\d)?(?=[届赛]|赛季)"
    )
    return re.compile(r"\d++|[第《(（图表附N]"), ordinals


def _spans(view: str, starts: re.Pattern[str], what: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    done = 0
    for start in starts.finditer(view):
        if start.start() >= done and (found := what.match(view, start.start())):
            done = found.end()
            yield found.span()


@cache
def _words(festivals: bool) -> daachorse.CharwiseDoubleArrayAhoCorasick:
    words = [row["surface"] for row in table("masks") if (row["kind"] == "festival") == festivals]
    return daachorse.CharwiseDoubleArrayAhoCorasick(words, daachorse.MATCH_KIND_LEFTMOST_LONGEST)


def _word_spans(view: str, festivals: bool = False) -> Iterator[tuple[int, int]]:
    for start, end, _ in _words(festivals).find(view):
        before, after = view[start - 1 : start], view[end : end + 1]
        # 三十|分钟, 一百|度电: a word that begins or ends inside a numeral is not that word
        if view[start] in _NUMERAL and before and before in _NUMERAL:
            continue
        if view[end - 1] in _NUMERAL and after and after in _NUMERAL:
            continue
        if view[start:end] == "三角" and before in ("元", "块", "圆"):
            continue
        if view[start:end] in ("万户", "万家") and before in tuple("上近数几约超逾达过"):
            continue
        if view[start:end] in ("十分", "万分", "千分", "百分") and after in ("之", "钟"):
            continue
        if view[start:end].isdigit() and (unit_at(view, end) or after in (".", ",", "-", "/")):
            continue  # 985元, 996人
        yield start, end


def _blank(view: str, spans: list[tuple[int, int]]) -> str:
    parts, done = [], 0
    for start, end in sorted(spans):
        if end <= done:
            continue
        start = max(start, done)
        parts += [view[done:start], BLANK * (end - start)]
        done = end
    return "".join([*parts, view[done:]])


def mask_names(view: str) -> str:
    """The view without versions, names, set phrases, addresses and list marks."""
    spans = [*_spans(view, *_before_times()), *_word_spans(view)]
    spans += [found.span() for found in _LIST_MARK.finditer(view)]
    spans += [found.span() for found in _LONG_RUN.finditer(view)]
    return _blank(view, spans)


def mask_ordinals(view: str) -> str:
    """The view, its times blanked, without ordinals, house numbers, scores, titles and names of festivals."""
    return _blank(view, [*_spans(view, *_after_times()), *_word_spans(view, True)])


def blank_spans(view: str, spans: list[tuple[int, int]]) -> str:
    """The view with these spans masked."""
    return _blank(view, spans)
