"""Text from articles in Markdown and in cells: shown as it is, never obeyed."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from flows.markdown import LONGEST, in_cell, in_markdown, table
from warehouse.printable import printable

HOSTILE = [
    "<img src=x onerror=\"document.title='owned'\">蓝湾汽车",
    "[点此](javascript:alert(1)) 查看",
    "![图](http://127.0.0.1:9/x.png)",
    "销量 | 表 | \\| \\",
    "`code` **粗** _斜_ ~~删~~ $x^2$",
    "# 标题",
    "- 项\n- 项",
    "&lt;b&gt; &#60;",
    "\x1b[31m红\x1b[0m \x07 \u202egnp.exe",
    "<script>alert(1)</script>",
    "行一\n\n| a | b |\n| --- | --- |",
    "{{ 7*7 }} {% raw %}",
    "[1]: http://127.0.0.1:9/ 'x'",
]
renderer = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def cells(markdown: str) -> list[str]:
    return re.findall(r"<td>(.*?)</td>", renderer.render(markdown), re.DOTALL)


@pytest.mark.parametrize("text", HOSTILE)
def test_in_a_table_it_is_one_cell_of_plain_text(text):
    lines = table(("a", "b"), [(in_markdown(text), "next")])
    first, second = cells("\n".join(lines))
    assert "<" not in first, "no element, so no link, picture or script"
    assert unescape(first) == printable(text).strip()
    assert second == "next"


@given(st.text(alphabet=st.sampled_from("a1_*`[]()<>!|\\&;:#~$-+=.\"' \n中www"), max_size=40))
def test_in_a_line_nothing_of_it_is_markup(text):
    html = renderer.render(f"x {in_markdown(text)} x")
    assert re.fullmatch(r"<p>x [^<]* ?x</p>\n", html), html
    assert unescape(html)[5:-7].strip() == printable(text).strip()


@pytest.mark.parametrize("text", HOSTILE)
def test_in_a_cell_of_a_table_artifact_it_is_text_even_where_cells_are_rendered(text):
    html = renderer.render(in_cell(text))
    assert re.fullmatch(r"<p>[^<]*</p>\n", html), html


def test_paths_and_numbers_stay_as_they_are():
    assert in_cell("/srv/news/2026_11/第1期.txt#line=3") == "/srv/news/2026_11/第1期.txt#line=3"
    assert in_cell("增长3.5%, 约1,200万") == "增长3.5%, 约1,200万"


def test_long_texts_are_cut():
    assert len(in_cell("长" * 1000)) == LONGEST and in_cell("长" * 1000).endswith("…")


def test_numbers_stand_right_and_no_rows_make_no_table():
    assert table(("Check", "rows"), [("a", 1200)]) == [
        "| Check | rows |",
        "| --- | ---: |",
        "| a | 1,200 |",
        "",
    ]
    assert table(("Check", "rows"), []) == []
