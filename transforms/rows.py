"""Rows of one article for the warehouse's tables."""

from __future__ import annotations

from typing import Any

Row = dict[str, Any]
Rows = dict[str, list[Row]]
"""Table name (`corpus.documents`, `facts.metrics`, …) to its rows, each a column-to-value dict."""
