"""The texts that are timed: the sample articles many times over, and a made-up corpus."""

from __future__ import annotations

import random
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from flows.sources import find_items
from transforms.source import SourceItem

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
CORPUS_TOOL = SHARED / "tools" / "make_corpus.py"
_SUFFIX = {"text": ".txt", "markdown": ".md", "html": ".html"}


@dataclass(frozen=True)
class Documents:
    """A folder of files, one article each, and what the page calls it."""

    name: str
    folder: Path

    @property
    def paths(self) -> list[Path]:
        return sorted(p for p in self.folder.rglob("*") if p.suffix in _SUFFIX.values())


def samples() -> Path:
    """The folder of real articles, or of our own where those are not there."""
    real = SHARED / "seeds"
    return real if real.exists() else ROOT / "seeds" / "articles"


def repeated(folder: Path, copies: int) -> Documents:
    """Each sample `copies` times, no two alike: inner lines shuffled (of a page: a comment at its end).

    Equal copies would be one document to the warehouse, and their words would come from caches.
    """
    shuffle = random.Random(42)
    paths = [str(p) for p in sorted(samples().iterdir()) if p.stem != "README"]
    items = [i for i in find_items(paths) if isinstance(i, SourceItem)]
    for number in range(copies):
        for place, item in enumerate(items):
            data = item.data + f"\n<!-- {number} -->".encode() if item.media_type == "html" else item.data
            if number and item.media_type != "html":
                first, *inner = item.data.split(b"\n")
                shuffle.shuffle(inner)
                data = b"\n".join([first, *inner])
            path = folder / f"{place:03d}-{number:03d}{_SUFFIX[item.media_type]}"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    what = "the four real articles" if samples().parent == SHARED else "seeds/articles"
    return Documents(f"{what}, each {copies} times with its lines shuffled", folder)


def made_up(folder: Path, count: int) -> Documents | None:
    """A corpus of `make_corpus.py`; None where that tool is not there."""
    if not CORPUS_TOOL.exists():
        return None
    command = [sys.executable, str(CORPUS_TOOL), str(folder), str(count)]
    subprocess.run(command, check=True, capture_output=True)
    return Documents(f"{count} made-up articles", folder)
