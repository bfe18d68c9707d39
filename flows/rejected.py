"""Inputs that did not get in so far, and what became of them in a later run."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from flows.sources import RefusedInput, find_items
from transforms.source import SourceItem

if TYPE_CHECKING:
    import duckdb

_RECORD: Final = re.compile(r"#(?:line|item)=\d+$")
_ESCAPED: Final = re.compile(rb"%([0-9A-Fa-f]{2})")
# A document's place, and for a record that of its file too.
_PLACES: Final = (
    "SELECT unnest([source_uri, regexp_replace(source_uri, '#(line|item)=[0-9]+$', '')]) AS place,"
    " max(last_seen_at) AS seen FROM corpus.locations GROUP BY place"
)
# An input is still out if nothing was loaded from its place after the last run that refused it; rows of a
# document are still out if it was not loaded again since.
_PENDING: Final = f"""
WITH places AS ({_PLACES})
SELECT source_uri, document_id, arg_max(check_name, started_at), arg_max(reason, started_at), NULL AS rows
FROM ops.rejects j JOIN ops.runs r ON r.run_id = j.last_run_id LEFT JOIN places p ON p.place = j.source_uri
WHERE table_name IS NULL AND source_uri IS NOT NULL
AND (seen IS NULL OR seen <= coalesce(r.finished_at, r.started_at))
GROUP BY source_uri, document_id
UNION ALL
SELECT d.source_uri, document_id, min(check_name), min(reason), count(*)
FROM ops.rejects j JOIN ops.runs r ON r.run_id = j.last_run_id JOIN corpus.documents d USING (document_id)
WHERE table_name IS NOT NULL AND d.loaded_at >= r.started_at
AND (r.finished_at IS NULL OR d.loaded_at <= r.finished_at)
GROUP BY d.source_uri, document_id
ORDER BY 1, 2
"""


@dataclass(frozen=True)
class Pending:
    """A refused input; with `rows` a document that got in but for so many of its rows."""

    source_uri: str
    document_id: str | None
    check: str
    reason: str
    rows: int | None


@dataclass(frozen=True)
class Replayed:
    """What became of a refused input: loaded, rejected again, unchanged or gone; `why` where it is out."""

    pending: Pending
    became: str
    why: str | None


def pending(con: duckdb.DuckDBPyConnection, checks: Collection[str] = ()) -> list[Pending]:
    """What was refused and did not get in since, by place; only by these checks, if there are any."""
    found = [Pending(*row) for row in con.execute(_PENDING).fetchall()]
    return [one for one in found if not checks or one.check in checks]


def found_again(wanted: Sequence[Pending], max_bytes: int) -> Iterator[SourceItem | RefusedInput]:
    """What the refused inputs give when they are read again; nothing for one that is gone.

    Of a file that was refused as a whole come all its records.
    """
    uris = {one.source_uri for one in wanted if one.rows is None}
    for file in sorted({_RECORD.sub("", uri) for uri in uris}):
        for item in find_items([str(path_of(file))], max_bytes):
            if (item.uri in uris or file in uris) and not _is_gone(item):
                yield item


def path_of(uri: str) -> Path:
    """The path that `path_uri` wrote as this uri."""
    return Path(os.fsdecode(_ESCAPED.sub(lambda m: bytes([int(m[1], 16)]), uri.encode())))


def became(con: duckdb.DuckDBPyConnection, wanted: Sequence[Pending], run_id: str) -> list[Replayed]:
    """What the run made of each of the refused inputs, in their order."""
    refused = {
        (uri, table is None): f"{check}: {reason}"
        for uri, table, check, reason in con.execute(
            "SELECT source_uri, table_name, check_name, reason FROM ops.rejects WHERE last_run_id = ?",
            [run_id],
        ).fetchall()
    }
    there = dict(
        con.execute(
            f"SELECT place, seen >= (SELECT started_at FROM ops.runs WHERE run_id = ?) FROM ({_PLACES})",
            [run_id],
        ).fetchall()
    )
    out = []
    for one in wanted:
        why = refused.get((one.source_uri, one.rows is None))
        if why is not None:
            out.append(Replayed(one, "rejected", why))
        elif one.source_uri in there:
            out.append(Replayed(one, "loaded" if there[one.source_uri] else "unchanged", None))
        else:
            out.append(Replayed(one, "gone", "there is nothing at its place any more"))
    return out


def _is_gone(item: SourceItem | RefusedInput) -> bool:
    return isinstance(item, RefusedInput) and item.check_name == "not_found"
