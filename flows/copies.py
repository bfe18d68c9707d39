"""The families of copies kept up to date: only documents that have none yet are compared with the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from transforms.reconciling.families import Pair, copies_among, family_rows, joined, single_row
from transforms.reconciling.fingerprints import fingerprint_row
from transforms.reconciling.likeness import Text
from transforms.rows import Row
from warehouse.likely_copies import likely_copies
from warehouse.writer import Piece, Writer

AT_ONCE: Final = 1000


def group_copies(writer: Writer, run_id: str) -> list[str]:
    """Give every document a family; the ids of those whose family was made or made anew.

    Documents without one are new, or were loaded again, or were of one family with such. The outcome is the
    same in whatever order and batches documents come: whether two are copies depends on the two alone.
    """
    new = _ids(
        writer, "SELECT document_id FROM corpus.documents ANTI JOIN corpus.families USING (document_id)"
    )
    if not new:
        return []
    _take_fingerprints(writer, run_id)
    pairs = likely_copies(writer.connection, new)
    links: list[Pair] = []
    for at in range(0, len(pairs), AT_ONCE):
        links += copies_among(pairs[at : at + AT_ONCE], lambda wanted: texts_of(writer, wanted))
    before = _families_of(writer, {one for link in links for one in link})
    members = sorted({*new, *before})
    links += [(row["document_id"], row["family_id"]) for row in before.values()]
    rows: list[Row] = []
    for group in joined(members, links):
        if len(group) == 1:
            rows.append(single_row(group[0]))
        else:
            rows += family_rows(list(texts_of(writer, group).values()), before)
    writer.rewrite(run_id, Piece("corpus.families", "document_id", members, rows))
    return members


def choose_originals(writer: Writer, documents: Collection[str], run_id: str) -> None:
    """Choose the originals of the families of these documents anew: their dates have changed."""
    groups: dict[str, list[str]] = defaultdict(list)
    for row in _families_of(writer, documents).values():
        groups[row["family_id"]].append(row["document_id"])
    several = [group for group in groups.values() if len(group) > 1]
    rows = [row for group in several for row in family_rows(list(texts_of(writer, group).values()), {})]
    members = [one for group in several for one in group]
    writer.rewrite(run_id, Piece("corpus.families", "document_id", members, rows))


def forget_reconciled(writer: Writer, run_id: str) -> None:
    """Take away what was found across documents, to have it made anew; the documents stay as they are."""
    documents = _ids(writer, "SELECT document_id FROM corpus.documents")
    events = _ids(writer, "SELECT event FROM corpus.shared_events")
    tables = ("corpus.families", "corpus.fingerprints", "corpus.datings")
    pieces = [Piece(name, "document_id", documents, []) for name in tables]
    writer.rewrite(run_id, *pieces, Piece("corpus.shared_events", "event", events, []))


def texts_of(writer: Writer, documents: Collection[str]) -> Mapping[str, Text]:
    """The clean texts of these documents, with what is needed to tell the original."""
    return {
        row["document_id"]: Text.of(row)
        for row in _rows(
            writer,
            "SELECT document_id, text, is_spun, published_from, published_to, publisher, credited_source,"
            " coalesce(document_id IN (SELECT supersedes FROM corpus.documents), false) AS is_superseded"
            " FROM corpus.documents WHERE document_id IN (SELECT unnest(?::VARCHAR[])) ORDER BY document_id",
            sorted(documents),
        )
    }


def _take_fingerprints(writer: Writer, run_id: str) -> None:
    """Of every document that has none: new ones, and all of a warehouse that an older version made."""
    bare = _ids(
        writer, "SELECT document_id FROM corpus.documents ANTI JOIN corpus.fingerprints USING (document_id)"
    )
    for at in range(0, len(bare), AT_ONCE):
        texts = texts_of(writer, bare[at : at + AT_ONCE])
        rows = [fingerprint_row(name, one.text) for name, one in texts.items()]
        writer.rewrite(run_id, Piece("corpus.fingerprints", "document_id", [], rows))


def _families_of(writer: Writer, documents: Collection[str]) -> dict[str, Row]:
    """The rows of all members of the families that these documents are in."""
    found = _rows(
        writer,
        "SELECT * FROM corpus.families WHERE family_id IN"
        " (SELECT family_id FROM corpus.families WHERE document_id IN (SELECT unnest(?::VARCHAR[])))",
        sorted(documents),
    )
    return {row["document_id"]: row for row in found}


def _ids(writer: Writer, sql: str) -> list[str]:
    return sorted(one for (one,) in writer.connection.execute(sql).fetchall())


def _rows(writer: Writer, sql: str, values: Sequence[str]) -> list[Row]:
    result = writer.connection.execute(sql, [list(values)])
    columns = [column[0] for column in result.description or []]
    return [dict(zip(columns, row, strict=True)) for row in result.fetchall()]
