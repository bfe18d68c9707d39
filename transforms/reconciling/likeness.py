"""Whether two texts are copies of each other, how, and how much they are alike."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

import numpy as np

from transforms.reconciling.fingerprints import FIGURE_RUN, GRAM
from transforms.reconciling.shingles import Hashes, figures, grams, letters, runs
from transforms.rows import Row

Method = Literal["single", "exact", "near", "spun", "excerpt"]

# Shares of common 5-grams, or of 2-grams. Measured: between different articles, of one template too, at most
# 0.15, and 0.34 of the shorter one; reprints and new openings from 0.64; heavily spun copies from 0.25.
_NEAR, _HELD, _SPUN = 0.4, 0.6, 0.25
_SPUN_PAIRS = 0.3
# How much of the longer text an excerpt is at most.
_PART = 0.6
# What copies share of their runs of figures; forms that are filled in anew share next to none.
_SAME_FIGURES, _OTHER_FIGURES = 0.6, 0.2
_LEAST_FIGURES = 6


@dataclass(frozen=True)
class Text:
    """A clean text with what is needed to compare it; the sets of hashes are made when first asked for."""

    document_id: str
    text: str
    is_spun: bool
    published_from: date | None = None
    published_to: date | None = None
    publisher: str | None = None
    credited_source: str | None = None
    is_superseded: bool = False

    @classmethod
    def of(cls, row: Row) -> Text:
        """Of a row of `corpus.documents`."""
        names = ("published_from", "published_to", "publisher", "credited_source")
        known = {name: row[name] for name in names}
        return cls(
            row["document_id"],
            row["text"],
            bool(row["is_spun"]),
            **known,
            is_superseded=bool(row.get("is_superseded")),
        )

    @cached_property
    def letters(self) -> str:
        """The text without spaces and punctuation."""
        return letters(self.text)

    @cached_property
    def grams(self) -> Hashes:
        """Its character 5-grams, sorted, each once."""
        return np.unique(grams(self.letters, GRAM))

    @cached_property
    def pairs(self) -> Hashes:
        """Its character 2-grams, sorted, each once."""
        return np.unique(grams(self.letters, 2))

    @cached_property
    def figures(self) -> Hashes:
        """Its runs of numbers and Latin words, sorted, each once."""
        return np.unique(runs(figures(self.text), FIGURE_RUN))


@dataclass(frozen=True)
class Likeness:
    """How one text is a copy of another (`single`: it is none), how alike they are (0–1), and in words."""

    method: Method
    similarity: float
    words: str = ""


def likeness(a: Text, b: Text) -> Likeness:
    """What two texts share; the order of the two does not matter."""
    if a.letters == b.letters:
        return Likeness("exact", 1.0, "has the same characters as")
    alike, held = _shares(a.grams, b.grams)
    same_figures, number = _held_figures(a, b)
    enough = number >= _LEAST_FIGURES
    if enough and same_figures < _OTHER_FIGURES:
        return Likeness("single", alike)  # a form, filled in anew
    shared = f"shares {alike:.0%} of all character 5-grams"
    spun = a.is_spun or b.is_spun
    if held >= _HELD and alike < _PART * held:
        words = f"{held:.0%} of the character 5-grams of the shorter text are in the longer one of this and"
        return Likeness("excerpt", held, words)
    if alike >= _NEAR:
        return Likeness("spun" if spun else "near", alike, f"{shared} with")
    if spun and alike >= _SPUN:
        return Likeness("spun", alike, f"words are exchanged; it {shared} with")
    if enough and same_figures >= _SAME_FIGURES and (both := _shares(a.pairs, b.pairs)[0]) >= _SPUN_PAIRS:
        words = f"words are exchanged; {same_figures:.0%} of the numbers and Latin names follow each other as"
        return Likeness("spun", both, f"{words} in")
    return Likeness("single", alike)


def _shares(a: Hashes, b: Hashes) -> tuple[float, float]:
    """The share of two sets that is common, of both together and of the smaller one."""
    both = len(np.intersect1d(a, b, assume_unique=True))
    return both / max(1, len(a) + len(b) - both), both / max(1, min(len(a), len(b)))


def _held_figures(a: Text, b: Text) -> tuple[float, int]:
    """How many of the runs of figures of the one that has fewer the other has too, and how many these are."""
    return _shares(a.figures, b.figures)[1], min(len(a.figures), len(b.figures))
