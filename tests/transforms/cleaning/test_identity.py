"""Ids come from the bytes alone."""

from transforms.cleaning.identity import document_id, source_sha256
from transforms.source import SourceItem


def test_the_same_bytes_have_the_same_id():
    one, two = (
        SourceItem("a.txt", "新闻".encode()),
        SourceItem("b.txt", "新闻".encode(), "markdown", "utf-8", {"title": "x"}),
    )
    assert document_id(one) == document_id(two) == "d" + source_sha256(one)[:16]
    assert document_id(SourceItem("a.txt", b"")) != document_id(one)
