"""An input that is not even read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RefusedInput:
    """Why the input at `uri` gives no source item: `check_name` is the rule, `reason` is for people."""

    uri: str
    check_name: str
    reason: str
