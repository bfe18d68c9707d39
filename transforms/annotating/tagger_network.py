"""The tagger's BiLSTM-CRF in numpy: numbers of characters → numbers of labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast

import numpy as np

from transforms.annotating.tagger_weights import Matrix, load_weights


@dataclass(frozen=True)
class _Layer:
    """Both directions of one layer; the gates stand as input, forget, output, cell.

    The first three are halved: σ(x) is (tanh(x/2)+1)/2, so that one tanh serves all four.
    """

    inward: Matrix
    bias: Matrix
    back: Matrix


def best_labels(ids: Sequence[Sequence[int]]) -> list[list[int]]:
    """The best path of labels for each sentence (Viterbi). `ids` are of falling length and not empty."""
    lengths = np.array([len(sentence) for sentence in ids])
    steps = np.arange(lengths[0])
    padded = np.zeros((len(steps), len(ids)), np.int64)
    for row, sentence in enumerate(ids):
        padded[: len(sentence), row] = sentence
    # Position i from the end, for the direction that reads backwards; padding stays in place.
    turned = np.where(steps < lengths[:, None], lengths[:, None] - 1 - steps, steps).T
    alive = [int(n) for n in (lengths[:, None] > steps).sum(axis=0)]
    rows = np.arange(len(ids))
    x = _both_ways(_characters()[:, padded], turned, rows, alive, _layer(0))
    layer = _layer(1)
    x = _both_ways(x @ layer.inward[:, None] + layer.bias[:, None, None], turned, rows, alive, layer)
    arrays = load_weights().arrays
    return _paths(x @ arrays["fc.weight"].T + arrays["fc.bias"], lengths, alive)


@cache
def _layer(number: int) -> _Layer:
    arrays = load_weights().arrays
    size = arrays[f"lstm.weight_hh_l{number}"].shape[1]
    scale = np.repeat(np.array([0.5, 0.5, 0.5, 1], np.float32), size)
    order = np.arange(4 * size).reshape(4, size)[[0, 1, 3, 2]].ravel()  # torch: input, forget, cell, output
    parts: dict[str, list[Matrix]] = {"weight_ih": [], "weight_hh": [], "bias_ih": [], "bias_hh": []}
    for part, found in parts.items():
        for way in ("", "_reverse"):
            array = arrays[f"lstm.{part}_l{number}{way}"][order]
            found.append(np.ascontiguousarray(array.T * scale))
    inward, back, bias_in, bias_back = (np.stack(found) for found in parts.values())
    return _Layer(inward, bias_in + bias_back, back)


@cache
def _characters() -> Matrix:
    """What each character of the vocabulary adds to the first layer's gates: (2, characters, gates)."""
    layer = _layer(0)
    embedding = load_weights().arrays["embedding.weight"]
    return cast(Matrix, embedding @ layer.inward + layer.bias[:, None])


def _both_ways(
    gates: Matrix,
    turned: np.typing.NDArray[np.int64],
    rows: np.typing.NDArray[np.int64],
    alive: list[int],
    layer: _Layer,
) -> Matrix:
    """One layer: gates (2, steps, sentences, 4 × size) → hidden states of both directions side by side.

    `alive[t]` sentences are longer than `t`; those that have ended are not computed further.
    """
    gates[1] = gates[1][turned, rows]
    size = layer.back.shape[1]
    hidden = np.zeros((2, gates.shape[2], size), np.float32)
    cell = np.zeros_like(hidden)
    out = np.zeros((2, *gates.shape[1:3], size), np.float32)
    for step, many in enumerate(alive):
        gate = gates[:, step, :many]
        gate += hidden[:, :many] @ layer.back
        np.tanh(gate, out=gate)
        opened = gate[..., : 3 * size]
        opened += 1
        opened *= 0.5
        cell = opened[..., size : 2 * size] * cell[:, :many]
        cell += opened[..., :size] * gate[..., 3 * size :]
        hidden = np.tanh(cell)
        hidden *= opened[..., 2 * size :]
        out[:, step, :many] = hidden
    return np.concatenate((out[0], out[1][turned, rows]), axis=2)


def _paths(emissions: Matrix, lengths: np.typing.NDArray[np.int64], alive: list[int]) -> list[list[int]]:
    arrays = load_weights().arrays
    moves, final = arrays["crf.transitions"], arrays["crf.end_transitions"]
    scores = np.empty_like(emissions)
    scores[0] = arrays["crf.start_transitions"] + emissions[0]
    through = np.empty((emissions.shape[1], *moves.shape), np.float32)
    for step, many in enumerate(alive[1:], 1):
        np.add(scores[step - 1, :many, :, None], moves, out=through[:many])
        through[:many].max(axis=1, out=scores[step, :many])
        scores[step, :many] += emissions[step, :many]
    # Which label came before is asked only along the best path.
    label = (scores[lengths - 1, np.arange(len(lengths))] + final).argmax(axis=1)
    back = np.zeros(emissions.shape[:2], np.int64)
    for step in range(len(alive) - 1, -1, -1):
        many = alive[step]
        going = alive[step + 1] if step + 1 < len(alive) else 0
        if going:
            label[:going] = (scores[step, :going] + moves[:, label[:going]].T).argmax(axis=1)
        back[step, :many] = label[:many]
    return [back[:length, row].tolist() for row, length in enumerate(lengths)]
