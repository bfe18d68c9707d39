"""The articles in JSON: one object, an array of objects, or one object a line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from flows.sources.refused import RefusedInput
from transforms.source import MediaType, SourceItem

_BODIES: tuple[tuple[str, MediaType], ...] = (("text", "text"), ("html", "html"))


def parse_json(text: str) -> object:
    """The JSON value of `text`; ValueError with the place for anything that is none or is too deep."""
    try:
        return json.loads(text)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None


def record_items(value: object, uri: str) -> Iterator[SourceItem | RefusedInput]:
    """The items of a parsed JSON file: `#item=N` (from 1) for an array's, the bare uri for one object."""
    if isinstance(value, list):
        for number, entry in enumerate(value, 1):
            yield record_item(entry, f"{uri}#item={number}")
        if not value:
            yield RefusedInput(uri, "empty", "the array has no items")
    else:
        yield record_item(value, uri)


def record_item(value: object, uri: str) -> SourceItem | RefusedInput:
    """The item of one record: `text` or else `html` is its data, every other field goes to `said` as text.

    Numbers and nested values are kept as their JSON; null and empty fields are left out.
    """
    if not isinstance(value, dict):
        return RefusedInput(uri, "invalid_record", f"it is a JSON {type(value).__name__}, not an object")
    for name, media_type in _BODIES:
        body = value.get(name)
        if isinstance(body, str) and body.strip():
            return SourceItem(uri, _encoded(body), media_type, "utf-8", _said(value))
    keys = ", ".join(sorted(value)[:12])
    return RefusedInput(
        uri, "no_text", f"the record has no field text or html with content; its fields: {keys}"
    )


def _said(record: Mapping[str, object]) -> dict[str, str]:
    said = {}
    for name, value in record.items():
        if name in ("text", "html") or value is None or value == "":
            continue
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        said[_valid(name)] = _valid(text)
    return said


def _encoded(text: str) -> bytes:
    return _valid(text).encode("utf-8")


def _valid(text: str) -> str:
    """JSON can name half a surrogate pair, which no encoding can hold: it becomes U+FFFD, and is counted."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
