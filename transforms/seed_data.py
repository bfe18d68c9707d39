"""Reading of the data files under `seeds/`, from a checkout or an installed package alike."""

from __future__ import annotations

import csv
import io
from importlib.resources import files


def read_table(*path: str) -> list[dict[str, str]]:
    """Rows of the CSV file `seeds/<path>`; lines that begin with `#` are comments."""
    text = files("seeds").joinpath(*path).read_text("utf-8")
    body = "".join(line for line in text.splitlines(keepends=True) if not line.startswith("#"))
    return list(csv.DictReader(io.StringIO(body)))


def read_lines(*path: str) -> tuple[str, ...]:
    """Lines of the text file `seeds/<path>`; blanks and lines that begin with `#` are left out."""
    text = files("seeds").joinpath(*path).read_text("utf-8")
    return tuple(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


def list_names(*path: str) -> list[str]:
    """Names of the files in the folder `seeds/<path>`, sorted."""
    return sorted(entry.name for entry in files("seeds").joinpath(*path).iterdir())
