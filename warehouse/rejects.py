"""What runs refused, kept once however many runs in a row refuse it."""

from __future__ import annotations

import duckdb

from warehouse.reject import Reject
from warehouse.tables.ops import REJECTS
from warehouse.validation import TableFault, split_valid

# The refused row tells rows of one document apart; of a whole document the bytes are the same anyway.
WHAT = (
    "md5(to_json([source_uri, document_id, table_name, check_name, reason,"
    ' CASE WHEN table_name IS NOT NULL THEN "row"::VARCHAR END])::VARCHAR)'
)
NUMBERED = f"*, {WHAT} AS what, row_number() OVER (PARTITION BY {WHAT} ORDER BY rowid) AS nth"


def write_rejects(con: duckdb.DuckDBPyConnection, rejects: list[Reject], run_id: str) -> None:
    """Add rejects of a run to `ops.rejects`; call it in a transaction.

    What the run before refused too, of the same sources and for the same reason, gets no new row: its row's
    `last_run_id` and `times` are moved on. TableFault where a reject itself is not sound.
    """
    if not rejects:
        return
    frame, failures = split_valid(REJECTS, [one.as_row(run_id) for one in rejects])
    if failures:
        raise TableFault(f"a reject cannot be kept: {failures[0].reason}")
    names = ", ".join(f'"{name}"' for name in REJECTS.columns)
    con.register("incoming_rows", frame.rename({"_row": "rowid"}))
    try:
        con.execute(
            f"CREATE OR REPLACE TEMP TABLE refused AS SELECT old.id, new.*"
            f" FROM (SELECT {NUMBERED} FROM incoming_rows) new LEFT JOIN"
            f" (SELECT rowid AS id, {NUMBERED} FROM ops.rejects WHERE last_run_id = ?) old USING (what, nth)",
            [_run_before(con, run_id)],
        )
        con.execute(
            "UPDATE ops.rejects SET last_run_id = ?, times = times + 1"
            " WHERE rowid IN (SELECT id FROM refused WHERE id IS NOT NULL)",
            [run_id],
        )
        con.execute(f"INSERT INTO ops.rejects ({names}) SELECT {names} FROM refused WHERE id IS NULL")
        con.execute("DROP TABLE refused")
    finally:
        con.unregister("incoming_rows")


def refused_by(con: duckdb.DuckDBPyConnection, rules_version: str) -> dict[tuple[str, str], tuple[str, str]]:
    """(document_id, source_uri) → (check, reason) of the documents that these rules have refused already.

    Not those on which kaoju itself failed, nor those that the gate refused: they may get in the next time.
    """
    found = con.execute(
        "SELECT document_id, source_uri, arg_max(check_name, started_at), arg_max(reason, started_at)"
        " FROM ops.rejects j JOIN ops.runs r ON r.run_id = j.last_run_id"
        " WHERE j.table_name IS NULL AND document_id IS NOT NULL AND source_uri IS NOT NULL"
        " AND r.rules_version = ? AND check_name <> 'internal_error' AND NOT contains(check_name, '.')"
        " GROUP BY document_id, source_uri",
        [rules_version],
    ).fetchall()
    return {(document, uri): (check, reason) for document, uri, check, reason in found}


def _run_before(con: duckdb.DuckDBPyConnection, run_id: str) -> str | None:
    """The latest earlier run of the same sources."""
    found = con.execute(
        "SELECT before.run_id FROM ops.runs before JOIN ops.runs now USING (sources)"
        " WHERE now.run_id = ? AND before.started_at < now.started_at"
        " ORDER BY before.started_at DESC LIMIT 1",
        [run_id],
    ).fetchall()
    return found[0][0] if found else None
