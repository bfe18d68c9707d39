"""The ingest flow: sources in, facts in the published warehouse out."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from prefect import flow, runtime
from prefect.client.schemas.objects import State
from prefect.logging import get_run_logger
from prefect.states import Completed, Failed

from flows.errors import KaojuError
from flows.outcome import RunOutcome
from flows.processing import INTERNAL_ERROR, Workers
from flows.records import Progress, rename_run, show_outcome
from flows.run import Run
from flows.steps import load_batch, process_batch, publish, read_batch, reconcile_all
from transforms.pipeline import process

MAX_BYTES: Final = 20 * 2**20


def run_name() -> str:
    """`ingest 2026-11-21 14:00 · seeds/articles`: when and of what; what came of it is added at the end."""
    sources = [str(source) for source in runtime.flow_run.parameters.get("sources", [])]
    more = f" + {len(sources) - 1} more" if len(sources) > 1 else ""
    return f"ingest {datetime.now():%Y-%m-%d %H:%M} · {sources[0] if sources else 'nothing'}{more}"


@flow(name="ingest", flow_run_name=run_name, persist_result=False)
def ingest(sources: list[str], warehouse: str, max_bytes: int = MAX_BYTES) -> State[object]:
    """Read articles, extract facts, load them, and publish the warehouse.

    Documents that the warehouse already has by the present rules are left alone; what does not get in is in
    `ops.rejects` with the reason.

    Args:
        sources: Files, folders (searched through) or globs: .txt, .md, .html, .json, .jsonl, each also .gz.
        warehouse: The DuckDB file that is published at the end; it is made if it is not there.
        max_bytes: Files larger than this many bytes are refused.
    """
    from warehouse.writer import open_writer

    log = get_run_logger()
    path = Path(warehouse)
    with open_writer(path) as writer, Workers(process) as workers:
        run = Run.begin(writer, sources, path, max_bytes, datetime.now(UTC), str(runtime.flow_run.id))
        try:
            log.info("Reading %s into %s.", ", ".join(sources), path)
            load_all(run, workers, Progress())
            if run.must_reconcile:
                run.step(reconcile_all)
            run.note_places(datetime.now(UTC))
            outcome = run.finish("completed")
            # Even where nothing is new: an analyst must see that the run was there.
            run.step(publish)
            outcome = replace(outcome, task_runs=run.ledger.task_runs, seconds=run.ledger.seconds)
        except BaseException as error:
            run.fail(error)
            raise
    rename_run(outcome)
    show_outcome(outcome, run.refusals)
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
