"""Stopwatches around the steps of the pipeline as it runs: nothing is rebuilt for the measurement."""

from __future__ import annotations

import functools
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from tests.benchmarks.steps import Step


class Spent(NamedTuple):
    """Seconds of processor (of all threads) and of the clock."""

    cpu: float
    wall: float


@dataclass
class Meter:
    """What the steps of one round cost, each with all that it calls, in the order of `steps`."""

    cpu: dict[Step, float] = field(default_factory=lambda: defaultdict(float))
    wall: dict[Step, float] = field(default_factory=lambda: defaultdict(float))

    def spent(self, step: Step) -> Spent:
        return Spent(self.cpu[step], self.wall[step])


@contextmanager
def metered(steps: Sequence[Step]) -> Iterator[Meter]:
    """Time every call of these functions; AttributeError where a step is not there any more."""
    meter, before = Meter(), [(step, step.function) for step in steps]
    try:
        for step, function in before:
            step.put(_timed(function, step, meter))
        yield meter
    finally:
        for step, function in before:
            step.put(function)


def _timed(function: Callable[..., Any], step: Step, meter: Meter) -> Callable[..., Any]:
    @functools.wraps(function)
    def timed(*args: Any, **named: Any) -> Any:
        cpu, wall = time.process_time(), time.perf_counter()
        try:
            return function(*args, **named)
        finally:
            meter.cpu[step] += time.process_time() - cpu
            meter.wall[step] += time.perf_counter() - wall

    return timed


@contextmanager
def stopwatch() -> Iterator[Callable[[], Spent]]:
    """A clock that runs from here on: call what it gives for the seconds so far."""
    cpu, wall = time.process_time(), time.perf_counter()
    yield lambda: Spent(time.process_time() - cpu, time.perf_counter() - wall)
