"""A second opinion on Chinese-script names: cutword's BiLSTM-CRF through numpy."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from threadpoolctl import ThreadpoolController

from transforms.annotating.registry import fold
from transforms.annotating.tagger_network import best_labels
from transforms.annotating.tagger_weights import Weights, load_weights

_LONGEST: Final = 126  # characters a sentence, as in the tagger's own training
_BATCH: Final = 64
_SENTENCE = re.compile(r"[^。！？!?；;\n]+[。！？!?；;]?")
_HAN = re.compile(r"[一-鿿]")
_TOKEN = re.compile(r"[a-z]+|[0-9]+|\S")


VARIABLE: Final = "KAOJU_TAGGER"


@cache
def tagger_is_on() -> bool:
    """Whether the tagger is asked: yes, unless the variable `KAOJU_TAGGER` is `off`; ValueError if it is odd.

    What is found without it differs, so `transforms.version` counts it as other rules.
    """
    value = os.environ.get(VARIABLE, "on")
    if value not in ("on", "off"):
        raise ValueError(f"{VARIABLE} is {value!r}: set it to on or off, or leave it out")
    return value == "on"


@dataclass(frozen=True, slots=True)
class Tagged:
    """`text[start:end]` is a name of `kind`: PERSON, ORG, LOC, … as the tagger calls them. Clean offsets."""

    start: int
    end: int
    kind: str


def tag_names(text: str) -> list[Tagged]:
    """Names that the tagger sees in Simplified text, in order; Latin-script ones are noise and left out.

    None at all where it is switched off.
    """
    if not tagger_is_on():
        return []
    weights = load_weights()
    alike: dict[tuple[int, ...], list[list[tuple[str, int]]]] = {}
    for tokens in _sentences(fold(text)):
        alike.setdefault(tuple(_number(token, weights) for token, _ in tokens), []).append(tokens)
    # Sentences of like length share a batch, so that little is computed for padding.
    order = sorted(alike, key=len, reverse=True)
    found: list[Tagged] = []
    with _threads().limit(limits=1):
        for at in range(0, len(order), _BATCH):
            ids = order[at : at + _BATCH]
            for numbers, path in zip(ids, best_labels(ids), strict=True):
                labels = [weights.labels[k] for k in path]
                for tokens in alike[numbers]:
                    found += _spans(tokens, labels)
    return sorted((t for t in found if not text[t.start : t.end].isascii()), key=lambda t: t.start)


@cache
def _threads() -> ThreadpoolController:
    """The matrices are small: with two threads they take ten times the processor time of one."""
    return ThreadpoolController()


def _sentences(lowered: str) -> list[list[tuple[str, int]]]:
    """Tokens with offsets, cut at sentence ends and after `_LONGEST`; none of a sentence without Chinese."""
    out = []
    for sentence in _SENTENCE.finditer(lowered):
        if not _HAN.search(sentence.group()):
            continue
        for start in range(sentence.start(), sentence.end(), _LONGEST):
            end = min(sentence.end(), start + _LONGEST)
            tokens = [(m.group(), m.start()) for m in _TOKEN.finditer(lowered, start, end)]
            if tokens:
                out.append(tokens)
    return out


def _number(token: str, weights: Weights) -> int:
    known = weights.vocabulary.get(token)
    if known is not None:
        return known
    if token.isdigit():
        return weights.vocabulary["[NUMBER]"]
    return weights.vocabulary["[HANZI]" if "一" <= token <= "鿿" else "[UNK]"]


def _spans(tokens: Sequence[tuple[str, int]], labels: Sequence[str]) -> list[Tagged]:
    out: list[Tagged] = []
    opened: tuple[int, str] | None = None
    for (token, start), label in zip(tokens, labels, strict=True):
        place, _, kind = label.partition("_")
        if place == "S":
            out.append(Tagged(start, start + len(token), kind))
        if place == "B":
            opened = start, kind
        elif place == "E" and opened and opened[1] == kind:
            out.append(Tagged(opened[0], start + len(token), kind))
        if place not in ("B", "M"):
            opened = None
    return out
