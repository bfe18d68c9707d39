"""Text from outside made safe to show on a terminal or in the UI."""

from __future__ import annotations

import unicodedata

# Cc: escape sequences live there. Cf: marks that turn the direction of what follows, or hide it.
UNSAFE = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))


def escaped(text: str, keep: str = "") -> str:
    """The text with control, formatting and unassigned characters written as escapes (`\\x1b`).

    Characters in `keep`, such as a newline, stay.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        one
        if one in keep or unicodedata.category(one) not in UNSAFE
        else one.encode("unicode_escape").decode("ascii")
        for one in text
    )
