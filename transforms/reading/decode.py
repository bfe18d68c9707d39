"""The text that a document's bytes hold, and the encoding that they are in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from transforms.reading.declared import declared_encoding, known_encoding
from transforms.reading.mixture import find_mixture
from transforms.reading.mojibake import repair_mojibake
from transforms.reading.plausible import Plausibility, judge, surely_plausible
from transforms.rejection import Rejected

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive (or an Office document)"),
    (b"\x1f\x8b\x08", "a gzip archive"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x7fELF", "a program"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
)
# Measured: a right decoding of Chinese scores 0.74 or more, a wrong one below 0.06. A page of numbers and
# names, or one with damage, may score less.
_PLAUSIBLE = 0.3
_DECLARED_BONUS = 0.15
_DAMAGE = 0.05  # share of characters that may be undecodable; beyond it the text cannot be trusted
_JUNK = 0.1
_SAMPLE = 100_000  # bytes


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded text without its byte order mark.

    `encoding` is Python's name of it (`gb18030` for all of GB2312, GBK and GB18030), with ` via cp1252` where
    the bytes had been taken for Western text and stored anew. `replaced` counts the U+FFFD in the text.
    """

    text: str
    encoding: str
    replaced: int


@dataclass(frozen=True, slots=True)
class _Attempt:
    text: str
    encoding: str
    found: Plausibility
    rank: float


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of `data`; `declared` is what the source says of the encoding, and may lie.

    The ladder: byte order mark, strict UTF-8, then the declared encoding, UTF-8 with damage, GB18030,
    Big5-HKSCS and UTF-16 without mark, the most plausible of which wins. Bytes that no encoding explains
    become U+FFFD and are counted. Rejected: `empty`, `binary` (also: no encoding gives plausible text),
    `damaged` (too many undecodable bytes), `mixed_encodings`.
    """
    if not data.strip(b" \t\r\n\v\f\0"):
        raise Rejected("empty", f"there is nothing but white space in {len(data)} bytes")
    for magic, name in _MAGIC:
        if data.startswith(magic):
            raise Rejected("binary", f"the bytes are those of {name}, not of a text")
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _checked(_attempt(data[len(mark) :], encoding, True), data)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _checked(_best(data, declared), data)
    if surely_plausible(text, _PLAUSIBLE):
        return Decoded(text, "utf-8", 0)
    found = judge(text)
    attempt = _Attempt(text, "utf-8", found, found.score)
    if found.junk <= _JUNK and "\0" not in text[:1000] and (found.score >= _PLAUSIBLE or text.isascii()):
        return _checked(attempt, data)
    best = _best(data, declared)
    # A few words of another encoding may happen to be valid UTF-8 (一 in GBK is the bytes of һ).
    doubtful = found.junk > _JUNK or "\0" in text or best.rank >= 2 * _PLAUSIBLE > 6 * found.score
    return _checked(best if doubtful else attempt, data)


def _best(data: bytes, declared: str | None) -> _Attempt:
    """The most plausible attempt; a declared encoding wins where the text speaks for none.

    Of long data only the beginning is tried in every encoding.
    """
    attempts = []
    sample = data[:_SAMPLE]
    said = [name for name in (known_encoding(declared), declared_encoding(data)) if name]
    for encoding in _candidates(data, said):
        try:
            attempt = _attempt(sample, encoding, encoding in said or encoding == "cp1252")
        except UnicodeError:  # codecs that know no replacement, such as idna
            continue
        bonus = _DECLARED_BONUS if encoding in said else 0.0
        attempts.append(_Attempt(attempt.text, encoding, attempt.found, attempt.rank + bonus))
    best = max(attempts, key=lambda a: a.rank)
    if len(sample) == len(data):
        return best
    whole = _attempt(data, best.encoding, False)
    return _Attempt(whole.text, best.encoding, whole.found, max(whole.rank, min(best.rank, _PLAUSIBLE)))


def _candidates(data: bytes, said: list[str]) -> Iterator[str]:
    names = [*said, "utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be"]
    if sum(byte > 0x7F for byte in data[:65536]) * 10 < min(len(data), 65536):
        names.append("cp1252")  # mostly ASCII: English with curly quotes
    yield from dict.fromkeys(names)


def _attempt(data: bytes, encoding: str, may_be_foreign: bool) -> _Attempt:
    text = data.decode(encoding, errors="replace")
    found = judge(text)
    # Text that is not Chinese has no frequent characters to show: what is declared or Western may be that.
    floor = _PLAUSIBLE if may_be_foreign and not found.junk else -1.0
    return _Attempt(text, encoding, found, max(found.score, floor))


def _checked(attempt: _Attempt, data: bytes) -> Decoded:
    text, found = attempt.text, attempt.found
    replaced = text.count("\ufffd")
    unsure = attempt.rank < _PLAUSIBLE and (replaced > 0 or attempt.encoding != "utf-8")
    if replaced or unsure:
        mixture = find_mixture(data)
        if mixture:
            raise Rejected("mixed_encodings", mixture)
    if not text.strip("\ufeff\0 \t\r\n\v\f"):
        raise Rejected("empty", f"there is nothing but white space in {len(data)} bytes")
    if found.junk - replaced / len(text) > _JUNK:
        raise Rejected("binary", f"{found.junk:.0%} of the characters are controls or belong to no script")
    if unsure:
        best = f"{attempt.encoding} with rank {attempt.rank:.2f}"
        raise Rejected("binary", f"no encoding gives plausible text, the best is {best}")
    if replaced > max(3, _DAMAGE * len(text)):
        where = f"{replaced} of {len(text)} characters"
        raise Rejected("damaged", f"{where} cannot be decoded as {attempt.encoding}")
    if attempt.encoding in ("utf-8", "cp1252") and not replaced and found.common < _PLAUSIBLE:
        repaired = repair_mojibake(text)
        if repaired:
            return Decoded(repaired[0], f"{repaired[1]} via cp1252", 0)
    return Decoded(text, attempt.encoding, replaced)
