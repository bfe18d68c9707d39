"""One run of the ingest flow: what its steps share, and its row in ops.runs."""

from __future__ import annotations

import time
import weakref
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, TypeVar
from uuid import uuid4

from prefect.utilities.annotations import quote

from flows.intake import Intake
from flows.outcome import Ledger, RunOutcome
from flows.sources import AnotherPlace, RefusedInput
from transforms.rows import Row
from transforms.source import SourceItem
from warehouse.gate import Reject
from warehouse.writer import Writer

T = TypeVar("T")
SHOWN_REJECTS: Final = 200


@dataclass(eq=False)
class Run:
    """The state of a run while it goes on."""

    run_id: str
    flow_run_id: str
    started_at: datetime
    sources: list[str]
    warehouse: Path
    writer: Writer
    intake: Intake
    ledger: Ledger
    refusals: list[Reject] = field(default_factory=list)  # the first ones, for show; all are in ops.rejects

    steps: dict[str, Row] = field(default_factory=dict)  # by name: the rows of ops.steps

    @classmethod
    def begin(
        cls,
        writer: Writer,
        sources: list[str],
        warehouse: Path,
        found: Iterator[SourceItem | RefusedInput | AnotherPlace],
        now: datetime,
        flow_run_id: str,
        again: Collection[str] = (),
        retry: bool = False,
    ) -> Run:
        """Start a run over what was found in `sources`, and write its row.

        Documents named in `again` are processed even if the present rules have loaded them; with `retry`, so
        are all that the present rules have refused.
        """
        from transforms.pipeline import document_id
        from transforms.version import rules_version

        ledger, rules = Ledger(), rules_version()
        known = writer.known()
        known |= {document: ("", known[document][1]) for document in again if document in known}
        refused = {} if retry else writer.refused(rules)
        intake = Intake(found, known, rules, ledger, document_id, refused_before=refused)
        run_id = f"{now:%Y%m%dT%H%M%SZ}-{uuid4().hex[:8]}"
        run = cls(run_id, flow_run_id, now, sources, warehouse, writer, intake, ledger)
        writer.record_run(run.row("running", None))
        return run

    def step(self, task: Callable[..., T], *args: object) -> T:
        """Run a Prefect task as a step, this run its first argument; count and time it.

        The arguments are quoted: else Prefect walks through every document in search of futures. The run is
        a weak reference: Prefect keeps arguments until the process ends, and with them an open database.
        """
        name, started = str(getattr(task, "name", task)), time.perf_counter()
        step = self.steps.setdefault(name, {"run_id": self.run_id, "step": name, "times": 0, "seconds": 0.0})
        step |= {"times": step["times"] + 1, "state": "failed", "rules_version": self.intake.rules_version}
        self.ledger.task_runs += 1
        try:
            result = task(*(quote(one) for one in (weakref.proxy(self), *args)))
            step["state"] = "completed"
            return result
        finally:
            step["seconds"] += time.perf_counter() - started
            self.ledger.seconds[name] = step["seconds"]

    def store(self, rejects: list[Reject]) -> None:
        """Put rejects into ops.rejects."""
        if rejects:
            self.writer.reject(rejects, self.run_id)
            self.show(rejects)

    def show(self, rejects: Iterable[Reject]) -> None:
        """Keep the first rejects for the table in the UI."""
        self.refusals += rejects
        del self.refusals[SHOWN_REJECTS:]

    def note_places(self, now: datetime) -> None:
        """Write down where documents of the warehouse were found again."""
        if places := self.intake.take_places():
            self.writer.add_locations(places, now)

    @property
    def must_reconcile(self) -> bool:
        """Whether something was loaded since families and claims were made, by this run or a killed one."""
        return not self.writer.is_reconciled()

    def row(self, state: str, finished_at: datetime | None, message: str | None = None) -> Row:
        """The row of ops.runs."""
        ledger = self.ledger
        return {
            "run_id": self.run_id,
            "flow_run_id": self.flow_run_id,
            "started_at": self.started_at,
            "finished_at": finished_at,
            "state": state,
            "sources": " ".join(self.sources),
            "rules_version": self.intake.rules_version,
            "message": message,
            "documents_in": ledger.documents_in,
            "documents_loaded": ledger.loaded,
            "documents_unchanged": ledger.unchanged,
            "documents_duplicate": ledger.duplicate,
            "documents_rejected": ledger.rejected,
            "rows_rejected": ledger.rows_rejected,
        }

    def finish(self, state: str) -> RunOutcome:
        """Close the books and write the row; ValueError if they do not balance."""
        outcome = self.ledger.close(self.run_id, state, str(self.warehouse))
        self.writer.record_steps(self.run_id, list(self.steps.values()))
        self.writer.record_run(self.row(state, datetime.now(UTC)))
        return outcome

    def fail(self, error: BaseException) -> None:
        """Write down that the run failed, if the warehouse still lets us."""
        try:
            self.writer.record_steps(self.run_id, list(self.steps.values()))
            self.writer.record_run(self.row("failed", datetime.now(UTC), f"{type(error).__name__}: {error}"))
        except Exception as second:
            error.add_note(f"and its row in ops.runs could not be written: {second}")
