"""Text that a spreadsheet must not take for a formula."""

from __future__ import annotations

import re
from typing import Any, Final

# What begins a formula in Excel, LibreOffice and their East Asian editions, after any white space: OWASP's
# list ("CSV Injection") and the full-width signs. A sign alone, such as the bound =, is none.
_FORMULA: Final = re.compile(r"\s*[=+\-@＝＋－＠]\s*\S|[\t\r\n]")


def harmless(value: Any) -> Any:
    """The value; a text that could be taken for a formula gets an apostrophe in front. Numbers never do."""
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value
