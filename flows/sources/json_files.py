"""The records of JSON files: a whole value, or one a line, whatever the file is called."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator
from pathlib import Path

from flows.sources.contents import opened, too_large, whole
from flows.sources.records import parse_json, record_item, record_items
from flows.sources.refused import RefusedInput
from transforms.reading.decode import decode
from transforms.rejection import Rejected
from transforms.source import SourceItem

_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def json_items(path: Path, uri: str, max_bytes: int) -> Iterator[SourceItem | RefusedInput]:
    """The records of a `.json` file; if it is one object a line, these. Raises Unreadable."""
    try:
        text = decode(whole(path, max_bytes), "utf-8").text
    except Rejected as error:
        yield RefusedInput(uri, error.check, error.reason)
        return
    try:
        value = parse_json(text)
    except ValueError as error:
        if _is_record(text.lstrip().partition("\n")[0]):
            yield from _numbered(text.split("\n"), uri)
        else:
            yield RefusedInput(uri, "invalid_json", f"the file is not JSON: {error}")
        return
    yield from record_items(value, uri)


def json_line_items(path: Path, uri: str, max_bytes: int) -> Iterator[SourceItem | RefusedInput]:
    """The records of a file with one object a line, read line by line; a bad line is one refusal.

    A file that is one value over many lines after all, or in UTF-16, is read as a whole. Raises Unreadable.
    """
    number = records = 0
    with opened(path) as file:
        while line := file.readline(max_bytes + 1):
            number += 1
            place = f"{uri}#line={number}"
            if not records and (line.strip() in (b"{", b"[") or line.startswith(_WIDE_MARKS)):
                break
            if len(line) > max_bytes:
                error = too_large(None, max_bytes)
                yield RefusedInput(place, error.check_name, error.reason)
                while line and not line.endswith(b"\n"):
                    line = file.readline(1 << 20)
            elif line.strip():
                yield _line_item(line, place)
            else:
                continue
            records += 1
        else:
            if not records:
                yield RefusedInput(uri, "empty", "the file has no lines with records")
            return
    yield from json_items(path, uri, max_bytes)


def _line_item(line: bytes, place: str) -> SourceItem | RefusedInput:
    try:
        return _text_item(decode(line, "utf-8").text, place)
    except Rejected as error:
        return RefusedInput(place, error.check, error.reason)


def _numbered(lines: Iterable[str], uri: str) -> Iterator[SourceItem | RefusedInput]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _text_item(line, f"{uri}#line={number}")


def _text_item(line: str, place: str) -> SourceItem | RefusedInput:
    try:
        value = parse_json(line)
    except ValueError as error:
        return RefusedInput(place, "invalid_json", f"the line is not JSON: {error}")
    return record_item(value, place)


def _is_record(line: str) -> bool:
    try:
        return isinstance(parse_json(line), dict)
    except ValueError:
        return False
