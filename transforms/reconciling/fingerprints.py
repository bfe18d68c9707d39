"""Fingerprints of a text: short lists of hashes by which its copies are found among many texts."""

from __future__ import annotations

from typing import Final

import numpy as np
from rensa import RMinHash

from transforms.reconciling.shingles import Hashes, figures, grams, hashed, letters, runs, winnowed
from transforms.rows import Row

GRAM: Final = 5
_BANDS, _ROWS = 32, 3
# No set phrase is as long; measured: in texts of one template, runs of 20 are shared by 2 % of all pairs.
_PASSAGE, _WINDOW = 20, 20
FIGURE_RUN: Final = 3


def fingerprint_row(document_id: str, text: str) -> Row:
    """The row of `corpus.fingerprints` of a clean text.

    `bands`: MinHash of its character 5-grams, in 32 bands of 3; texts of which half is alike share some.
    `passages`: winnowed runs of 20 characters; a shared passage of 39 characters is sure to show.
    `figures`: runs of three numbers or Latin words, which no exchange of words touches.
    """
    plain = letters(text)
    return {
        "document_id": document_id,
        "bands": _signed(_bands(plain)),
        "passages": _signed(winnowed(grams(plain, _PASSAGE), _WINDOW)),
        "figures": _signed(np.unique(runs(figures(text), FIGURE_RUN))),
    }


def _bands(plain: str) -> Hashes:
    sketch = RMinHash(num_perm=_BANDS * _ROWS, seed=1)
    sketch.update(list({plain[at : at + GRAM] for at in range(max(1, len(plain) - GRAM + 1))}))
    least = np.array(sketch.digest(), "<u4").reshape(_BANDS, _ROWS)
    bands = [hashed(bytes([number]) + row.tobytes()) for number, row in enumerate(least)]
    return np.array(bands, np.uint64)


def _signed(hashes: Hashes) -> list[int]:
    """DuckDB's and polars' 64-bit integers have a sign."""
    found: list[int] = hashes.view(np.int64).tolist()
    return found
