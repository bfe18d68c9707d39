"""The steps from the schema of one version to that of the next: SQL files, named after the version they make.

A warehouse of version 1 is one in which no version is recorded: kaoju 0.1.0 made those. A new table needs no
SQL but a number all the same, so its file only says what is new. What a table declares beyond types and
nulls (CHECK, PRIMARY KEY) cannot be added by ALTER: make a new table, copy, drop, rename.
"""

from __future__ import annotations

from importlib.resources import files


def migrations() -> dict[int, str]:
    """Version that a migration leads to → its SQL, in order; the first is 2."""
    here = [one for one in files(__name__).iterdir() if one.name.endswith(".sql")]
    numbered = sorted((int(one.name.split("_")[0]), one.read_text(encoding="utf-8")) for one in here)
    return dict(numbered)


def schema_version() -> int:
    """The version of the schema that this kaoju's tables have."""
    return max(migrations())
