"""Names of the four kinds of fact, for those who need not know their columns."""

from __future__ import annotations

FACT_TABLES = ("facts.metrics", "facts.events", "facts.quotes", "facts.relations")
