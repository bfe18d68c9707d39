"""A page's main content and what the page says of it."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.aligned import AlignedText
from transforms.article import Said
from transforms.reading.byline import find_byline
from transforms.reading.content import find_content, without_noise
from transforms.reading.layout import lay_out
from transforms.reading.lines import Line, find_lines
from transforms.reading.metadata import read_metadata
from transforms.reading.no_article import refuse
from transforms.reading.tokens import tokenize
from transforms.reading.tree import build_tree
from transforms.reading.trimming import trim

_AROUND = 30  # lines before an article in which its date and source are looked for
_BEHIND = 8


def read_html(source: str) -> tuple[AlignedText, tuple[Said, ...]]:
    """The main content of a page, aligned with its whole source, and what the page says of the article.

    Everything else is removed by edits (see `lay_out`). `said` is in order of trust for each field, basis
    `html`: title, author, publisher, published, url, credited_source, editor, original_title. Rejected
    (`no_article`): no prose, a list of links or of articles, a page that needs JavaScript.
    """
    tokens = list(tokenize(source))
    tree = build_tree(source, tokens)
    every = find_lines(tree, source, tokens)
    lines, (first, last) = _content(every)
    if not _enough(lines[first:last]):
        shown = find_lines(tree, source, tokens, hidden=True)
        other, (first_hidden, last_hidden) = _content(shown)
        if _prose(other[first_hidden:last_hidden]) > 2 * _prose(lines[first:last]):
            every, lines, first, last = shown, other, first_hidden, last_hidden
    headings = [line.text for line in every if line.node.name == "h1" and 4 <= line.size <= 100]
    said = read_metadata(source, tokens, headings)
    titles = [entry.value for entry in said if entry.field == "title"]
    content = trim(lines[first:last], titles[0] if titles else "")
    refuse(source, tokens, every, lines[first:last], content, said)
    kept = {token for line in content for token in line.tokens}
    return lay_out(source, tokens, kept), _merged(said, _byline(every, content))


def _content(every: Sequence[Line]) -> tuple[list[Line], tuple[int, int]]:
    """The lines that may be an article, and which of them are; noise is believed only if prose is left."""
    lines = without_noise(every)
    found = find_content(lines)
    if _prose(lines[slice(*found)]) < 0.1 * _prose(every):
        lines = list(every)
        found = find_content(lines)
    return lines, found


def _prose(lines: Sequence[Line]) -> float:
    return sum(line.weight for line in lines)


def _enough(lines: Sequence[Line]) -> bool:
    return _prose(lines) >= 100


def _byline(every: Sequence[Line], content: Sequence[Line]) -> list[Said]:
    """What the lines just before and after the content say, nearest first."""
    inside = {id(line) for line in content}
    places = [k for k, line in enumerate(every) if id(line) in inside and line.weight > 0]
    if not places:
        return []
    above = every[max(0, places[0] - _AROUND) : places[0]]
    before = [line.text for line in above if id(line) not in inside]
    behind = [line.text for line in every[places[-1] + 1 : places[-1] + 1 + _BEHIND]]
    return list(find_byline([*reversed(before), *behind]))


def _merged(said: Sequence[Said], more: Sequence[Said]) -> tuple[Said, ...]:
    known = {(entry.field, entry.value) for entry in said}
    return (*said, *(entry for entry in more if (entry.field, entry.value) not in known))
