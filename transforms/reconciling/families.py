"""Families of copies: which documents are one text, and which of them is likely the original."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from rensa import RMinHash, RMinHashLSH

from transforms.rows import Row

_N = 5
_PERMUTATIONS, _BANDS = 96, 32
# Two texts are near copies from here on: measured 0.95 between a spun text, restored, and its original, and
# at most 0.03 between articles on one subject (character 5-grams, white space removed).
_NEAR = 0.6
_EXCERPT = 0.8


@dataclass(frozen=True)
class _Text:
    document_id: str
    grams: frozenset[str]
    length: int
    published: str
    is_spun: bool


def find_families(documents: list[Row]) -> list[Row]:
    """One row of `corpus.families` a document; a family is named after its likely original.

    Candidates by MinHash LSH over character 5-grams of the clean text, decided by their exact Jaccard
    similarity or, for an excerpt, by how much of the shorter text the longer one holds.
    """
    texts = [_read(row) for row in documents]
    parent = list(range(len(texts)))
    for i, j in _candidates(texts):
        if _likeness(texts[i], texts[j])[0] != "single":
            parent[_root(parent, i)] = _root(parent, j)
    groups: dict[int, list[_Text]] = defaultdict(list)
    for i, text in enumerate(texts):
        groups[_root(parent, i)].append(text)
    return [row for group in groups.values() for row in _family(group)]


def _read(row: Row) -> _Text:
    text = re.sub(r"\W+", "", row["text"])
    grams = frozenset(text[i : i + _N] for i in range(max(1, len(text) - _N + 1)))
    return _Text(
        row["document_id"], grams, len(text), str(row["published_from"] or "9999"), bool(row["is_spun"])
    )


def _candidates(texts: list[_Text]) -> list[tuple[int, int]]:
    index = RMinHashLSH(threshold=_NEAR, num_perm=_PERMUTATIONS, num_bands=_BANDS)
    pairs = []
    for i, text in enumerate(texts):
        sketch = RMinHash(num_perm=_PERMUTATIONS, seed=1)
        sketch.update(sorted(text.grams))
        pairs += [(i, j) for j in index.query(sketch) if j != i]
        index.insert(i, sketch)
    return pairs


def _likeness(a: _Text, b: _Text) -> tuple[str, float]:
    """(method, similarity) of two texts; `single` where they are no copies."""
    both = len(a.grams & b.grams)
    jaccard = both / len(a.grams | b.grams)
    held = both / min(len(a.grams), len(b.grams))
    if a.grams == b.grams:
        return "exact", 1.0
    if jaccard >= _NEAR:
        return ("spun" if a.is_spun or b.is_spun else "near"), jaccard
    if held >= _EXCERPT:
        return "excerpt", held
    return "single", jaccard


def _root(parent: list[int], i: int) -> int:
    while parent[i] != i:
        parent[i] = parent[parent[i]]
        i = parent[i]
    return i


def _family(group: list[_Text]) -> list[Row]:
    """Rows of one family; the original is the earliest dated that is not spun, then the longest."""
    original = min(group, key=lambda t: (t.is_spun, t.published, -t.length, t.document_id))
    rows = []
    for text in group:
        method, similarity = ("single", 1.0) if len(group) == 1 else _likeness(original, text)
        reason = "the only text of its family" if len(group) == 1 else None
        if len(group) > 1 and text is original:
            method, reason = "exact", f"likely the original of {len(group)} copies: earliest, unspun, longest"
        elif reason is None:
            if method == "single":  # a copy of a copy: chained by a third text
                method = "excerpt"
            reason = f"shares {similarity:.0%} of its character 5-grams with {original.document_id}"
        rows.append(
            {
                "document_id": text.document_id,
                "family_id": original.document_id,
                "method": method,
                "similarity": round(similarity, 4),
                "is_original": text is original,
                "reason": reason,
            }
        )
    return rows
