"""Page layouts of apps, forums, papers and careless sites, and the table of all layouts."""

# Markup is as long as the sites wrote it.
# ruff: noqa: E501

from __future__ import annotations

import json
from html import escape
from urllib.parse import quote

from tests.flows.web import layouts as plain
from tests.flows.web.articles import Story
from tests.flows.web.layouts import Layout, Place, paragraphs


def wechat(story: Story, place: Place) -> str:
    """WeChat: the body is hidden until its script runs, the time stands in the script only."""
    stamp = int(story.published.timestamp())
    body = "".join(f'<p style="margin:8px"><span>{p}</span></p><p><br></p>' for p in story.paragraphs)
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title></title>{place.link}
<meta property="og:title" content="{escape(story.title)}"><meta name="author" content="{story.author}">
<meta property="og:site_name" content="微信公众平台"></head><body id="activity-detail">
<h1 class="rich_media_title" id="activity-name">{escape(story.title)}</h1>
<div id="meta_content"><span class="rich_media_meta_text">{story.author}</span>
<a id="js_name">松下问硅</a><em id="publish_time"></em></div>
<div class="rich_media_content" id="js_content" style="visibility: hidden; opacity: 0; ">{body}</div>
<div class="reward">喜欢作者</div><div class="qr">微信扫一扫关注该公众号</div>
<script>var nickname = "松下问硅"; var ct = "{stamp}"; var msg_title = '{escape(story.title)}';
document.getElementById("js_content").style.visibility = "visible";</script>
<div class="tips">预览时标签不可点 轻点两下取消赞</div></body></html>"""


def toutiao(story: Story, place: Place) -> str:
    """Toutiao: an empty page whose article is percent-encoded JSON in a script."""
    data = {
        "data": {
            "title": story.title,
            "content": f"<div>{paragraphs(story)}</div>",
            "publishTime": story.date(),
            "source": "流量前哨",
            "mediaInfo": {"name": story.author},
            "commentCount": 88,
        }
    }
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{escape(story.title)} - 今日看点</title>{place.link}
</head><body><div id="root"></div><script id="RENDER_DATA" type="application/json">
{quote(json.dumps(data, ensure_ascii=False), safe="")}</script><script src="/static/app.js"></script></body></html>"""


def kr36(story: Story, place: Place) -> str:
    """36Kr: rendered body and the same again in the initial state."""
    state = {"articleDetail": {"articleDetailData": {"data": {
        "widgetTitle": story.title,
        "publishTime": int(story.published.timestamp() * 1000),
        "author": story.author,
        "widgetContent": paragraphs(story),
    }}}}  # fmt: skip
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{escape(story.title)}-新势</title>{place.link}
<meta property="og:site_name" content="新势"></head><body><div class="article-wrapper">
<h1 class="article-title margin-bottom-20 common-width">{escape(story.title)}</h1>
<div class="article-title-icon common-width"><a class="title-icon-item item-a">{story.author}</a>
<span class="title-icon-item item-time">·{story.date()}</span></div>
<div class="summary">{story.paragraphs[0][:20]}……</div>
<div class="common-width content articleDetailContent kr-rich-text-wrapper">{paragraphs(story)}</div>
<div class="article-footer-txt">该文观点仅代表作者本人，新势平台仅提供信息存储空间服务。</div></div>
<div class="hot">热门推荐 一块钱的雪糕去哪了</div>
<script>window.initialState={json.dumps(state, ensure_ascii=False)}</script></body></html>"""


def forum(story: Story, place: Place) -> str:
    """Forum: the first post is the article, the replies are not."""
    return f"""<html><head><meta charset="utf-8"><title>{escape(story.title)} - 硅谷茶馆 - Powered by Forum!</title>
{place.link}</head><body><div id="ptitle"><h1><span id="thread_subject">{escape(story.title)}</span></h1></div>
<div id="post_1"><div class="pls">{story.author}<br>积分 3021<br>UID 77</div><div class="authi">发表于
{story.date("%Y-%m-%d %H:%M")} | 只看该作者</div><table><tr><td class="t_f" id="postmessage_1">
{"<br><br>".join(story.paragraphs)}</td></tr></table></div>
<div id="post_2"><div class="pls">路人甲<br>积分 12</div><td class="t_f">沙发！楼主好人一生平安</td></div>
<div id="post_3"><div class="pls">潜水员</div><td class="t_f">顶一个，坐等后续爆料</td></div>
<div>您需要登录后才可以回帖</div></body></html>"""


def malformed(story: Story, place: Place) -> str:
    """Malformed: nothing closed, tags crossed, attributes unquoted, two body elements."""
    body = "\n".join(f"<p align=left><font color=#333>{p}<b>" + "</font>" for p in story.paragraphs)
    return f"""<html><head><title>{story.title} - 快评周刊</title><meta charset=utf-8>{place.link}<body><div class=top>
<body class="x"><table><tr><td><h1>{story.title}<div class=info>作者:{story.author} 时间:{story.date()} 来源:快评周刊</h1>
<div class=con>{body}
<div class=copy>快评周刊 版权声明<a href=/list/tech.html>更多
<td></span></p></table></html></body>"""


def jsonld(story: Story, place: Place) -> str:
    """Only the JSON-LD states title, author and date; the classes say nothing."""
    graph = [
        {"@type": "WebSite", "name": "浮标新闻", "url": place.origin},
        {
            "@type": ["NewsArticle"],
            "headline": story.title,
            "datePublished": story.published.isoformat(),
            "author": [{"@type": "Person", "name": name} for name in story.author.split("、")],
            "publisher": {"@type": "NewsMediaOrganization", "name": "浮标新闻"},
        },
    ]
    data = {"@context": "https://schema.org", "@graph": graph}
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>浮标新闻</title>{place.link}
<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script></head><body>
<div class="a1"><div class="b7">{paragraphs(story, "div", "c3")}</div></div>
<div class="d9">浮标新闻 你的信息航标</div></body></html>"""


def microdata(story: Story, place: Place) -> str:
    """Older site with itemprop marks."""
    return f"""<!DOCTYPE html><html><head><title>{escape(story.title)} | 矩阵周刊</title>{place.link}</head><body>
<div itemscope itemtype="http://schema.org/NewsArticle"><h1 itemprop="headline">{escape(story.title)}</h1>
<span itemprop="author" itemscope><i itemprop="name">{story.author}</i></span>
<meta itemprop="datePublished" content="{story.published.isoformat()}">
<span itemprop="publisher" itemscope><i itemprop="name">矩阵周刊</i></span>
<div itemprop="articleBody">{paragraphs(story)}</div></div>
<div class="subscribe">订阅矩阵周刊，每周五送达</div></body></html>"""


def nextdata(story: Story, place: Place) -> str:
    """A page of a script framework: __NEXT_DATA__ with the text as a list of blocks."""
    props = {"pageProps": {"article": {
        "title": story.title, "author": {"name": story.author},
        "publishedAt": story.published.isoformat(),
        "site": "开源角", "blocks": [{"type": "paragraph", "text": p} for p in story.paragraphs],
    }}}  # fmt: skip
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{escape(story.title)}</title>{place.link}
<meta property="og:site_name" content="开源角"></head><body><div id="__next"><div class="spinner">加载中…</div></div>
<script id="__NEXT_DATA__" type="application/json">{json.dumps({"props": props}, ensure_ascii=False)}</script></body></html>"""


def epaper(story: Story, place: Place) -> str:
    """Digital newspaper: kicker, page number, founder's markers."""
    return f"""<html><head><meta charset="utf-8"><title>望川晚报-{escape(story.title)}</title>{place.link}</head><body>
<div class="vol">{story.date("%Y年%m月%d日")} 星期{"一二三四五六日"[story.published.weekday()]} 第08版：科技 <a>上一版</a> <a>下一版</a></div>
<founder-title><h1>{escape(story.title)}</h1></founder-title><founder-author>本报记者 {story.author}</founder-author>
<div id="ozoom"><founder-content>{paragraphs(story)}</founder-content></div>
<div class="list">本版导读 上一篇 下一篇 返回目录 放大+ 缩小-</div></body></html>"""


LAYOUTS: dict[str, Layout] = {
    "portal": Layout(
        plain.portal, "/tech/{d}/{s}.html", "远望网", lacks=("分享到", "多地气温骤降", "红包", "326", "杭天")
    ),
    "wechat": Layout(wechat, "/s/{s}", "松下问硅", lacks=("喜欢作者", "扫一扫", "轻点两下")),
    "toutiao": Layout(toutiao, "/article/74{n}/", "流量前哨"),
    "kr36": Layout(kr36, "/p/27{n}", "新势", lacks=("雪糕", "信息存储空间")),
    "gov": Layout(
        plain.gov, "/zwgk/{m}/t{d}_{n}.htm", "临江市工业和信息化局", lacks=("打印本页", "网站标识码")
    ),
    "wire": Layout(plain.wire, "/{m}/{d}/c_{n}.htm", "华讯社", lacks=("【纠错】", "客户端下载", "夏禾")),
    "mobile": Layout(plain.mobile, "/m/{s}", "手机远望网", lacks=("立即打开", "展开全文", "油价")),
    "amp": Layout(plain.amp, "/amp/{s}", "远望网", lacks=("精简版", "订阅本报")),
    "gbk": Layout(plain.gbk, "/gb/{n}.htm", "橘洲在线", "gbk", "text/html", lacks=("未经授权",)),
    "big5": Layout(
        plain.big5, "/tw/{n}.htm", "晶聞財經", "big5", "text/html; charset=big5", lacks=("延伸閱讀",)
    ),
    "udn": Layout(plain.udn, "/news/story/7240/{n}", "島聞網", lacks=("請繼續往下", "LINE", "示意圖")),
    "br_blog": Layout(plain.br_blog, "/blog/{s}.html", "半山书屋", day_only=True, lacks=("收藏", "喜欢▼")),
    "forum": Layout(forum, "/forum/thread.php?tid=88{n}", "硅谷茶馆", lacks=("沙发", "坐等后续", "积分")),
    "malformed": Layout(malformed, "/kp/{n}.asp", "快评周刊", lacks=("版权声明",)),
    "jsonld": Layout(jsonld, "/f/{s}", "浮标新闻", lacks=("信息航标",)),
    "microdata": Layout(microdata, "/weekly/{s}.html", "矩阵周刊", lacks=("每周五送达",)),
    "nextdata": Layout(nextdata, "/posts/{s}", "开源角", lacks=("加载中",)),
    "epaper": Layout(
        epaper, "/html/{d}/content_{n}.htm", "望川晚报", day_only=True, lacks=("返回目录", "下一版")
    ),
}
"""Every layout by name; `{d}` is the date, `{m}` the month, `{s}` the slug and `{n}` the story's number."""


def address(name: str, story: Story) -> str:
    """Return the path of a story in a layout."""
    return LAYOUTS[name].address.format(
        d=story.date("%Y%m%d"), m=story.date("%Y%m"), s=story.slug, n=f"{10300 + story.number * 37}"
    )
