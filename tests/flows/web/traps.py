"""Pages that must be refused, one reason each, and paths that robots.txt forbids."""

# Markup is as long as the sites wrote it.
# ruff: noqa: E501

from __future__ import annotations

import struct
import zlib
from functools import cache

from tests.flows.web.response import Page, Response, refused

HTML = {"Content-Type": "text/html; charset=utf-8"}
FORBIDDEN: dict[str, object] = {"outcome": "forbidden"}
BOMB_MEGABYTES = 128


def html(title: str, body: str, head: str = "") -> bytes:
    """Return a small page."""
    return (
        f'<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
        f"<body>{body}</body></html>"
    ).encode()


@cache
def bomb() -> bytes:
    """Return some 130 kB of gzip that unpack to a page of 128 MB."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    head = "<html><body><p>本文很长，请耐心等待。".encode()
    first = packer.compress(head) + packer.flush(zlib.Z_FULL_FLUSH)
    blank = b" " * (1 << 20)
    middle = packer.compress(blank) + packer.flush(zlib.Z_FULL_FLUSH)
    crc = zlib.crc32(head)
    for _ in range(BOMB_MEGABYTES):
        crc = zlib.crc32(blank, crc)
    size = (len(head) + BOMB_MEGABYTES * len(blank)) & 0xFFFFFFFF
    start = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"
    return start + first + middle * BOMB_MEGABYTES + b"\x03\x00" + struct.pack("<II", crc, size)


def _page(path: str, why: str, body: bytes, status: int = 200) -> Page:
    return Page(path, Response(status, dict(HTML), body), refused(why))


def _items(words: str) -> str:
    days = enumerate(words.split(), 1)
    return "".join(f'<li><a href="/list/tech.html">{w}</a><span>2025-06-{d:02}</span></li>' for d, w in days)


HEADLINES = """芯片厂商公布季度产能 两家车企调整交付计划 手机市场连续三月回暖 机器人大会下周开幕 光纤价格小幅回落
卫星互联网试验启动 数据中心用电标准征求意见 存储现货价格止跌 折叠屏维修价下调 语音助手更新隐私条款 电池回收目录扩容
开源社区举办年会 充电桩补贴细则出台 智能眼镜销量翻番 量子通信线路延伸 工业软件评选揭晓"""


def unread() -> list[Page]:
    """Return pages that are no article: lists, tags, videos, paywalls, logins, soft 404s and the like."""
    player = '<div class="player"><video src="/v/1.mp4" controls></video></div>'
    return [
        _page("/", "article-list", html("远望网_首页", f"<h1>远望网</h1><ul>{_items(HEADLINES)}</ul>")),
        _page("/author/linzhiyuan.html", "article-list", html(
            "林知远的文章列表", f"<h1>林知远</h1><p>共 16 篇文章</p><ul>{_items(HEADLINES)}</ul>")),
        _page("/tag/ai.html", "tag-page", html(
            "人工智能_标签_远望网", f"<h1>标签：人工智能</h1><p>与“人工智能”有关的内容</p><ul>{_items(HEADLINES)}</ul>")),
        _page("/video/8801.html", "video-page", html(
            "视频：机器人如何叠衣服_远望视频", f"<h1>视频：机器人如何叠衣服</h1>{player}<p>时长 03:12 播放 2.1万次</p>",
            '<meta property="og:type" content="video.other"><meta property="og:video" content="/v/1.mp4">')),
        _page("/paywall/5501.html", "paywall", html(
            "深度：一家晶圆厂的十年_远望财经", "<h1>深度：一家晶圆厂的十年</h1><p>作者：高行止 2025-05-20 08:00</p>"
            "<p>十年前，这里还是一片稻田。第一批工程师住在镇上的旅馆里，每天坐渡船上班。</p>"
            '<div class="paywall">本文为付费内容，剩余92%未读。订阅会员即可阅读全文，单篇购买6元。</div>',
            '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",'
            '"headline":"深度：一家晶圆厂的十年","isAccessibleForFree":false}</script>')),
        _page("/js/9001.html", "needs-javascript", html(
            "请稍候", "<noscript>Please enable JavaScript to continue. 请启用JavaScript后继续浏览。</noscript>"
            '<div id="app"></div><script src="/static/chunk.js"></script>')),
        _page("/js/9002.html", "needs-javascript", html(
            "安全检查", "<h1>正在检查您的浏览器</h1><p>请开启 JavaScript 和 Cookie，页面将在五秒后自动跳转。</p>")),
        _page("/login.html", "login-page", html(
            "用户登录", '<h1>登录后查看全文</h1><form method="post"><input name="user" placeholder="手机号">'
            '<input name="password" type="password" placeholder="密码"><button>登录</button></form><p>忘记密码？注册新账号</p>')),
        _page("/tech/20250101/deleted.html", "soft-404", html(
            "页面不存在_远望网", "<h1>抱歉，您访问的页面不存在或已被删除</h1><p>3秒后返回首页</p>")),
        _page("/wx/deleted", "soft-404", html("", "<div>该内容已被发布者删除</div><p>此内容因违规无法查看</p>")),
        _page("/empty.html", "empty-page", b""),
        _page("/gallery/12.html", "empty-page", html(
            "组图：展台一角", "<h1>组图：展台一角</h1>" + '<img src="/img/a.jpg">' * 9)),
    ]  # fmt: skip


def bodies(article: bytes) -> list[Page]:
    """Return answers whose type, length, packing or speed is a trap."""
    pdf = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
    png = b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\rIHDR" + bytes(range(256)) * 8
    packed = dict(HTML) | {"Content-Encoding": "gzip"}
    huge = dict(HTML) | {"Content-Length": "99999999999"}
    start = "<html><body><h1>永不结束的报道</h1>".encode()
    return [
        Page("/t/report.pdf", Response(200, {"Content-Type": "application/pdf"}, pdf), refused("wrong-type")),
        Page("/t/report.html", Response(200, dict(HTML), pdf), refused("wrong-type")),
        Page("/t/picture.html", Response(200, dict(HTML), png), refused("wrong-type")),
        Page("/t/app.zip", Response(200, {"Content-Type": "application/zip"}, b"PK\x05\x06" + bytes(18)),
             refused("wrong-type")),
        Page("/t/film", Response(200, {"Content-Type": "video/mp4"}, b"\x00\x00\x00\x18ftypmp42"),
             refused("wrong-type")),
        Page("/t/bomb.html", Response(200, packed, bomb()), refused("bomb")),
        Page("/t/notgzip.html", Response(200, packed, article), refused("broken-encoding")),
        Page("/t/endless.html", Response(200, dict(HTML), start, "endless"), refused("too-large")),
        Page("/t/huge.html", Response(200, huge, start, "endless"), refused("too-large")),
        Page("/t/slow.html", Response(200, dict(HTML), article, "slow"), refused("too-slow")),
        Page("/t/silent.html", Response(200, dict(HTML), b"", "silent"), refused("too-slow")),
        Page("/t/truncated.html", Response(200, dict(HTML), article, "truncated"), refused("incomplete")),
        Page("/t/short.html", Response(200, dict(HTML), article, "short"), refused("incomplete")),
        Page("/t/reset.html", Response(200, dict(HTML), article, "reset"), refused("incomplete")),
    ]  # fmt: skip


def errors() -> list[Page]:
    """Return answers with a status of failure that does not pass."""
    sorry = html("出错了", "<h1>出错了</h1><p>请稍后再试</p>")
    later = dict(HTML) | {"Retry-After": "3600"}
    dated = dict(HTML) | {"Retry-After": "Fri, 31 Dec 2099 23:59:59 GMT"}
    return [
        _page("/e/404.html", "not-found", sorry, 404),
        _page("/e/410.html", "gone", sorry, 410),
        _page("/e/403.html", "denied", sorry, 403),
        _page("/e/401.html", "denied", sorry, 401),
        _page("/e/500.html", "server-error", sorry, 500),
        Page("/e/429.html", Response(429, later, sorry), refused("rate-limited")),
        Page("/e/503.html", Response(503, dated, sorry), refused("server-error")),
    ]


def redirects(target: str) -> list[Page]:
    """Return redirects: those that end at the article `target`, and those that must not be followed."""

    def to(path: str, location: str, expected: dict[str, object] | None, status: int = 302) -> Page:
        return Page(path, Response(status, {"Location": location}), expected)

    found: dict[str, object] = {"outcome": "location_of", "of": target}
    pages = [
        to("/r/one", target, found, 301),
        to("/r/permanent", target, found, 308),
        to("/r/up/relative", ".." + "/.." + target, found),
        to("/r/chain/1", "/r/chain/2", found),
        to("/r/chain/2", "/r/chain/3", None, 307),
        to("/r/chain/3", target, None, 303),
        to("/r/loop/a", "/r/loop/b", refused("redirect-loop")),
        to("/r/loop/b", "/r/loop/a", None),
        to("/r/self", "/r/self", refused("redirect-loop")),
        to("/r/long/0", "/r/long/1", refused("too-many-redirects")),
        to("/r/private", "http://[fd00::1]/a.html", refused("private-address")),
        to("/r/linklocal", "http://169.254.169.254/latest/meta-data/", refused("private-address")),
        to("/r/mapped", "http://[::ffff:10.255.255.1]/a.html", refused("private-address")),
        to("/r/decimal", "http://167772161/a.html", refused("private-address")),
        to("/r/file", "file:///etc/hostname", refused("bad-scheme")),
        to("/r/ftp", "ftp://example.invalid/a.html", refused("bad-scheme")),
        to("/r/script", "javascript:alert(1)", refused("bad-scheme")),
        to("/r/forbidden", "/members/draft.html", dict(FORBIDDEN)),
    ]
    return pages + [to(f"/r/long/{n}", f"/r/long/{n + 1}", None) for n in range(1, 40)]


def forbidden() -> list[Page]:
    """Return pages that robots.txt forbids: they answer, but must never be asked for."""
    body = html("内部草稿", "<h1>内部草稿</h1><p>这一页不应当被读取。</p>")
    paths = (
        "/members/draft.html",
        "/members/2025/plan.html",
        "/search?q=ai",
        "/tech/20250304/xingqiong-open-model.print.htm",
    )
    return [Page(path, Response(200, dict(HTML), body), dict(FORBIDDEN)) for path in paths]
