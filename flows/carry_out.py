"""A run from its first document to the publication, wherever its documents come from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from prefect.client.schemas.objects import State
from prefect.logging import get_run_logger
from prefect.states import Completed, Failed

from flows.errors import KaojuError
from flows.expected import check_expected
from flows.outcome import RunOutcome
from flows.processing import INTERNAL_ERROR, Process, Workers
from flows.progress import Progress
from flows.records import failures_explained, show_run
from flows.run import Run
from flows.safe_logs import make_logs_safe
from flows.steps import load_batch, process_batch, publish, read_batch, reconcile_all
from warehouse.printable import printable
from warehouse.writer import Writer


def carry_out(
    path: Path, process: Process, begin: Callable[[Writer], Run], *, reconcile: bool = False
) -> State[object]:
    """Open the warehouse, begin a run, load all its documents, reconcile, publish: the state to end in.

    Families and claims are made anew if something was loaded, or if `reconcile` says so. What fails leaves
    the published file as it was, and its cause in `ops.runs`.
    """
    from warehouse.writer import open_writer

    make_logs_safe()
    log, progress = get_run_logger(), Progress()
    with failures_explained(), open_writer(path, say=log.info) as writer, Workers(process) as workers:
        run = begin(writer)
        try:
            log.info("Reading %s into %s.", printable(", ".join(run.sources)), path)
            load_all(run, workers, progress)
            if reconcile or run.must_reconcile:
                run.step(reconcile_all, reconcile)
            run.note_places(datetime.now(UTC))
            warnings = check_expected(run)
            outcome = run.finish("completed")
            # Even where nothing is new: an analyst must see that the run was there.
            run.step(publish)
            outcome = replace(
                outcome, task_runs=run.ledger.task_runs, seconds=run.ledger.seconds, warnings=warnings
            )
        except BaseException as error:
            run.fail(error)
            raise
    progress.finish(outcome.sentence)
    show_run(outcome, run.refusals)
    log.info("Finished. %s.", outcome.sentence)
    return final_state(outcome)


def final_state(outcome: RunOutcome) -> State[object]:
    """The state that the flow run is shown in.

    Single documents that kaoju fails on are rejects. Where it is all of them, something is wrong with kaoju
    or its installation, and the run must not look green.
    """
    if outcome.documents_in and outcome.reasons.get(INTERNAL_ERROR) == outcome.documents_in:
        message = (
            f"kaoju failed on every document ({outcome.documents_in}): its installation or its rules "
            "are broken. The tracebacks are in ops.rejects"
        )
        return Failed(message=message, data=KaojuError(message))
    name = "CompletedWithRejects" if outcome.rejected or outcome.rows_rejected else "Completed"
    return Completed(name=name, message=outcome.sentence, data=outcome)


def load_all(run: Run, workers: Workers, progress: Progress) -> None:
    """Read, process and load batch by batch until the sources are exhausted."""
    last = False
    while not last:
        batch = run.step(read_batch)
        last = batch.last
        if batch.new:
            results = run.step(process_batch, workers, batch, progress)
            run.step(load_batch, batch, results)
        else:
            run.store(batch.rejects)
