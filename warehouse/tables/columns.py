"""Column declarations: the few kinds of column that the tables are made of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandera.polars as pa

HUGE = 1e300
"""Beyond it lie only infinities and NaN, which are no measured value."""


def text(description: str, *, null: bool = False, words: Iterable[str] = (), like: str | None = None) -> Any:
    """A text; `words` closes its vocabulary, `like` is a pattern that it must match from its start."""
    rules: dict[str, Any] = {}
    if words:
        rules["isin"] = sorted(words)
    if like:
        rules["str_matches"] = like
    if not (null or words or like):
        rules["str_length"] = {"min_value": 1}
    return pa.Field(description=description, nullable=null, **rules)


def free_text(description: str) -> Any:
    """A text that may be empty but not null: what a deletion left, say."""
    return pa.Field(description=description, nullable=False)


def json_text(description: str, *, null: bool = True) -> Any:
    """A JSON value, held as text in frames and as JSON in DuckDB."""
    return pa.Field(description=description, nullable=null, metadata={"sql": "JSON"})


def count(description: str, *, null: bool = False, least: int = 0) -> Any:
    """A whole number of at least `least`."""
    return pa.Field(description=description, nullable=null, ge=least)


def number(description: str, *, null: bool = False, low: float = -HUGE, high: float = HUGE) -> Any:
    """A finite number between `low` and `high`."""
    return pa.Field(description=description, nullable=null, ge=low, le=high)


def plain(description: str, *, null: bool = False) -> Any:
    """Any value of the column's type: a flag, a day, a moment, bytes, a list."""
    return pa.Field(description=description, nullable=null)


def raw_start(what: str) -> Any:
    """Where something begins in the raw text."""
    return count(f"First character of {what}: code points into the raw decoded text, 0-based.")


def raw_end(what: str) -> Any:
    """Where something ends in the raw text."""
    return count(f"End of {what}, exclusive: code points into the raw decoded text.", least=1)
