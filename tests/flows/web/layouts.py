"""Page layouts that a server renders in full: portals, agencies, government, old and static sites."""

# Markup is as long as the sites wrote it.
# ruff: noqa: E501

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from tests.flows.web.articles import Story


@dataclass(frozen=True)
class Place:
    """Where a page stands: its site's origin, its path, and the canonical address it declares, if any."""

    origin: str
    path: str
    canonical: str | None = None

    @property
    def link(self) -> str:
        """The canonical link element, or nothing."""
        return f'<link rel="canonical" href="{escape(self.canonical)}">' if self.canonical else ""


@dataclass(frozen=True)
class Layout:
    """A kind of page: how it is rendered and what it states about an article."""

    render: Callable[[Story, Place], str]
    address: str
    site_name: str | None
    encoding: str = "utf-8"
    content_type: str = "text/html; charset=utf-8"
    day_only: bool = False
    lacks: tuple[str, ...] = ()


SHARE = '<div class="share-bar"><span>分享到：</span><a>微信</a><a>微博</a><a>QQ空间</a></div>'


def paragraphs(story: Story, tag: str = "p", css: str = "") -> str:
    """Return the body as one element a paragraph."""
    start = f'{tag} class="{css}"' if css else tag
    return "\n".join(f"<{start}>{escape(p, quote=False)}</{tag}>" for p in story.paragraphs)


def portal(story: Story, place: Place) -> str:
    """Portal: navigation, sidebar of hot news, share bar, related links, comments, footer."""
    title = escape(story.title)
    return f"""<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>{title}_科技频道_远望网</title>{place.link}
<meta property="og:title" content="{title}"><meta property="og:site_name" content="远望网">
<meta property="og:type" content="article">
<meta name="author" content="{story.author}"><meta name="description" content="{story.paragraphs[0][:40]}">
<meta property="article:published_time" content="{story.published.isoformat()}">
<style>.hot{{color:red}}</style><script>var _hmt=_hmt||[];</script></head><body>
<div class="nav"><a href="/">首页</a><a href="/list/tech.html">科技</a><a href="/tag/ai.html">人工智能</a></div>
<div class="wrap"><div class="main"><h1 class="main-title">{title}</h1>
<div class="date-source"><span class="date">{story.date("%Y年%m月%d日 %H:%M")}</span>
<span class="source">远望网</span><span class="author">作者：{story.author}</span></div>{SHARE}
<div class="article" id="artibody">{paragraphs(story)}
<p class="show_author">责任编辑：杭天 </p></div>
<div class="keywords">标签：<a href="/tag/ai.html">人工智能</a></div>
<div class="related"><h3>相关阅读</h3><ul><li><a href="/list/tech.html">一周科技要闻回顾</a></li>
<li><a href="/list/tech.html">十张图看懂今年的芯片市场</a></li></ul></div>
<div class="comment">网友评论（326） 登录后发表评论</div></div>
<div class="sidebar"><h3>热点排行</h3><ol><li><a href="/list/tech.html">多地气温骤降 专家提醒添衣</a></li>
<li><a href="/list/tech.html">周末影院票房再创新高</a></li></ol><div class="ad">广告 点击领取新人红包</div></div></div>
<div class="footer">远望网简介 | 广告服务 | 联系我们 京ICP备00000000号 版权所有 远望网</div></body></html>"""


def gov(story: Story, place: Place) -> str:
    """Government site: nested tables, TRS editor, metadata elements in the old manner."""
    title = escape(story.title)
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN">
<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>{title}</title>{place.link}
<meta name="SiteName" content="临江市工业和信息化局"><meta name="ArticleTitle" content="{title}">
<meta name="PubDate" content="{story.date()}"><meta name="ContentSource" content="临江市工业和信息化局">
<meta name="Author" content="{story.author}"></head><body><table width="980" align="center"><tr><td>
<table><tr><td>当前位置：<a href="/">首页</a> &gt; <a href="/list/tech.html">政务动态</a></td></tr></table>
<table><tr><td align="center" class="biaoti">{title}</td></tr>
<tr><td align="center">发布时间：{story.date()}&nbsp;&nbsp;来源：临江市工业和信息化局&nbsp;&nbsp;作者：{story.author}
&nbsp;&nbsp;字号：[<a>大</a> <a>中</a> <a>小</a>]</td></tr>
<tr><td><div class="TRS_Editor"><style>.TRS_Editor P{{line-height:2}}</style>
{"".join(f'<P align="justify">　　{escape(p, quote=False)}</P>' for p in story.paragraphs)}</div></td></tr>
<tr><td>【打印本页】 【关闭窗口】</td></tr></table>
<table><tr><td>主办：临江市工业和信息化局 网站标识码：0000000000</td></tr></table></td></tr></table></body></html>"""


def wire(story: Story, place: Place) -> str:
    """Agency: title, source and time in one line, credits after the text."""
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{escape(story.title)}-华讯社</title>{place.link}
<meta name="source" content="华讯社"></head><body><div class="header domPC"><div class="head-line">
<h1><span class="title">{escape(story.title)}</span></h1>
<div class="info">{story.date("%Y-%m-%d %H:%M:%S")} 来源：华讯社 记者：{story.author}</div></div></div>
<div class="tool">字体：<b>小</b> <b>中</b> <b>大</b> 分享到：</div>
<div id="detail"><span id="detailContent">{paragraphs(story)}</span>
<div class="editor">【责任编辑:夏禾】</div><div class="wrong">【纠错】</div></div>
<div class="foot"><a href="/list/tech.html">华讯社图片精选</a> 华讯社客户端下载</div></body></html>"""


def mobile(story: Story, place: Place) -> str:
    """Mobile page: open-in-app bar, folded text, floating buttons."""
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{escape(story.title)}</title>{place.link}<meta property="og:site_name" content="手机远望网">
<meta property="article:published_time" content="{story.published.isoformat()}"></head>
<body><div class="app-bar">打开远望App，阅读体验更佳<button>立即打开</button></div><section class="art">
<h1>{escape(story.title)}</h1><div class="meta"><em class="writer">{story.author}</em>
<time datetime="{story.published.isoformat()}">{story.date("%m-%d %H:%M")}</time></div>
<div class="content j-fold">{paragraphs(story)}</div><div class="unfold">展开全文</div></section>
<ul class="rec"><li>猜你喜欢：今晚油价又要调整</li><li>编辑推荐：这座小城的夜市</li></ul></body></html>"""


def amp(story: Story, place: Place) -> str:
    """AMP page: custom elements, boilerplate style, JSON-LD."""
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": story.title,
        "datePublished": story.published.isoformat(),
        "author": {"@type": "Person", "name": story.author},
        "publisher": {"@type": "Organization", "name": "远望网"},
    }
    return f"""<!doctype html><html amp lang="zh"><head><meta charset="utf-8"><title>{escape(story.title)}</title>
<link rel="canonical" href="{escape(place.canonical or place.origin + place.path)}">
<script async src="https://cdn.ampproject.org/v0.js"></script>
<style amp-boilerplate>body{{visibility:hidden;animation:-amp-start 8s steps(1,end) 0s 1 normal both}}</style>
<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script></head><body>
<amp-sidebar id="s"><ul><li>首页</li><li>订阅本报</li></ul></amp-sidebar><article><h1>{escape(story.title)}</h1>
<p class="byline">文 / {story.author}</p><amp-img src="/img/a.jpg" width="600" height="400"></amp-img>
{paragraphs(story)}</article><amp-ad width="300" height="250" type="x"></amp-ad>
<footer>本页为精简版</footer></body></html>"""


def gbk(story: Story, place: Place) -> str:
    """Old portal in GBK that calls itself gb2312."""
    return f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">
<title>{escape(story.title)}--橘洲在线</title>{place.link}</head><body bgcolor="#ffffff">
<center><h1>{escape(story.title)}</h1>
<font size=2>{story.date("%Y年%m月%d日%H:%M")}　来源：橘洲在线　记者 {story.author}</font></center>
<div id="Zoom">{paragraphs(story)}</div><center>橘洲在线版权所有 未经授权禁止转载</center></body></html>"""


def big5(story: Story, place: Place) -> str:
    """Taiwanese portal in Big5."""
    return f"""<html lang="zh-TW"><head><meta http-equiv="Content-Type" content="text/html; charset=big5">
<title>{escape(story.title)} | 晶聞財經</title>{place.link}<meta property="og:site_name" content="晶聞財經"></head>
<body><div id="nav">首頁 證券 產業 國際</div><h1>{escape(story.title)}</h1>
<div class="byline">{story.date()} 晶聞財經 記者{story.author}／台中報導</div>
<div class="text">{paragraphs(story)}</div><div class="rel">延伸閱讀：一張圖看懂外資動向</div>
<div>晶聞財經 著作權所有 轉載必究</div></body></html>"""


def udn(story: Story, place: Place) -> str:
    """Traditional-script news site: paragraphs between advertisements, byline with place."""
    items = list(story.paragraphs)
    ad = '<div class="inline-ads">廣告 請繼續往下閱讀</div>'
    body = f"<p>{items[0]}</p>{ad}" + "".join(f"<p>{p}</p>" for p in items[1:])
    data = {"@type": "NewsArticle", "headline": story.title, "datePublished": story.published.isoformat()}
    return f"""<!DOCTYPE html><html lang="zh-Hant"><head><meta charset="utf-8">{place.link}
<title>{escape(story.title)} | 產經 | 島聞網</title><meta property="og:site_name" content="島聞網">
<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script></head><body>
<nav>即時 要聞 產經 股市</nav><section class="article-content"><h1>{escape(story.title)}</h1>
<section class="authors"><time class="article-content__time">{story.date()}</time>
<span class="article-content__author">島聞網 記者<a href="/list/tech.html">{story.author}</a>／台北即時報導</span></section>
<figure><img src="/img/b.jpg" alt=""><figcaption>示意圖。圖／島聞網資料照</figcaption></figure>
<section class="article-content__editor">{body}</section></section>
<aside>熱門文章 連假塞車路段出爐</aside><div>加入 LINE 好友 訂閱電子報</div></body></html>"""


def br_blog(story: Story, place: Place) -> str:
    """Blog whose paragraphs are parted by line breaks."""
    body = "<br>\n<br>\n".join("&nbsp;&nbsp;" + escape(p, quote=False) for p in story.paragraphs)
    return f"""<html><head><meta charset="utf-8"><title>{escape(story.title)} - 半山书屋</title>{place.link}</head><body>
<div id="blogname">半山书屋</div><div class="articalTitle"><h2>{escape(story.title)}</h2>
<span class="time">({story.date("%Y/%m/%d")})</span> 博主：{story.author}</div>
<div class="articalContent">{body}</div>
<div class="foot">阅读(1024) ┊ 评论(8) ┊ 收藏(3) ┊ 转载 ┊ 喜欢▼</div>
<div id="calendar"><table><tr><th>日</th><th>一</th></tr><tr><td>1</td><td>2</td></tr></table></div></body></html>"""
