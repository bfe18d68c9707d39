"""A sentence as the relation rules read it: masked, without gaps, with its clauses and its firm at hand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from transforms.annotations import Annotated, Entity, Mention, Quotation
from transforms.extracting.clauses import Clause
from transforms.extracting.masking import ENTITY, ORG, Masked
from transforms.extracting.name_parts import firms_by_name, take_apart

_GAPS = re.compile(rf"[\s“”「」『』《》〈〉]|(?<=[{ENTITY}])[（(][^（()）{ENTITY}]{{1,40}}[)）]")
_NO_SUBJECT = re.compile(
    r"(?:(?:将|把)[^，,。；;]{0,12}|前|原|对|向|与|和|给|被|把|将|从|在|于|获|据|比|像|由|及|、|任|转投|投奔|加盟|对手|加入|离开|收购|入职|竞争对手|称|让)$"
)
_SOURCE = re.compile(
    rf"[{ORG}][^，,。{ENTITY}]{{0,10}}?(?:报道|报导|援引|消息|数据|获悉|统计|分析师|专讯|快讯|讯[】」，,]|电[】」，,])"
)
_JOINED = re.compile(
    rf"(?:加入|加盟|入职|投奔|转投|跳槽至|跳槽到|回到|重返|任职于)了?(?:老东家|对手)?([{ORG}])[，,][^，,。{ENTITY}]{{0,6}}$"
)
_BACK = 3
"""How many sentences of a paragraph a firm stays the one that is spoken of."""

INFERRED = "employer inferred"
"""The reason where the firm is not that of the sentence."""


@dataclass(frozen=True)
class Passage:
    """One sentence. `masked` has no blanks, quotation marks or brackets after names.

    `earlier` are the passages before it in its paragraph, the nearest last; `lead_firm` is the organization
    that the article names most, where there is one.
    """

    masked: Masked
    clauses: tuple[Clause, ...]
    lead_firm: Entity | None = None
    earlier: tuple[Passage, ...] = field(default=(), repr=False)

    @property
    def text(self) -> str:
        """The masked text."""
        return self.masked.text

    def entity(self, index: int) -> Entity:
        """The entity that masked character `index` stands for; TypeError where it is none."""
        return self.masked.mention(index).entity

    def entities(self, start: int, end: int) -> list[tuple[int, Entity]]:
        """Index and entity of every name in the masked span."""
        items = self.masked.items
        return [(i, m.entity) for i in range(start, end) if isinstance(m := items[i], Mention)]

    def words(self, start: int, end: int) -> str:
        """The readable words of a masked span, names as they are written."""
        return "".join(self._word(i) for i in range(start, end))

    def _word(self, index: int) -> str:
        item = self.masked.items[index]
        if isinstance(item, Quotation):
            sentence = self.clauses[0]
            return sentence.plain[item.start - sentence.sentence.start : item.end - sentence.sentence.start]
        return item.surface if item is not None else self.text[index]

    def clause_at(self, index: int) -> Clause | None:
        """The clause in which masked character `index` stands."""
        at = self.masked.starts[index]
        number = bisect_right(self._clause_starts, at) - 1
        return self.clauses[number] if number >= 0 and at < self.clauses[number].span[1] else None

    @cached_property
    def _clause_starts(self) -> list[int]:
        return [clause.span[0] for clause in self.clauses]

    def firm_before(self, index: int, topic: bool = False) -> tuple[Entity, str] | None:
        """The firm that the words at `index` speak of though they do not name it, and why it is taken.

        With `topic` the first firm of the sentence, else the subject that was stated last.
        """
        if joined := self._just_joined(index):
            return joined, "employer of the sentence"
        stated = self._stated_firms(index)
        first = self._first_firm(index)
        firm = first or (stated[0] if stated else None) if topic else (stated[-1] if stated else first)
        if firm is not None:
            sure = topic or len({f.id for f in stated}) < 2
            return firm, "employer of the sentence" if sure else INFERRED
        if topic and self.lead_firm is not None:
            return self.lead_firm, INFERRED
        for passage in reversed(self.earlier[-_BACK:]):
            if (firm := passage._first_firm(len(passage.text))) is not None:
                return firm, INFERRED
        return (self.lead_firm, INFERRED) if self.lead_firm else None

    def _just_joined(self, index: int) -> Entity | None:
        """The firm of the clause before, where it says that someone joined it (`P加入O，出任首席科学家`)."""
        match = _JOINED.search(self.text[: index + 1])
        return self.entity(match.start(1)) if match else None

    def _stated_firms(self, index: int) -> list[Entity]:
        """The firms that are subjects of the clauses before `index`, or by a pronoun of its own clause."""
        at = self.masked.starts[index]
        out = []
        for clause in self.clauses:
            if clause.span[0] > at:
                break
            subject = clause.subject
            if subject is None or subject.how not in ("stated", "pronoun"):
                continue
            firms = [e for e in subject.entities if e.kind == "organization"]
            if len(firms) == 1 and (subject.start is None or clause.span[1] < at):
                out.append(firms[0])
        return out

    def _first_firm(self, index: int) -> Entity | None:
        at = self._first_firm_at
        return self.entity(at) if at is not None and at < index else None

    @cached_property
    def _first_firm_at(self) -> int | None:
        for i in range(len(self.text)):
            governed = _NO_SUBJECT.search(self.text[max(0, i - 14) : i])
            if self.text[i] == ORG and not governed and not _SOURCE.match(self.text, i):
                return i
        return None


def passages(annotated: Annotated, clauses: Sequence[Clause]) -> list[Passage]:
    """All sentences that have clauses, in order."""
    grouped: dict[int, list[Clause]] = {}
    for clause in clauses:
        grouped.setdefault(clause.sentence.number, []).append(clause)
    lead, firms = _lead_firm(annotated), firms_by_name(annotated)
    out: list[Passage] = []
    paragraph = -1
    earlier: list[Passage] = []
    for group in grouped.values():
        if group[0].sentence.paragraph != paragraph:
            paragraph, earlier = group[0].sentence.paragraph, []
        out.append(
            Passage(_tight(take_apart(group[0].whole, firms)), tuple(group), lead, tuple(earlier[-_BACK:]))
        )
        earlier.append(out[-1])
    return out


def _tight(masked: Masked) -> Masked:
    dropped = {i for m in _GAPS.finditer(masked.text) for i in range(*m.span())}
    kept = [i for i in range(len(masked.text)) if i not in dropped]
    return Masked(
        "".join(masked.text[i] for i in kept),
        tuple(masked.starts[i] for i in kept),
        tuple(masked.ends[i] for i in kept),
        tuple(masked.items[i] for i in kept),
    )


def _lead_firm(annotated: Annotated) -> Entity | None:
    """The organization named most, if it is named clearly oftener than any other."""
    firms = {m.entity.id: m.entity for m in annotated.mentions if m.entity.kind == "organization"}
    count = Counter(m.entity.id for m in annotated.mentions if m.entity.id in firms).most_common(2)
    if not count or count[0][1] < 3 or (len(count) > 1 and count[0][1] < 1.2 * count[1][1]):
        return None
    return firms[count[0][0]]
