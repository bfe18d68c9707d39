"""What the pages are called: names that any file system takes, whatever an id holds."""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import sha256
from typing import Final

# No capitals: two ids must not meet in one file where case does not count.
_SAFE: Final = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")


@lru_cache(100_000)
def file_name(one_id: str) -> str:
    """The id, or its hash where it is no name for a file."""
    return one_id if _SAFE.fullmatch(one_id) else sha256(one_id.encode()).hexdigest()[:20]


def entity_page(entity_id: str) -> str:
    """The page of an entity, from the top of the site."""
    return f"entities/{file_name(entity_id)}.html"


def document_page(document_id: str, fact_id: str | None = None, *, words: bool = False) -> str:
    """The page of a document; with a fact its card there, with `words` the words that state it."""
    page = f"documents/{file_name(document_id)}.html"
    return f"{page}#{'w-' if words else ''}{file_name(fact_id)}" if fact_id else page


def claim_page(claim_id: str) -> str:
    """The page of a claim."""
    return f"claims/{file_name(claim_id)}.html"
