"""The warehouse's invariants: SQL files, each of which returns no row when all is well."""

from __future__ import annotations

from importlib.resources import files


def check_files() -> dict[str, tuple[str, str]]:
    """Name of each check → (what it asserts, its SQL). The first line of a file says what it asserts."""
    checks = {}
    for one in sorted(files(__name__).iterdir(), key=lambda one: one.name):
        if one.name.endswith(".sql"):
            what, sql = one.read_text(encoding="utf-8").split("\n", 1)
            checks[one.name.removesuffix(".sql")] = (what.removeprefix("--").strip(), sql)
    return checks
