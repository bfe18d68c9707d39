"""A document that is there already, found once more."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AnotherPlace:
    """The article at `uri` is the document of this id, though its bytes may be others."""

    uri: str
    document_id: str
