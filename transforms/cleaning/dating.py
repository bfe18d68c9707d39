"""When an article was published, as far as its source or its own words tell."""

from __future__ import annotations

from transforms.article import DocumentDate


def imply_date(text: str) -> DocumentDate:
    """The interval in which a clean text must have been written; all None where it tells nothing."""
    return DocumentDate()
