"""The analysts' views: SQL files, made anew whenever the warehouse is published."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb


def make_views(con: duckdb.DuckDBPyConnection) -> None:
    """Make or replace every view of this package, in the order of the file names."""
    for statement in view_files().values():
        con.execute(statement)


def view_files() -> dict[str, str]:
    """File name → SQL of every view, in the order in which they build on each other."""
    here = files(__name__)
    found = sorted((one for one in here.iterdir() if one.name.endswith(".sql")), key=lambda one: one.name)
    return {one.name: one.read_text(encoding="utf-8") for one in found}
