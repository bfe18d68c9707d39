"""Pages without an article: lists, shells that need JavaScript, frames."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from transforms.article import Said
from transforms.reading.byline import is_byline
from transforms.reading.lines import Line
from transforms.reading.metadata import scripts_of
from transforms.reading.teasers import find_teasers, is_list
from transforms.reading.tokens import Token
from transforms.rejection import Rejected

_NEEDS_SCRIPT = re.compile(
    r"(?:启用|开启|打开|啟用|開啟|允许|支持)\s{0,2}java\s?script|enable\s{1,3}java\s?script|javascript\s{1,3}(?:is\s{1,3})?"
    r"(?:required|disabled)|turn\s{1,3}on\s{1,3}javascript",
    re.IGNORECASE,
)
# What a page says of itself and not of the world: that it is gone, that one has to log in.
_GONE = re.compile(
    r"[您你](?:所|要|想|正在){0,2}(?:访问|查看|浏览|打开|请求|寻找|找|訪問|瀏覽|查閱)的.{0,12}"
    r"(?:不存在|已?经?被?(?:删除|刪除|下线|移除)|找不到|无法访问|已失效)"
    r"|(?:该|此|該)(?:内容|內容|文章|页面|頁面|帖子|微博|视频).{0,3}(?:已被?|因).{0,10}(?:删除|刪除|违规|無法查看|无法查看|下架)"
)
_CHECK = re.compile(
    r"(?:完成|进行|通过)(?:安全|人机|滑块|身份)?验证|拖动.{0,6}滑块|访问(?:过于|太)频繁|(?:安全|人机)验证|异常访问"
    r"|verify you are human",
    re.IGNORECASE,
)
_GONE_TITLE = re.compile(
    r"(?:页面|网页|頁面|網頁|文章|内容)(?:不存在|找不到|走丢了|已失效|已被?删除)|^\W{0,2}404\b"
)
_ACCOUNT = re.compile(
    r"(?:您|你)(?:还未|尚未|未)(?:登录|登陆|登入)|(?:登录|登陆|登入|订阅|付费|购买|开通).{0,12}(?:阅读|查看|閱讀|解锁)(?:全文|完整|剩余)"
    r"|(?:内容|文章|本文|阅读).{0,4}(?:会员|會員)专?[享属屬]|(?:会员|會員)专[享属](?:内容|文章)"
    r"|同意.{0,8}(?:用户协议|隐私政策|服务条款|使用條款)|自动(?:创建|注册)账号|获取验证码|忘记密码"
)
_GATE = re.compile(r"^请?(?:先|用户|会员)?(?:登录|登陆|登入)|(?:登录|登陆|登入)后|(?:登录|登陆|登入|注册)$")
_SHORTEST = 25  # characters of prose of a news flash
_FEW = 200
_ITEMS = 4


def refuse(
    source: str,
    tokens: Sequence[Token],
    every: Sequence[Line],
    chosen: Sequence[Line],
    content: Sequence[Line],
    said: Sequence[Said],
) -> None:
    """Raise Rejected (`no_article`) with what the page is instead, if it is no article.

    `every` is all of its lines, `chosen` those of the element taken for the article, `content` what is left.
    """
    prose = sum(line.size for line in content if line.weight > 0)
    shown = sum(line.size for line in every)
    if prose < _FEW and _wants_script(source, tokens, every, prose):
        raise Rejected("no_article", "the page asks for JavaScript: its text is not in the source")
    if any(token.name == "frameset" for token in tokens) and prose < _FEW:
        raise Rejected("no_article", "the page is a set of frames: their pages hold the text")
    if not shown:
        raise Rejected("no_article", "the page shows no text")
    declared = any(entry.field == "published" for entry in said)
    titles = [entry.value for entry in said if entry.field == "title"]
    _refuse_notice(titles, content, prose, declared or _has_byline(every, content))
    linked = sum(line.linked for line in every) / shown
    if prose < _SHORTEST:
        kind = "navigation and links" if linked > 0.5 else "labels and headings"
        raise Rejected("no_article", f"there is no paragraph among its {len(every)} lines of {kind}")
    if is_list(chosen, _ITEMS) and not declared:
        items = len(find_teasers(chosen))
        raise Rejected("no_article", f"the page is a list: {items} linked headlines, each with its summary")
    if linked > 0.7 and prose < _FEW and prose < 0.1 * shown and not declared:
        raise Rejected("no_article", f"the page is a list: {linked:.0%} of its text lies in links")
    if not declared and _is_teaser(every, content):
        raise Rejected(
            "no_article", "the page is a list: its paragraphs are alike, each below a linked headline"
        )


def _refuse_notice(titles: Sequence[str], content: Sequence[Line], prose: int, declared: bool) -> None:
    if declared or prose >= _FEW:
        return
    texts = [line.text for line in content]
    if any(map(_GONE.search, texts)) or any(map(_GONE_TITLE.search, titles)):
        raise Rejected("no_article", "the page says that there is no such page any more")
    if sum(_CHECK.search(text) is not None for text in (*texts, *titles)) > 1:
        raise Rejected("no_article", "the page asks its reader to prove to be human")
    asked = sum(_ACCOUNT.search(text) is not None for text in texts)
    if asked > 1 or (asked and any(_GATE.search(title) for title in titles)):
        raise Rejected("no_article", "the page asks its reader to log in: the article is not in the source")


def _has_byline(every: Sequence[Line], content: Sequence[Line]) -> bool:
    """Whether the article's date or source is stated above it or in it."""
    last = next((k for k, line in enumerate(every) if line is content[-1]), -1) if content else -1
    return any(is_byline(line.text) for line in every[: last + 1])


def _is_teaser(every: Sequence[Line], content: Sequence[Line]) -> bool:
    """Whether the content is but one of many paragraphs of the same make below linked headlines."""
    makes = {id(every[k]): _make(every[k]) for k in find_teasers(every)}
    usual = {make for make, count in Counter(makes.values()).items() if count >= _ITEMS}
    return all(makes.get(id(line)) in usual for line in content if line.weight > 0)


def _make(line: Line) -> tuple[str, ...]:
    node, above = line.node, line.node.parent
    names = [node.name, node.attributes.get("class", "")]
    return (*names, above.name, above.attributes.get("class", "")) if above else tuple(names)


def _wants_script(source: str, tokens: Sequence[Token], every: Sequence[Line], prose: int) -> bool:
    texts = [source[token.start : token.end] for token in tokens if token.kind == "text"]
    if _NEEDS_SCRIPT.search(" ".join(texts)[:50_000]):
        return True
    # A shell: an empty root for a program, and hardly any text.
    return prose == 0 and len(every) < 5 and len(scripts_of(source, tokens)) > 2000
