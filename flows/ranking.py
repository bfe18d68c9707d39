"""The documents of the warehouse that are most like a text."""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from dataclasses import dataclass

from transforms.similarity.likeness import Likeness, likeness
from transforms.similarity.terms import terms
from warehouse.subjects import Subject


@dataclass(frozen=True)
class Ranked:
    """A document and how like the text it is."""

    subject: Subject
    likeness: Likeness


def rank(wanted: Subject, documents: Iterable[Subject], most: int) -> list[Ranked]:
    """The `most` documents that are most like `wanted`, best first, itself left out."""
    about = terms(wanted.text, wanted.names)
    found = (
        Ranked(document, likeness(about, terms(document.text, document.names)))
        for document in documents
        if document.document_id != wanted.document_id
    )
    like = (one for one in found if one.likeness.score > 0)
    return heapq.nlargest(most, like, key=lambda one: (one.likeness.score, one.subject.document_id))
