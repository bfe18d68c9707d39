"""Numbers in a row: `分别为N、N和N`, and what each of them measures."""

from __future__ import annotations

import re
from dataclasses import replace

from transforms.annotations import Quantity
from transforms.extracting.clauses import Clause
from transforms.extracting.cues import metric_cues
from transforms.extracting.masking import ENTITY, Masked
from transforms.extracting.metric_naming import Measure, measure_of
from transforms.extracting.metric_words import Links

_JOINT = re.compile(r"\s{0,3}(?:、|和|与|及|以及)\s{0,3}")


def series_in(masked: Masked) -> list[list[int]]:
    """Masked offsets of the numbers, those that only 、 or 和 separates together."""
    out: list[list[int]] = []
    for at, item in enumerate(masked.items):
        if not isinstance(item, Quantity):
            continue
        if out and _JOINT.fullmatch(masked.text[out[-1][-1] + 1 : at]):
            out[-1].append(at)
        else:
            out.append([at])
    return out


def joined_measures(clause: Clause, last: Measure, numbers: list[Quantity]) -> list[Measure] | None:
    """`营收和净利润分别为N1和N2`: the measure of each number; None where one noun holds for all.

    `last` is the measure that the noun next to the numbers gives.
    """
    if not last.joint or last.start is None or len(numbers) < 2:
        return None
    nouns = [last]
    text = clause.text
    links = Links(last.sign if last.metric != last.base else 0, True, True)
    while len(nouns) < len(numbers):
        stop = nouns[0].start or 0
        found = _ending_at(text[:stop], numbers[len(numbers) - len(nouns) - 1], links)
        if found is None:
            return None
        nouns.insert(0, found)
    return nouns


def _ending_at(text: str, number: Quantity, links: Links) -> Measure | None:
    """The measure of the cue that stands just before a joiner at the end of `text`."""
    joint = re.search(r"(?:、|和|与|及|以及)$", text)
    if joint is None or re.search(rf"[{ENTITY}]$", text[: joint.start()]):
        return None
    head = text[: joint.start()]
    for cue in metric_cues():
        for match in cue.cue.finditer(head):
            if match.end() == len(head) and "before" in cue.sides:
                found = measure_of(cue, match.group(), number, links)
                if found is not None:
                    return replace(found, start=match.start())
    return None
