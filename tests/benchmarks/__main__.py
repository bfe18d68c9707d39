"""`make bench`: time by stage beside the floor, written to docs/benchmarks.md."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from tests.benchmarks import hot, stages, text_chain
from tests.benchmarks.documents import ROOT, made_up, repeated
from tests.benchmarks.page import versions, write_section

PAGE = ROOT / "docs" / "benchmarks.md"
WORDS = """## Stages

{versions}

One process, Prefect left out. A step's figures include what it calls; steps set in are parts of the one
above. The floor reads the same bytes and converts them once with OpenCC (t2s); the floor of the whole also
writes the same rows, ready as columns, to a new DuckDB file, which costs nearly the same for few rows as for
many. Steps are timed where the pipeline calls them, while it runs.
"""

CHAIN = """### Reading and cleaning alone

Files are opened, read and cleaned; the floor opens, reads and converts them once with OpenCC. Each figure is
the best of the rounds. Restoring is a step of the chain.
"""
HOT = """### The hottest functions

Of the last set of documents, by cProfile; time in built-in functions is counted to who calls them.
"""


def main() -> None:
    asked = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    asked.add_argument("--rounds", type=int, default=5)
    asked.add_argument("--copies", type=int, default=5, help="of each sample article")
    asked.add_argument("--articles", type=int, default=200, help="of the made-up corpus")
    asked.add_argument("--page", type=Path, default=PAGE)
    args = asked.parse_args()
    with tempfile.TemporaryDirectory() as made:
        work = Path(made)
        sets = [repeated(work / "samples", args.copies)]
        corpus = made_up(work / "corpus", args.articles)
        sets += [corpus] if corpus else []
        parts = [WORDS.format(versions=versions()), *(stages.measure(one, work, args.rounds) for one in sets)]
        if corpus is None:
            parts.append("Made-up corpus: skipped, the tool that makes it is not here.\n")
        parts += [CHAIN, text_chain.page(args.rounds, args.articles)]
        parts += [HOT, hot.measure(sets[-1], work)]
    write_section(args.page, "stages", "\n".join(parts))
    print(f"Written to {args.page.name}.")


if __name__ == "__main__":
    main()
