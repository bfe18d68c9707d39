"""Slips of the pen that are certain: misspelt names and wrong characters, by a table."""

from __future__ import annotations

import re
from functools import cache

from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick

from transforms.aligned import AlignedText, Change
from transforms.cleaning.rulefile import rule_lines


@cache
def _table() -> tuple[CharwiseDoubleArrayAhoCorasick, list[tuple[str, str, re.Pattern[str]]]]:
    """A finder of the slips, and for each its right form, its rule and the pattern of the whole."""
    rows = [(*row, "", "", "")[:5] for row in rule_lines("slips.tsv")]
    finder = CharwiseDoubleArrayAhoCorasick([row[0] for row in rows], MATCH_KIND_LEFTMOST_LONGEST)
    return finder, [
        (right, f"slip.{kind}", re.compile(f"{before}{re.escape(slip)}" + (f"(?={after})" if after else "")))
        for slip, right, kind, before, after in rows
    ]


def mend_slips(aligned: AlignedText) -> AlignedText:
    """The Simplified text with its certain slips mended; rules `slip.name` and `slip.word`."""
    finder, entries = _table()
    text = aligned.text
    changes = []
    for start, end, i in finder.find(text):
        right, rule, pattern = entries[i]
        if pattern.match(text, start):
            changes.append(Change(start, end, right, rule))
    return aligned.apply(changes)
