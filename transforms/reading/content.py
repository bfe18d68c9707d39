"""Which lines of a page are its article."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from transforms.reading.lines import Line
from transforms.reading.measures import measure
from transforms.reading.neighbours import widen
from transforms.reading.parts import parts
from transforms.reading.teasers import find_teasers
from transforms.reading.tree import Node

_NOISE_TAGS = frozenset("nav aside footer header button menu dialog label fieldset address".split())
_TEASER = 0.2
_BEFORE_TITLE = 0.5


def without_noise(lines: Sequence[Line]) -> list[Line]:
    """The lines outside the parts that by their tag or name are navigation, comments, sharing and the like.

    A part that holds too much of a page's prose is not believed to be one, whatever its name.
    """
    order, measures = measure(lines)
    whole = sum(line.weight for line in lines) or 1.0
    noise: set[int] = set()
    for node in order:  # parents come before children
        above = node.parent is not None and id(node.parent) in noise
        limit = max(parts().noise_limit(node.attributes), 0.5 * (node.name in _NOISE_TAGS))
        if above or measures[id(node)].weight < limit * whole:
            noise.add(id(node))
    return [line for line in lines if id(line.node) not in noise]


def find_content(lines: Sequence[Line], titles: Collection[str]) -> tuple[int, int]:
    """The range of `lines` that is the article, (0, 0) if there is no prose at all.

    The element whose prose is most, nearest and best named is taken, as in Readability; then its
    neighbours of the same make, for an article may be cut into sections. Teasers of other articles count
    little, and so does what stands before the article's own title.
    """
    lines = [replace(line) for line in lines]
    teasers = find_teasers(lines)
    for k in teasers if len(teasers) > 2 else []:
        lines[k].weight *= _TEASER
    start = next((k for k, line in enumerate(lines) if line.link_share < 0.5 and line.text in titles), 0)
    order, measures = measure(lines)
    best: Node | None = None
    top = 0.0
    for node in reversed(order):
        found = measures[id(node)]
        value = found.score * parts().content_hint(node.attributes) * (1.2 if node.name == "article" else 1.0)
        value *= _BEFORE_TITLE if found.last <= start else 1.0
        if value > top:
            best, top = node, value
    if best is None:
        return 0, 0
    return widen(best, lines, measures)
