"""The gate: what gets into the warehouse, and a reject for everything that does not."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass, field, replace

import polars as pl

from transforms.rows import Row, Rows
from warehouse.evidence_words import with_words
from warehouse.fact_tables import FACT_TABLES
from warehouse.links import unknown_entities, without_fact
from warehouse.places import misplaced
from warehouse.reject import Reject
from warehouse.tables.catalogue import TABLES, table_named
from warehouse.validation import Failure, split_valid

__all__ = ["Admitted", "Reject", "admit"]

LOADABLE = tuple(name for name, table in TABLES.items() if table.owner in ("document", "fact", "shared"))
# Without these a document cannot be shown or checked, so a fault in one of them refuses the whole document.
WHOLE_DOCUMENT = ("corpus.documents", "corpus.sources", "corpus.repairs")


@dataclass(frozen=True)
class Admitted:
    """What passed: a frame for each table, and what did not pass.

    `documents` are the ids that got in, in the order given; `refused` has one reject for each document that
    did not, with all its rows; `rejects` are single rows of documents that got in.
    """

    frames: dict[str, pl.DataFrame]
    documents: tuple[str, ...]
    refused: tuple[Reject, ...]
    rejects: tuple[Reject, ...]


def admit(batch: Iterable[Rows], known_entities: Set[str] = frozenset()) -> Admitted:
    """Check the rows of a batch of documents before anything is written.

    With a fact that fails go its roles and evidence; with a document whose own row, source or repairs fail
    go all its rows. ValueError for a table or column that is not declared (or not a document's to fill),
    TableFault for what is not a row's fault.
    """
    batch = list(batch)
    checked = _Batch(_gathered(batch))
    refused = checked.refuse_documents()
    rest = _without(batch, refused)
    if len(rest) < len(batch):  # again without them, so that no entity comes from a refused document only
        admitted = admit(rest, known_entities)
        again = {one.document_id for one in admitted.refused}
        first = [one for one in refused if one.document_id not in again]
        return replace(admitted, refused=(*first, *admitted.refused))
    for name in LOADABLE:
        checked.drop(
            name, misplaced(checked.frames[name], checked.raw_texts()) if checked.has_place(name) else []
        )
    entities = known_entities | set(checked.frames["facts.entities"]["entity_id"])
    for name in LOADABLE:
        checked.drop(name, unknown_entities(name, checked.frames[name], entities))
    facts = {fact for name in FACT_TABLES for fact in checked.frames[name]["fact_id"]}
    for name in LOADABLE:
        if TABLES[name].owner == "fact":
            checked.drop(name, without_fact(checked.frames[name], facts))
    frames = {
        name: frame.select(TABLES[name].columns) for name, frame in checked.frames.items() if frame.height
    }
    documents = tuple(checked.frames["corpus.documents"]["document_id"])
    return Admitted(frames, documents, tuple(refused), tuple(checked.rejects))


@dataclass
class _Batch:
    """The rows of a batch as they came, the frames of those still in, and the rejects so far."""

    rows: Rows
    frames: dict[str, pl.DataFrame] = field(default_factory=dict)
    failed: dict[str, list[Failure]] = field(default_factory=dict)
    rejects: list[Reject] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._uris = {row.get("document_id"): row.get("source_uri") for row in self.rows["corpus.documents"]}
        self._documents = {
            row.get("fact_id"): row.get("document_id") for name in FACT_TABLES for row in self.rows[name]
        }
        self.rows["facts.evidence"] = with_words(
            self.rows["facts.evidence"], self.rows["corpus.sources"], self._documents
        )
        for name in LOADABLE:
            frame, self.failed[name] = split_valid(TABLES[name], self.rows[name])
            self.frames[name] = frame.with_columns(self._document_column(name, frame))

    def refuse_documents(self) -> list[Reject]:
        """Take out the documents that cannot be loaded at all; one reject for each."""
        refused: dict[str, Reject] = {}
        sources = self.frames["corpus.sources"]
        self.failed["corpus.documents"] += [
            Failure(row, "source exists", "the document came without a source that passed")
            for (row,) in self.frames["corpus.documents"]
            .join(sources, on="document_id", how="anti")
            .select("_row")
            .iter_rows()
        ]
        repairs = self.frames["corpus.repairs"].join(sources, on="document_id", how="semi")
        self.failed["corpus.repairs"] += misplaced(repairs, self.raw_texts())
        for name in reversed(WHOLE_DOCUMENT):
            for failure in self.failed.pop(name):
                one = self._reject(name, failure)
                whole = Reject(
                    *(one.source_uri, one.document_id, None),
                    *(f"{name}: {one.check_name}", f"{name}: {one.reason}", one.row),
                )
                refused.setdefault(one.document_id or f"row {failure.row}", whole)
        present = list(set(self.frames["corpus.documents"]["document_id"]) - refused.keys())
        for name, frame in self.frames.items():
            if TABLES[name].owner != "shared":
                self.frames[name] = frame.filter(pl.col("_document").is_in(present))
                homeless = frame.filter(~pl.col("_document").is_in(present, nulls_equal=True))
                self.failed.setdefault(name, []).extend(
                    Failure(row, "document exists", f"its document {document!r} did not come with it")
                    for row, document in homeless.select("_row", "_document").iter_rows()
                )
        for name, failures in self.failed.items():
            rejects = [self._reject(name, failure) for failure in failures]
            self.rejects += [one for one in rejects if one.document_id not in refused]
        return list(refused.values())

    def raw_texts(self) -> dict[str, str]:
        """Raw text of each document that is still in."""
        return dict(self.frames["corpus.sources"].select("document_id", "raw_text").iter_rows())

    def has_place(self, name: str) -> bool:
        """Whether the table's rows have offsets."""
        return "raw_start" in TABLES[name].columns

    def drop(self, name: str, failures: list[Failure]) -> None:
        """Take rows out; each once, however many ways it fails."""
        first = {failure.row: failure for failure in reversed(failures)}
        if first:
            self.rejects += [self._reject(name, failure) for failure in first.values()]
            self.frames[name] = self.frames[name].filter(~pl.col("_row").is_in(list(first)))

    def _document_column(self, name: str, frame: pl.DataFrame) -> pl.Expr:
        if "document_id" in frame.columns:
            return pl.col("document_id").alias("_document")
        if "fact_id" in frame.columns:
            owners = [self._documents.get(fact) for fact in frame["fact_id"]]
            return pl.lit(pl.Series("_document", owners, pl.String))
        return pl.lit(None, pl.String).alias("_document")

    def _reject(self, name: str, failure: Failure) -> Reject:
        row: Row = self.rows[name][failure.row]
        document = row.get("document_id") or self._documents.get(row.get("fact_id"))
        known = document if isinstance(document, str) else None
        return Reject(self._uris.get(known), known, name, failure.check_name, failure.reason, row)


def _without(batch: list[Rows], refused: list[Reject]) -> list[Rows]:
    gone = {one.document_id for one in refused}
    return [
        rows
        for rows in batch
        if not rows.get("corpus.documents")
        or any(d.get("document_id") not in gone for d in rows["corpus.documents"])
    ]


def _gathered(batch: Iterable[Rows]) -> Rows:
    """All rows of a batch by table; ValueError for a table that documents do not fill."""
    rows: Rows = {name: [] for name in LOADABLE}
    for one in batch:
        for name, its_rows in one.items():
            if table_named(name).name not in rows:
                raise ValueError(f"{name} is not filled by a document; those are {', '.join(LOADABLE)}")
            rows[name].extend(its_rows)
    return rows
