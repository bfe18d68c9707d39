"""Relations as statements: positions under their many titles, founders, developers …"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from transforms.reconciling.seed_words import plain_words
from transforms.reconciling.statements import Likeness, Stated, Statement, Who
from transforms.rows import Row

# Of these the qualifier says which relation it is; of the others it is only more words.
_TITLED = frozenset(("position_held", "founder_of"))


@dataclass(frozen=True)
class StatedRelation:
    """What a relation says beyond its two sides: the position, in plain words."""

    relation: str
    other_side: str
    title: str

    @property
    def partition(self) -> tuple[str, ...]:
        """See `Stated`."""
        return (self.relation, self.other_side)

    @property
    def anchored(self) -> bool:
        """See `Stated`."""
        return bool(self.title)

    @property
    def rank(self) -> tuple[object, ...]:
        """See `Stated`."""
        return (-len(self.title), self.title)

    def likeness(self, other: Stated) -> Likeness:
        """Never a conflict: one person may hold several positions, and one position passes on."""
        assert isinstance(other, StatedRelation)
        if self.title == other.title or self.relation not in _TITLED:
            return Likeness.AGREE
        if self.relation == "founder_of" or not (self.title and other.title):
            return Likeness.PRECISION  # 创始人 of several is 联合创始人
        return Likeness.PRECISION if _is_short_for(self.title, other.title) else Likeness.APART


def _is_short_for(a: str, b: str) -> bool:
    """首席科学家 for 首席AI科学家; but a CEO is not the CEO of a division, nor 执行副总裁 执行总裁."""
    short, long = sorted((a, b), key=len)
    if ("副" in long) != ("副" in short) or len(short) < 4:
        return False
    rest = iter(long)
    return short[:2] == long[:2] and short[-2:] == long[-2:] and all(char in rest for char in short)


def relation_statements(rows: list[Row], family: Mapping[str, str], who: Who) -> Iterator[Statement]:
    """Statements of rows of `facts.relations` between two entities."""
    for row in rows:
        if row["subject_id"] and row["object_id"]:
            document, relation = row["document_id"], row["relation"]
            subject, other = who(document, row["subject_id"]), who(document, row["object_id"])
            title = plain_words(row["qualifier"] or "", "position_titles.csv") if relation in _TITLED else ""
            yield Statement(
                *(row["fact_id"], document, family.get(document, document), "relation"),
                *(f"relation|{relation}|{subject}", subject, None, StatedRelation(relation, other, title)),
            )
