"""Whatever a user names, as source items or refusals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from flows.sources.contents import Unreadable, opened, too_large, whole
from flows.sources.paths import FoundFile, find_files
from flows.sources.records import parse_json, record_item, record_items
from flows.sources.refused import RefusedInput
from flows.sources.uri import path_uri
from transforms.reading.decode import decode
from transforms.rejection import Rejected
from transforms.source import MediaType, SourceItem

__all__ = ["RefusedInput", "find_items"]

_MEDIA_TYPES: dict[str, MediaType] = {
    ".txt": "text",
    ".md": "markdown",
    ".html": "html",
    ".htm": "html",
}


def find_items(sources: Sequence[str], max_bytes: int = 20_000_000) -> Iterator[SourceItem | RefusedInput]:
    """The items of files, folders and globs, in the order named and sorted within a folder, read lazily.

    `.txt .md .html .htm .json .jsonl .ndjson`, each also with `.gz`. A record of a JSON file has the uri
    `path#item=N` (array) or `path#line=N` (one object a line), both from 1; every other uri is the absolute
    path. `max_bytes` bounds a file unpacked, for JSON lines one line. Nothing is lost silently but hidden
    files and the companions of `paths.COMPANIONS`: whatever gives no item gives a RefusedInput.
    """
    for found in find_files(sources):
        if isinstance(found, RefusedInput):
            yield found
            continue
        try:
            yield from _items(found, max_bytes)
        except Unreadable as error:
            yield RefusedInput(path_uri(found.path), error.check_name, error.reason)


def _items(file: FoundFile, max_bytes: int) -> Iterator[SourceItem | RefusedInput]:
    uri = path_uri(file.path)
    if file.kind in (".jsonl", ".ndjson"):
        yield from _lines(file.path, uri, max_bytes)
        return
    data = whole(file.path, max_bytes)
    if file.kind == ".json":
        yield from _json(data, uri)
    else:
        yield SourceItem(uri, data, _MEDIA_TYPES[file.kind])


def _lines(path: Path, uri: str, max_bytes: int) -> Iterator[SourceItem | RefusedInput]:
    with opened(path) as file:
        number = 0
        while line := file.readline(max_bytes + 1):
            number += 1
            place = f"{uri}#line={number}"
            if len(line) > max_bytes:
                error = too_large(None, max_bytes)
                yield RefusedInput(place, error.check_name, error.reason)
                while line and not line.endswith(b"\n"):
                    line = file.readline(1 << 20)
                continue
            if line.strip():
                yield _line(line, place)
        if number == 0:
            yield RefusedInput(uri, "empty", "the file has no lines")


def _line(line: bytes, place: str) -> SourceItem | RefusedInput:
    try:
        value = parse_json(decode(line, "utf-8").text)
    except Rejected as error:
        return RefusedInput(place, error.check, error.reason)
    except ValueError as error:
        return RefusedInput(place, "invalid_json", f"the line is not JSON: {error}")
    return record_item(value, place)


def _json(data: bytes, uri: str) -> Iterator[SourceItem | RefusedInput]:
    try:
        text = decode(data, "utf-8").text
    except Rejected as error:
        yield RefusedInput(uri, error.check, error.reason)
        return
    try:
        value = parse_json(text)
    except ValueError as error:
        yield RefusedInput(uri, "invalid_json", f"the file is not JSON: {error}")
        return
    yield from record_items(value, uri)
