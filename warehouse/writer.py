"""The one way into the warehouse: a writer that holds its lock and works beside the published file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from transforms.rows import Row, Rows
from warehouse.batch import once_each
from warehouse.copies import mark_copies
from warehouse.disk import disk_errors_explained
from warehouse.gate import Reject, admit
from warehouse.insert import insert
from warehouse.lock import Say, silent, writer_lock
from warehouse.migrations import schema_version
from warehouse.publish import keep_aside, prepare_working, publish_copy, remove_working
from warehouse.rejects import refused_by, write_rejects
from warehouse.reload import delete_documents, note_locations, with_history
from warehouse.runs import with_totals
from warehouse.schema import make_schema, recorded_version
from warehouse.tables.catalogue import TABLES, table_named
from warehouse.tables.ops import MEASURES, RUNS, STEPS
from warehouse.unused import delete_unused_entities
from warehouse.validation import TableFault, split_valid
from warehouse.views import make_views

# Files that DuckDB 1.5 can open too; nothing is fetched from anywhere.
SETTINGS: dict[str, Any] = {
    "storage_compatibility_version": "v1.5.0",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}

SCHEMAS = ("corpus", "facts", "marts", "ops")


@dataclass(frozen=True)
class LoadReport:
    """What became of a batch: ids of documents, refused documents, refused rows of others.

    `rows` counts what was written by table, but for entities and aliases: these are shared between documents.
    """

    loaded: tuple[str, ...]
    reloaded: tuple[str, ...]
    refused: tuple[Reject, ...]
    rejects: tuple[Reject, ...]
    rows: dict[str, int]


@dataclass(frozen=True)
class Piece:
    """Rows of a table that come in the place of those whose `key` is one of the values."""

    table: str
    key: str
    values: Sequence[str]
    rows: list[Row]


class WorkingFileUnusable(RuntimeError):
    """The working file cannot be opened; the published one is as it was."""


class NameTaken(ValueError):
    """The file is called like one of the schemas in it: DuckDB could not tell the two apart in any query."""


@contextmanager
def open_writer(warehouse: Path, wait: float = 60.0, say: Say = silent) -> Iterator[Writer]:
    """A writer of the warehouse at this path; the lock is held and the tables are there.

    WarehouseBusy where another process holds the lock for longer than `wait` seconds; `say` is told, once,
    whom it waits for. WarehouseUnwritable, here and by the writer's methods, where the disk does not take it.
    What was committed but not published stays in the working file and is there for the next writer.
    NameTaken for a file that would be called like a schema.
    """
    warehouse = warehouse.absolute()
    if (name := warehouse.name.partition(".")[0].lower()) in SCHEMAS:
        raise NameTaken(
            f"{warehouse} cannot be a warehouse: DuckDB calls a file by its name, "
            f"and {name} is a schema in it. Call it otherwise, kaoju.duckdb for example"
        )
    with writer_lock(warehouse, wait, say):
        with disk_errors_explained(warehouse):
            working, is_left_over = prepare_working(warehouse)
            con = _connect(working)
        writer = Writer(con, warehouse, is_published=not is_left_over)
        try:
            with disk_errors_explained(warehouse):
                before = recorded_version(con)
                if before is not None and before < schema_version():
                    keep_aside(warehouse, f"schema{before}")
                make_schema(con)
            yield writer
        finally:
            con.close()
            if writer.is_published:
                remove_working(warehouse)


class Writer:
    """Writes one warehouse; made by `open_writer`. Every method is one transaction.

    `is_published` is False while the working file holds something that the published one does not.
    """

    def __init__(self, con: duckdb.DuckDBPyConnection, warehouse: Path, is_published: bool) -> None:
        self._con = con
        self._warehouse = warehouse
        self.is_published = is_published

    def known(self) -> dict[str, tuple[str, set[str]]]:
        """document_id → (rules_version, places where it was found)."""
        found = self._con.execute(
            "SELECT document_id, any_value(rules_version), list(l.source_uri) FROM corpus.documents"
            " JOIN corpus.locations l USING (document_id) GROUP BY document_id"
        ).fetchall()
        return {document: (version, set(uris)) for document, version, uris in found}

    def load(self, rows: list[Rows], run_id: str, now: datetime, *, same_text: bool = False) -> LoadReport:
        """Pass a batch of documents through the gate and write what passed, rejects too.

        A document that is there already is replaced, with all its facts; where `same_text` says that only its
        date is new, its family stays. ValueError for an unknown table or column, TableFault for a fault that
        is not a row's: then nothing is written.
        """
        first, again = once_each(rows)
        first = with_history(self._con, first, now)
        entities = {one for (one,) in self._con.execute("SELECT entity_id FROM facts.entities").fetchall()}
        admitted = admit(first, entities)
        with self._transaction():
            reloaded = delete_documents(self._con, admitted.documents, same_text=same_text)
            written = {
                name: insert(self._con, TABLES[name], frame) for name, frame in admitted.frames.items()
            }
            own = {name: number for name, number in written.items() if TABLES[name].owner != "shared"}
            if admitted.documents:
                delete_unused_entities(self._con)
                places = _pairs(admitted.frames["corpus.documents"])
                places += [place for place in again if place[0] in admitted.documents]
                note_locations(self._con, places, now, reloaded=True)
                if same_text:
                    mark_copies(self._con, admitted.documents)
                self.remember("reconciled", "no")
            write_rejects(self._con, [*admitted.refused, *admitted.rejects], run_id)
        return LoadReport(admitted.documents, reloaded, admitted.refused, admitted.rejects, own)

    def reject(self, rejects: list[Reject], run_id: str) -> None:
        """Keep inputs that were refused before they became rows."""
        with self._transaction():
            write_rejects(self._con, rejects, run_id)

    def refused(self, rules_version: str) -> dict[tuple[str, str], tuple[str, str]]:
        """(document_id, source_uri) → (check, reason) of the documents that these rules have refused."""
        return refused_by(self._con, rules_version)

    def add_locations(self, pairs: list[tuple[str, str]], now: datetime) -> None:
        """Note (document_id, source_uri) pairs: places where known documents were found again."""
        with self._transaction():
            note_locations(self._con, pairs, now, reloaded=False)

    def replace(self, rows: Rows, run_id: str = "reconcile") -> None:
        """Replace whole tables (families, claims) by these rows; rows that fail are kept as rejects."""
        for name in rows:
            if table_named(name).owner != "whole":
                raise ValueError(f"{name} is not written as a whole")
        with self._transaction():
            for name, its_rows in rows.items():
                frame, failures = split_valid(TABLES[name], its_rows)
                self._con.execute(f"DELETE FROM {name}")
                insert(self._con, TABLES[name], frame)
                rejects = [
                    Reject(None, None, name, one.check_name, one.reason, its_rows[one.row])
                    for one in failures
                ]
                write_rejects(self._con, rejects, run_id)
            if "corpus.families" in rows:
                mark_copies(self._con)
            self.remember("reconciled", "yes")

    def rewrite(self, run_id: str, *pieces: Piece) -> None:
        """Put the rows of each piece in the place of those that are there; what fails is a reject.

        For tables that only reconciling writes. All pieces are one transaction.
        """
        with self._transaction():
            for piece in pieces:
                table, values = table_named(piece.table), list(piece.values)
                frame, failures = split_valid(table, piece.rows)
                gone = f"{piece.key} IN (SELECT unnest(?::VARCHAR[]))"
                self._con.execute(f"DELETE FROM {table.name} WHERE {gone}", [values])
                insert(self._con, table, frame)
                rejects = [
                    Reject(None, None, table.name, one.check_name, one.reason, piece.rows[one.row])
                    for one in failures
                ]
                write_rejects(self._con, rejects, run_id)
                if table.name == "corpus.families":
                    mark_copies(self._con, values)

    def is_reconciled(self) -> bool:
        """Whether families and claims were made after the last load, by this or an earlier writer."""
        return self.recall("reconciled") in (None, "yes")

    def recall(self, name: str) -> str | None:
        """What was kept in `ops.state` under this name."""
        found = self._con.execute("SELECT value FROM ops.state WHERE name = ?", [name]).fetchone()
        return found[0] if found else None

    @property
    def connection(self) -> duckdb.DuckDBPyConnection:
        """The connection to the working file, for queries that take parameters; write by the methods only."""
        return self._con

    def read(self, sql: str) -> list[Row]:
        """The rows of a query on the working file, each a column-to-value dict."""
        result = self._con.execute(sql)
        columns = [column[0] for column in result.description or []]
        return [dict(zip(columns, row, strict=True)) for row in result.fetchall()]

    def record_run(self, run: Row) -> None:
        """Insert or update one row of `ops.runs`; columns not given stay as they are.

        With `finished_at` the totals of the tables are counted and kept with it.
        """
        with self._transaction():
            merged = with_totals(self._con, run)
            frame, failures = split_valid(RUNS, [merged])
            if failures:
                raise TableFault(f"run {run.get('run_id')!r}: {failures[0].reason}")
            self._con.execute("DELETE FROM ops.runs WHERE run_id = ?", [merged["run_id"]])
            insert(self._con, RUNS, frame)

    def record_steps(self, run_id: str, steps: list[Row]) -> None:
        """Write the rows of `ops.steps` of a run, in the place of those that it has."""
        with self._transaction():
            self._con.execute("DELETE FROM ops.steps WHERE run_id = ?", [run_id])
            frame, failures = split_valid(STEPS, steps)
            if failures:
                raise TableFault(f"a step of a run: {failures[0].reason}")
            insert(self._con, STEPS, frame)

    def record_measures(self, run_id: str, measures: Mapping[str, float]) -> None:
        """Write what the documents of a run were like, in the place of what is there of it."""
        rows = [{"run_id": run_id, "measure": name, "value": value} for name, value in measures.items()]
        with self._transaction():
            self._con.execute("DELETE FROM ops.measures WHERE run_id = ?", [run_id])
            frame, failures = split_valid(MEASURES, rows)
            if failures:
                raise TableFault(f"a measure of a run: {failures[0].reason}")
            insert(self._con, MEASURES, frame)

    def publish(self) -> None:
        """Make the analysts' views anew and publish what is committed, in one atomic step."""
        with self._transaction():
            make_views(self._con)
        with disk_errors_explained(self._warehouse):
            publish_copy(self._con, self._warehouse)
        self.is_published = True

    def remember(self, name: str, value: str) -> None:
        """Keep a value in `ops.state`, for the next writer too."""
        self._con.execute("INSERT OR REPLACE INTO ops.state VALUES (?, ?)", [name, value])

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self.is_published = False
        with disk_errors_explained(self._warehouse):
            self._con.execute("BEGIN")
            try:
                yield
                self._con.execute("COMMIT")
            except BaseException:
                # Where the disk failed the database is shut, its transaction gone: no second error.
                with suppress(duckdb.Error):
                    self._con.execute("ROLLBACK")
                raise


def _connect(working: Path) -> duckdb.DuckDBPyConnection:
    try:
        return duckdb.connect(str(working), config=SETTINGS)
    except duckdb.Error as error:
        raise WorkingFileUnusable(
            f"{working} cannot be opened: {error}. If another program has it open, close that. "
            "If the file is damaged, delete it: the published file is intact, "
            "and the next run loads what is missing."
        ) from error


def _pairs(documents: pl.DataFrame) -> list[tuple[str, str]]:
    return list(documents.select("document_id", "source_uri").iter_rows())
