"""A trigger where it stands in the article, and the roles that a shape reads around it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from transforms.annotations import Entity
from transforms.extracting.clauses import Clause
from transforms.extracting.cues import Frame
from transforms.extracting.masking import Masked
from transforms.facts import Filler

Fillers = tuple[Filler, ...]


@dataclass(frozen=True)
class Site:
    """A trigger at masked [start, end) of clause `index`. `owners` maps a thing's entity id to its maker."""

    clauses: Sequence[Clause]
    index: int
    frame: Frame
    start: int
    end: int
    owners: Mapping[str, Entity]

    @property
    def clause(self) -> Clause:
        """The clause in which the trigger stands."""
        return self.clauses[self.index]

    @property
    def part(self) -> Masked:
        """The clause's masked form."""
        return self.clause.masked

    @property
    def before(self) -> str:
        """Masked text of the clause before the trigger."""
        return self.clause.text[: self.start]

    @property
    def after(self) -> str:
        """Masked text of the clause behind the trigger."""
        return self.clause.text[self.end :]

    def at(self, start: int) -> Site:
        """The same place, read as though the trigger began at masked offset `start`."""
        return replace(self, start=start)


@dataclass(frozen=True)
class Roles:
    """Role fillers of one trigger and the reasons that bear on their certainty.

    `type` replaces the frame's event type where the arguments decide it (发布财报); `at` is the masked
    offset of the word that cues of modality and denial govern, where it is not the trigger.
    """

    fillers: dict[str, Fillers]
    reasons: tuple[str, ...] = ()
    type: str | None = None
    at: int | None = None

    def each(self, paired: bool = False) -> Iterator[dict[str, Fillers]]:
        """One dict an event: a role with several fillers makes one event each (fact model).

        With `paired` (A和B分别发布了C和D) the first agent goes with the first object.
        """
        agents, objects = self.fillers.get("agent", ()), self.fillers.get("object", ())
        if paired and len(agents) == len(objects) > 1:
            for doer, thing in zip(agents, objects, strict=True):
                yield from replace(
                    self, fillers={**self.fillers, "agent": (doer,), "object": (thing,)}
                ).each()
            return
        if len(agents) > 1 and self.fillers.get("recipient") == agents:
            for doer in agents:
                yield from replace(
                    self, fillers={**self.fillers, "agent": (doer,), "recipient": (doer,)}
                ).each()
            return
        many = [(role, found) for role, found in self.fillers.items() if len(found) > 1]
        if not many:
            yield {role: found for role, found in self.fillers.items() if found}
            return
        role, found = many[0]
        for filler in found:
            yield from replace(self, fillers={**self.fillers, role: (filler,)}).each()
