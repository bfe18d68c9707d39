"""What two prints of one text have in common."""

from __future__ import annotations

import re
from hashlib import sha256

_NO_LETTERS = re.compile(r"[\W_]+")


def text_key(text: str) -> str:
    """A hash of the letters and digits of a clean text: equal for the same words, however they are set."""
    return sha256(_NO_LETTERS.sub("", text).lower().encode("utf-8", "replace")).hexdigest()[:24]
