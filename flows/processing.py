"""Many documents through the pure function, on as many cores as it pays to use."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from os import cpu_count
from types import TracebackType
from typing import Final

from transforms.rejection import Rejected
from transforms.rows import Rows
from transforms.source import SourceItem

POOL_PAYS_FROM: Final = 60
CHUNK: Final = 8
INTERNAL_ERROR: Final = "internal_error"
Process = Callable[[SourceItem], Rows]


@dataclass(frozen=True)
class Refusal:
    """Why a document was not processed. `details` is the traceback where our own code failed."""

    check: str
    reason: str
    details: str | None = None


Processed = Rows | Refusal


def process_one(process: Process, item: SourceItem) -> Processed:
    """The rows of one document, or why there are none; no exception but those that end the run."""
    try:
        return process(item)
    except Rejected as rejected:
        return Refusal(rejected.check, rejected.reason)
    except Exception as error:
        where = f"{type(error).__name__}: {error}"
        return Refusal(INTERNAL_ERROR, f"kaoju failed on this document ({where})", traceback.format_exc())


class Workers:
    """Runs documents through `process`: here, or in a pool of processes once a batch is large enough.

    The pool is made at the first large batch and kept for the next ones; use as a context manager.
    """

    def __init__(self, process: Process, pool_from: int = POOL_PAYS_FROM) -> None:
        self.process = process
        self.pool_from = pool_from
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Workers:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            if error is not None:
                # Cancelled or out of time: nobody wants these results, and one may never come.
                for worker in list((self._pool._processes or {}).values()):
                    worker.kill()
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def run(self, items: Sequence[SourceItem]) -> Iterator[Processed]:
        """One result for each item, in order, as they become ready."""
        if len(items) <= self.pool_from or (cpu_count() or 1) < 2:
            yield from (process_one(self.process, item) for item in items)
            return
        done = 0
        while done < len(items):
            try:
                for result in self._ready_pool().map(
                    process_one, [self.process] * (len(items) - done), items[done:], chunksize=CHUNK
                ):
                    done += 1
                    yield result
            except BrokenProcessPool:
                # A worker died: one of the next documents killed it. Find it by giving each its own process.
                self._pool = None
                for item in items[done : done + 2 * CHUNK * (cpu_count() or 1)]:
                    done += 1
                    yield self._alone(item)

    def _ready_pool(self) -> ProcessPoolExecutor:
        if self._pool is None:
            # Not fork: this process has threads of Prefect's, whose locks a forked child would inherit held.
            self._pool = ProcessPoolExecutor(mp_context=get_context("spawn"))
        return self._pool

    def _alone(self, item: SourceItem) -> Processed:
        with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as pool:
            try:
                return pool.submit(process_one, self.process, item).result()
            except BrokenProcessPool:
                return Refusal(INTERNAL_ERROR, "this document killed the process that worked on it")
