"""How often Chinese words are used, from jieba's dictionary (MIT; see the head of the file)."""

from __future__ import annotations

import gzip
from functools import cache
from importlib.resources import files


@cache
def word_counts() -> dict[str, int]:
    """Dictionary words of one to five characters to their count in general text, read once a process."""
    data = files("seeds").joinpath("rules", "cleaning", "word_frequencies.tsv.gz").read_bytes()
    lines = gzip.decompress(data).decode("utf-8").split("\n")
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    next(rows)
    return {word: int(count) for word, count in rows}
