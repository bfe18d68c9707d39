"""A second opinion on Chinese-script names: cutword's BiLSTM-CRF through numpy."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, cast

import numpy as np
from threadpoolctl import ThreadpoolController

from transforms.annotating.registry import fold
from transforms.annotating.tagger_weights import Matrix, Weights, load_weights

_LONGEST: Final = 126  # characters a sentence, as in the tagger's own training
_BATCH: Final = 64
_SENTENCE = re.compile(r"[^。！？!?；;\n]+[。！？!?；;]?")
_HAN = re.compile(r"[一-鿿]")
_TOKEN = re.compile(r"[a-z]+|[0-9]+|\S")


@dataclass(frozen=True, slots=True)
class Tagged:
    """`text[start:end]` is a name of `kind`: PERSON, ORG, LOC, … as the tagger calls them. Clean offsets."""

    start: int
    end: int
    kind: str


def tag_names(text: str) -> list[Tagged]:
    """Names that the tagger sees in Simplified text, in order; Latin-script ones are noise and left out."""
    weights = load_weights()
    alike: dict[tuple[int, ...], list[list[tuple[str, int]]]] = {}
    for tokens in _sentences(fold(text)):
        alike.setdefault(tuple(_number(token, weights) for token, _ in tokens), []).append(tokens)
    # Sentences of like length share a batch, so that little is computed for padding.
    order = sorted(alike, key=len)
    found: list[Tagged] = []
    with _threads().limit(limits=1):
        for at in range(0, len(order), _BATCH):
            ids = order[at : at + _BATCH]
            for numbers, path in zip(ids, _decode(_emissions(ids, weights), ids, weights), strict=True):
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


def _emissions(ids: Sequence[Sequence[int]], weights: Weights) -> Matrix:
    """Scores of every label, shaped (sentences, longest, labels)."""
    lengths = np.array([len(s) for s in ids])
    padded = np.zeros((len(ids), lengths.max()), np.int64)
    for row, sentence in enumerate(ids):
        padded[row, : len(sentence)] = sentence
    # Position i from the end, for the direction that reads backwards; padding stays in place.
    steps = np.arange(lengths.max())
    backwards = np.where(steps < lengths[:, None], lengths[:, None] - 1 - steps, steps)
    rows = np.arange(len(ids))[:, None]
    x = weights.arrays["embedding.weight"][padded]
    for layer in range(2):
        ahead = _lstm(x, f"l{layer}", weights)
        behind = _lstm(x[rows, backwards], f"l{layer}_reverse", weights)[rows, backwards]
        x = np.concatenate((ahead, behind), axis=2)
    return cast(Matrix, x @ weights.arrays["fc.weight"].T + weights.arrays["fc.bias"])


def _lstm(x: Matrix, name: str, weights: Weights) -> Matrix:
    """One direction of one layer; gates in torch's order: input, forget, cell, output."""
    inward, recurrent, bias_in, bias_back = (
        weights.arrays[f"lstm.{part}_{name}"] for part in ("weight_ih", "weight_hh", "bias_ih", "bias_hh")
    )
    gates = x @ inward.T + (bias_in + bias_back)
    size = recurrent.shape[1]
    hidden = np.zeros((x.shape[0], size), np.float32)
    cell = np.zeros_like(hidden)
    out = np.empty((*x.shape[:2], size), np.float32)
    back = recurrent.T
    for step in range(x.shape[1]):
        gate = gates[:, step] + hidden @ back
        opened = 1 / (1 + np.exp(-np.clip(gate, -30, 30)))
        cell = opened[:, size : 2 * size] * cell
        cell += opened[:, :size] * np.tanh(gate[:, 2 * size : 3 * size])
        hidden = opened[:, 3 * size :] * np.tanh(cell)
        out[:, step] = hidden
    return out


def _decode(emissions: Matrix, ids: Sequence[Sequence[int]], weights: Weights) -> list[list[int]]:
    """The best path of labels for each sentence (Viterbi)."""
    moves = weights.arrays["crf.transitions"]
    score = weights.arrays["crf.start_transitions"] + emissions[:, 0]
    final = weights.arrays["crf.end_transitions"]
    came = np.zeros(emissions.shape, np.int16)
    lengths = [len(s) for s in ids]
    last = np.zeros(len(ids), np.int64)
    for step in range(emissions.shape[1]):
        if step:
            through = score[:, :, None] + moves
            came[:, step] = through.argmax(axis=1)
            score = through.max(axis=1) + emissions[:, step]
        for row, length in enumerate(lengths):
            if length == step + 1:
                last[row] = (score[row] + final).argmax()
    paths = []
    for row, length in enumerate(lengths):
        path = [int(last[row])]
        for step in range(length - 1, 0, -1):
            path.append(int(came[row, step, path[-1]]))
        paths.append(path[::-1])
    return paths


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
