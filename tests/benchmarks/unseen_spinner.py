"""Spinners that the rules have never seen: `python -m tests.benchmarks.unseen_spinner`.

Clean articles of this repository are spun at the full rate of replacement, each with one form a word drawn
from a family of the lexicon. `known`: the detector has the whole lexicon. `held out`: the spinner uses one
half of the family's originals, and the detector has lost every entry of these, in the other families too.
A page is left out where fewer than 8 words of it are replaced: that is no spun page.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from transforms.aligned import AlignedText, Edit
from transforms.cleaning.clean import clean
from transforms.cleaning.spun.lexicon import SpunFinder, lexicon_rows, make_lexicon
from transforms.cleaning.spun.verdict import judge, restore
from transforms.reading.read import read
from transforms.rejection import Rejected
from transforms.source import SourceItem

ROOT = Path(__file__).parents[2]
FAMILIES = {
    "colloquial": ("adjective", "colloquial", "spoken", "expanded"),
    "translated": ("translated",),
    "thesaurus": ("synonym", "spoken_synonym"),
}
_LEAST_PLACES, _LEAST_LENGTH = 8, 700
_FOLDERS = ("seeds/articles/*.*", "tests/exam/pages/*.html", "tests/exam/dev*/*.txt")
Row = tuple[str, ...]


@dataclass(frozen=True)
class Place:
    """One replaced word: where its substitute stands in the spun text, and the word."""

    start: int
    end: int
    original: str


def clean_articles() -> list[str]:
    """The clean texts of the repository's own articles and exams, short ones joined to articles' length."""
    texts: list[str] = []
    short: list[str] = []
    for path in sorted(p for pattern in _FOLDERS for p in ROOT.glob(pattern)):
        if path.suffix in (".jsonl", ".csv") or path.stem in ("README", "deepseekspun"):
            continue
        item = SourceItem(path.name, path.read_bytes(), "html" if path.suffix == ".html" else "text")
        try:
            text = clean(read(item)).text.text
        except Rejected:
            continue
        if len(text) >= _LEAST_LENGTH:
            texts.append(text)
            continue
        short.append(text)
        if sum(map(len, short)) >= _LEAST_LENGTH:
            texts.append("\n".join(short))
            short.clear()
    return texts


def table_of(rows: list[Row], family: str) -> dict[str, list[str]]:
    """The substitutes of each original of a family, those that need no context."""
    table: dict[str, list[str]] = defaultdict(list)
    for original, spun, habit, left, _, bonus in rows:
        if habit in FAMILIES[family] and not left and not bonus:
            table[original].append(spun)
    return table


def spin(text: str, table: dict[str, str]) -> tuple[str, list[Place]]:
    """The text with every word of the table replaced, the longest first, and the places."""
    pattern = re.compile("|".join(sorted(map(re.escape, table), key=len, reverse=True)))
    parts, places, at, size = [], [], 0, 0
    for m in pattern.finditer(text):
        spun = table[m[0]]
        parts += [text[at : m.start()], spun]
        size += m.start() - at
        places.append(Place(size, size + len(spun), m[0]))
        size, at = size + len(spun), m.end()
    return "".join(parts) + text[at:], places


def rightly_restored(edits: tuple[Edit, ...], places: list[Place]) -> tuple[int, int]:
    """How many places the edits restore, and how many edits are wrong; an edit may span several in a row."""
    right = wrong = 0
    for edit in edits:
        inside = [p for p in places if edit.start <= p.start and p.end <= edit.end]
        whole = sum(p.end - p.start for p in inside) == edit.end - edit.start
        if inside and whole and "".join(p.original for p in inside) == edit.after:
            right += len(inside)
        else:
            wrong += 1
    return right, wrong


@dataclass(frozen=True)
class Result:
    """One experiment: spun and clean pages, those found, places, those restored, wrong edits."""

    spun: int
    found: int
    clean: int
    alarms: int
    places: int
    restored: int
    wrong: int

    def __str__(self) -> str:
        precision = self.found / max(1, self.found + self.alarms)
        kept = self.restored / max(1, self.restored + self.wrong)
        return (
            f"pages found {self.found}/{self.spun} (recall {self.found / self.spun:.3f}, precision "
            f"{precision:.3f}, clean pages flagged {self.alarms}/{self.clean}); words restored "
            f"{self.restored}/{self.places} (recall {self.restored / self.places:.3f}, precision {kept:.3f})"
        )


def experiment(texts: list[str], rows: list[Row], family: str, seed: int, hold_out: bool) -> Result:
    """Spins every text with a table of its own from a family, and looks at what is made of it."""
    table = table_of(rows, family)
    originals = sorted(table)
    random.Random(seed).shuffle(originals)
    used = set(originals[: len(originals) // 2]) if hold_out else set(originals)
    known = [row for row in rows if not hold_out or row[0] not in used]
    words = SpunFinder(make_lexicon(known))
    counts = [0] * 5
    for number, text in enumerate(texts):
        draw = random.Random(1000 * seed + number)
        spun, places = spin(text, {o: draw.choice(table[o]) for o in sorted(used)})
        if len(places) < _LEAST_PLACES:
            continue
        restored, verdict = restore(AlignedText(spun), words)
        right, wrong = rightly_restored(restored.edits, places)
        for i, n in enumerate((1, verdict.is_spun, len(places), right, wrong)):
            counts[i] += n
    alarms = sum(judge(text, words).is_spun for text in texts)
    return Result(counts[0], counts[1], len(texts), alarms, *counts[2:])


def results(seed: int) -> Iterator[tuple[str, Result]]:
    """Each family, known and held out."""
    texts, rows = clean_articles(), lexicon_rows()
    for family in FAMILIES:
        for hold_out in (False, True):
            name = f"{family:10} {'held out' if hold_out else 'known':8} seed {seed}"
            yield name, experiment(texts, rows, family, seed, hold_out)


def main() -> None:
    """Prints one line an experiment."""
    asked = argparse.ArgumentParser(prog="python -m tests.benchmarks.unseen_spinner", description=__doc__)
    asked.add_argument("--seeds", type=int, default=3)
    for seed in range(asked.parse_args().seeds):
        for name, result in results(seed):
            print(name, result, flush=True)


if __name__ == "__main__":
    main()
