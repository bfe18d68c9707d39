"""What a page without an article is instead."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

from transforms.rejection import Rejected

REASONS: Final = {
    "video_page": "the page is a player, without a text",
    "needs_javascript": "the page asks for JavaScript: its text is not in the source",
    "soft_404": "the page says that what is looked for does not exist or was deleted",
    "login_page": "the page asks for a name and a password",
    "paywall": "only the beginning of the article is there, with an offer to buy the rest",
    "tag_page": "the page lists what has a tag or belongs to a topic",
    "article_list": "the page is a list of headlines",
    "empty_page": "the page shows no text of an article",
}
"""The closed list of kinds, each with its reason; in this order they are looked for."""
_SCRIPTS = re.compile(r"<(script|style|noscript)\b.*?</\1\s*>|<!--.*?-->", re.I | re.S)
_TAGS = re.compile(r"<[^>]{0,2000}>")
_HEAD = re.compile(r"<title[^>]{0,200}>(.{0,300}?)</title>|<h1[^>]{0,300}>(.{0,300}?)</h1>", re.I | re.S)
_LINK = re.compile(r"<a\b[^>]{0,1000}\bhref\b[^>]{0,1000}>(.{0,300}?)</a\s*>", re.I | re.S)
_VIDEO = re.compile(
    r"<(?:video|embed)\b|property=[\"']og:video|content=[\"']video\.|class=[\"'][^\"']{0,80}\b(?:video-?)?player\b",
    re.I,
)
_SCRIPT = re.compile(
    r"(?:启用|开启|打开|啟用|開啟|允许|支持)\s{0,2}java\s?script|(?:enable|turn on)\s{1,3}java\s?script"
    r"|javascript\s{1,3}(?:is\s{1,3})?(?:required|disabled)",
    re.I,
)
_GONE = re.compile(
    r"(?:页面|頁面|网页|網頁|文章|内容|內容|帖子|新闻|新聞|视频).{0,12}(?:不存在|找不到|(?:已|被|已被)[^，。]{0,6}(?:删除|刪除|下线|移除)|已失效|走丢)"
    r"|(?:因|涉嫌)违规.{0,4}无法查看|page not found|404 not found",
    re.I,
)
_PASSWORD = re.compile(r"<input\b[^>]{0,300}type\s*=\s*[\"']?password", re.I)
_LOGIN = re.compile(r"(?:用户|會員|会员|账号|帳號|请|請)?(?:登录|登陆|登錄|登入)")
_PAID = re.compile(
    r"(?:付费|付費|收费)(?:内容|內容|阅读|閱讀|文章)|(?:订阅|訂閱|购买|購買|开通|成为|加入).{0,12}(?:阅读|閱讀|查看|解锁|解鎖)(?:全文|完整|剩余|本文)"
    r"|(?:剩余|剩餘|还有)\s?\d{1,3}\s?[%％].{0,4}未(?:读|讀)|(?:会员|會員|订户|訂戶)(?:专享|專享|专属|專屬)"
)
_NOT_FREE = re.compile(r"[\"']isAccessibleForFree[\"']\s*:\s*[\"']?false", re.I)
_TAG = re.compile(
    r"^\s*(?:标签|標籤|话题|話題|关键词|Tag)\s*[：:]|[_|-]\s*(?:标签|標籤|话题|話題|Tags?)\s*(?:[_|-]|$)",
    re.I,
)
_TAG_PATH = re.compile(r"/(?:tags?|topics?|keywords?|label)/", re.I)
_HEADLINES: Final = 6
_SHORT: Final = 300
"""Characters below which a page's text may be the beginning of an article, or a caption."""


def kind_of(source: str, url: str) -> str:
    """Which of `REASONS` a page is, of which it is known that it holds no article."""
    shown = _TAGS.sub(" ", _SCRIPTS.sub(" ", source))
    heads = [_TAGS.sub(" ", one or other) for one, other in _HEAD.findall(source)]
    links = [words for found in _LINK.findall(source) if len(words := _TAGS.sub("", found).strip()) >= 6]
    short = len("".join(shown.split())) < 2 * _SHORT
    if _VIDEO.search(source):
        return "video_page"
    if short and _SCRIPT.search(_TAGS.sub(" ", source)):
        return "needs_javascript"
    if short and _GONE.search(shown):
        return "soft_404"
    if _PASSWORD.search(source) or (short and any(_LOGIN.match(head.strip()) for head in heads)):
        return "login_page"
    if _is_paid(source, shown):
        return "paywall"
    if len(links) < _HEADLINES:
        return "empty_page"
    tagged = any(_TAG.search(head) for head in heads) or _TAG_PATH.search(urlsplit(url).path)
    return "tag_page" if tagged else "article_list"


def refuse_stub(source: str, text: str) -> None:
    """Rejected where `text`, read off the page, is no whole article: `paywall`, `video_page`."""
    if len(text) >= _SHORT:
        return
    shown = _TAGS.sub(" ", _SCRIPTS.sub(" ", source))
    if _is_paid(source, shown):
        raise Rejected("paywall", REASONS["paywall"])
    if _VIDEO.search(source) and len(text) < _SHORT / 3:
        raise Rejected("video_page", REASONS["video_page"])


def _is_paid(source: str, shown: str) -> bool:
    return _PAID.search(shown) is not None or _NOT_FREE.search(source) is not None
