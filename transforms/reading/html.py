"""A page's main content and what the page says of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from transforms.aligned import AlignedText
from transforms.article import Said
from transforms.reading.byline import find_byline, is_byline
from transforms.reading.content import find_content, without_noise
from transforms.reading.layout import lay_out
from transforms.reading.lines import Line, find_lines
from transforms.reading.metadata import read_metadata
from transforms.reading.no_article import refuse
from transforms.reading.parts import parts
from transforms.reading.site import own_names
from transforms.reading.teasers import find_teasers, is_list
from transforms.reading.tokens import tokenize
from transforms.reading.tree import build_tree
from transforms.reading.trimming import trim

_AROUND = 30  # lines before an article in which its date and source are looked for
_BEHIND = 8
_TEASERS = 4
_TITLE_NEAR = 4
_NO_TITLE = re.compile(r"[。；;]$|[>＞»→]|[:：]$")
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
    own = own_names(source, tokens, (line.text for line in every))
    said = read_metadata(source, tokens, *_headings(every), own)
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
    found = _byline(every, content)
    if not titles and not fragment:
        found += _title_above(every, content)
    return lay_out(source, tokens, kept), _merged(said, found)


def _headings(every: Sequence[Line]) -> tuple[list[str], list[str]]:
    """The texts of the h1 elements, and of others as short; lines broken inside an element are joined."""
    first: list[str] = []
    lesser: list[str] = []
    for _, group in groupby(every, lambda line: id(line.node)):
        lines = list(group)
        text = " ".join(line.text for line in lines)
        if not 4 <= len(text) <= 100:
            continue
        node = lines[0].node
        if node.name == "h1":
            first.append(text)
        elif "。" not in text:
            lesser.append(text)
    return first, lesser


def _title_above(every: Sequence[Line], content: Sequence[Line]) -> list[Said]:
    """The title of a page that declares none: the nearest line above the article that can be one."""
    inside = {id(line) for line in content}
    start = next((k for k, line in enumerate(every) if id(line) in inside), 0)
    for line in reversed(every[max(0, start - _TITLE_NEAR) : start]):
        text = line.text
        plain = line.link_share < 0.5 and not is_byline(text) and not parts().chrome.match(text)
        if plain and 8 <= line.size <= 50 and not _NO_TITLE.search(text):
            return [Said("title", text, "html")]
    return []


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
