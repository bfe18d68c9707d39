"""Text from articles made safe to show."""

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
