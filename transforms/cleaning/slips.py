"""Slips of the pen that are certain: misspelt names and wrong characters, by a table."""

from __future__ import annotations

import re
from functools import cache

from transforms.aligned import AlignedText, Change
from transforms.cleaning.rulefile import rule_lines
from transforms.codes import PairIndex


@cache
def _table() -> tuple[PairIndex, dict[str, tuple[str, str, re.Pattern[str]]]]:
    """A finder of the slips, and for each its right form, its rule and the pattern of the whole."""
    rows = [(*row, "", "", "")[:5] for row in rule_lines("slips.tsv")]
    return PairIndex([row[0] for row in rows]), {
        slip: (
            right,
            f"slip.{kind}",
            re.compile(f"{before}{re.escape(slip)}" + (f"(?={after})" if after else "")),
        )
        for slip, right, kind, before, after in rows
    }


def mend_slips(aligned: AlignedText) -> AlignedText:
    """The Simplified text with its certain slips mended; rules `slip.name` and `slip.word`."""
    index, entries = _table()
    text = aligned.text
    changes = []
    for start, slip in index.find_apart(text):
        right, rule, pattern = entries[slip]
        if pattern.match(text, start):
            changes.append(Change(start, start + len(slip), right, rule))
    return aligned.apply(changes)
