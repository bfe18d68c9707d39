"""The pages of one article as one source, and the text that such a source holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from transforms.aligned import AlignedText, Edit
from transforms.article import Said
from transforms.rejection import Rejected

_NEXT: Final = "<!-- next page: {} -->"
_MARK = re.compile(r"<!-- next page: \S{1,2000} -->")
Read = Callable[[str], tuple[AlignedText, tuple[Said, ...]]]


def join_pages(pages: Sequence[tuple[str, str]]) -> bytes:
    """The sources of an article's pages, each with its address, one after the other in UTF-8."""
    first, *others = pages
    marked = (_NEXT.format(url.replace("--", "-%2D")) + source for url, source in others)
    return "".join([first[1], *marked]).encode("utf-8", "replace")


def read_joined(source: str, read: Read) -> tuple[AlignedText, tuple[Said, ...]]:
    """What `read` makes of each page of a source, as one text with a line end between two pages.

    A source that `join_pages` did not make is one page. The first page says what is said of the article, and
    must hold some of it; a later page without any is left out. Rejected as `read` does.
    """
    marks = [found.span() for found in _MARK.finditer(source)]
    if not marks:
        return read(source)
    starts = [0, *(end for _, end in marks)]
    ends = [*(start for start, _ in marks), len(source)]
    text, said = read(source[: ends[0]])
    edits = list(text.edits)
    for before, start, end in zip(ends, starts[1:], ends[1:], strict=False):
        page = source[start:end]
        try:
            part = read(page)[0]
        except Rejected:
            edits.append(Edit(before, end, source[before:end], "", "markup.html"))
            continue
        edits.append(Edit(before, start, source[before:start], "\n", "markup.html"))
        edits += (Edit(e.start + start, e.end + start, e.before, e.after, e.rule) for e in part.edits)
    return AlignedText(source, tuple(edits)), said
