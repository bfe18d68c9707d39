"""The archive: every answer in WARC files, every visit a line beside them.

An answer is written and flushed before its line. Whatever kills the process leaves at most one unfinished
record at the end of the last file, and one whole record without a line: `Archive` cuts off the one and
writes the line of the other, so that nothing kept is fetched again and nothing is lost.
"""

from __future__ import annotations

import fcntl
import json
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import IO, Any, Final

from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from flows.errors import KaojuError
from flows.web.exchange import Answer
from flows.web.page import next_of
from flows.web.visits import Visit, check_of, visit_of

FULL: Final = 500 * 2**20
JOURNAL: Final = "visits.jsonl"
_SAID: Final = "WARC-JSON-Metadata"


class Archive:
    """What was asked and what came, of one folder; one process at a time. Use as a context manager.

    `last` is the latest visit of each address, `kept` the latest whose answer is in a file, both in the
    order in which addresses were first asked for; `visits` is how many lines the journal has.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.last: dict[str, Visit] = {}
        self.kept: dict[str, Visit] = {}
        self.visits = 0
        self._ends: dict[str, int] = {}  # of each file: behind the last record that has a line
        folder.mkdir(parents=True, exist_ok=True)
        self._journal: IO[bytes] = (folder / JOURNAL).open("ab+")
        try:
            fcntl.flock(self._journal, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            self._journal.close()
            raise KaojuError(f"another discovery is writing to {folder}; wait for it, or stop it") from None
        self._read_journal()
        self._recover()

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_: object) -> None:
        self._journal.close()

    def note(self, visit: Visit) -> Visit:
        """Write down a visit that kept nothing new."""
        self._journal.write(visit.line().encode())
        self._journal.flush()
        self._remember(visit)
        return visit

    def keep(self, visit: Visit, answer: Answer) -> Visit:
        """Write an answer to the archive and down in the journal; the visit with its place."""
        path = self._file()
        start = path.stat().st_size if path.exists() else 0
        told = {name: getattr(visit, name) for name in ("source", "kind", "said", "changed")}
        record = BytesIO()
        writer = WARCWriter(record, gzip=True)
        # The body is kept without the chunks that it came in, so no header may announce them.
        heads = [pair for pair in answer.headers if pair[0].lower() != "transfer-encoding"]
        status = StatusAndHeaders(f"{answer.status} {answer.reason}".strip(), heads, protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(
                answer.url,
                "response",
                payload=BytesIO(answer.body),
                http_headers=status,
                warc_headers_dict={"WARC-Date": _warc_date(visit.at), _SAID: json.dumps(told)},
            )
        )
        with path.open("ab") as file:
            file.write(record.getvalue())
        digest = sha256(answer.body).hexdigest()
        size = len(record.getvalue())
        return self.note(replace(visit, digest=digest, file=path.name, start=start, size=size))

    def answer(self, visit: Visit) -> Answer:
        """The kept answer of a visit, out of its file; KaojuError if it is not there."""
        try:
            with (self.folder / visit.file).open("rb") as file:
                file.seek(visit.start)
                return _answer(file.read(visit.size))
        except (OSError, StopIteration, ValueError) as error:
            place = f"{self.folder / visit.file}, byte {visit.start}"
            raise KaojuError(f"the archive is damaged: {place} does not hold {visit.url} ({error})") from None

    def read(self, start: int = 0) -> Iterator[Visit]:
        """The visits of the journal from line `start` on, in order."""
        with (self.folder / JOURNAL).open("rb") as file:
            for number, line in enumerate(file):
                visit = visit_of(line.decode("utf-8", "replace")) if number >= start else None
                if visit is not None:
                    yield visit

    def _remember(self, visit: Visit) -> None:
        self.visits += 1
        self.last[visit.url] = visit
        if visit.file:
            self._ends[visit.file] = max(self._ends.get(visit.file, 0), visit.start + visit.size)
        if visit.is_kept:
            self.kept[visit.url] = visit

    def _read_journal(self) -> None:
        self._journal.seek(0)
        whole = 0
        for line in self._journal:
            if not line.endswith(b"\n"):
                self._journal.truncate(whole)
                break
            whole += len(line)
            visit = visit_of(line.decode("utf-8", "replace"))
            if visit is not None:
                self._remember(visit)
            else:
                self.visits += 1  # lines are counted, also one that a disk has spoilt
        self._journal.seek(0, 2)

    def _file(self) -> Path:
        files = sorted(self.folder.glob("kaoju-*.warc.gz"))
        if files and files[-1].stat().st_size < FULL:
            return files[-1]
        return self.folder / f"kaoju-{len(files) + 1:05}.warc.gz"

    def _recover(self) -> None:
        path = self._file()
        if not path.exists():
            return
        end = self._ends.get(path.name, 0)
        if end == path.stat().st_size:
            return
        with path.open("rb+") as file:
            file.seek(end)
            while member := _member(file.read()):
                answer, headers = _answer(member), _headers(member)
                told = json.loads(headers.get(_SAID) or "{}")
                at = datetime.strptime(headers["WARC-Date"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
                visit = Visit(
                    answer.url,
                    at.timestamp(),
                    status=answer.status,
                    check=check_of(answer.status),
                    location=answer.header("location"),
                    etag=answer.header("etag"),
                    modified=answer.header("last-modified"),
                    digest=sha256(answer.body).hexdigest(),
                    file=path.name,
                    start=end,
                    size=len(member),
                    next=next_of(answer),
                    **told,
                )
                self.note(visit)
                end += len(member)
                file.seek(end)
            file.truncate(end)


def _warc_date(at: float) -> str:
    return datetime.fromtimestamp(at, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _member(data: bytes) -> bytes:
    """The first whole gzip member of the bytes; nothing if there is none."""
    packer = zlib.decompressobj(31)
    try:
        rest = data
        while rest and not packer.eof:
            packer.decompress(rest, 1 << 20)
            rest = packer.unconsumed_tail
    except zlib.error:
        return b""
    return data[: len(data) - len(packer.unused_data)] if packer.eof else b""


def _record(member: bytes) -> Any:
    return next(iter(ArchiveIterator(BytesIO(member), no_record_parse=False)))


def _headers(member: bytes) -> dict[str, str]:
    return dict(_record(member).rec_headers.headers)


def _answer(member: bytes) -> Answer:
    record = _record(member)
    code, _, reason = str(record.http_headers.statusline).partition(" ")
    url = str(record.rec_headers.get_header("WARC-Target-URI"))
    heads = tuple((str(key), str(value)) for key, value in record.http_headers.headers)
    return Answer(url, int(code), reason, heads, record.raw_stream.read())
