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
_LABELS = (
    (
        "credited_source",
        r"(?:(?:文章|本文|稿件|信息|新闻|内容|消息|資料|资料|文章)?(?:来源|來源|稿源|出处|出處)(?:于|自)?|转载自)",
    ),
    ("author", r"(?:(?:本文|文章)?作者|撰文|撰稿人?|(?:本报|本网)?记者|記者|文)"),
    ("editor", r"(?:责任编辑|責任編輯|责编|責編|编辑|編輯|值班编辑)"),
)
_FIELDS = [
    (name, re.compile(rf"(?:^|[\s|｜丨（(【\[/，,；;　\d]){label}\s?[：:｜|]\s?(.{{1,40}}?){_END}"))
    for name, label in _LABELS
]
_ABOUT = re.compile(
    r"[（(【\[]?\s?(?:(?:文章|本文|稿件|信息|新闻|消息|资料)?(?:来源|來源|稿源|出处|出處)|作者|责任编辑|責任編輯|责编|責編|编辑|編輯"
    r"|值班编辑|校对|审核|审校|监制|發布時間|发布时间|发布日期|发布于|時間|时间|日期|更新时间|更新時間|发表时间|原标题|原標題)\s?[：:]"
)
_DATED = re.compile(r"(?:时间|時間|日期|发布于|發布於|发表于)\s?[：:]?")
_OTHER_DATE = re.compile(r"©|。|今天|星期|截至|版权")  # the day of the visit, the year of a copyright
_ORIGINAL = re.compile(r"[（(]?原(?:标题|標題|题)[：:]\s?(.{4,80}?)[)）]?$")


def is_byline(text: str) -> bool:
    """Whether a line by itself says who wrote an article, when, or where it is from, and nothing else."""
    if len(text) > 100 or "。" in text:
        return False
    return _ABOUT.match(text) is not None or (len(text) <= 60 and DATE.match(text) is not None)


def find_byline(before: Sequence[str], behind: Sequence[str]) -> Iterator[Said]:
    """What lines of at most 120 characters say of an article, the first of each field.

    `before` are those before it, nearest first, `behind` the others: a date there must be called one, for
    lists of other articles have dates too.
    """
    seen: set[str] = set()
    for texts, dated in ((before, True), (behind, False)):
        for text in texts:
            if len(text) > 120:
                continue
            for said in _said(text, dated or _DATED.search(text) is not None):
                if said.field not in seen:
                    seen.add(said.field)
                    yield said


def _said(text: str, dated: bool) -> Iterator[Said]:
    date = DATE.search(text)
    if date and dated and not _OTHER_DATE.search(text):
        yield Said("published", date[0].strip(), "html")
    original = _ORIGINAL.match(text)
    if original:
        yield Said("original_title", original[1], "html")
    for name, pattern in _FIELDS:
        found = pattern.search(text)
        if found and (value := found[1].strip(" 　:：")):
            yield Said(name, value, "html")
