"""Whatever a user names, as source items or refusals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from flows.sources.contents import Unreadable, whole
from flows.sources.json_files import json_items, json_line_items
from flows.sources.paths import FoundFile, find_files
from flows.sources.refused import RefusedInput
from flows.sources.uri import path_uri
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
        yield from json_line_items(file.path, uri, max_bytes)
    elif file.kind == ".json":
        yield from json_items(file.path, uri, max_bytes)
    else:
        yield SourceItem(uri, whole(file.path, max_bytes), _MEDIA_TYPES[file.kind])
