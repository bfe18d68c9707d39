"""How far the archive has been read into a warehouse."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

NAME: Final = "settled.json"


@dataclass(frozen=True)
class Settled:
    """What a finished run has dealt with: the first `visits` lines of the journal, and whole files.

    It counts only for a warehouse that has the run `run_id`, and only while the rules are the same: else
    everything is read anew, which loads nothing twice.
    """

    run_id: str = ""
    rules_version: str = ""
    visits: int = 0
    files: dict[str, str] = field(default_factory=dict)


def read_settled(folder: Path, rules_version: str, runs: Iterable[str]) -> Settled:
    """What the warehouse with these runs has of the archive by these rules; nothing if that is not known."""
    try:
        known = Settled(**json.loads((folder / NAME).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return Settled()
    return known if known.rules_version == rules_version and known.run_id in runs else Settled()


def write_settled(folder: Path, settled: Settled) -> None:
    """Remember it; whoever reads at the same time sees the old or the new."""
    beside = folder / f"{NAME}.new"
    beside.write_text(json.dumps(vars(settled), ensure_ascii=False), encoding="utf-8")
    os.replace(beside, folder / NAME)  # noqa: PTH105


def state_of(path: Path) -> str:
    """Size and time of a file: what has another is to be read again."""
    found = path.stat()
    return f"{found.st_size} {found.st_mtime_ns}"
