"""How much text and prose lies below each element of a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from transforms.reading.lines import Line
from transforms.reading.tree import Node

_BRANCH = 0.5  # what text one branch further down is worth: comments beside an article stay apart from it
_ITEM = 0.1


@dataclass(slots=True)
class Measure:
    """What is below an element: a range of line indexes, and its lines in sum."""

    first: int
    last: int
    weight: float = 0.0
    size: int = 0
    linked: int = 0
    prose: int = 0  # lines with weight
    score: float = 0.0


Measures = dict[int, Measure]  # by id() of the node


def measure(lines: Sequence[Line]) -> tuple[list[Node], Measures]:
    """Every element with lines, parents first, and its measures."""
    measures: Measures = {}
    order: list[Node] = []
    own: dict[int, list[Line]] = {}
    for index, line in enumerate(lines):
        chain: list[Node] = []
        node: Node | None = line.node
        while node is not None and id(node) not in measures:
            measures[id(node)] = Measure(index, index)
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
    branches: dict[int, list[Measure]] = {}
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


def _score(own: list[Line], branches: list[Measure]) -> float:
    near = sum(line.weight for line in own)
    # One line of prose among labels is a reader's comment or a list's item rather than a paragraph.
    near += sum(b.weight * (_ITEM if b.last - b.first > 2 else 1) for b in branches if b.prose == 1)
    far = [b.score for b in branches if b.prose > 1]
    if len(far) == 1 and not near:
        return far[0]  # an element with a single branch is but its wrapper
    return near + _BRANCH * sum(far)
