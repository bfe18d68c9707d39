"""Families of copies: which documents are one text, and which of them is likely the original."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date

from transforms.reconciling.likeness import Text, likeness
from transforms.rows import Row

Pair = tuple[str, str]
Read = Callable[[Collection[str]], Mapping[str, Text]]
"""Texts by document, of the documents asked for."""


def copies_among(pairs: Iterable[Pair], read: Read) -> list[Pair]:
    """Those of the candidate pairs that are copies of each other."""
    wanted = list(pairs)
    texts = read({one for pair in wanted for one in pair})
    return [(a, b) for a, b in wanted if likeness(texts[a], texts[b]).method != "single"]


def joined(documents: Iterable[str], links: Iterable[Pair]) -> list[list[str]]:
    """The documents in groups: those that links connect, directly or over others. All sorted."""
    parent = {one: one for one in documents}

    def root(one: str) -> str:
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    for a, b in links:
        parent[root(a)] = root(b)
    groups: dict[str, list[str]] = defaultdict(list)
    for one in sorted(parent):
        groups[root(one)].append(one)
    return sorted(groups.values())


def single_row(document_id: str) -> Row:
    """The row of `corpus.families` of a document that has no copies."""
    return _row(document_id, document_id, "single", 1.0, "the only text of its family")


def family_rows(group: Collection[Text], before: Mapping[str, Row]) -> list[Row]:
    """The rows of `corpus.families` of a family of several; it is named after its likely original.

    `before` are rows that may still hold: those of documents compared with the same original are kept.
    """
    original, reason = _original(group)
    name = original.document_id
    rows = [_row(name, name, "exact", 1.0, reason)]
    for text in group:
        if text is original:
            continue
        old = before.get(text.document_id)
        if old and old["family_id"] == name and not old["is_original"]:
            rows.append(old)
            continue
        found = likeness(original, text)
        method, words = found.method, f"{found.words} {name}"
        if method == "single":
            method, words = (
                "excerpt",
                f"a copy of a copy: {found.similarity:.0%} of its 5-grams shared with {name}",
            )
        rows.append(_row(text.document_id, name, method, found.similarity, words))
    return rows


def _original(group: Collection[Text]) -> tuple[Text, str]:
    """The text that the others likely copy, and why: latest, not spun, credited, earliest, longest."""
    credits = {text.document_id: _credits(text, group) for text in group}

    def rank(text: Text) -> tuple[bool, bool, int, date, int, str]:
        return (
            text.is_superseded,
            text.is_spun,
            -credits[text.document_id],
            text.published_to or date.max,
            -len(text.text),
            text.document_id,
        )

    best = min(group, key=rank)
    others = [text for text in group if text is not best]
    reasons = []
    if not best.is_superseded and any(text.is_superseded for text in others):
        reasons.append("the latest version")
    if not best.is_spun and any(text.is_spun for text in others):
        reasons.append("its words are not exchanged")
    if number := credits[best.document_id]:
        reasons.append(f"{number} of the others name{'s' * (number == 1)} its publisher as the source")
    if best.published_to and all(best.published_to < (text.published_from or date.max) for text in others):
        reasons.append(f"the earliest ({best.published_to})")
    if all(len(best.text) > len(text.text) for text in others):
        reasons.append("the longest")
    why = ", ".join(reasons) or "nothing tells them apart, the first by its id"
    return best, f"likely the original of {len(group)} texts: {why}"


def _credits(text: Text, group: Collection[Text]) -> int:
    """How many other texts of the group credit its publisher."""
    if not text.publisher:
        return 0
    return sum(
        text.publisher in (other.credited_source or "") and other.publisher != text.publisher
        for other in group
        if other is not text
    )


def _row(document: str, original: str, method: str, similarity: float, reason: str) -> Row:
    return {
        "document_id": document,
        "family_id": original,
        "method": method,
        "similarity": round(similarity, 4),
        "is_original": document == original,
        "reason": reason,
    }
