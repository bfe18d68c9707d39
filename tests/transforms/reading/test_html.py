import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.reading.html import read_html
from transforms.reading.layout import lay_out
from transforms.reading.tokens import tokenize
from transforms.rejection import Rejected

PROSE = "长河半导体公司周二宣布,首条封装生产线正式投产,月产能两万片。"


def lay_out_all(source):
    tokens = list(tokenize(source))
    return lay_out(source, tokens, {k for k, token in enumerate(tokens) if token.kind == "text"})


@pytest.mark.parametrize(
    "source, text",
    [
        ("<p>一段</p><p>二段</p>", "一段\n二段"),
        ("一<br>二<BR/>三", "一\n二\n三"),
        ("<p>营收\n   增长</p>", "营收增长"),
        ("<p>GPT\n4  发布</p>", "GPT 4 发布"),
        ("<b>开</b><i>源</i>", "开源"),
        ("<b>开</b> <i>源</i>", "开 源"),
        ("A&amp;B &lt;b&gt; &nbsp; 中&#x4e2d;&#20013;&copy;", "A&B <b> 中中中©"),
        ("a < b, 3<5 && c &unknown; &#xFFFFFFF;", "a < b, 3<5 && c &unknown; \ufffd"),
        ("<!-- 注 --><p>一</p><script>var a='<p>不</p>'</script><style>p{}</style>", "一"),
        (
            "<table><tr><td>年</td><td>营收</td></tr><tr><td><p>2023</p></td><td>1</td></tr></table>",
            "年\t营收\n2023\t1",
        ),
        ("<pre>第一行\n第二行</pre>", "第一行\n第二行"),
        ("第一段。　　第二段。&nbsp;&nbsp;&nbsp;&nbsp;第三段", "第一段。\n第二段。\n第三段"),
        ("<p>　　缩进</p>", "缩进"),
        ("<title>不闭合<p>正文</p>", "正文"),
        ("<p>一<!-- 不闭合 > 二</p>", "一 二"),
        ("<a title='不闭合>一</a>", "一"),
        ('<p title="a>b">引号</p>', "引号"),
        ("<span style='display:block'>一</span><span>二</span>", "一\n二"),
        ("字&#8203;符&shy;串", "字符串"),
        ("", ""),
    ],
)
def test_text_as_a_browser_shows_it(source, text):
    assert lay_out_all(source).text.replace("\n\n", "\n") == text


def test_rules_of_the_edits():
    edits = lay_out_all("<p>中&nbsp;文&amp;  二</p>").edits
    assert [(e.before, e.after, e.rule) for e in edits] == [
        ("<p>", "", "markup.html"),
        ("&nbsp;", " ", "space.html"),
        ("&amp;", "&", "markup.entity"),
        ("  ", " ", "space.html"),
        ("</p>", "", "markup.html"),
    ]


FRAGMENTS = st.sampled_from(
    """<p>|</p>|<div>|</div>|<br>|<b>|</b>|<a href='x'>|</a>|<td>|<tr>|<table>|</table>|<!--c-->|<style>
    |<script>x</script>|<pre>|</pre>|<title>|&amp;|&nbsp;|&#20013;|&#x4e2d|&bogus;|&|<|>
    |"|'|A|　|<p class='nav'>|<ul>|<li>|<article>|<!--|<![CDATA[|</|<?|1|中文,很好。""".replace(
        "\n    ", ""
    ).split("|")
)
SOURCES = st.lists(FRAGMENTS | st.sampled_from([" ", "\n", "  ", PROSE, PROSE * 3]), max_size=40).map("".join)


def assert_kept_is_raw(aligned, source):
    """Every clean character that no edit wrote stands in the raw text at its offset."""
    assert aligned.raw == source
    written = {offset for edit in aligned.edits for offset in range(edit.start, edit.end)}
    for index, char in enumerate(aligned.text):
        start, end = aligned.raw_char(index)
        if start not in written:
            assert source[start:end] == char
    for edit in aligned.edits:
        assert edit.start < edit.end
        assert edit.rule in ("markup.html", "markup.entity", "space.html")


@given(SOURCES)
@settings(max_examples=150, deadline=None)
def test_offsets_hold_whatever_the_markup(source):
    aligned = lay_out_all(source)
    assert_kept_is_raw(aligned, source)
    assert aligned.text == aligned.text.strip()
    assert "\n\n" not in aligned.text


@given(SOURCES)
@settings(max_examples=100, deadline=None)
def test_a_page_is_read_or_refused(source):
    try:
        aligned, _ = read_html(source)
    except Rejected as refusal:
        assert refusal.check == "no_article"
        return
    assert_kept_is_raw(aligned, source)
    assert aligned.text


@given(st.text(max_size=200))
def test_tokens_are_in_order_and_apart(source):
    at = 0
    for token in tokenize(source):
        assert at <= token.start < token.end <= len(source)
        at = token.end


TEASER = "<div><h3><a href='/{0}'>新区地铁第{0}号线年底试运行</a></h3><p>" + PROSE + "</p></div>"
LINKS = "".join(f"<li><a href='/{k}'>新区地铁第{k}号线年底前试运行</a></li>" for k in range(30))


@pytest.mark.parametrize(
    "page, reason",
    [
        (
            "<html><body><noscript>请启用JavaScript后继续访问</noscript><div id=app></div></body></html>",
            "JavaScript",
        ),
        ("<html><body><p>Please enable JavaScript to continue.</p></body></html>", "JavaScript"),
        ("<html><frameset cols='20%,80%'><frame src=a><frame src=b></frameset></html>", "frames"),
        (f"<html><body><h1>新闻列表</h1><ul>{LINKS}</ul></body></html>", "navigation and links"),
        ("<html><body></body></html>", "shows no text"),
        ("<html><body><h1>联系我们</h1><p>电话 12345</p></body></html>", "labels and headings"),
        (
            "<html><body><div>" + "".join(TEASER.format(k) for k in range(8)) + "</div></body></html>",
            "8 linked headlines",
        ),
    ],
)
def test_pages_without_an_article(page, reason):
    with pytest.raises(Rejected) as refusal:
        read_html(page)
    assert refusal.value.check == "no_article"
    assert reason in refusal.value.reason


@pytest.mark.parametrize(
    "piece", ["<div>", "<b>", "<a href=x>", "<!--", "<", "&", "<p", "<p a='", "</", "<td>", " ", "<script>"]
)
def test_hostile_repetition_takes_linear_time(piece):
    with contextlib.suppress(Rejected):
        read_html(f"<p>{PROSE * 3}</p>" + piece * 5_000)


@pytest.mark.parametrize(
    "fragment, text",
    [
        ("<p>网页</p>", "网页"),
        ("停牌<br>复牌", "停牌\n复牌"),
        ("<ul><li>一号线</li><li>二号线</li></ul>", "一号线\n二号线"),
        (f"<p>{PROSE}</p><p>相关阅读:</p><ul>{LINKS}</ul>", PROSE),
    ],
)
def test_fragment_of_a_record(fragment, text):
    assert read_html(fragment)[0].text == text
