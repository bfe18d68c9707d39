"""Checks a warehouse against everything that it promises."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import duckdb

from warehouse.checks import check_files
from warehouse.declared_checks import declared_checks
from warehouse.printable import printable
from warehouse.script_check import text_not_simplified
from warehouse.text_checks import CHECKS, TextCheck, text_findings

EXAMPLES = 5
OTHER_VERSION = "schema_of_another_version"
SIMPLIFIED = text_not_simplified.__name__


@dataclass(frozen=True)
class Finding:
    """A check that failed: what it asserts, how many rows break it, and the first of them.

    `rows` is None where the check itself could not run, because a table or column is not there.
    """

    check: str
    what: str
    rows: int | None
    examples: tuple[str, ...]


def diagnose(con: duckdb.DuckDBPyConnection, only: Collection[str] | None = None) -> list[Finding]:
    """The findings of all checks, or of some; an empty list means that every invariant holds.

    Of a file of another version's schema it is the only finding: the checks are about the tables of this one.
    """
    if only is None and (other := _run(con, OTHER_VERSION, *_sql_checks()[OTHER_VERSION])) and other.rows:
        return [other]
    wanted = {name: check for name, check in _sql_checks().items() if only is None or name in only}
    found = [_run(con, name, *check) for name, check in wanted.items()]
    checks = [check for check in CHECKS if only is None or check.__name__ in only]
    found += _text_findings(con, checks)
    if only is None or SIMPLIFIED in only:
        found += _script_findings(con)
    return [finding for finding in found if finding is not None]


def all_checks() -> dict[str, str]:
    """Name of each check → what it asserts."""
    of_text = {check.__name__: (check.__doc__ or "").strip() for check in CHECKS}
    of_text[SIMPLIFIED] = (text_not_simplified.__doc__ or "").split("\n")[0]
    return {name: what for name, (what, _) in _sql_checks().items()} | of_text


def _sql_checks() -> dict[str, tuple[str, str]]:
    return declared_checks() | check_files()


def _run(con: duckdb.DuckDBPyConnection, name: str, what: str, sql: str) -> Finding | None:
    try:
        result = con.execute(sql)
        columns = [column[0] for column in result.description or []]
        rows = result.fetchall()
    except duckdb.Error as error:
        return Finding(name, what, None, (str(error).splitlines()[0],))
    if not rows:
        return None
    return Finding(name, what, len(rows), tuple(_example(columns, row) for row in rows[:EXAMPLES]))


def _text_findings(con: duckdb.DuckDBPyConnection, checks: Sequence[TextCheck]) -> list[Finding]:
    return _asserted([check.__name__ for check in checks], lambda: text_findings(con, checks))


def _script_findings(con: duckdb.DuckDBPyConnection) -> list[Finding]:
    return _asserted([SIMPLIFIED], lambda: {SIMPLIFIED: text_not_simplified(con)})


def _asserted(names: list[str], find: Callable[[], Mapping[str, Sequence[Any]]]) -> list[Finding]:
    what = {name: all_checks()[name] for name in names}
    try:
        found = find()
    except duckdb.Error as error:
        return [Finding(name, words, None, (str(error).splitlines()[0],)) for name, words in what.items()]
    return [
        Finding(name, what[name], len(rows), tuple(printable(str(row))[:200] for row in rows[:EXAMPLES]))
        for name, rows in found.items()
        if rows
    ]


def _example(columns: list[str], row: tuple[Any, ...]) -> str:
    shown = (f"{name} = {printable(str(value))[:80]}" for name, value in zip(columns, row, strict=True))
    return ", ".join(shown)
