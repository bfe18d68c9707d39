"""Line breaks inside a sentence, taken out where it is certain that the sentence goes on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transforms.aligned import AlignedText, Change

# A clause that ends a line with a comma goes on in the next one, unless that opens a list.
# It begins with the break itself, which is the quickest to look for.
_COMMA = re.compile(r"\n(?<=[\u3400-\u9fff”」』》)）A-Za-z0-9][,，、]\n)(?=[\u3400-\u9fffA-Za-z“「『《])")
_LIST_ITEM = re.compile(r"(?:[一二三四五六七八九十]{1,3}[、.]|第[一二三四五六七八九十]|[A-Za-z][.、)])")
# Hard-wrapped text: at least so many lines in a row of one width, to a character or two, and not short ones.
_LEAST_LINES, _LEAST_WIDTH, _SLACK = 3, 24, 2
_TITLE_END = re.compile(r"[\u3400-\u9fff,，、A-Za-z0-9]$")


def _after_commas(text: str) -> Iterator[Change]:
    for m in _COMMA.finditer(text):
        if not _LIST_ITEM.match(text, m.end()):
            yield Change(m.start(), m.end(), "", "space.soft_break")


def _wrapped(text: str) -> Iterator[Change]:
    """The breaks inside blocks of hard-wrapped lines: full lines that end amid a sentence."""
    if not _may_be_wrapped(text):
        return
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\n]*(?:\n|$)", text)]
    run: list[tuple[int, int]] = []
    for start, end in [*lines, (len(text), len(text))]:
        width = end - start - 1
        full = run and abs(width - (run[0][1] - run[0][0] - 1)) <= _SLACK
        if width >= _LEAST_WIDTH and (full or not run):
            run.append((start, end))
            continue
        yield from _joined(text, run, end - start > 1)
        run = [(start, end)] if width >= _LEAST_WIDTH else []


def _may_be_wrapped(text: str) -> bool:
    """Whether three lines in a row are of one width, give or take one more for a break that is not there."""
    widths = list(map(len, text.split("\n")))
    slack = _SLACK + 1
    for a, b, c in zip(widths, widths[1:], widths[2:], strict=False):
        if -slack <= b - a <= slack and -slack <= c - a <= slack and a >= _LEAST_WIDTH:
            return True
    return False


def _joined(text: str, run: list[tuple[int, int]], goes_on: bool) -> Iterator[Change]:
    if len(run) < _LEAST_LINES:
        return
    amid = [end - 1 for _, end in run if _TITLE_END.match(text, end - 2, end - 1)]
    if len(amid) < max(2, len(run) // 2):
        return
    last = run[-1][1] - 1
    for at in amid:
        if (at != last or goes_on) and text[at : at + 1] == "\n" and at + 1 < len(text):
            latin = text[at - 1].isascii() and text[at + 1].isascii() and text[at - 1].isalnum()
            yield Change(at, at + 1, " " if latin else "", "space.soft_break")


def join_soft_breaks(aligned: AlignedText) -> AlignedText:
    """The text with its certain soft line breaks taken out; rule `space.soft_break`."""
    aligned = aligned.apply(_after_commas(aligned.text))
    return aligned.apply(_wrapped(aligned.text))
