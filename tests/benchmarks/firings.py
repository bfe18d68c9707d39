"""Where each frame fires: what only one article bears out, what never fires, what no test shows.

    python -m tests.benchmarks.firings FOLDER [FOLDER …]

The first folder holds the articles by which rules were first written; the others are development material.
A frame that fires in one article of the first folder and nowhere else fits that article: it should go.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

from transforms.annotating.annotate import annotate
from transforms.annotating.registry import load_registry
from transforms.cleaning.clean import clean
from transforms.extracting.cues import event_frames, metric_cues
from transforms.extracting.extract import extract
from transforms.facts import Event, Metric
from transforms.reading.read import read
from transforms.rejection import Rejected
from transforms.source import SourceItem

_TESTS = Path(__file__).parents[1] / "transforms" / "extracting"


def fired(path: Path) -> set[str]:
    """Event triggers, and metric cues as `metric: pattern`, of the facts of one article."""
    kind = "html" if path.suffix == ".html" else "text"
    try:
        article = clean(read(SourceItem(str(path), path.read_bytes(), kind)))
    except Rejected:
        return set()
    facts = extract(article, annotate(article, load_registry()))
    triggers = {fact.trace.frame.split(".")[1] for fact in facts if isinstance(fact, Event)}
    labels = {fact.label for fact in facts if isinstance(fact, Metric)}
    cues = {f"{c.metric}: {c.cue.pattern}" for c in metric_cues() if any(map(c.cue.search, labels))}
    return triggers | cues


def places(folders: list[Path]) -> dict[str, set[tuple[Path, str]]]:
    """Frame to the (folder, article) pairs in which it fires."""
    found: dict[str, set[tuple[Path, str]]] = defaultdict(set)
    for folder in folders:
        for path in sorted(p for p in folder.iterdir() if p.suffix in (".txt", ".html", ".md")):
            for frame in fired(path):
                found[frame].add((folder, path.name))
    return found


def main() -> None:
    """Print the counts and the frames, one list a line."""
    folders = [Path(argument) for argument in sys.argv[1:]]
    found = places(folders)
    shown = "".join(path.read_text("utf-8") for path in _TESTS.glob("*.py"))
    frames = {*event_frames(), *(f"{c.metric}: {c.cue.pattern}" for c in metric_cues())}
    alone = [f for f in frames if len(found[f]) == 1 and next(iter(found[f]))[0] == folders[0]]
    never = [f for f in frames if not found[f]]
    untested = [t for t in event_frames() if t not in shown]
    print(f"{len(frames)} frames; {len(frames) - len(never)} fire")
    print(f"{len(alone)} fire in one article of {folders[0].name} only:", *sorted(alone), sep="\n  ")
    print(f"{len(never)} never fire:", " ".join(sorted(f for f in never if ":" not in f)))
    print(f"{len(untested)} triggers stand in no test:", " ".join(sorted(untested)))


if __name__ == "__main__":
    main()
