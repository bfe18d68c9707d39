"""Who wrote and who published an article, by the names of the elements that say so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import Final

from transforms.article import Said
from transforms.reading.tokens import Token

_WORD = re.compile(r"[A-Z]?[a-z]+")
_AUTHORS: Final = frozenset({"author", "writer", "zuozhe"})
_OTHERS: Final = frozenset("comment comments reply list avatar more box follow recommend related hot".split())
_NAME = re.compile(
    r"[\u4e00-\u9fff]{2,6}(?:[·•][\u4e00-\u9fff]{1,8})?|[A-Z][\w.'-]{1,20}(?: [A-Z][\w.'-]{0,20}){0,3}"
)
_NO_NAME: Final = frozenset(
    "作者 编辑 編輯 记者 記者 原创 原創 佚名 来源 來源 责编 更多 关注 關注 匿名 楼主 作者简介".split()
)
_SCRIPTED = re.compile(
    r"[\"']author(?:_?name)?[\"']\s{0,3}:\s{0,3}(?:\{\s{0,3}[\"']name[\"']\s{0,3}:\s{0,3})?[\"']([^\"'<>{}]{2,40})[\"']",
    re.I,
)
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_NEAR: Final = 4  # tokens between the element and the name in it


def read_marked(source: str, tokens: Sequence[Token], scripts: str) -> Iterator[Said]:
    """The author and the publisher of marked elements: microdata first, then classes, then scripts.

    A class counts only where a name and nothing else stands in the element, a script only where all its
    objects name one author.
    """
    for field, kind in (("author", "author"), ("publisher", "publisher")):
        for k, token in enumerate(tokens):
            if token.kind == "start" and token.attributes.get("itemprop", "").lower() == kind:
                words = token.attributes.get("content", "") or _text(source, tokens, k)
                if words:
                    yield Said(field, words, "html")
                    break
    for k, token in enumerate(tokens):
        if token.kind == "start" and _names_author(token):
            words = _text(source, tokens, k)
            if words not in _NO_NAME and _NAME.fullmatch(words):
                yield Said("author", words, "html")
                break
    scripted = {_ESCAPE.sub(lambda m: chr(int(m[1], 16)), words) for words in _SCRIPTED.findall(scripts)}
    if len(scripted) == 1 and _NAME.fullmatch(name := scripted.pop().strip()):
        yield Said("author", name, "html")


def _names_author(token: Token) -> bool:
    names = f"{token.attributes.get('class', '')} {token.attributes.get('id', '')}"
    words = {word.lower() for word in _WORD.findall(names)}
    return bool(words & _AUTHORS) and not words & _OTHERS


def _text(source: str, tokens: Sequence[Token], k: int) -> str:
    """The first text in the element that token `k` opens."""
    for token in tokens[k + 1 : k + 1 + _NEAR]:
        if token.kind == "text" and (words := unescape(source[token.start : token.end]).strip()):
            return words
        if token.kind == "end" and token.name == tokens[k].name:
            break
    return ""
