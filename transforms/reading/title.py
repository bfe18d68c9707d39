"""A page's title without the name of its site."""

from __future__ import annotations

import re
from collections.abc import Collection

from transforms.reading.site import OwnNames

_PARTS = re.compile(
    r"\s?(?:[_|｜丨–—]{1,4}|-{2,3})\s?|\s[-·:：]\s|(?<=[^\x00-\x7f])-(?=[^\x00-\x7f])|-(?=[^-\d]{2,12}$)|\s?[<>»]\s?"
)
_SITE = re.compile(
    r".{0,12}(?:网|網|新闻|新聞|频道|頻道|网站|門戶|门户|日报|日報|晚报|晨报|时报|在线|線上|客户端|公众号|公众平台|资讯|"
    r"社区|博客|专栏|(?:百家|头条|网易|搜狐|企鹅|大鱼)号|首页|滚动|要闻|财经|科技|正文|详情|媒体|氪)$"
    r"|(?:新浪|腾讯|网易|搜狐|凤凰|澎湃|知乎|简书|虎嗅|雷锋|界面).{0,4}$|.{0,20}\.(?:com|cn|net|org)\S{0,4}$",
    re.IGNORECASE,
)
_EDITION = re.compile(r"(?:数字|电子|網絡|网络|手机|手機|移动|電子|數位|PC)(?:版|报|報)$")
_CHANNEL = re.compile(
    r"^Powered by\b|(?:频道|頻道|首页|滚动|要闻|正文|详情|专栏|公众号)$|^(?:新闻|财经|科技|资讯|社区|博客)$"
)

_BETWEEN = re.compile(r"[\s_|｜丨–—\-·:：<>»]")
_NO_NAMES = OwnNames()


def bare_title(
    title: str,
    headings: Collection[str],
    site: str = "",
    lesser: Collection[str] = (),
    own: OwnNames = _NO_NAMES,
) -> str:
    """`title` without what the site put around it: its name, its channel, its domain.

    A heading of the page that the title begins or ends with decides, or a line of the page (`lesser`) beside
    which the site's name stands; else the parts at the end that look like names of sites go. `site` is the
    site's name where the page gives it, `own` what it calls itself.
    """
    title = re.sub(r"\s+", " ", title).strip()
    for heading in sorted(headings, key=len, reverse=True):
        if len(heading) >= 4 and (title.startswith(heading) or _behind_site(title, heading)):
            return heading
    for line in sorted(lesser, key=len, reverse=True):
        beside = len(line) >= 6 and (_before_site(title, line) or _behind_site(title, line))
        if beside and (title == line or site_name(title, line, own)):
            return line
    cuts = [(m.start(), m.end()) for m in _PARTS.finditer(title)]
    end = len(title)
    for start, stop in reversed(cuts):
        tail = title[stop:end].strip()
        known = own.has(tail) or (len(tail) > 1 and bool(site) and (tail in site or site in tail))
        if start < 4 or not (known or not tail or (len(tail) <= 24 and _SITE.match(tail))):
            break
        end = start
    return title[:end].strip()


def _before_site(title: str, line: str) -> bool:
    """Whether `line` is a title or stands at its beginning, before a separator."""
    rest = title[len(line) :]
    return title.startswith(line) and (not rest or _BETWEEN.match(rest[0]) is not None)


def _behind_site(title: str, line: str) -> bool:
    """Whether a short name and a separator stand before `line` in a title."""
    cut = len(title) - len(line)
    return 2 < cut < len(line) and title.endswith(line) and _BETWEEN.match(title[cut - 1]) is not None


def site_name(title: str, bare: str, own: OwnNames = _NO_NAMES) -> str:
    """The name of the site before or behind `bare` in a whole title, or nothing.

    It looks like one, or the page uses it for its site (`own`). Names of channels and kinds of pages
    (科技频道, 正文) are none, and what edition of a paper it is (数字版) is no part of its name.
    """
    title = re.sub(r"\s+", " ", title).strip()
    if len(title) == len(bare) or not bare:
        return ""
    if title.endswith(bare):
        return _site(title[: -len(bare)].strip(" -_|｜丨–—·:："), own)
    if not title.startswith(bare):
        return ""
    for part in reversed(_PARTS.split(title[len(bare) :])):
        if not _CHANNEL.search(part.strip()):
            return _site(part, own) if own.has(part.strip()) else _site(part.split(" ")[-1], own)
    return ""


def site_alone(title: str, own: OwnNames) -> str:
    """The name of the site where a title is nothing but that, as on pages that all have the same title."""
    title = title.strip()
    bare = _EDITION.sub("", title)
    if own.has(bare) or (bare != title and _SITE.match(bare)):
        return bare if 2 <= len(bare) <= 12 else ""
    return ""


def _site(name: str, own: OwnNames) -> str:
    bare = _EDITION.sub("", name.strip())
    return bare if 2 <= len(bare) <= 20 and (_SITE.match(bare) or own.has(bare)) else ""
