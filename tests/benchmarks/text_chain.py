"""Reading and cleaning alone beside the floor, and the restoring of spun words."""

from __future__ import annotations

from collections.abc import Iterable
from statistics import median

from tests.benchmarks import floor, whole
from tests.benchmarks.documents import Documents
from tests.benchmarks.meter import Spent, metered, stopwatch
from tests.benchmarks.page import figure, spread, table
from tests.benchmarks.steps import STEPS
from transforms.cleaning.clean import clean
from transforms.reading.read import read
from transforms.rejection import Rejected

HEAD = (
    "documents",
    "characters",
    "floor chars/s",
    "read + clean chars/s",
    "rate ÷ floor's",
    "spun words chars/s",
)
_RESTORE = [s for s in STEPS if s.name == "restore"]


def measure(sets: Iterable[Documents], rounds: int) -> str:
    """A table of sets; floor and chain take turns, `rounds` times after one that does not count."""
    return table(HEAD, [_line(documents, rounds) for documents in sets]) + "\n"


def _line(documents: Documents, rounds: int) -> list[str]:
    paths, floors, chains, restored, characters = documents.paths, [], [], [], 0
    for number in range(rounds + 1):
        least = floor.read_and_convert(paths)
        with metered(_RESTORE) as meter:
            characters, spent = _chain(documents)
        if number:
            floors.append(least.cpu)
            chains.append(spent.cpu)
            restored.append(meter.spent(_RESTORE[0]).cpu)
    return [
        documents.name,
        f"{characters:,}",
        figure(characters / median(floors)),
        figure(characters / median(chains)),
        spread([a / b for a, b in zip(floors, chains, strict=True)]),
        figure(characters / median(restored)),
    ]


def _chain(documents: Documents) -> tuple[int, Spent]:
    characters = 0
    with stopwatch() as clock:
        for item in whole.find_all(documents.folder):
            try:
                characters += len(clean(read(item)).text.raw)
            except Rejected:
                continue
        return characters, clock()
