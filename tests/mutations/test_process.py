"""Mutated inputs through the whole pure function: each loaded, or refused with a reason, and none hangs."""

from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context

import pytest

from tests.mutations.damage import WAYS, mutated
from tests.mutations.trial import Tried, try_all

MANY = 20_000
ONCE_SLOW = (1005, 3734, 5953, 6995, 9879, 15263, 18024)
"""Inputs that took more than two seconds: thousands of numbers, names or paragraphs in one article."""


def test_a_number_always_makes_the_same_input():
    assert [mutated(number) for number in range(20)] == [mutated(number) for number in range(20)]


def test_a_sample():
    tried = try_all([*range(60_000, 60_000 + 5 * len(WAYS)), *ONCE_SLOW])
    assert not tried.faults, "\n".join(tried.faults)
    results = {result for _, result in tried.counts}
    assert "loaded" in results and len(results) > 3, "some get in, and others are refused for several reasons"


@pytest.mark.soak
def test_many_in_a_pool():
    total = Tried()
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        tasks = [pool.submit(try_all, range(start, start + 100)) for start in range(0, MANY, 100)]
        for task in as_completed(tasks, timeout=4 * 3600):
            total.add(task.result())
    print(sorted(total.counts.items()), total.slowest)
    assert sum(total.counts.values()) == MANY
    assert not total.faults, "\n".join(total.faults)
