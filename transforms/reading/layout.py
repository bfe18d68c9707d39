"""The edits that leave chosen pieces of text of an HTML source, laid out in lines."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from html import unescape

from transforms.aligned import AlignedText, Edit
from transforms.reading.tokens import Token

BLOCKS = frozenset(
    "address article aside blockquote body br button caption center dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe legend li "
    "main menu nav ol optgroup option p pre search section select summary table tbody td tfoot th thead "
    "title tr ul video".split()
)
_CELLS = frozenset({"td", "th"})
_ROWS = frozenset({"tr", "table", "caption"})
_BLOCK_STYLE = re.compile(r"display\s*:\s*(?:block|flex|table\b|grid|list-item)", re.IGNORECASE)
_SPACE = " \t\n\r\v\f\u00a0\u2002\u2003\u2009\u3000"
_PART = re.compile(
    r"(?P<reference>&(?:#[0-9]{1,9};?|#[xX][0-9a-fA-F]{1,9};?|[a-zA-Z][a-zA-Z0-9]{1,31};?))"
    rf"|(?P<space>[{_SPACE}]+)|[^&{_SPACE}]+|&"
)
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’…—]")
_STOPS = "。！？!?…”」』；：:"
# An indentation in the middle of a run of text is how some systems write a paragraph.
_INDENTS = (("\u3000", 2), ("\u00a0", 4), ("&nbsp;", 4), ("&emsp;", 2), ("&#12288;", 2), ("\u2003", 2))
_STRENGTH = ("", " ", "\v", "\t", "\n")  # \v stands for the edge of a block, which a cell's edge outranks


def lay_out(source: str, tokens: Sequence[Token], kept: Collection[int]) -> AlignedText:
    """`source` with only the text tokens of the indexes `kept` left, one paragraph a line.

    Rules of the edits: `markup.html` for all that is removed or becomes a line end (a tab between the cells
    of a table's row), `markup.entity` for character references, `space.html` for white space as a browser
    shows it. There is no line end at the beginning or the end, and never two together.
    """
    edits: list[Edit] = []
    at = 0  # raw offset behind the last kept character
    last = ""  # the last clean character
    boundary = ""
    pre = 0
    styled: dict[str, list[bool]] = {}
    for index, token in enumerate(tokens):
        boundary = _stronger(boundary, _boundary(token, styled))
        if token.name == "pre":
            pre = max(0, pre + (1 if token.kind == "start" else -1))
        if token.kind != "text" or index not in kept:
            continue
        for start, end, after, rule in _parts(source, token, pre > 0):
            if rule == "space.html":
                boundary = _stronger(boundary, after)
                continue
            if start > at:
                before = source[at:start]
                gap = _gap(boundary, before, last, source[start] if not rule else after[0])
                kind = "markup.html" if "<" in before else "space.html"
                edits.append(Edit(at, start, before, gap, kind))
            if rule:
                edits.append(Edit(start, end, source[start:end], after, rule))
            last, at, boundary = after[-1] if rule else source[end - 1], end, ""
    if at < len(source):
        edits.append(Edit(at, len(source), source[at:], "", "markup.html"))
    return AlignedText(source, tuple(e for e in edits if e.before != e.after))


def is_block(name: str, attributes: Mapping[str, str]) -> bool:
    """Whether an element stands in lines of its own."""
    return name in BLOCKS or ("style" in attributes and _BLOCK_STYLE.search(attributes["style"]) is not None)


def _boundary(token: Token, styled: dict[str, list[bool]]) -> str:
    """The separator that a tag makes between the texts on its sides.

    `styled` holds for each name of inline elements which of the open ones a style makes blocks.
    """
    if token.kind in ("text", "raw"):
        return ""
    if token.name in _ROWS:
        return "\n"
    if token.name in _CELLS:
        return "\t"
    if token.name in BLOCKS:
        return "\v"
    opened = styled.setdefault(token.name, [])
    if token.kind == "start":
        opened.append(is_block(token.name, token.attributes))
        return "\v" if opened[-1] else ""
    return "\v" if opened and opened.pop() else ""


def _stronger(one: str, other: str) -> str:
    return max(one, other, key=_STRENGTH.index)


def _gap(boundary: str, before: str, last: str, following: str) -> str:
    """What is written for the raw text `before` between two kept characters."""
    if not last:
        return ""
    if boundary == "\v":
        return "\n"
    if boundary != " ":
        return boundary
    if last in _STOPS and any(before.count(mark) >= n for mark, n in _INDENTS):
        return "\n"
    # A line break of the source between two wide characters is no space (CSS Text 3, segment breaks).
    plain = before.strip(" \t\r\n\v\f") == ""
    if plain and ("\n" in before or "\r" in before) and _WIDE.match(last) and _WIDE.match(following):
        return ""
    return " "


def _parts(source: str, token: Token, pre: bool) -> Iterator[tuple[int, int, str, str]]:
    """(start, end, clean text, rule) of the parts of a text token; what stays as it is has the rule ""."""
    for match in _PART.finditer(source, token.start, token.end):
        start, end = match.span()
        if match["space"]:
            yield start, end, "\n" if pre and "\n" in match["space"] else " ", "space.html"
        elif match["reference"]:
            after = unescape(match["reference"])
            if after == match["reference"]:
                yield start, end, "", ""
            elif after.strip(_SPACE) == "":
                yield start, end, " " if after else "", "space.html"
            elif after not in _INVISIBLE:
                yield start, end, after, "markup.entity"
        else:
            yield start, end, "", ""
