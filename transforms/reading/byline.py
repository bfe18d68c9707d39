"""What the lines around an article say of it: date, source, author."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from transforms.article import Said

DATE = re.compile(
    r"(?<!\d)((?:19|20)\d\d)\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?!\d)\s?日?"
    r"(?:[ T,，]{0,3}\d{1,2}[:：时]\d{2}(?:[:：分]\d{2})?)?"
)
_END = r"(?=\s{1,9}|[|｜丨/，,;；）)】\]]|(?:作者|记者|编辑|责编|责任编辑|来源|发布时间|时间|日期)[：:]|$)"
_SLASH = r"[/／](?![图圖文摄攝]|来源|作者|编辑|记者)"
_LABELS = (
    (
        "credited_source",
        r"(?:(?:文章|本文|稿件|信息|新闻|内容|消息|資料|资料|文章)?(?:来源|來源|稿源|出处|出處)(?:于|自)?|转载自)",
    ),
    ("author", r"(?:(?:本文|文章)?作者|博主|楼主|樓主|撰文|撰稿人?|(?:本报|本网)?记者|記者|文)"),
    ("editor", r"(?:责任编辑|責任編輯|责编|責編|编辑|編輯|值班编辑)"),
)
_FIELDS = [
    (
        name,
        re.compile(rf"(?:^|[\s|｜丨（(【\[/，,；;　\d]){label}\s?(?:[：:｜|]|{_SLASH})\s?(.{{1,40}}?){_END}"),
    )
    for name, label in _LABELS
]
_ABOUT = re.compile(
    r"[（(【\[]?\s?(?:(?:文章|本文|稿件|信息|新闻|消息|资料)?(?:来源|來源|稿源|出处|出處)|作者|责任编辑|責任編輯|责编|責編|编辑|編輯"
    r"|值班编辑|校对|审核|审校|监制|發布時間|发布时间|发布日期|发布于|時間|时间|日期|更新时间|更新時間|发表时间|原标题|原標題)\s?[：:]"
)
_SENTENCE = re.compile(r"[，。！？；]")
_DATED = re.compile(r"(?:时间|時間|日期|发布于|發布於|发表于)\s?[：:]?")
_OTHER_DATE = re.compile(r"©|。|今天|星期|截至|版权")  # the day of the visit, the year of a copyright
_STATED = re.compile(r"\d{1,2}[:：]\d{2}|作者|来源|來源|撰文|记者|記者|编辑|編輯|出处|出處")
_PRESS = r"[^\s|｜丨:：/，。]{1,11}(?:网|網|报|報|社|新闻|新聞|周刊|杂志|電視台|电视台|在线|财经|財經)"
_EDITION = r"(?:数字报|数字版|电子版|电子报|網絡版|网络版)?"
_BESIDE = (  # who publishes, beside the date or before the reporter
    re.compile(rf"(?:^|[\s|｜])({_PRESS}){_EDITION}\s{{1,3}}(?:[|｜]\s?)?(?={DATE.pattern})"),
    re.compile(rf"{DATE.pattern}\s{{1,3}}(?:[|｜]\s?)?(?P<name>{_PRESS})(?=[\s|｜]|$)"),
    re.compile(rf"^({_PRESS})\s{{0,3}}(?=(?:首席|见习|实习|特约)?(?:记者|記者))"),
)
_OURS = re.compile(r"本[报報网網刊社]")
_NAME = r"[\u4e00-\u9fff]{2,4}(?:·[\u4e00-\u9fff]{1,6})?"
_REPORTER = re.compile(
    rf"(?:^|[\s】\]])(?:{_PRESS})?\s?(?:首席|见习|实习|特约)?(?:记者|記者)\s{{1,3}}"
    rf"({_NAME}(?:[、 ]{_NAME}){{0,3}})(?=\s{{2,}}|\s?[|｜]|\s?{DATE.pattern}|$)"
)
_REPORTED = re.compile(  # as papers in Taiwan and Hong Kong sign: 記者王小明／台北報導
    rf"(?:记者|記者)\s?({_NAME}(?:、{_NAME}){{0,3}})\s?[／/][^\s／/，。]{{0,10}}?(?:報導|報道|报道|电|電)"
)
_COUNTED = re.compile(r"(?:积分|積分|主题|主題|帖子|精华|UID|注册时间)\s?[:：]?\s?\d")
_PAPER = re.compile(rf"(?:^|\s){_PRESS}{_EDITION}\s{{1,3}}(?={DATE.pattern}\s?星期)")
_FOLLOW = re.compile(r"[+＋]?\s?(?:关注|關注|已关注|已關注)$")
_ORIGINAL = re.compile(r"[（(]?原(?:标题|標題|题)[：:]\s?(.{4,80}?)[)）]?$")


def is_byline(text: str) -> bool:
    """Whether a line by itself says who wrote an article, when, or where it is from, and nothing else."""
    if len(text) > 100 or "。" in text:
        return False
    if _ABOUT.match(text) or (len(text) <= 60 and DATE.match(text)):
        return True
    found = DATE.search(text, 0, 40)  # a name may stand before the date
    return (
        found is not None
        and not _SENTENCE.search(text)
        and _STATED.search(text, found.start(1) + 4) is not None
    )


def find_byline(before: Sequence[str], behind: Sequence[str]) -> Iterator[Said]:
    """What lines of at most 120 characters say of an article, the first of each field.

    `before` are those before it, nearest first, `behind` the others: a date there must be called one, for
    lists of other articles have dates too.
    """
    seen: set[str] = set()
    for texts, dated in ((before, True), (behind, False)):
        for k, text in enumerate(texts):
            if len(text) > 120:
                continue
            account = _account(texts[k : k + 3]) if dated else ()
            for said in (*account, *_said(text, dated or _DATED.search(text) is not None)):
                if said.field not in seen:
                    seen.add(said.field)
                    yield said
    if "author" not in seen:
        yield from _account_below(before, behind)


def _account(texts: Sequence[str]) -> Iterator[Said]:
    """The name that stands above the button to follow it, or in a forum above its points: who wrote it."""
    counted = [_COUNTED.match(text) is not None for text in texts[:2]]
    known = _FOLLOW.match(texts[0]) or counted == [True, False]
    names = [text for text in texts[1:] if not DATE.search(text)] if known else []
    if names and 2 <= len(names[0]) <= 20 and not _SENTENCE.search(names[0]):
        yield Said("author", names[0], "html")


def _account_below(before: Sequence[str], behind: Sequence[str]) -> Iterator[Said]:
    """The account to follow below an article, if its name stands above the article too."""
    for k, text in enumerate(behind):
        for name in behind[max(0, k - 3) : k] if _FOLLOW.match(text) else ():
            if 2 <= len(name) <= 20 and any(name in line.split() for line in before):
                yield Said("author", name, "html")
                return


def _beside(text: str) -> Iterator[Said]:
    """What a line about the article says without a label."""
    if len(text) > 80 or _SENTENCE.search(text):
        return
    for pattern in _BESIDE:
        found = pattern.search(text)
        name = found and found[found.lastindex or 0]
        if name and not _OURS.match(name):
            yield Said("credited_source", name, "html")
    if reporter := _REPORTER.search(text) or _REPORTED.search(text):
        yield Said("author", reporter[1], "html")


def _said(text: str, dated: bool) -> Iterator[Said]:
    date = DATE.search(text)
    if date and dated and (not _OTHER_DATE.search(text) or _PAPER.search(text)):
        yield Said("published", date[0].strip(), "html")
    original = _ORIGINAL.match(text)
    if original:
        yield Said("original_title", original[1], "html")
    for name, pattern in _FIELDS:
        found = pattern.search(text)
        if found and (value := found[1].strip(" 　:：")):
            yield Said(name, value, "html")
    if dated:
        yield from _beside(text)
