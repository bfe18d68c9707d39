"""The tokens of an HTML source, each with its place in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

_NAME = re.compile(r"</?([a-zA-Z][^\s/>]*)")
_GAP = re.compile(r"[\s/]*")
_ATTRIBUTE = re.compile(r"([^\s/>=][^\s/>=]*)(\s*=\s*)?")
_BARE = re.compile(r"[^\s>]*")
# Elements whose content is no markup; a title or textarea that is never closed must not swallow the page.
_RAW_TEXT = {"script", "style", "xmp", "iframe", "noembed", "noframes", "title", "textarea", "plaintext"}
_NEVER_OPEN = {"title", "textarea", "iframe", "xmp", "plaintext"}
_CLOSERS = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW_TEXT}


@dataclass(frozen=True, slots=True)
class Token:
    """`source[start:end]`: a tag, a run of text, or the content of a raw element such as a script.

    `kind` is `start`, `end`, `text` or `raw`; `name` the tag's name in lower case (for `raw` the element's,
    for text empty). Attribute values have their character references resolved. Comments and declarations make
    no token. Offsets are code points into the source.
    """

    kind: str
    start: int
    end: int
    name: str = ""
    attributes: dict[str, str] = field(default_factory=dict)


def tokenize(source: str) -> Iterator[Token]:
    """The tokens of `source` in order; never raises, and takes time in proportion to its length.

    After the HTML standard's tokenizer, but that a quote, a comment or a title that is never closed ends at
    the next `>` or `<` instead of hiding the rest of the page.
    """
    at, size = 0, len(source)
    missing: set[str] = set()  # marks known not to occur any more, lest each search runs to the end again
    while at < size:
        less = source.find("<", at)
        while less >= 0 and not _opens(source, less):
            less = source.find("<", less + 1)
        if less < 0:
            less = size
        if less > at:
            yield Token("text", at, less)
        if less == size:
            return
        if source[less + 1] in "!?" or not _NAME.match(source, less):
            at = _after_declaration(source, less, missing)
            continue
        tag, at = _tag(source, less, missing)
        yield tag
        if tag.kind == "start" and tag.name in _RAW_TEXT:
            end = _raw_end(source, at, tag.name, missing)
            if end > at:
                yield Token("raw", at, end, tag.name)
            at = end


def _opens(source: str, at: int) -> bool:
    after = source[at + 1 : at + 3]
    return after[:1].isascii() and (
        after[:1].isalpha() or after[:1] in ("!", "?") or (after[:1] == "/" and len(after) > 1)
    )


def _find(source: str, mark: str, at: int, missing: set[str]) -> int:
    if mark in missing:
        return -1
    found = source.find(mark, at)
    if found < 0:
        missing.add(mark)
    return found


def _after_declaration(source: str, at: int, missing: set[str]) -> int:
    """The offset behind a comment, doctype, CDATA section, processing instruction or stray end tag."""
    closer = ">"
    if source.startswith("<!--", at):
        if source.startswith((">", "->"), at + 4):
            return source.index(">", at) + 1
        closer = "-->"
    elif source.startswith("<![CDATA[", at):
        closer = "]]>"
    start = at + 4 if closer == "-->" else at
    for mark in (closer, ">"):
        end = _find(source, mark, start, missing)
        if end >= 0:
            return end + len(mark)
    return len(source)


def _tag(source: str, at: int, missing: set[str]) -> tuple[Token, int]:
    name = _NAME.match(source, at)
    assert name is not None  # the caller has looked
    kind = "end" if source[at + 1] == "/" else "start"
    attributes: dict[str, str] = {}
    here, size = name.end(), len(source)
    while here < size:
        gap = _GAP.match(source, here)
        here = gap.end() if gap else here
        if here >= size or source[here] == ">":
            break
        if source[here] == "<" and _NAME.match(source, here):  # a tag that was never closed
            return Token(kind, at, here, name[1].lower(), attributes), here
        key, value, here = _attribute(source, here, missing)
        attributes.setdefault(key, value)
    end = min(here + 1, size)
    return Token(kind, at, end, name[1].lower(), attributes), end


def _attribute(source: str, at: int, missing: set[str]) -> tuple[str, str, int]:
    match = _ATTRIBUTE.match(source, at)
    if match is None:  # a stray "="
        return "=", "", at + 1
    key, here = match[1].lower(), match.end()
    if not match[2]:
        return key, "", match.end(1)
    quote = source[here : here + 1]
    if quote in ('"', "'") and (end := _find(source, quote, here + 1, missing)) >= 0:
        return key, unescape(source[here + 1 : end]), end + 1
    bare = _BARE.match(source, here)
    end = bare.end() if bare else here
    return key, unescape(source[here:end]), end


def _raw_end(source: str, at: int, name: str, missing: set[str]) -> int:
    if "</" + name not in missing:
        closer = _CLOSERS[name].search(source, at)
        if closer:
            return closer.start()
        missing.add("</" + name)
    if name not in _NEVER_OPEN:
        return len(source)
    less = source.find("<", at)
    return less if less >= 0 else len(source)
