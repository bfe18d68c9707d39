"""What stands beside an article's element and belongs to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from transforms.reading.lines import Line
from transforms.reading.measures import Measure, Measures
from transforms.reading.parts import parts
from transforms.reading.teasers import is_list
from transforms.reading.tree import Node

_TEXT_TAGS = frozenset("p blockquote section h1 h2 h3 h4 h5 h6 ul ol dl table figure pre center".split())
_PATIENCE = 4  # pieces of foreign prose in a row, beyond which an article is not looked for


@dataclass(frozen=True, slots=True)
class _Rules:
    """Which neighbours of `node` may join: any prose (`sure`), paragraphs and the like (`paragraphs`), or
    only an element of the same make. `weight` is the article's so far, `in_article` says that its element is
    marked up as one.
    """

    node: Node
    weight: float
    sure: bool
    paragraphs: bool
    in_article: bool


def widen(best: Node, lines: Sequence[Line], measures: Measures) -> tuple[int, int]:
    """The range of lines of `best` and of its neighbours, on every level, that belong to the same article."""
    first, last = measures[id(best)].first, measures[id(best)].last
    node = best
    article = _outermost_article(best)
    while node.parent is not None:
        groups = _groups(node, node.parent, lines, measures)
        weight = sum(line.weight for line in lines[first:last])
        rules = _rules(node, node.parent, weight, groups, article is not None)
        if node is article:
            article = None
        patience = _PATIENCE
        for group, part in [pair for pair in reversed(groups) if pair[0].last <= first]:
            if _joins(group, part, rules, lines[group.first : first]):
                first = group.first
            elif not (patience := patience - 1):
                break
        patience = _PATIENCE
        for group, part in [pair for pair in groups if pair[0].first >= last]:
            if _joins(group, part, rules, lines[last : group.last]):
                last = group.last
            elif not (patience := patience - 1):
                break
        node = node.parent
    return first, last


def _groups(node: Node, above: Node, lines: Sequence[Line], measures: Measures) -> list[tuple[Measure, Node]]:
    """The neighbours with prose, in order: child elements, and lines that stand in the parent itself."""
    groups = [
        (measures[id(part)], part)
        for part in above.parts
        if not isinstance(part, int) and part is not node and id(part) in measures
    ]
    found = measures[id(above)]
    for index in range(found.first, found.last):
        line = lines[index]
        if line.node is above:
            prose = int(line.weight > 0)
            groups.append((Measure(index, index + 1, line.weight, line.size, line.linked, prose), above))
    return sorted((pair for pair in groups if pair[0].prose), key=lambda pair: pair[0].first)


def _rules(
    node: Node, above: Node, weight: float, groups: Sequence[tuple[Measure, Node]], in_article: bool
) -> _Rules:
    sure = above.name == "article" or parts().content_hint(above.attributes) > 1.5
    # Paragraphs beside an element named after the article are notes on it, unless they are many: then a stray
    # end tag has closed it early.
    named = parts().content_hint(node.attributes) > 1 and node.name not in _TEXT_TAGS
    beside = sum(group.weight for group, part in groups if part.name in _TEXT_TAGS)
    paragraphs = not named or beside > 0.25 * weight
    return _Rules(node, weight, sure, paragraphs, in_article or _holds_article(node))


def _joins(group: Measure, part: Node, rules: _Rules, lines: Sequence[Line]) -> bool:
    """Whether a neighbour belongs to the article; `lines` are its own and those in between."""
    if group.linked > 0.3 * group.size or group.weight < 0.3 * group.size:
        return False
    if rules.in_article and _holds_article(part):
        return False  # an article of its own
    if group.prose > 2 and group.last - group.first > 2 * group.prose:
        return False  # items with labels: readers' comments
    if is_list(lines) or any(line.weight == 0 and parts().related.match(line.text) for line in lines):
        return False
    if group.weight < 0.15 * rules.weight and part.name in ("div", "td") and not _class(part):
        return False
    alike = (part.name in _TEXT_TAGS and rules.paragraphs) or part is rules.node.parent
    return rules.sure or alike or (part.name == rules.node.name and _class(part) == _class(rules.node))


def _outermost_article(node: Node) -> Node | None:
    found: Node | None = None
    above: Node | None = node
    while above is not None:
        found = above if above.name == "article" else found
        above = above.parent
    return found


def _holds_article(node: Node) -> bool:
    """Whether an element is an article or, two levels down, has one."""
    level = [node]
    for _ in range(3):
        if any(part.name == "article" for part in level):
            return True
        level = [child for part in level for child in part.parts if not isinstance(child, int)]
    return False


def _class(node: Node) -> str:
    return "".join(char for char in node.attributes.get("class", "") if not char.isdigit())
