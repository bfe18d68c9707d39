"""The steps of an ingest as Prefect tasks: few and coarse, each for a batch of documents.

The local Prefect server digests some twenty task runs a second: a task for each document would bury it.
"""

from __future__ import annotations

import errno
import time
from datetime import UTC, datetime
from typing import Final

from prefect import task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State
from prefect.logging import get_run_logger

from flows.intake import Batch
from flows.processing import Processed, Refusal, Workers
from flows.progress import Progress
from flows.run import Run
from transforms.rows import Rows
from warehouse.printable import printable

SAY_EVERY_SECONDS: Final = 10.0
RETRY_SECONDS: Final = (2, 10, 60)
PASSING: Final = frozenset(
    getattr(errno, f"E{name}")
    for name in "IO STALE AGAIN BUSY TIMEDOUT NETDOWN NETUNREACH HOSTDOWN HOSTUNREACH CONNRESET".split()
)
"""Errors of the system that a file server or a network gives while it is away."""


def is_passing(task: object, task_run: object, state: State[object]) -> bool:
    """Whether the step failed on something that may be gone in a minute: a file server, a network."""
    error = state.result(raise_on_failure=False)
    return isinstance(error, (ConnectionError, TimeoutError)) or (
        isinstance(error, OSError) and error.errno in PASSING
    )


@task(
    name="read",
    cache_policy=NO_CACHE,
    persist_result=False,
    retries=len(RETRY_SECONDS),
    retry_delay_seconds=list(RETRY_SECONDS),
    retry_condition_fn=is_passing,
)
def read_batch(run: Run) -> Batch:
    """Read documents until there are enough new ones; sort out the known, the double and the unreadable."""
    batch = run.intake.next_batch()
    log = get_run_logger()
    known = batch.seen - len(batch.new) - len(batch.rejects)
    log.info("%d documents read: %d to process, %d known or copies.", batch.seen, len(batch.new), known)
    for refused in batch.rejects[:5]:
        log.warning("%s.", refusal_words(refused.source_uri, refused.check_name, refused.reason))
    if len(batch.rejects) > 5:
        log.warning("%d more were refused; the table ops.rejects has them all.", len(batch.rejects) - 5)
    return batch


def refusal_words(uri: str | None, check: str, reason: str) -> str:
    """Why an input was refused, in one line; the place and the reason may hold anything."""
    return f"{printable(uri or 'a document')} was refused ({check}): {printable(reason)}"


@task(name="process", cache_policy=NO_CACHE, persist_result=False)
def process_batch(run: Run, workers: Workers, batch: Batch, progress: Progress) -> list[Processed]:
    """Extract the facts of a batch of documents; a document that cannot be read becomes a refusal."""
    log = get_run_logger()
    started = said = time.perf_counter()
    results: list[Processed] = []
    for result in workers.run([item for _, item in batch.new]):
        results.append(result)
        now = time.perf_counter()
        if now - said >= SAY_EVERY_SECONDS:
            said = now
            words = f"{len(results)} of {len(batch.new)} documents processed"
            rate = f"{len(results) / (now - started):.1f} a second"
            log.info("%s, %s.", words, rate)
            progress.show(len(results), len(batch.new), f"Batch {batch.number}: {words}, {rate}")
    seconds = time.perf_counter() - started
    log.info("%d documents processed in %.1f s.", len(results), seconds)
    return results


@task(name="load", cache_policy=NO_CACHE, persist_result=False)
def load_batch(run: Run, batch: Batch, results: list[Processed]) -> None:
    """Validate the rows of a batch and load them in one transaction; store what does not get in."""
    log = get_run_logger()
    now = datetime.now(UTC)
    uris = {document: item.uri for document, item in batch.new}
    good: list[Rows] = []
    for (document, item), result in zip(batch.new, results, strict=True):
        if isinstance(result, Refusal):
            log.warning("%s.", refusal_words(item.uri, result.check, result.reason))
            batch.rejects += run.intake.settle_refused(document, item.uri, result)
        else:
            good.append(result)
    if good:
        report = run.writer.load(good, run.run_id, now)
        run.show([*report.refused, *report.rejects])
        run.ledger.rows_rejected += len(report.rejects)
        run.ledger.rows.update(report.rows)
        for document in report.loaded:
            run.intake.settle_loaded(document, uris[document])
        for one in report.refused:
            log.warning("At the gate: %s.", refusal_words(one.source_uri, one.check_name, one.reason))
            document = one.document_id or ""
            _, *copies = run.intake.settle_refused(
                document, uris[document], Refusal(one.check_name, one.reason)
            )  # the gate has stored the reject of the first itself
            batch.rejects += copies
        log.info(
            "%d documents loaded: %s.",
            len(report.loaded),
            ", ".join(f"{count} {name.split('.')[1]}" for name, count in report.rows.items() if count),
        )
        if report.rejects:
            log.warning("%d rows did not pass the gate; ops.rejects says why.", len(report.rejects))
    run.store(batch.rejects)
    run.note_places(now)


@task(name="reconcile", cache_policy=NO_CACHE, persist_result=False)
def reconcile_all(run: Run, everything: bool = False) -> None:
    """Find the families, dates and claims that new documents have to do with, or all anew."""
    from flows.reconciling import reconcile

    found = reconcile(run.writer, run.run_id, datetime.now(UTC), everything)
    words = "Families of %d documents; %d dated anew by shared events; claims on %d topics."
    get_run_logger().info(words, found.grouped, found.redated, found.topics)


@task(name="publish", cache_policy=NO_CACHE, persist_result=False)
def publish(run: Run) -> None:
    """Put the finished warehouse in the place of the published one, in one move: readers never wait."""
    run.writer.publish()
    get_run_logger().info("Published %s.", run.warehouse)
