"""What did not get in, and why."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from transforms.rows import Row


@dataclass(frozen=True)
class Reject:
    """An input or a row that was refused.

    `table_name` is None where a whole document was refused. `row` is the refused row as far as there is one.
    """

    source_uri: str | None
    document_id: str | None
    table_name: str | None
    check_name: str
    reason: str
    row: Row | None = None

    def as_row(self, run_id: str) -> Row:
        """A row of `ops.rejects`."""
        return {
            "run_id": run_id,
            "source_uri": _printable(self.source_uri),
            "document_id": self.document_id,
            "table_name": self.table_name,
            "check_name": self.check_name,
            "reason": _printable(self.reason),
            "row": None if self.row is None else row_json(self.row),
            "last_run_id": run_id,
            "times": 1,
        }


def row_json(row: Row) -> str:
    """The row as JSON: bytes give way to their number, moments and days are ISO strings.

    Non-ASCII characters are escaped only where the text cannot be stored as it is (lone surrogates).
    """
    text = json.dumps(row, ensure_ascii=False, default=_plain)
    return text if _printable(text) == text else json.dumps(row, default=_plain)


def _plain(value: Any) -> Any:
    if isinstance(value, bytes):
        return f"<{len(value)} bytes>"
    return value.isoformat() if hasattr(value, "isoformat") else repr(value)


def _printable(text: str | None) -> str | None:
    """The text without what UTF-8 cannot hold: file names may come with lone surrogates."""
    return None if text is None else text.encode("utf-8", "backslashreplace").decode("utf-8")
