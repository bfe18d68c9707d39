"""How well copies are found: `python -m tests.benchmarks.copies CORPUS`.

CORPUS is a folder with `truth.jsonl`, a line a file: its `file`, and the `original` that it was copied from
or null. The sample articles and five copies of each are put among them. All are read, cleaned and grouped as
by a run; precision and recall are of pairs of documents of one family. `--least 0.98` fails below that.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations
from pathlib import Path

from flows.copies import group_copies
from tests.transforms.reconciling.variants import articles, copies_of
from transforms.article_rows import document_row, source_row
from transforms.cleaning.clean import clean
from transforms.reading.read import read
from transforms.reconciling.families import joined
from transforms.rejection import Rejected
from transforms.rows import Rows
from transforms.source import SourceItem
from warehouse.writer import open_writer

BATCH = 500


@dataclass(frozen=True)
class Score:
    """Pairs of one family: found, true and both."""

    found: int
    true: int
    right: int

    @property
    def precision(self) -> float:
        """The share of the pairs found that are true."""
        return self.right / max(1, self.found)

    @property
    def recall(self) -> float:
        """The share of the true pairs that are found."""
        return self.right / max(1, self.true)


def score(families: dict[str, str], truth: dict[str, str]) -> Score:
    """Pairs of documents in one family, against those that are copies of one text."""
    found, true = pairs_of(families), pairs_of(truth)
    return Score(len(found), len(true), len(found & true))


def pairs_of(groups: dict[str, str]) -> set[tuple[str, str]]:
    """All pairs of documents of one group."""
    members = defaultdict(list)
    for document, group in sorted(groups.items()):
        members[group].append(document)
    return {pair for group in members.values() for pair in combinations(group, 2)}


def sample_copies(limit: int | None = None) -> Iterable[tuple[str, str, bytes]]:
    """(text that it is of, kind of copy, bytes): the sample articles and five copies of each."""
    for number, article in enumerate(articles()[:limit]):
        text = article.text.text
        yield article.source_uri, "original", text.encode()
        for kind, data in copies_of(text, number).items():
            yield article.source_uri, kind, data


def grouped(given: Iterable[tuple[str, str, bytes]]) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Document → family, document → true group and document → kind, for (group, kind, bytes) of each."""
    truth: dict[str, str] = {}
    kinds: dict[str, str] = {}
    batch: list[Rows] = []
    links: list[tuple[str, str]] = []
    with tempfile.TemporaryDirectory() as folder, open_writer(Path(folder) / "copies.duckdb") as writer:
        for number, (group, kind, data) in enumerate(given):
            try:
                source = read(SourceItem(f"{number}", data, "text"))
                article = clean(source)
            except Rejected as refused:
                print(f"{group} {kind}: {refused}", file=sys.stderr)
                continue
            name = article.document_id
            if name in truth:  # the same bytes are one document: two groups of it are one
                links.append((truth[name], group))
                continue
            truth[name], kinds[name] = group, kind
            batch.append(
                {
                    "corpus.documents": [document_row(article, source, "r")],
                    "corpus.sources": [source_row(article, source)],
                }
            )
            if len(batch) == BATCH:
                writer.load(batch, "run", datetime(2026, 1, 5))
                batch.clear()
        writer.load(batch, "run", datetime(2026, 1, 5))
        started = time.perf_counter()
        group_copies(writer, "run")
        print(f"{len(truth)} documents grouped in {time.perf_counter() - started:.1f} s")
        rows = writer.read("SELECT document_id, family_id FROM corpus.families")
    names = {one: group[0] for group in joined({*truth.values()}, links) for one in group}
    families = {row["document_id"]: row["family_id"] for row in rows}
    return families, {name: names[group] for name, group in truth.items()}, kinds


def corpus(folder: Path) -> Iterable[tuple[str, str, bytes]]:
    """(original, how it was copied, bytes) of the files of a corpus with its truth."""
    for line in (folder / "truth.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        yield row["original"] or row["file"], row["how"] or "original", (folder / row["file"]).read_bytes()


def main() -> None:
    """Prints precision, recall and what was missed."""
    asked = argparse.ArgumentParser(prog="python -m tests.benchmarks.copies", description=__doc__)
    asked.add_argument("corpus", type=Path)
    asked.add_argument("--least", type=float, default=0.0)
    given = asked.parse_args()
    families, truth, kinds = grouped([*sample_copies(), *corpus(given.corpus)])
    result = score(families, truth)
    missed = pairs_of(truth) - pairs_of(families)
    wrong = pairs_of(families) - pairs_of(truth)
    print(f"pairs: {result.true} true, {result.found} found, {result.right} right")
    print(f"precision {result.precision:.4f}, recall {result.recall:.4f}")
    print("missed:", Counter(" – ".join(sorted((kinds[a], kinds[b]))) for a, b in missed) or "none")
    print("wrong:", sorted((truth[a], truth[b]) for a, b in wrong)[:10] or "none")
    if min(result.precision, result.recall) < given.least:
        sys.exit(f"below {given.least}")


if __name__ == "__main__":
    main()
