"""The tree of a page's elements, with the tokens of the source as leaves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bs4 import BeautifulSoup, Tag

from transforms.reading.tokens import Token

# Without meaning for the tree: the head's, those of raw text, and the frame of a document, which pages put
# together of pages have several times.
_LEFT_OUT = frozenset(
    "html head body title meta link base script style xmp plaintext noembed noframes".split()
)
_TAG_NAME = re.compile(r"[a-z][a-z0-9-]*")
_LOST = 0.01  # share of text tokens that lxml may lose before the slower builder is asked


@dataclass(slots=True, eq=False)
class Node:
    """An element; `parts` are child elements and indexes of text tokens, in order."""

    name: str
    attributes: dict[str, str]
    parent: Node | None
    parts: list[Node | int] = field(default_factory=list)


def build_tree(source: str, tokens: Sequence[Token]) -> Node:
    """The body of a page as a tree over the token indexes, built by BeautifulSoup.

    BeautifulSoup gets a shadow of the page in which every run of text is the index of its token and every tag
    carries its own: so a text's place is known by construction, whatever the builder makes of broken markup,
    and attributes, scripts and declared encodings cannot lead it astray. lxml is the builder; html.parser is
    where lxml loses text (it gives up at some depth).
    """
    shadow = _shadow(source, tokens)
    expected = sum(1 for token in tokens if token.kind == "text")
    tree, found = _convert(BeautifulSoup(shadow, "lxml"), tokens)
    if found < expected * (1 - _LOST):
        other, more = _convert(BeautifulSoup(shadow, "html.parser"), tokens)
        if more > found:
            return other
    return tree


def _shadow(source: str, tokens: Sequence[Token]) -> str:
    parts = ["<html><body>"]
    for index, token in enumerate(tokens):
        if token.kind == "text":
            parts.append(f" {index} ")
        elif token.kind != "raw" and token.name not in _LEFT_OUT and _TAG_NAME.fullmatch(token.name):
            parts.append(f"</{token.name}>" if token.kind == "end" else f"<{token.name} k={index}>")
    parts.append("</body></html>")
    return "".join(parts)


def _convert(soup: BeautifulSoup, tokens: Sequence[Token]) -> tuple[Node, int]:
    """The soup's tree as nodes, and how many text tokens it holds. Without recursion: pages nest deeply."""
    root = Node("body", {}, None)
    found = 0
    stack: list[tuple[Tag, Node]] = [(soup.body or soup, root)]
    while stack:
        element, node = stack.pop()
        for child in element.children:
            if isinstance(child, Tag):
                key = child.get("k")
                attributes = tokens[int(key)].attributes if isinstance(key, str) else {}
                inner = Node(child.name, attributes, node)
                node.parts.append(inner)
                stack.append((child, inner))
            else:
                # In <xmp>, <plaintext> and the like a parser takes tags for text.
                indexes = [int(word) for word in str(child).split() if word.isdecimal()]
                node.parts.extend(indexes)
                found += len(indexes)
    return root, found
