"""Text from articles inside Markdown: it is shown as it is, and can be nothing else.

Prefect has two UIs. One renders Markdown in the cells of table artifacts, the other shows them as they are;
one decodes HTML entities in Markdown, the other does not; both obey backslashes in Markdown. So in Markdown
text is escaped with backslashes, and in cells what would mean something gives way to its full-width twin.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from warehouse.printable import printable

LONGEST: Final = 300
_MARKUP: Final = re.compile(r"[\\`*_{}\[\]<>()#+!|~$&:@^=\"']|(?<=www)\.")
_CELL_MARKUP: Final = str.maketrans("`*[]<>|~&\\", "｀＊［］＜＞｜～＆＼")
_EMPHASIS: Final = re.compile(r"(?<![0-9A-Za-z])_|_(?![0-9A-Za-z])")
_AT_START: Final = re.compile(r"^\s*[#+=-]+")


def in_markdown(text: str, longest: int = LONGEST) -> str:
    """The text for a line or a table cell of Markdown; long texts are cut."""
    return _MARKUP.sub(lambda one: f"\\{one[0]}", printable(_cut(text, longest)))


def in_cell(text: str) -> str:
    """The text for a cell of a table artifact; long texts are cut."""
    safe = _EMPHASIS.sub("＿", printable(_cut(text)).translate(_CELL_MARKUP))
    return _AT_START.sub(lambda one: one[0].translate(str.maketrans("#+=-", "＃＋＝－")), safe)


def table(head: Sequence[str], rows: Iterable[Sequence[str | int | float]]) -> list[str]:
    """Lines of a Markdown table, columns of numbers to the right; none where there are no rows.

    Texts are taken as they are: what comes from articles goes through `in_markdown` first.
    """
    given = list(rows)
    if not given:
        return []
    numeric = [all(isinstance(row[n], int | float) for row in given) for n in range(len(head))]
    lines = [_row(head), _row(["---:" if right else "---" for right in numeric])]
    return [
        *lines,
        *(_row([one if isinstance(one, str) else f"{one:,}" for one in row]) for row in given),
        "",
    ]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cut(text: str, longest: int = LONGEST) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
