"""Text from articles made safe to show, and numbers made easy to read."""

from __future__ import annotations

import unicodedata

# Cc: escape sequences; Cf: marks that turn or hide what follows; Zl, Zp: line breaks that are not newlines.
UNSAFE = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))


def printable(text: str) -> str:
    """The text with control, formatting and unassigned characters written as escapes (`\\x1b`, `\\n`)."""
    return "".join(
        one.encode("unicode_escape").decode("ascii") if unicodedata.category(one) in UNSAFE else one
        for one in text
    )


def readable(value: float) -> str:
    """A number in full, its thousands apart: 3600000.0 is 3,600,000."""
    return f"{value:,.0f}" if value == value // 1 else f"{value:,.15g}"
