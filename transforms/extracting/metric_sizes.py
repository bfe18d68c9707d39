"""Sizes of models that stand as their names: `X系列的8B和70B参数`, `X-405B(参数)`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transforms.extracting.clauses import Clause
from transforms.extracting.masking import THING
from transforms.extracting.metric_referents import mentions
from transforms.facts import Filler, Metric, Trace

_SIZE = re.compile(r"(?P<n>\d+(?:\.\d+)?) ?[Bb](?P<more>\+)?$")
_COUNTED = re.compile(rf"^(?: |{THING}|和|与|、|及|两种|两个|三种)*(?:的)?参数")


def find_sizes(clause: Clause) -> Iterator[Metric]:
    """Parameter counts of models named by their size alone and counted in 参数."""
    for m in mentions(clause):
        mention = clause.masked.mention(m)
        size = _SIZE.fullmatch(mention.surface.strip())
        if size is None or mention.entity.kind != "model" or not _COUNTED.match(clause.text[m + 1 :]):
            continue
        value = float(size.group("n")) * 1e9
        yield Metric(
            Trace(*clause.span, "metric.parameters"),
            Filler(mention.entity),
            "parameters",
            "参数",
            value,
            value,
            None if size.group("more") else value,
            "parameter",
            ">=" if size.group("more") else "=",
        )
