"""The page of figures: tables in Markdown, each section written anew by the command that measures it."""

from __future__ import annotations

import platform
import re
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from pathlib import Path
from statistics import median

HEAD = """# Bench marks

Written by `make bench` and `make bench-peers`. Seconds are of the processor, all threads together. Every
figure is the median of the rounds, every ratio the median of the ratios within a round (lowest–highest).
What is compared takes turns within each round. The machine is shared: trust ratios, not rates.
"""
LIBRARIES = ("duckdb", "opencc", "polars", "pyarrow", "pandera", "lxml", "pypinyin", "daachorse", "rensa")


def write_section(path: Path, name: str, body: str) -> None:
    """Put a section into the page in place of the one of that name, or at its end."""
    page = path.read_text("utf-8") if path.exists() else HEAD
    begin, end = f"<!-- begin {name} -->", f"<!-- end {name} -->"
    section = f"{begin}\n{body.strip()}\n{end}"
    old = re.compile(f"{re.escape(begin)}.*?{re.escape(end)}", re.S)
    page = old.sub(lambda _: section, page) if old.search(page) else f"{page.rstrip()}\n\n{section}\n"
    path.write_text(page, "utf-8")


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table whose first column is words and whose others are figures."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def versions() -> str:
    found = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    return f"Python {platform.python_version()} ({platform.system()}, {platform.machine()}); {found}."


def figure(value: float) -> str:
    """Three figures that count: `0.0123`, `4.56`, `789`, `12,300`."""
    if value == 0:
        return "0"
    if value >= 100:
        digits = len(str(int(value)))
        return f"{round(value, 3 - digits):,.0f}"
    return f"{value:.3g}"


def spread(ratios: Sequence[float]) -> str:
    return f"{figure(median(ratios))} ({figure(min(ratios))}–{figure(max(ratios))})"
