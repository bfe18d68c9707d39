"""What a page's JSON-LD says of its article."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from transforms.article import Said

_DEPTH = 6
_FIELDS = (
    ("title", ("headline", "name", "title")),
    ("author", ("author", "creator")),
    ("publisher", ("publisher", "sourceOrganization")),
    ("published", ("datePublished", "pubDate", "dateCreated")),
    ("url", ("url", "mainEntityOfPage", "@id")),
)


def read_jsonld(scripts: Sequence[str]) -> tuple[Said, ...]:
    """Title, author, publisher, date, url of the first article in the scripts; broken ones say nothing."""
    for script in scripts:
        text = script.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
        try:
            value = json.loads(text, strict=False)  # pages leave raw line ends in strings
        except (ValueError, RecursionError):
            continue
        for entry in _objects(value, 0):
            if _is_article(entry):
                return tuple(_said(entry))
    return ()


def _objects(value: object, depth: int) -> Iterator[Mapping[str, object]]:
    if depth > _DEPTH:
        return
    if isinstance(value, list):
        for entry in value:
            yield from _objects(entry, depth + 1)
    elif isinstance(value, dict):
        yield value
        yield from _objects(value.get("@graph"), depth + 1)


def _is_article(entry: Mapping[str, object]) -> bool:
    kinds = entry.get("@type", "")
    names = kinds if isinstance(kinds, list) else [kinds]
    if any(isinstance(name, str) and name.endswith(("Article", "BlogPosting", "Report")) for name in names):
        return True
    # Search engines in China ask for objects without a type, with title and pubDate.
    return not kinds and "pubDate" in entry


def _said(entry: Mapping[str, object]) -> Iterator[Said]:
    for field, keys in _FIELDS:
        for key in keys:
            value = _text(entry.get(key), field, 0)
            if value and not (field == "url" and not value.startswith("http")):
                yield Said(field, value, "html")
                break


def _text(value: object, field: str, depth: int) -> str:
    """The value as text: of an object its name (or @id for a url), of a list its entries with 、 between."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, dict) and depth < _DEPTH:
        return _text(value.get("@id" if field == "url" else "name"), field, depth + 1)
    if isinstance(value, list) and depth < _DEPTH:
        names = [name for entry in value if (name := _text(entry, field, depth + 1))]
        return "、".join(names) if field == "author" else next(iter(names), "")
    return ""
