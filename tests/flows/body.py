"""The body of the ingest flow without a Prefect server, so that it can be killed a hundred times.

The steps are those of `flows.steps`, in the order of `flows.carry_out`. Each is announced on the standard
output before it begins. The rows of `transforms.pipeline.process`, which is pure and writes nothing, may be
given beforehand: a document then takes `PAUSE` seconds.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from prefect.logging import disable_run_logger

from flows.intake import BatchLimits
from flows.processing import Processed, Workers
from flows.run import Run
from flows.sources import find_items
from flows.steps import load_batch, process_batch, publish, read_batch, reconcile_all
from tests.flows.plainly import Unseen
from transforms.pipeline import document_id
from transforms.rejection import Rejected
from transforms.rows import Rows
from transforms.source import SourceItem
from warehouse.writer import open_writer

MAX_BYTES = 20 * 2**20
PAUSE = 0.002
STAGES = ("open", "begin", "read", "process", "load", "reconcile", "record", "publish", "close")


def say(stage: str) -> None:
    os.write(1, f"{stage}\n".encode())


def given(results: dict[str, Processed]) -> Callable[[SourceItem], Rows]:
    """A `process` that knows the results."""

    def process(item: SourceItem) -> Rows:
        time.sleep(PAUSE)
        result = results[document_id(item)]
        if isinstance(result, dict):
            own = [{**row, "source_uri": item.uri} for row in result["corpus.documents"]]
            return {**result, "corpus.documents": own}
        raise Rejected(result.check, result.reason)

    return process


def ingest(
    sources: list[str], warehouse: Path, process: Callable[[SourceItem], Rows], batch: int, wait: float = 60.0
) -> None:
    """Ingest as the flow does, in batches of so many documents, in this process alone."""
    say("open")
    with (
        disable_run_logger(),
        open_writer(warehouse, wait) as writer,
        Workers(process, pool_from=10**9) as workers,
    ):
        say("begin")
        found = find_items(sources, MAX_BYTES)
        run = Run.begin(writer, sources, warehouse, found, datetime.now(UTC), "none")
        run.intake.limits = BatchLimits(documents=batch)
        last = False
        try:
            while not last:
                say("read")
                read = read_batch.fn(run)
                last = read.last
                if read.new:
                    say("process")
                    results = process_batch.fn(run, workers, read, Unseen())  # type: ignore[arg-type]
                    say("load")
                    load_batch.fn(run, read, results)
                else:
                    run.store(read.rejects)
            if run.must_reconcile:
                say("reconcile")
                reconcile_all.fn(run)
            say("record")
            run.note_places(datetime.now(UTC))
            run.finish("completed")
            say("publish")
            publish.fn(run)
            say("close")
        except BaseException as error:
            run.fail(error)
            raise
    say("done")
