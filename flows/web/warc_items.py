"""The pages of WARC and WACZ files that others have made."""

from __future__ import annotations

import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Any, Final, cast

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from flows.sources.refused import RefusedInput
from flows.sources.uri import path_uri
from flows.web.exchange import Answer, check_type
from flows.web.page import charset, page_text
from flows.web.reading_pages import Page, PageFound, PageReader
from flows.web.visits import check_of
from transforms.rejection import Rejected
from transforms.web.address import address
from transforms.web.unpack import GZIP, unchunked, unpack, unpack_file

PAGES: Final = frozenset({"response", "resource"})


def warc_items(path: Path, reader: PageReader, max_bytes: int, counts: Counter[str]) -> Iterator[PageFound]:
    """The pages of a file, each an item or refused; `counts` gets how many records there are of each type.

    Records that are no page of a site (requests, metadata) are only counted. Refused as a whole: `vanished`,
    `broken_warc` from the place on where the file cannot be read.
    """
    uri = path_uri(path)
    try:
        with ExitStack() as opened:
            for file in _files(path, opened):
                yield from _items(file, reader, max_bytes, counts)
    except FileNotFoundError:
        yield RefusedInput(uri, "vanished", "it was there when the folder was listed and is gone now")
    except (ArchiveLoadFailed, OSError, EOFError, ValueError, zipfile.BadZipFile) as error:
        read = sum(counts.values())
        yield RefusedInput(uri, "broken_warc", f"it cannot be read behind its first {read} records: {error}")


def _files(path: Path, opened: ExitStack) -> Iterator[IO[bytes]]:
    if path.suffix.lower() != ".wacz":
        yield opened.enter_context(path.open("rb"))
        return
    packed = opened.enter_context(zipfile.ZipFile(path))
    for name in sorted(packed.namelist()):
        if name.startswith("archive/") and name.endswith((".warc", ".warc.gz")):
            yield opened.enter_context(packed.open(name))


def _items(file: IO[bytes], reader: PageReader, max_bytes: int, counts: Counter[str]) -> Iterator[PageFound]:
    for record in ArchiveIterator(file, no_record_parse=False, arc2warc=True):
        counts[record.rec_type] += 1
        if record.rec_type in PAGES:
            yield _item(record, reader, max_bytes)


def _item(record: Any, reader: PageReader, max_bytes: int) -> PageFound:
    named = str(record.rec_headers.get_header("WARC-Target-URI") or "")
    try:
        url = address(named)
        answer = _answer(record, url, max_bytes)
        source = page_text(answer)
    except Rejected as refused:
        return RefusedInput(named or "a record without an address", refused.check, refused.reason)
    fetched = str(record.rec_headers.get_header("WARC-Date") or "")
    said = {"url": url, "fetched": fetched}
    return reader.read(Page(url, answer.body, charset(answer), source, said))


def _answer(record: Any, url: str, max_bytes: int) -> Answer:
    """The record's answer, its body unpacked; Rejected where it holds no whole page."""
    if truncated := record.rec_headers.get_header("WARC-Truncated"):
        raise Rejected("incomplete", f"whoever wrote the record cut it off: {truncated}")
    heads: tuple[tuple[str, str], ...] = ()
    status, announced = 200, ""
    if record.http_headers is not None:
        status = int(record.http_headers.get_statuscode() or 0)
        heads = tuple((str(name), str(value)) for name, value in record.http_headers.headers)
        announced = str(record.http_headers.get_header("Content-Length") or "")
    elif kind := record.rec_headers.get_header("Content-Type"):
        heads = (("Content-Type", str(kind)),)
    if status != 200:
        raise Rejected(check_of(status) or "redirect", f"the server answered {status}")
    answer = Answer(url, status, "", heads, b"")
    check_type(answer)
    body = cast(bytes, record.raw_stream.read(max_bytes + 1))
    if len(body) > max_bytes:
        raise Rejected("too_large", f"it has more than the {max_bytes:,} bytes allowed")
    if announced.isdecimal() and int(announced) > len(body) and not answer.header("content-encoding"):
        raise Rejected("incomplete", f"of {int(announced):,} bytes announced {len(body):,} are there")
    if answer.header("transfer-encoding"):
        body = unchunked(body)
    packing = answer.header("content-encoding")
    if packing and "br" in packing.lower():
        body = unpack(body, packing, max_bytes)
    # Many archives keep the header of a body that they have unpacked.
    body = unpack_file(body, max_bytes) if packing and body.startswith(GZIP) else body
    heads = tuple(pair for pair in heads if pair[0].lower() not in ("content-encoding", "transfer-encoding"))
    return Answer(url, status, "", heads, body)
