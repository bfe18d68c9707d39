"""The article that a page keeps in a script instead of showing it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import Final
from urllib.parse import unquote

_SCRIPT = re.compile(r"<script\b([^>]{0,500})>(.*?)</script", re.I | re.S)
_STATE = re.compile(r"(?:window\s*(?:\.\s*|\[\s*[\"']))?[\w$]{1,60}(?:[\"']\s*\])?\s*=\s*(?=[{\[])")
_HAN = re.compile("[\u4e00-\u9fff]")
_DEPTH: Final = 14
_LEAST: Final = 150
_BODIES: Final = (
    "content",
    "articlebody",
    "body",
    "html",
    "text",
    "widgetcontent",
    "blocks",
    "paragraphs",
    "articlecontent",
)
_FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "title": ("title", "headline", "widgettitle", "articletitle"),
    "author": ("author", "authorname", "mediainfo", "writer", "creator", "byline"),
    "published": (
        "publishtime",
        "publishedat",
        "publishdate",
        "pubtime",
        "datepublished",
        "pubdate",
        "createtime",
    ),
    "publisher": ("site", "sitename", "publisher", "source", "medianame"),
}


@dataclass(frozen=True)
class Embedded:
    """An article out of a script: its text as HTML, and what the same object says of it."""

    html: str
    said: Mapping[str, str]


def embedded_article(source: str) -> Embedded | None:
    """The object with the longest Chinese text among those in a page's scripts; None if none is an article.

    Scripts are looked at that hold JSON, percent-encoded or not, or set a variable to an object.
    """
    best: tuple[int, Embedded] | None = None
    for value in _values(source):
        for entry in _objects(value, 0):
            html = _body(entry)
            size = len(_HAN.findall(html))
            if size >= _LEAST and (best is None or size > best[0]):
                best = size, Embedded(html, _said(entry))
    return best[1] if best else None


def _values(source: str) -> Iterator[object]:
    for attributes, script in _SCRIPT.findall(source):
        text = script.strip()
        if text.startswith("%7B") or text.startswith("%5B"):
            text = unquote(text)
        elif "json" not in attributes.lower():
            found = _STATE.match(text)
            text = text[found.end() :] if found else ""
        if "ld+json" in attributes.lower() or not text.startswith(("{", "[")):
            continue
        try:
            yield json.JSONDecoder(strict=False).raw_decode(text)[0]
        except (ValueError, RecursionError):
            continue


def _objects(value: object, depth: int) -> Iterator[Mapping[str, object]]:
    if depth > _DEPTH:
        return
    if isinstance(value, dict):
        yield value
        for one in value.values():
            yield from _objects(one, depth + 1)
    elif isinstance(value, list):
        for one in value:
            yield from _objects(one, depth + 1)


def _body(entry: Mapping[str, object]) -> str:
    for name, value in entry.items():
        if name.lower() not in _BODIES:
            continue
        if isinstance(value, str):
            return value if "<" in value else "".join(f"<p>{escape(line)}</p>" for line in value.splitlines())
        if isinstance(value, list):
            texts = [one.get("text") if isinstance(one, dict) else one for one in value]
            return "".join(f"<p>{escape(text)}</p>" for text in texts if isinstance(text, str))
    return ""


def _said(entry: Mapping[str, object]) -> dict[str, str]:
    plain = {name.lower(): value for name, value in entry.items()}
    said = {}
    for field, names in _FIELDS.items():
        value = next((found for name in names if (found := _text(plain.get(name)))), "")
        if value:
            said[field] = value
    return said


def _text(value: object) -> str:
    if isinstance(value, list):
        return "、".join(name for one in value if (name := _text(one)))
    if isinstance(value, dict):
        return _text(value.get("name"))
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value.strip() if isinstance(value, str) else ""
