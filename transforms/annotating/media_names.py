"""Media that an article credits: 据某某报道, 【某某讯】, 某某记者, 来源：某某."""

from __future__ import annotations

import re
from functools import cache

from transforms.annotating.candidate import Candidate
from transforms.annotating.firm_names import is_unheard_of
from transforms.annotating.lexicons import words
from transforms.annotating.organization_names import is_generic, named_entity
from transforms.annotating.registry import Registry, key_of

_NAME = r"[A-Za-z一-鿿][A-Za-z0-9一-鿿]{1,9}?"
_DAY = r"(?:(?:\s?\d{4}\s?年)?\s?\d{1,2}\s?月\s?\d{1,2}\s?日|\s?\d{1,2}\s?日|[今昨]日)"
_CREDITS = (
    # 某某9月3日讯, at the start of a paragraph
    re.compile(
        rf"(?:^|(?<=[\n【（(]))({_NAME})(?:{_DAY}\s?(?:[专快电]?讯|电|消息|报道)|[专快]?讯(?=[】)）]))",
        re.M,
    ),
    re.compile(rf"据(?:外媒|媒体|海外媒体)?({_NAME})(?:{_DAY})?(?:独家)?(?:报道|消息|援引|获悉)"),
    re.compile(rf"(?:对|向|告诉|接受)了?({_NAME})(?:记者|的?(?:独家)?(?:采访|专访))"),
    re.compile(
        rf"(?:^|(?<=[\n，,。：:（(【]))({_NAME})"
        r"(?:记者(?=\s?[一-鿿]{2,3}[】)）\s])|(?:从[^，,。\n]{2,14})?获悉|注意到[，,])",
        re.M,
    ),
    re.compile(rf"(?:来源|来自|转自|出处)[：:]\s?({_NAME})(?=[\s）)】|｜]|$)", re.M),
)
_TOLD = re.compile(rf"[对向]({_NAME})(?:表示|回应|说|称|透露|确认|证实|坦言|指出)")
_PRESS = re.compile(r"(?:报|新闻|财经|网|周刊|杂志|社|电视台|传媒|观察|在线|内参|速递)$")
_NO_NAME = re.compile(
    r"本[报刊台网站社]|[我其他她它各多有某该这那此]|记者|媒体|知情|人士|消息|公司|官方|公开|目前|上述|相关|部分|内部|网[友传络上]"
    r"|市场|业内|外界|路透$|来$"
)


_TITLED = re.compile(
    r"(?:据(?:外媒|媒体|[一-鿿]{0,6}(?:报纸|杂志|媒体|网站))?|[对向]|接受|告诉)?《([^《》\n]{2,20})》"
    r"(?:(?:[^，,。\n《》]{0,12}?(?:报道|报导|援引|采访|专访|获悉))|记者|[网官]站)"
)
_TITLED_BEFORE = re.compile(r"(?:[对向]|接受|告诉|据)《([^《》\n]{2,20})》")
_PAPER = re.compile(
    r"(?:报|周刊|杂志|邮报|时报|日报|新闻|先驱|评论|在线|财经|Times|Journal|Post|News|Daily|Weekly)$"
)


def _titled_media(text: str, registry: Registry) -> list[Candidate]:
    """`据《某某报》报道`, `接受《某某》采访`: the title is that of a medium, marks and all."""
    out = []
    for form in (_TITLED, _TITLED_BEFORE):
        for match in form.finditer(text):
            name = match.group(1)
            if form is _TITLED or _PAPER.search(name):
                entity = named_entity(name, "organization", registry)
                out.append(Candidate(match.start(1) - 1, match.end(1) + 1, entity, "medium"))
    return out


def find_media(text: str, registry: Registry) -> list[Candidate]:
    """Names that are credited as a source of news; no place and no general word. Clean offsets."""
    out = _titled_media(text, registry)
    for form in _CREDITS:
        for match in form.finditer(text):
            name = _without_place(match.group(1), registry)
            if not _NO_NAME.search(name) and not is_generic(name) and name not in _general():
                span = match.start(1), match.start(1) + len(name)
                out.append(Candidate(*span, named_entity(name, "organization", registry), "medium"))
    for match in _TOLD.finditer(text):
        name = match.group(1)
        if not _NO_NAME.search(name) and (_PRESS.search(name) or is_unheard_of(name)):
            out.append(Candidate(*match.span(1), named_entity(name, "organization", registry), "medium"))
    return out


def find_stated_media(text: str, names: tuple[str, ...], registry: Registry) -> list[Candidate]:
    """Every place of the media that the metadata name; a name of one character is none. Clean offsets."""
    return [
        Candidate(*match.span(), named_entity(name, "organization", registry), "metadata")
        for name in names
        if len(name) > 1 and not is_generic(name)
        for match in re.finditer(re.escape(name), text)
    ]


def _without_place(name: str, registry: Registry) -> str:
    """某某观察 of the dateline 某某观察杭州3月1日讯."""
    for length in (5, 4, 3, 2):
        place = registry.keys.get(key_of(name[-length:]))
        if len(name) - length >= 2 and place is not None and place.kind == "place":
            return name[:-length]
    return name


@cache
def _general() -> frozenset[str]:
    return frozenset(words("modern_words.txt"))
