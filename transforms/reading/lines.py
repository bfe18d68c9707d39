"""The lines of text that a page shows, each with its place in the tree."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import unescape

from transforms.reading.layout import is_block
from transforms.reading.parts import parts
from transforms.reading.tokens import Token
from transforms.reading.tree import Node

# Readings above characters, and what is never shown as text of the page.
_UNSHOWN = frozenset(
    "rt rp rtc noscript template iframe textarea select option svg math audio video object "
    "amp-ad amp-iframe amp-embed amp-video amp-audio amp-youtube amp-img amp-sidebar".split()
)
_HIDDEN = re.compile(r"display\s*:\s*none|font-size\s*:\s*0(?:px|em|rem|pt|%)?\s*(?:;|$|!)", re.IGNORECASE)
_STOP = re.compile(r"[，。！？；、]|[,.!?;](?=\s|$)")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\u3040-\u30ff]")
_SPACE = re.compile(r"\s+")


@dataclass(slots=True)
class Line:
    """A line that a browser would set by itself.

    `tokens` are indexes of text tokens and `pieces` their texts, `node` the block that the line stands in,
    `linked` how many of its characters lie in links. `weight` says how much it reads like prose: 0 for
    headings, links and labels.
    """

    node: Node
    tokens: list[int] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    text: str = ""
    size: int = 0
    linked: int = 0
    weight: float = 0.0

    @property
    def spaced(self) -> str:
        """The text with a space between elements: labels that only a style sheet keeps apart."""
        return _SPACE.sub(" ", " ".join(self.pieces)).strip()

    @property
    def link_share(self) -> float:
        """The share of the characters that lie in links."""
        return self.linked / self.size if self.size else 0.0


def find_lines(root: Node, source: str, tokens: Sequence[Token], hidden: bool = False) -> list[Line]:
    """The lines of the tree in order; those of hidden elements only if `hidden`."""
    lines: list[Line] = []
    current = Line(root)
    stack: list[tuple[Node, int, int]] = [(root, 0, 0)]  # node, next part, depth of links
    while stack:
        node, at, links = stack.pop()
        block = is_block(node.name, node.attributes)
        if at == 0 and block:
            current = _begun(lines, current, node)
        if at == len(node.parts):
            if block:
                current = _begun(lines, current, _block_above(node))
            continue
        stack.append((node, at + 1, links))
        part = node.parts[at]
        if isinstance(part, int):
            text = unescape(source[tokens[part].start : tokens[part].end])
            current.tokens.append(part)
            current.pieces.append(text)
            if links:
                current.linked += len(_SPACE.sub("", text))
        elif part.name not in _UNSHOWN and (hidden or not _is_hidden(part)):
            stack.append((part, 0, links + (part.name == "a" and "href" in part.attributes)))
    _begun(lines, current, root)
    return lines


def _begun(lines: list[Line], current: Line, node: Node) -> Line:
    """Close the current line, keep it if it shows anything, and begin another in `node`."""
    current.text = _SPACE.sub(" ", "".join(current.pieces)).strip()
    if current.text:
        bare = current.text.replace(" ", "")
        current.size = len(bare)
        current.weight = _weight(bare, current)
        lines.append(current)
    return Line(node)


def _weight(bare: str, line: Line) -> float:
    han = len(_HAN.findall(bare))
    size = han + (len(bare) - han) / 3  # a Latin word is about as much text as two characters
    stops = len(_STOP.findall(line.text))
    if line.link_share >= 0.4 or size < 10 or (not stops and size < 40):
        return 0.0
    if len(bare) <= 200 and parts().notice.search(bare):
        return 0.0
    return size * (1 - line.link_share) * (0.4 + 0.2 * min(3, stops))


def _block_above(node: Node) -> Node:
    above = node.parent
    while above is not None and above.parent and not is_block(above.name, above.attributes):
        above = above.parent
    return above or node


def _is_hidden(node: Node) -> bool:
    """Hidden for good: `visibility` and `opacity` are not meant, pages lift them when they have loaded."""
    if "hidden" in node.attributes:
        return True
    found = _HIDDEN.search(node.attributes.get("style", ""))
    if not found:
        return False
    # A size of nothing is also how layouts swallow the white space between elements that set their own.
    return "none" in found[0].lower() or not any(isinstance(part, Node) for part in node.parts)
