"""Rows whose offsets do not hold what they say they hold."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from warehouse.validation import Failure


def misplaced(frame: pl.DataFrame, raw_texts: Mapping[str, str]) -> list[Failure]:
    """A failure for each row whose span leaves the raw text or does not hold its `surface` or `before`.

    `frame` has `_row`, `_document`, `raw_start`, `raw_end`; `raw_texts` is the raw text of each document.
    """
    words = next((name for name in ("surface", "before") if name in frame.columns), None)
    wanted = frame.select(
        "_row",
        "_document",
        "raw_start",
        "raw_end",
        pl.lit(None, pl.String) if words is None else pl.col(words),
    )
    failures = []
    for row, document, start, end, said in wanted.iter_rows():
        raw = raw_texts[document]
        if end > len(raw):
            reason = f"raw_end {end} is behind the end of the raw text ({len(raw)} characters)"
            failures.append(Failure(row, "span in text", reason))
        elif said is not None and raw[start:end] != said:
            reason = f"{words} is {said!r}, but the raw text has {raw[start:end]!r} at [{start}, {end})"
            failures.append(Failure(row, f"{words} stands there", reason[:1000]))
    return failures
