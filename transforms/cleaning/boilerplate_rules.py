"""The rules of boilerplate, as `boilerplate.toml` has them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from transforms.cleaning.rulefile import rule_table

Where = Literal["line", "top", "head", "tail", "suffix"]


@dataclass(frozen=True)
class BoilerplateRule:
    """One rule: a pattern on a Simplified, half-width line, and where in the article it holds.

    A line without any of `words` is not looked at. `line` applies anywhere; `top`, `head` and `tail` only
    among the first three, the first and the last lines; `suffix` from the match to the line's end. `keep`
    reads metadata and leaves the line; with `rest` all lines after it go too, if they are few. Named groups
    are metadata fields.
    """

    name: str
    where: Where
    pattern: re.Pattern[str]
    longest: int
    words: tuple[str, ...]
    keep: bool
    rest: bool


@cache
def boilerplate_rules() -> tuple[BoilerplateRule, ...]:
    """The rules of `boilerplate.toml`, in its order."""
    return tuple(
        BoilerplateRule(
            r["name"],
            r["where"],
            re.compile(r["pattern"], re.I),
            r.get("longest", 200),
            tuple(r["words"]),
            r.get("keep", False),
            r.get("rest", False),
        )
        for r in rule_table("boilerplate.toml")["rule"]
    )
