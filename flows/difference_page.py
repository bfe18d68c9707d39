"""The difference of two warehouses for a person, and for a program: one row a change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from transforms.readable import readable
from warehouse.difference import Changed, Difference
from warehouse.printable import printable

COLUMNS: Final = (
    *("change", "kind", "document_id", "title", "fact_id", "columns", "statement_before", "statement_after"),
    *("confidence_before", "confidence_after", "evidence"),
)
_SIGNS: Final = {"added": "+", "removed": "-", "changed": "~"}


def summary_rows(found: Difference) -> Iterator[tuple[str, int, int, int, int, int]]:
    """By kind: how many before and after, added, removed and changed."""
    counts = Counter((one.kind, one.what) for one in found.changes)
    for kind, (before, after) in found.totals.items():
        yield kind, before, after, counts[kind, "added"], counts[kind, "removed"], counts[kind, "changed"]


def lines(found: Difference) -> Iterator[str]:
    """Every change in one line, under its document; `+` added, `-` removed, `~` changed."""
    document = None
    for one in found.changes:
        row = one.after or one.before or {}
        if one.kind != "document" and one.document_id != document:
            document = one.document_id
            yield f"{document} {printable(row['title'] or '')}"
        sign = _SIGNS[one.what]
        if one.kind == "document":
            what = f" ({', '.join(one.columns)} changed)" if one.columns else ""
            yield f"{sign} document {one.document_id} {printable(row['title'] or '')}{what}"
        else:
            yield f"  {sign} {one.kind} {statement(row)}{_changes(one)}  「{_short(row['evidence'])}」"


def rows(found: Difference) -> Iterator[tuple[Any, ...]]:
    """The cells of COLUMNS for every change."""
    for one in found.changes:
        row = one.after or one.before or {}
        before, after = one.before, one.after
        is_fact = one.kind != "document"
        yield (
            *(one.what, one.kind, one.document_id, row["title"], row.get("fact_id"), ", ".join(one.columns)),
            statement(before) if before and is_fact else None,
            statement(after) if after and is_fact else None,
            *((before or {}).get("confidence"), (after or {}).get("confidence"), row.get("evidence")),
        )


def statement(row: dict[str, Any]) -> str:
    """A fact in one line; what comes from articles is made printable."""
    parts = [row["subject"] or "?", row["predicate"], row["object"]]
    if row["value"] is not None:
        bound = "" if row["bound"] == "=" else row["bound"]
        parts.append(f"{bound}{readable(row['value'])} {row['unit']}")
    words = " · ".join(_short(str(part)) for part in (*parts, row["detail"]) if part)
    return words + (f" ({row['when_edtf']})" if row["when_edtf"] else "")


def _changes(one: Changed) -> str:
    if not (one.before and one.after):
        return ""
    said = [
        f"{name} {_short(_shown(one.before[name]))} → {_short(_shown(one.after[name]))}"
        for name in one.columns
        if name in one.after
    ]
    return f": {'; '.join(said)}" if said else ": elsewhere in the text"


def _shown(value: Any) -> str:
    return readable(value) if isinstance(value, float) else str(value) if value is not None else "nothing"


def _short(text: str | None) -> str:
    shown = printable(text or "")
    return shown if len(shown) <= 60 else f"{shown[:59]}…"
