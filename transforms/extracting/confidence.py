"""How sure a fact is, from the reasons that are known."""

from __future__ import annotations

from collections.abc import Iterable

_LOWERING = frozenset(
    (
        "subject carried over from the sentence before",
        "subject is a phrase",
        "agent inferred",
        "employer inferred",
        "subject inferred",
        "object inferred",
        "no object",
        "pronoun",
        "kind of the name guessed",
        "weak trigger",
        "far from its subject",
        "hypothetical",
    )
)


def confidence(reasons: Iterable[str]) -> str:
    """`high`, unless one of the reasons is known to lower it; then `candidate`."""
    return "candidate" if _LOWERING & set(reasons) else "high"
