"""Failure cases of pandera in words that a person can act on."""

from __future__ import annotations

from typing import Any

SHOWN = 120
# pandera's name of a check → the check's name here, and how its argument completes the sentence.
WORDS = {
    "isin": ("vocabulary", "not one of"),
    "str_matches": ("pattern", "which does not match"),
    "str_length": ("empty", "which says nothing"),
    "greater_than_or_equal_to": ("range", "less than"),
    "less_than_or_equal_to": ("range", "more than"),
}


def in_words(case: dict[str, Any]) -> tuple[str, str]:
    """(check, reason) of a row of `SchemaErrors.failure_cases`, as in `unit: pattern`, `unit is …`."""
    check, _, argument = str(case["check"]).partition("(")
    if case["schema_context"] == "DataFrameSchema":
        words = check.replace("_", " ")
        return words, f"it is not so that {words}"
    column, value = case["column"], case["failure_case"]
    if check == "not_nullable":
        return f"{column}: missing", f"{column} is missing"
    name, verb = WORDS.get(check, (check, f"not {check}"))
    limit = "" if name == "empty" else " " + argument.removesuffix(")").strip("[]").replace("'", "")
    return f"{column}: {name}", f"{column} is {shown(value)}, {verb}{limit}"


def shown(value: Any) -> str:
    """The value as Python writes it, cut short."""
    text = repr(value)
    return text if len(text) <= SHOWN else text[:SHOWN] + "…"
