"""Reading and cleaning alone beside the floor, by step, and the restoring of spun words by itself.

Everything runs in one process and takes turns; of several rounds the best counts, as others use the machine.
Caches that depend on the texts are emptied before each round: a text is never seen before.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import _lru_cache_wrapper
from pathlib import Path

from tests.benchmarks import floor
from tests.benchmarks.documents import Documents, made_up, samples
from tests.benchmarks.meter import metered, stopwatch
from tests.benchmarks.page import figure, table
from tests.benchmarks.steps import CLEANING, Step
from transforms.cleaning.clean import clean
from transforms.reading.read import read
from transforms.rejection import Rejected
from transforms.source import SourceItem

HEAD = ("documents", "files", "characters", "floor chars/s", "chain chars/s", "rate ÷ floor's", "floors")
RESTORED = ("documents", "characters", "chars/s")
READING = Step("read", __name__, "read")
RESTORING = next(step for step in CLEANING if step.name == "restore")
# A step below this share of the floor is left out of the table of steps.
_LEAST = 0.005


@dataclass
class Cost:
    """The best of the rounds in seconds: the floor, the chain, and each step as the chain calls it."""

    characters: int = 0
    floor: float = float("inf")
    chain: float = float("inf")
    steps: dict[Step, float] = field(default_factory=lambda: defaultdict(lambda: float("inf")))

    @property
    def floors(self) -> float:
        return self.chain / self.floor


def forget() -> None:
    """Empty the caches with a limit, which hold what was said of texts; tables without one stay."""
    for name, module in list(sys.modules.items()):
        for held in vars(module).values() if name.startswith("transforms.") else ():
            if isinstance(held, _lru_cache_wrapper) and held.cache_parameters()["maxsize"] is not None:
                held.cache_clear()


def chain(paths: Iterable[Path]) -> int:
    """Read and clean the files; how many characters they have."""
    characters = 0
    for path in paths:
        try:
            characters += len(clean(read(SourceItem(uri=path.name, data=path.read_bytes()))).text.raw)
        except Rejected:
            continue
    return characters


def cost(paths: list[Path], rounds: int) -> Cost:
    """What the texts cost: floor, chain and the chain with its steps timed take turns."""
    best = Cost()
    for number in range(rounds + 1):
        least = floor.read_and_convert(paths)
        forget()
        with stopwatch() as clock:
            best.characters = chain(paths)
            whole = clock()
        forget()
        with metered([READING, *CLEANING]) as meter:
            chain(paths)
        if number:  # the first is to warm up
            best.floor, best.chain = min(best.floor, least.wall), min(best.chain, whole.wall)
            for step in (READING, *CLEANING):
                best.steps[step] = min(best.steps[step], meter.wall[step])
    return best


def measure(sets: Iterable[tuple[str, list[Path]]], spun: list[Path], rounds: int) -> str:
    """Tables: the rate of the chain beside the floor's, its steps in floors, restoring in characters/s."""
    costs = [(name, paths, cost(paths, rounds)) for name, paths in sets]
    lines = [
        [
            *(name, str(len(paths)), f"{one.characters:,}", figure(one.characters / one.floor)),
            *(figure(one.characters / one.chain), figure(1 / one.floors), figure(one.floors)),
        ]
        for name, paths, one in costs
    ]
    restored = [(path.name[:3], cost([path], rounds)) for path in spun]
    return "\n\n".join(
        (
            table(HEAD, lines),
            "Steps in floors:",
            table(("step", *(name for name, _, _ in costs)), _steps([one for _, _, one in costs])),
            "Spun words found and restored:",
            table(
                RESTORED,
                ([n, f"{c.characters:,}", figure(c.characters / c.steps[RESTORING])] for n, c in restored),
            ),
        )
    )


def _steps(costs: list[Cost]) -> Iterator[list[str]]:
    for step in (READING, *CLEANING):
        shares = [one.steps[step] / one.floor for one in costs]
        if max(shares) >= _LEAST:
            yield ["\u2003" * step.depth + step.label, *(f"{share:.2f}" for share in shares)]


def corpus_sets(corpus: Documents) -> Iterator[tuple[str, list[Path]]]:
    """The made-up articles by the dirt that they were given, as `truth.jsonl` says it."""
    kinds = dict[str, list[Path]]()
    for line in (corpus.folder / "truth.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        kinds.setdefault(row["dirt"], []).append(corpus.folder / row["file"])
    yield "made-up, clean", kinds["clean"]
    for kind in sorted(kinds.keys() - {"clean"}):
        yield f"made-up, {kind}", kinds[kind]
    yield "made-up, all", corpus.paths


def main() -> None:
    """Print the tables for each sample article and for made-up ones."""
    asked = argparse.ArgumentParser(prog="python -m tests.benchmarks.text_chain", description=__doc__)
    asked.add_argument("--rounds", type=int, default=9)
    asked.add_argument("--articles", type=int, default=200, help="of the made-up corpus")
    args = asked.parse_args()
    print(page(args.rounds, args.articles))


def page(rounds: int, articles: int) -> str:
    """All tables."""
    texts = sorted(path for path in samples().iterdir() if path.suffix == ".txt" and path.stem != "README")
    sets = [*((path.name[:3], [path]) for path in texts), ("samples", texts)]
    with tempfile.TemporaryDirectory() as made:
        corpus = made_up(Path(made), articles)
        sets += corpus_sets(corpus) if corpus else []
        return measure(
            sets, [path for path in texts if "spun" in path.name or path.name.startswith("002")], rounds
        )


if __name__ == "__main__":
    main()
