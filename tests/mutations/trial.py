"""Mutated inputs through the pure function and the gate, each with a limit of processor time."""

import signal
import time
import traceback
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from types import FrameType

from tests.mutations.damage import mutated
from transforms.pipeline import process
from transforms.rejection import Rejected
from transforms.rows import Rows

NOW = datetime(2024, 8, 24)
SECONDS = 2.0
"""Processor time of this process: what other programs do does not count."""


class TooSlow(BaseException):
    """Not an Exception: what is tried must not catch it."""


@dataclass
class Tried:
    """What became of some inputs: how many by way and result, faults with their cause, the slowest."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    slowest: tuple[float, int, str] = (0.0, -1, "")

    def add(self, other: "Tried") -> None:
        self.counts += other.counts
        self.faults += other.faults
        self.slowest = max(self.slowest, other.slowest)


def try_all(numbers: Iterable[int]) -> Tried:
    """Process the inputs of these numbers; what gets through must pass the gate whole."""
    from warehouse.batch import once_each
    from warehouse.gate import admit

    tried, batch = Tried(), list[Rows]()
    for number in numbers:
        way, item = mutated(number)
        started = time.process_time()
        try:
            with limit(SECONDS):
                batch.append(process(item))
            result = "loaded"
        except Rejected as rejected:
            result = rejected.check
            if not rejected.reason.strip():
                tried.faults.append(f"{number} {way}: rejected as {result} without a reason")
        except (Exception, TooSlow):
            result = "FAULT"
            tried.faults.append(f"{number} {way}:\n{traceback.format_exc()}")
        tried.counts[way, result] += 1
        tried.slowest = max(tried.slowest, (time.process_time() - started, number, way))
    once, _ = once_each(batch)
    for rows in once:
        rows["corpus.documents"][0]["loaded_at"] = NOW  # which the writer says
    admitted = admit(once)
    for one in (*admitted.refused, *admitted.rejects):
        tried.faults.append(f"the gate: {one.table_name} {one.check_name} {one.reason} {one.row}"[:600])
    return tried


@contextmanager
def limit(seconds: float) -> Iterator[None]:
    """TooSlow in the block after so many seconds of processor time."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise TooSlow(f"more than {seconds} s of processor time")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
