"""Headlines in links with a summary each: what a list of articles looks like, and readers' comments too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from transforms.reading.lines import Line


def find_teasers(lines: Sequence[Line]) -> list[int]:
    """The indexes of the lines of prose that follow a line which is nothing but a link of its own.

    A link that returns between the paragraphs, such as an advertisement's, is no headline.
    """
    links = Counter(line.text for line in lines if line.link_share > 0.9)
    return [
        k
        for k in range(1, len(lines))
        if lines[k].weight > 0 and lines[k - 1].size > 1 and links[lines[k - 1].text] == 1
    ]


def is_list(lines: Sequence[Line], least: int = 3) -> bool:
    """Whether at least `least` teasers are there, and more than two thirds of the prose is in them."""
    teasers = len(find_teasers(lines))
    return teasers >= least and 3 * teasers > 2 * sum(line.weight > 0 for line in lines)
