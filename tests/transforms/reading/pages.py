"""Pages of our own invention, in layouts that Chinese news sites use, each with what is right."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Page:
    name: str
    html: str
    text: str
    said: dict[str, str] = field(default_factory=dict)


TITLE = "江城芯片厂投产首条封装线"
P = (
    "江城日报讯,长河半导体公司周二宣布,其位于江城新区的首条先进封装生产线正式投产,设计月产能为两万片。",
    "公司总经理周明远在投产仪式上表示,这条产线用了十九个月建成,比原计划提前两个月。“我们希望年底前把良率提高到百分之九十五。”他说。",
    "据介绍,该项目总投资四十六亿元,其中设备投资占七成。一期工程需要工程师和技术工人约八百名,目前已到岗六百余人。",
    "当地工信部门负责人说,封装环节过去是本地产业链的短板,此次投产之后,设计、制造、封装三个环节首次在同一个园区内完成。",
    "不过,分析人士提醒,封装行业的价格竞争正在加剧。过去一年,主流产品的加工费下降了约一成,新进入者要想盈利并不容易。",
    "长河半导体成立于2016年,主要生产功率器件和传感器芯片,去年营业收入为31.2亿元,同比增长18%。",
)
BODY = "\n".join(P)
PS = "".join(f"<p>{p}</p>" for p in P)
LINKS = (
    "新区地铁三号线年底试运行",
    "江城大学公布秋季招生计划",
    "多家银行下调存款利率",
    "首届机器人马拉松下月开跑",
    "暴雨蓝色预警发布",
    "老字号糕点店重新开张",
)
NAV = (
    "<ul class='nav'>"
    + "".join(
        f"<li><a href='/{w}'>{w}</a></li>" for w in ("首页", "国内", "国际", "财经", "科技", "体育", "娱乐")
    )
    + "</ul>"
)
LIST = "<ul>" + "".join(f"<li><a href='/n/{k}.html'>{t}</a></li>" for k, t in enumerate(LINKS)) + "</ul>"
FOOT = (
    "<div class='footer'><p>关于我们 | 联系我们 | 广告服务 | 招聘信息</p>"
    "<p>版权所有 江城新闻网,未经书面授权,不得转载、摘编或以其他方式使用。</p></div>"
)


def _page(head: str, body: str) -> str:
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>"


PAGES = [
    Page(
        "plain paragraphs, navigation, sidebar, footer",
        _page(
            f"<title>{TITLE}_江城新闻网</title>",
            f"{NAV}<div class='wrap'><div class='left'><h1>{TITLE}</h1><div class='info'>2024-03-12 09:30 来源:江城日报 作者:李文</div>"
            f"<div class='content'>{PS}</div><div class='editor'>责任编辑:王五</div></div>"
            f"<div class='sidebar'><h3>热门新闻</h3>{LIST}</div></div>{FOOT}",
        ),
        BODY,
        {"title": TITLE, "published": "2024-03-12 09:30", "credited_source": "江城日报", "author": "李文"},
    ),
    Page(
        "WeChat article, body hidden until loaded, nested sections",
        _page(
            f"<meta property='og:title' content='{TITLE}'><meta property='og:site_name' content='微信公众平台'>"
            "<meta property='og:url' content='http://mp.example.com/s/abc'><meta name='author' content='李文'>"
            "<script>var ct = \"1710207000\"; var nick='x';</script>",
            f"<div id='js_article'><div id='img-content'><h1 class='rich_media_title' id='activity-name'>\n   {TITLE}\n </h1>"
            "<div id='meta_content'><span>原创</span><span>李文</span><a id='js_name' href='javascript:void(0);'>江城观察</a>"
            "<em id='publish_time'></em></div>"
            "<div class='rich_media_content' id='js_content' style='visibility: hidden; opacity: 0;'>"
            + "".join(
                f"<section style='line-height:2'><section><span style='font-size:15px'>{p}</span></section></section>"
                "<section><br></section>"
                for p in P
            )
            + "</div></div><div id='js_pc_qr_code'><p>微信扫一扫,关注该公众号</p></div>"
            "<div class='like_area'>喜欢此内容的人还喜欢</div></div>",
        ),
        BODY,
        {"title": TITLE, "author": "李文", "published": "2024-03-12", "url": "http://mp.example.com/s/abc"},
    ),
    Page(
        "paragraphs by <br> and ideographic spaces in a table cell",
        "<html><head><title>"
        + TITLE
        + "-江城在线</title></head><body><table width=960><tr><td>"
        + NAV
        + "</td></tr>"
        "<tr><td width=200>"
        + LIST
        + "</td><td><table><tr><td align=center><font size=5><b>"
        + TITLE
        + "</b></font></td></tr>"
        "<tr><td>发布时间:2008年3月12日 浏览:1024次</td></tr>"
        "<tr><td class=news>" + "<br><br>".join("　　" + p for p in P) + "</td></tr>"
        "<tr><td align=right>【<a href='javascript:window.print()'>打印本页</a>】【<a href='#'>关闭窗口</a>】</td></tr></table></td></tr>"
        "<tr><td>版权所有 江城在线 备案号123456</td></tr></table></body></html>",
        BODY,
        {"title": TITLE, "published": "2008年3月12日"},
    ),
    Page(
        "inline scripts and advertisements between paragraphs",
        _page(
            f"<title>{TITLE}</title>",
            f"<div id='artibody'>"
            + "".join(
                f"<p>{p}</p><script>var ad = '<p>这里是广告,不是正文,请忽略。</p>';</script><div class='ad'><a href='/ad'>广告</a></div>"
                for p in P
            )
            + "<style>.x{color:red}</style></div>",
        ),
        BODY,
    ),
    Page(
        "JSON-LD, article element, figure and list inside",
        _page(
            '<script type=\'application/ld+json\'>{"@context":"https://schema.org","@type":"NewsArticle","headline":"'
            + TITLE
            + '","author":[{"@type":"Person","name":"李文"},{"@type":"Person","name":"赵敏"}],'
            '"publisher":{"@type":"Organization","name":"江城新闻网"},"datePublished":"2024-03-12T09:30:00+08:00",'
            '"mainEntityOfPage":{"@id":"https://news.example.com/a/1.html"}}</script>'
            "<link rel='canonical' href='https://news.example.com/a/1.html'>",
            f"<header>{NAV}</header><main><article><h1>{TITLE}</h1><p>{P[0]}</p><p>{P[1]}</p><h2>投资与就业</h2><p>{P[2]}</p>"
            f"<ul><li>一期设计月产能两万片,今年九月达产;</li><li>二期计划明年动工,投资三十亿元;</li></ul><p>{P[3]}</p><p>{P[4]}</p><p>{P[5]}</p></article>"
            f"<aside><h3>延伸阅读</h3>{LIST}</aside></main><footer>© 江城新闻网</footer>",
        ),
        "\n".join(
            [
                P[0],
                P[1],
                "投资与就业",
                P[2],
                "一期设计月产能两万片,今年九月达产;",
                "二期计划明年动工,投资三十亿元;",
                *P[3:],
            ]
        ),
        {
            "title": TITLE,
            "author": "李文、赵敏",
            "publisher": "江城新闻网",
            "published": "2024-03-12T09:30:00+08:00",
            "url": "https://news.example.com/a/1.html",
        },
    ),
    Page(
        "unclosed paragraphs, stray end tags, uppercase tags, bare ampersands",
        f"<HTML><HEAD><TITLE>{TITLE}</TITLE></HEAD><BODY><DIV CLASS=main><DIV ID=Zoom>"
        + "".join(f"<P>{p} R&D" for p in P)
        + "</SPAN></DIV></P></CENTER><UL><LI><A HREF=/1>"
        + "<LI><A HREF=/2>".join(LINKS)
        + "</UL></BODY>",
        "\n".join(f"{p} R&D" for p in P),
    ),
    Page(
        "readers' comments as long as the article",
        _page(
            f"<title>{TITLE}</title>",
            f"<div class='article'><div class='article-body'>{PS}</div></div><div class='comment-list'><h3>网友评论</h3>"
            + "".join(
                f"<div class='comment-item'><a href='/u'>读者{k}</a><p>这条产线我去看过,确实不小,不过设备大多还是进口的,希望能早点换成国产。第{k}楼。</p></div>"
                for k in range(14)
            )
            + "</div>",
        ),
        BODY,
    ),
    Page(
        "related articles and share bar inside the content element",
        _page(
            f"<title>{TITLE} - 江城网</title>",
            f"<div class='crumb'><a href='/'>首页</a> &gt; <a href='/k'>科技</a> &gt; 正文</div><div class='detail'><h1>{TITLE}</h1>"
            f"<p>2024年03月12日 09:30 | 来源:<a href='/s'>江城晚报</a></p><p>分享到: <a href='#'>微博</a> <a href='#'>微信</a></p>{PS}"
            f"<p>相关阅读:</p>{LIST}<p>上一篇:<a href='/p'>多家银行下调存款利率</a></p><p>下一篇:<a href='/q'>暴雨蓝色预警发布</a></p></div>",
        ),
        BODY,
        {"title": TITLE, "published": "2024年03月12日 09:30", "credited_source": "江城晚报"},
    ),
    Page(
        "table of figures inside the article",
        _page(
            f"<title>{TITLE}</title>",
            f"{NAV}<div class='text'><p>{P[0]}</p><p>{P[2]}</p><table><tr><th>年份</th><th>营收</th><th>净利润</th></tr>"
            "<tr><td>2022</td><td>26.4亿元</td><td>2.1亿元</td></tr><tr><td>2023</td><td>31.2亿元</td><td>3.0亿元</td></tr></table>"
            f"<p>{P[4]}</p></div>{FOOT}",
        ),
        "\n".join(
            [P[0], P[2], "年份\t营收\t净利润", "2022\t26.4亿元\t2.1亿元", "2023\t31.2亿元\t3.0亿元", P[4]]
        ),
    ),
    Page(
        "nested frames of divs, one page pasted into another",
        _page(
            f"<title>{TITLE}</title>",
            "<div><div><div><div><div>"
            + NAV
            + "<div><iframe src='/ad.html'>您的浏览器不支持框架,请更换浏览器。</iframe><div>"
            f"<html><head><title>内页</title></head><body bgcolor=white><div class='TRS_Editor'><div class='Custom_UnionStyle'>{PS}</div></div></body></html>"
            "</div></div></div></div></div></div></div>" + FOOT,
        ),
        BODY,
    ),
    Page(
        "article cut into sections with headings",
        _page(
            f"<title>{TITLE}</title>",
            "<div id='page'><div class='part'><h3>投产</h3>"
            + f"<p>{P[0]}</p><p>{P[1]}</p></div><div class='part'><h3>投资</h3><p>{P[2]}</p><p>{P[3]}</p></div>"
            f"<div class='part'><h3>前景</h3><p>{P[4]}</p><p>{P[5]}</p></div><div class='rec'><h3>猜你喜欢</h3>{LIST}</div></div>",
        ),
        "\n".join(["投产", P[0], P[1], "投资", P[2], P[3], "前景", P[4], P[5]]),
    ),
    Page(
        "character references, inline markup, comments, ruby, hidden filler",
        _page(
            f"<title>{TITLE}&nbsp;|&nbsp;江城网</title>",
            "<div class='post'><p>&emsp;&emsp;长河&#x534a;&#23548;体<!-- 注释 -->公司&ldquo;首条&rdquo;<b>先进</b><span>封装</span>线&amp;测试线投产,<ruby>晟<rp>(</rp><rt>shèng</rt><rp>)</rp></ruby>达公司参股&nbsp;12%。</p>"
            "<p>项目一期总投资四十六亿元,<span style='display:none'>防采集乱码文字</span>其中设备投资占七成,<font color=red>已</font>全部到位。</p>"
            f"<p>{P[3]}</p></div>",
        ),
        "长河半导体公司“首条”先进封装线&测试线投产,晟达公司参股 12%。\n项目一期总投资四十六亿元,其中设备投资占七成,已全部到位。\n"
        + P[3],
    ),
    Page(
        "text straight in a div, a short flash",
        _page(
            f"<title>快讯:{TITLE} - 江城财经网</title><meta property='article:published_time' content='2024-03-12'>",
            f"{NAV}<div class='flash'><h1>快讯:{TITLE}</h1><div>{P[0]}</div></div>{LIST}{FOOT}",
        ),
        P[0],
        {"title": f"快讯:{TITLE}", "published": "2024-03-12"},
    ),
    Page(
        "headlines with summaries beside the article, no telling names",
        _page(
            f"<title>{TITLE}</title>",
            f"<div class='c1'><div class='c2'>{PS}</div></div><div class='c3'>"
            + "".join(
                f"<div><h4><a href='/{k}'>{t}</a></h4><p>记者从有关部门获悉,{t},具体安排将于近日公布,市民可以留意。</p></div>"
                for k, t in enumerate(LINKS)
            )
            + "</div>",
        ),
        BODY,
    ),
]
