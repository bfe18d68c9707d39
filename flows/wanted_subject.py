"""What a person means by an argument that may be a document's id, a file or a text."""

from __future__ import annotations

from pathlib import Path

import duckdb

from flows.errors import KaojuError
from flows.sources.find import find_items
from transforms.pipeline import process
from transforms.rejection import Rejected
from transforms.source import SourceItem
from warehouse.subjects import Subject, subjects

_ID_LEAST = 4
_HEX = frozenset("0123456789abcdef")


def subject_of(wanted: str, con: duckdb.DuckDBPyConnection) -> Subject:
    """A document of the warehouse by the beginning of its id, else a file's article, else the words.

    KaojuError where several documents' ids begin so, or where the file is no article that can be read.
    """
    if len(wanted) >= _ID_LEAST and _HEX.issuperset(wanted):
        ids = [row[0] for row in con.execute(_BEGINS, [wanted]).fetchall()]
        if len(ids) > 1:
            raise KaojuError(f"the ids of {len(ids)} documents begin with {wanted}; give more of it")
        if ids:
            return next(one for one in subjects(con) if one.document_id == ids[0])
    if _is_file(wanted):
        return _article(wanted)
    return _of(SourceItem(uri="", data=wanted.encode()), wanted)


_BEGINS = "select document_id from corpus.documents where starts_with(document_id, ?) limit 2"


def _is_file(wanted: str) -> bool:
    try:
        return Path(wanted).is_file()
    except (OSError, ValueError):
        return False


def _article(path: str) -> Subject:
    item = next(find_items([path]), None)
    if not isinstance(item, SourceItem):
        reason = "it holds no article" if item is None else item.reason
        raise KaojuError(f"{path} cannot be compared: {reason}")
    return _of(item, None)


def _of(item: SourceItem, words: str | None) -> Subject:
    try:
        rows = process(item)
    except Rejected as rejected:
        # A few words are no article; they are compared as they are.
        if words is not None:
            return Subject("", None, None, words, ())
        raise KaojuError(f"{item.uri} cannot be compared: {rejected}") from rejected
    names = {row["entity_id"]: row["name"] for row in rows["facts.entities"]}
    document = rows["corpus.documents"][0]
    mentions = tuple(names[row["entity_id"]] for row in rows["facts.mentions"])
    own = document["document_id"] if words is None else ""
    return Subject(own, document["title"], document["published_edtf"], document["text"], mentions)
