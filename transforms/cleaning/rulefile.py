"""Reading the rule files of cleaning, which are package data under `seeds/rules/cleaning`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def rule_bytes(name: str) -> bytes:
    """The bytes of one rule file; FileNotFoundError where there is none of that name."""
    return (files("seeds") / "rules" / "cleaning" / name).read_bytes()


@cache
def rule_table(name: str) -> dict[str, Any]:
    """The content of one TOML rule file."""
    return tomllib.loads(rule_bytes(name).decode("utf-8"))


@cache
def rule_lines(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of one tab-separated rule file, without its `#` comments, empty lines and header row."""
    rows = [
        line for line in rule_bytes(name).decode("utf-8").split("\n") if line and not line.startswith("#")
    ]
    return tuple(tuple(row.split("\t")) for row in rows[1:])
