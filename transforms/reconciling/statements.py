"""A fact as it is compared with others: what it says, and which family of documents says it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol


class Likeness(IntEnum):
    """How two statements relate; of several the greatest counts. `APART`: they are two claims."""

    AGREE = 1
    WITHIN = 2
    PRECISION = 3
    CONFLICT = 4
    APART = 5


WORDS = {
    Likeness.AGREE: "agree",
    Likeness.WITHIN: "agree within bounds",
    Likeness.PRECISION: "differ in precision",
    Likeness.CONFLICT: "conflict",
}
"""The verdicts of `facts.claims.agreement`, beside `single`."""

FACT, PLAN, IF = "fact", "plan", "if"
WAYS = {"actual": FACT, "reported": FACT, "planned": PLAN, "forecast": PLAN, "hypothetical": IF}
"""Modality to the way in which something is stated: a plan and a fact are never one claim."""

Who = Callable[[str, str], str]
"""(document, entity) to the entity that is meant, once names are merged or kept apart."""


class Stated(Protocol):
    """What a fact says, without who says it: equal ones are one variant. Hashable."""

    @property
    def partition(self) -> tuple[str, ...]:
        """Statements with different ones cannot be compared."""

    @property
    def anchored(self) -> bool:
        """Whether it says when; one that does not may join those of one time, but never links two times."""

    @property
    def rank(self) -> tuple[object, ...]:
        """Order by which the plainest wording of a claim comes first."""

    def likeness(self, other: Stated) -> Likeness:
        """How it compares with another statement of the same partition."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One fact of one document. `origin` is the entity that it credits, `subject` whom it is about."""

    fact_id: str
    document_id: str
    family: str
    kind: str
    topic: str
    subject: str
    origin: str | None
    said: Stated
