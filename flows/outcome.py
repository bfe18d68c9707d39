"""What a run did, in numbers that add up."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass(frozen=True)
class RunOutcome:
    """The numbers of one finished run.

    documents_in = loaded + unchanged + duplicate + rejected. `reloaded` is the part of `loaded` that was
    there before, made by other rules. `reasons` counts the rejected documents by check; `rows_rejected` are
    single rows of loaded documents. `rows` counts what was written, by table; `seconds` the time by step.
    `warnings` say what of the new documents is not as expected.
    """

    run_id: str
    state: str
    warehouse: str
    documents_in: int
    loaded: int
    reloaded: int
    unchanged: int
    duplicate: int
    rejected: int
    rows_rejected: int = 0
    reasons: dict[str, int] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    task_runs: int = 0
    warnings: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        parts = self.loaded + self.unchanged + self.duplicate + self.rejected
        if parts != self.documents_in:
            raise ValueError(f"{self.documents_in} documents in, but {parts} accounted for: {self}")

    @property
    def sentence(self) -> str:
        """The counts in one line."""
        reloaded = f" ({self.reloaded} of them again, by newer rules)" if self.reloaded else ""
        return (
            f"{self.documents_in} documents in: {self.loaded} loaded{reloaded}, {self.unchanged} unchanged, "
            f"{self.duplicate} duplicate, {self.rejected} rejected"
        )


@dataclass
class Ledger:
    """The counts of a run while it goes on."""

    documents_in: int = 0
    loaded: int = 0
    reloaded: int = 0
    unchanged: int = 0
    duplicate: int = 0
    rejected: int = 0
    rows_rejected: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    rows: Counter[str] = field(default_factory=Counter)
    seconds: dict[str, float] = field(default_factory=dict)
    task_runs: int = 0

    def refuse(self, check: str, documents: int = 1) -> None:
        """Count documents that did not get in."""
        self.rejected += documents
        self.reasons[check] += documents

    def close(self, run_id: str, state: str, warehouse: str) -> RunOutcome:
        """The finished counts; ValueError if they do not add up."""
        return RunOutcome(
            run_id=run_id,
            state=state,
            warehouse=warehouse,
            documents_in=self.documents_in,
            loaded=self.loaded,
            reloaded=self.reloaded,
            unchanged=self.unchanged,
            duplicate=self.duplicate,
            rejected=self.rejected,
            rows_rejected=self.rows_rejected,
            reasons=dict(self.reasons),
            rows=dict(self.rows),
            seconds={step: round(seconds, 3) for step, seconds in self.seconds.items()},
            task_runs=self.task_runs,
        )
