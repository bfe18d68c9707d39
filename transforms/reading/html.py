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
from transforms.reading.teasers import find_teasers, is_list
from transforms.reading.tokens import tokenize
from transforms.reading.tree import build_tree
from transforms.reading.trimming import trim

_AROUND = 30  # lines before an article in which its date and source are looked for
_BEHIND = 8
_TEASERS = 4
_FRAME = frozenset({"html", "head", "body", "frameset", "title"})
_ENOUGH = 100  # weight of prose below which hidden text is looked at as well


def read_html(source: str) -> tuple[AlignedText, tuple[Said, ...]]:
    """The main content of a page, aligned with its whole source, and what the page says of the article.

    Everything else is removed by edits (see `lay_out`). `said` is in order of trust for each field, basis
    `html`: title, author, publisher, published, url, credited_source, editor, original_title. A fragment,
    the body of an article without a document around it as records have it, is kept whole where little of it
    is prose. Rejected (`no_article`): no prose, a list of links or of articles, a page that needs JavaScript.
    """
    tokens = list(tokenize(source))
    tree = build_tree(source, tokens)
    every = find_lines(tree, source, tokens)
    headings = [line.text for line in every if line.node.name == "h1" and 4 <= line.size <= 100]
    said = read_metadata(source, tokens, headings)
    titles = [entry.value for entry in said if entry.field == "title"]
    chosen = _content(every, titles)
    if _prose(chosen) < _ENOUGH:
        shown = find_lines(tree, source, tokens, hidden=True)
        other = _content(shown, titles)
        if _prose(other) > 2 * _prose(chosen):
            every, chosen = shown, other
    content = trim(chosen, titles[0] if titles else "")
    fragment = not any(token.name in _FRAME for token in tokens)
    if fragment and _prose(content) < 0.5 * _prose(every) + 1:
        content = every
    if not (fragment and content):
        refuse(source, tokens, every, chosen, content, said)
    kept = {token for line in content for token in line.tokens}
    return lay_out(source, tokens, kept), _merged(said, _byline(every, content))


def _content(every: Sequence[Line], titles: Sequence[str]) -> list[Line]:
    """The lines of the article's element; noise is believed to be noise only if prose is left without it."""
    lines = without_noise(every)
    found = lines[slice(*find_content(lines, titles))]
    if is_list(found, _TEASERS):
        found = _beside_teasers(lines, titles) or found
    if _prose(found) < 0.1 * _prose(every):
        found = list(every[slice(*find_content(every, titles))])
    return found


def _beside_teasers(lines: Sequence[Line], titles: Sequence[str]) -> list[Line]:
    """The article that a long list of teasers outweighs, if one stands just below its own title."""
    teasers = {at for k in find_teasers(lines) for at in (k - 1, k)}
    rest = [line for k, line in enumerate(lines) if k not in teasers]
    first, last = find_content(rest, titles)
    titled = any(line.text in titles for line in rest[max(0, first - 6) : first + 1])
    return rest[first:last] if titled else []


def _prose(lines: Sequence[Line]) -> float:
    return sum(line.weight for line in lines)


def _byline(every: Sequence[Line], content: Sequence[Line]) -> list[Said]:
    """What the lines around the content, and those taken out of it, say: nearest before it first."""
    inside = {id(line) for line in content}
    places = [k for k, line in enumerate(every) if id(line) in inside and line.weight > 0]
    if not places:
        return []
    outside = [[line.spaced for line in part if id(line) not in inside] for part in _around(every, places)]
    return list(find_byline(outside[0][::-1], outside[1]))


def _around(every: Sequence[Line], places: Sequence[int]) -> tuple[Sequence[Line], Sequence[Line]]:
    first, last = places[0], places[-1]
    return every[max(0, first - _AROUND) : first], every[first : last + 1 + _BEHIND]


def _merged(said: Sequence[Said], more: Sequence[Said]) -> tuple[Said, ...]:
    known = {(entry.field, entry.value) for entry in said}
    return (*said, *(entry for entry in more if (entry.field, entry.value) not in known))
