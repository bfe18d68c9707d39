"""What an article's element holds that is no part of the article."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.reading.byline import is_byline
from transforms.reading.lines import Line
from transforms.reading.measures import measure
from transforms.reading.parts import parts
from transforms.reading.teasers import find_teasers, is_list
from transforms.reading.tree import Node

_NEAR = 6  # lines from the ends of the prose in which a byline may stand among paragraphs
_LISTS = frozenset("ul ol dl div section table p tbody tr td figure".split())


def trim(lines: Sequence[Line], title: str) -> list[Line]:
    """The lines without lists of links, without what a heading of related articles opens, and without the
    title, bylines and buttons at both ends. `title` is the page's, for its repetition at the head.
    """
    left = _without_related(_without_link_lists(lines))
    prose = [k for k, line in enumerate(left) if _is_prose(line, title)]
    if not prose:
        return left
    # What stands above a line about the article is its head, what stands below one its foot.
    linked = not is_list(left)  # in a survey of news the paragraphs' headings are links
    edges = [k for k, line in enumerate(left) if not _is_prose(line, title) and _is_edge(line, title, linked)]
    first = max((k + 1 for k in edges if k < prose[0]), default=0)
    last = min((k for k in edges if k > prose[-1]), default=len(left))
    near = (prose[0] + _NEAR, prose[-1] - _NEAR)
    kept = range(first, last)
    return [
        left[k]
        for k in kept
        if _is_prose(left[k], title) or near[0] < k < near[1] or not is_byline(left[k].text)
    ]


def _is_prose(line: Line, title: str) -> bool:
    if line.weight == 0 or line.text == title or line.node.name in ("h1", "figcaption"):
        return False  # a headline with a comma is no paragraph
    return not (line.size <= 60 and is_byline(line.text))


def _is_edge(line: Line, title: str, linked: bool) -> bool:
    text = line.text
    if (linked and line.link_share > 0.5) or parts().chrome.match(text) or parts().notice.search(text):
        return True
    if is_byline(text) or line.node.name in ("h1", "figcaption") or parts().is_byline(line.node.attributes):
        return True
    return len(text) >= 6 and (text in title or (len(title) >= 6 and title in text))


def _without_link_lists(lines: Sequence[Line]) -> list[Line]:
    """Without lists of links, teasers of other articles, and runs of lines that are nothing but links."""
    order, measures = measure(lines)
    dropped: set[int] = set()
    whole = sum(line.weight for line in lines)
    teasers = find_teasers(lines)
    if len(teasers) >= 3 and sum(lines[k].weight for k in teasers) < 0.4 * whole:
        dropped.update(at for k in teasers for at in (k - 1, k))
    for node in order:
        found = measures[id(node)]
        count = found.last - found.first
        listed = node.name in _LISTS and count > 1 and found.linked > 0.65 * found.size
        if listed and found.weight < 0.2 * whole and not _is_data(node, lines[found.first : found.last]):
            dropped.update(range(found.first, found.last))
    links = [line.link_share > 0.8 for line in lines]
    for k, link in enumerate(links):
        if link and ((k and links[k - 1]) or (k + 1 < len(links) and links[k + 1])):
            dropped.add(k)
    return [line for k, line in enumerate(lines) if k not in dropped]


def _is_data(node: Node, lines: Sequence[Line]) -> bool:
    """A table whose names are links and whose numbers are not."""
    digits = sum(char.isdigit() for line in lines for char in line.text)
    return node.name in ("table", "tbody", "tr", "td") and digits > 0.2 * sum(line.size for line in lines)


def _without_related(lines: Sequence[Line]) -> list[Line]:
    """Without headings of related articles, and what follows each of them up to the next prose."""
    out: list[Line] = []
    skipping = False
    for line in lines:
        if line.weight == 0 and line.size <= 40 and parts().related.match(line.text):
            skipping = True
        elif line.weight > 0 and line.link_share < 0.3:
            skipping = False
        if not skipping:
            out.append(line)
    return out
