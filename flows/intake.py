"""Sort what the sources give into new, unchanged, duplicate and refused, a bounded batch at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from flows.outcome import Ledger
from flows.processing import Refusal
from flows.sources import AnotherPlace, RefusedInput
from transforms.source import SourceItem
from warehouse.gate import Reject

Found = SourceItem | RefusedInput | AnotherPlace
Known = dict[str, tuple[str, set[str]]]
"""document_id to the rules_version that made its rows and the places where it was found."""


def reject(uri: str, document: str | None, refusal: Refusal) -> Reject:
    """The row of ops.rejects for an input that does not get in."""
    row = {"traceback": refusal.details} if refusal.details else None
    return Reject(uri, document, None, refusal.check, refusal.reason, row)


@dataclass(frozen=True)
class BatchLimits:
    """Where a batch ends: new documents, their bytes, documents looked at (known ones shall show too)."""

    documents: int = 500
    size: int = 16 * 2**20
    seen: int = 5_000


WHOLE_BATCH: Final = BatchLimits()


@dataclass
class Batch:
    """What one read of the sources gave: documents to process, and refusals to store."""

    number: int
    new: list[tuple[str, SourceItem]] = field(default_factory=list)
    rejects: list[Reject] = field(default_factory=list)
    seen: int = 0
    last: bool = False


class Intake:
    """Reads the sources batch by batch, and knows what became of every document of this run.

    A document that the warehouse has by the present rules is unchanged, one that it has by other rules is
    processed again; what the present rules have refused at the same place is refused without another try.
    The same bytes twice in one run are a duplicate of the first, loaded or refused with it.
    """

    def __init__(
        self,
        found: Iterator[Found],
        known: Known,
        rules_version: str,
        ledger: Ledger,
        identify: Callable[[SourceItem], str],
        limits: BatchLimits = WHOLE_BATCH,
        refused_before: Mapping[tuple[str, str], tuple[str, str]] | None = None,
    ) -> None:
        self.found = found
        self.known = known
        self.rules_version = rules_version
        self.ledger = ledger
        self.identify = identify
        self.limits = limits
        self.refused_before = refused_before or {}  # (document, uri) → (check, reason), by these rules
        self.batches = 0
        self.places: list[tuple[str, str]] = []  # new places of documents that are in the warehouse
        self._unfinished: Batch | None = None
        self._started: set[str] = set()
        self._refused: dict[str, Refusal] = {}
        self._copies: dict[str, list[str]] = {}  # of documents in the present batch

    def next_batch(self) -> Batch:
        """The next batch; its `last` says that the sources are exhausted.

        If reading fails, the next call goes on with what was read by then.
        """
        if self._unfinished is None:
            self.batches += 1
            self._unfinished = Batch(self.batches)
        batch, limits = self._unfinished, self.limits
        size = sum(len(item.data) for _, item in batch.new)
        while len(batch.new) < limits.documents and size < limits.size and batch.seen < limits.seen:
            found = next(self.found, None)
            if found is None:
                batch.last = True
                break
            batch.seen += 1
            self.ledger.documents_in += 1
            if isinstance(found, RefusedInput):
                self.ledger.refuse(found.check_name)
                batch.rejects.append(reject(found.uri, None, Refusal(found.check_name, found.reason)))
            elif isinstance(found, AnotherPlace):
                self._meet_again(found, batch)
            elif self._is_new(document := self.identify(found), found.uri, batch):
                batch.new.append((document, found))
                size += len(found.data)
        self._unfinished = None
        return batch

    def _is_new(self, document: str, uri: str, batch: Batch) -> bool:
        if refusal := self._refused.get(document):
            self.ledger.refuse(refusal.check)
            batch.rejects.append(reject(uri, document, refusal))
        elif document in self._started:
            self.ledger.duplicate += 1
            if document in self._copies:
                self._copies[document].append(uri)
            else:
                self._add_place(document, uri)
        elif document in self.known and self.known[document][0] == self.rules_version:
            self.ledger.unchanged += 1
            self._add_place(document, uri)
        elif said := self.refused_before.get((document, uri)):
            self.ledger.refuse(said[0])
            batch.rejects.append(reject(uri, document, Refusal(*said)))
        else:
            self._started.add(document)
            self._copies[document] = []
            return True
        return False

    def _meet_again(self, found: AnotherPlace, batch: Batch) -> None:
        """Another place of a document that is in the warehouse, or came earlier in this run."""
        if refusal := self._refused.get(found.document_id):
            self.ledger.refuse(refusal.check)
            batch.rejects.append(reject(found.uri, found.document_id, refusal))
            return
        self.ledger.duplicate += 1
        if found.document_id in self._copies:
            self._copies[found.document_id].append(found.uri)
        else:
            self._add_place(found.document_id, found.uri)

    def _add_place(self, document: str, uri: str) -> None:
        _, places = self.known.setdefault(document, (self.rules_version, set()))
        if uri not in places:
            places.add(uri)
            self.places.append((document, uri))

    def settle_loaded(self, document: str, uri: str) -> None:
        """The document's rows are in the warehouse; so are, from now on, its other places."""
        self.ledger.loaded += 1
        self.ledger.reloaded += document in self.known
        before = self.known.get(document, ("", set()))[1]
        self.known[document] = (self.rules_version, before | {uri})
        for copy in self._copies.pop(document):
            self._add_place(document, copy)

    def settle_refused(self, document: str, uri: str, refusal: Refusal) -> list[Reject]:
        """The document does not get in, and neither do its copies: a reject for each."""
        self._refused[document] = refusal
        self._started.discard(document)
        copies = self._copies.pop(document)
        self.ledger.duplicate -= len(copies)
        self.ledger.refuse(refusal.check, 1 + len(copies))
        return [reject(place, document, refusal) for place in (uri, *copies)]

    def take_places(self) -> list[tuple[str, str]]:
        """The new places gathered since the last call."""
        taken, self.places = self.places, []
        return taken
