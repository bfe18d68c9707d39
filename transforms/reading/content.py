"""Which lines of a page are its article."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from transforms.reading.lines import Line
from transforms.reading.parts import parts
from transforms.reading.teasers import find_teasers, is_list
from transforms.reading.tree import Node

_NOISE_TAGS = frozenset("nav aside footer header button menu dialog label fieldset address".split())
_TEXT_TAGS = frozenset("p blockquote section h1 h2 h3 h4 h5 h6 ul ol dl table figure pre center".split())
_TEASER = 0.2
_BEFORE_TITLE = 0.5
_ITEM = 0.1
_BRANCH = 0.5  # what text one branch further down is worth: comments beside an article stay apart from it


@dataclass(slots=True)
class _Measure:
    """What is below an element: a range of line indexes, and its lines in sum."""

    first: int
    last: int
    weight: float = 0.0
    size: int = 0
    linked: int = 0
    prose: int = 0  # lines with weight
    score: float = 0.0


Measures = dict[int, _Measure]  # by id() of the node


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
    return _widened(best, lines, measures)


def measure(lines: Sequence[Line]) -> tuple[list[Node], Measures]:
    """Every element with lines, parents first, and its measures."""
    measures: Measures = {}
    order: list[Node] = []
    own: dict[int, list[Line]] = {}
    for index, line in enumerate(lines):
        chain: list[Node] = []
        node: Node | None = line.node
        while node is not None and id(node) not in measures:
            measures[id(node)] = _Measure(index, index)
            chain.append(node)
            node = node.parent
        order.extend(reversed(chain))
        own.setdefault(id(line.node), []).append(line)
        found = measures[id(line.node)]
        found.last = index + 1
        found.weight += line.weight
        found.size += line.size
        found.linked += line.linked
        found.prose += line.weight > 0
    branches: dict[int, list[_Measure]] = {}
    for node in reversed(order):
        found = measures[id(node)]
        found.score = _score(own.get(id(node), []), branches.get(id(node), []))
        if node.parent is not None:
            above = measures[id(node.parent)]
            above.last = max(above.last, found.last)
            above.weight += found.weight
            above.size += found.size
            above.linked += found.linked
            above.prose += found.prose
            if found.prose:
                branches.setdefault(id(node.parent), []).append(found)
    return order, measures


def _score(own: list[Line], branches: list[_Measure]) -> float:
    near = sum(line.weight for line in own)
    # One line of prose among labels is a reader's comment or a list's item rather than a paragraph.
    near += sum(b.weight * (_ITEM if b.last - b.first > 2 else 1) for b in branches if b.prose == 1)
    far = [b.score for b in branches if b.prose > 1]
    if len(far) == 1 and not near:
        return far[0]  # an element with a single branch is but its wrapper
    return near + _BRANCH * sum(far)


def _widened(best: Node, lines: Sequence[Line], measures: Measures) -> tuple[int, int]:
    first, last = measures[id(best)].first, measures[id(best)].last
    node = best
    while node.parent is not None:
        above = node.parent
        weight = sum(line.weight for line in lines[first:last])
        sure = above.name == "article" or parts().content_hint(above.attributes) > 1.5
        groups = [
            (measures[id(part)], part)
            for part in above.parts
            if not isinstance(part, int) and part is not node and id(part) in measures
        ]
        groups += [(_of_line(index, line), above) for index, line in _own(above, lines, measures)]
        for group, part in sorted(groups, key=lambda pair: pair[0].first, reverse=True):
            if group.last <= first and _joins(group, part, node, weight, sure, lines[group.first : first]):
                first = group.first
        for group, part in sorted(groups, key=lambda pair: pair[0].first):
            if group.first >= last and _joins(group, part, node, weight, sure, lines[last : group.last]):
                last = group.last
        node = above
    return first, last


def _own(node: Node, lines: Sequence[Line], measures: Measures) -> list[tuple[int, Line]]:
    found = measures[id(node)]
    return [(k, lines[k]) for k in range(found.first, found.last) if lines[k].node is node]


def _of_line(index: int, line: Line) -> _Measure:
    return _Measure(index, index + 1, line.weight, line.size, line.linked, int(line.weight > 0))


def _joins(group: _Measure, part: Node, node: Node, weight: float, sure: bool, lines: Sequence[Line]) -> bool:
    """Whether a neighbour belongs to the article: prose in a like element, nothing foreign between.

    `lines` are those of the neighbour and what lies between it and the article; `weight` is the article's.
    """
    if not group.prose or group.linked > 0.3 * group.size or group.weight < 0.3 * group.size:
        return False
    if group.prose > 2 and group.last - group.first > 2 * group.prose:
        return False  # items with labels: readers' comments
    if is_list(lines) or any(line.weight == 0 and parts().related.match(line.text) for line in lines):
        return False
    named = parts().content_hint(node.attributes) > 1 and node.name not in _TEXT_TAGS
    if group.weight < 0.15 * weight and part.name in ("div", "td") and not _class(part):
        return False
    alike = (part.name in _TEXT_TAGS and not named) or part is node.parent
    return sure or alike or (part.name == node.name and _class(part) == _class(node))


def _class(node: Node) -> str:
    return "".join(char for char in node.attributes.get("class", "") if not char.isdigit())
