import pytest

from transforms.article import Said
from transforms.reading.read import read
from transforms.rejection import Rejected
from transforms.source import SourceItem

PAGE = (
    "<!DOCTYPE html>\n<html><head><meta charset='gbk'><title>江城芯片厂投产 - 江城新闻网</title></head>"
    "<body><div class='content'><p>长河半导体公司周二宣布,首条封装生产线正式投产,月产能两万片。</p></div>"
    "</body></html>"
)
BODY = "长河半导体公司周二宣布,首条封装生产线正式投产,月产能两万片。"


def test_text_is_kept_as_it_is():
    item = SourceItem(
        "/a.txt", "标题\r\n\r\n  正文,内容。\r\n".encode("gb18030"), said={"title": "标题", "author": " "}
    )
    read_text = read(item)
    assert read_text.text.text == read_text.text.raw == "标题\r\n\r\n  正文,内容。\r\n"
    assert (read_text.encoding, read_text.replaced, read_text.text.edits) == ("gb18030", 0, ())
    assert read_text.said == (Said("title", "标题", "record"),)


@pytest.mark.parametrize("media_type", ["html", "text"])
def test_page_in_gbk(media_type):
    read_text = read(SourceItem("/a", PAGE.encode("gbk"), media_type, said={"title": "源里的标题"}))
    assert read_text.text.raw == PAGE
    assert read_text.text.text == BODY
    assert read_text.said == (
        Said("title", "源里的标题", "record"),
        Said("title", "江城芯片厂投产", "html"),
        Said("publisher", "江城新闻网", "html"),
    )


def test_a_record_of_a_page_that_declares_another_encoding():
    assert read(SourceItem("/a#line=1", PAGE.encode(), "html", "utf-8")).text.text == BODY


@pytest.mark.parametrize("text", ["第一段,里面提到 <html> 标签。", "# 标题\n\n正文 <p>一段</p>,不是网页。"])
def test_text_that_mentions_markup_is_no_page(text):
    assert read(SourceItem("/a.md", text.encode(), "markdown")).text.text == text


def test_refusals_pass():
    with pytest.raises(Rejected) as refusal:
        read(SourceItem("/a.html", b"<html><body></body></html>", "html"))
    assert refusal.value.check == "no_article"
    with pytest.raises(Rejected) as refusal:
        read(SourceItem("/a.txt", b""))
    assert refusal.value.check == "empty"
