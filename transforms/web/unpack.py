"""The content of a packed answer, as long as it is no bomb."""

from __future__ import annotations

import re
import zlib
from typing import Final

from transforms.rejection import Rejected

RATIO: Final = 100
"""Text packs 2 to 10 times, repeated rows 50; beyond that somebody wants to fill a disk."""
_PIECE: Final = 1 << 20
_WINDOWS: Final = {"gzip": 31, "x-gzip": 31, "deflate": 47}
_CHUNK: Final = re.compile(rb"([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]{0,200})?\r\n")
GZIP: Final = b"\x1f\x8b"


def unpack(body: bytes, encoding: str, limit: int) -> bytes:
    """`body` without its content encoding; at most `limit` bytes.

    Rejected: `bomb` where it unpacks to more than `limit` and to more than RATIO times what was read of it,
    `too_large` where it is only too long, `broken_encoding` where it is not packed as said, or otherwise than
    was asked for.
    """
    for name in reversed([one.strip().lower() for one in encoding.split(",") if one.strip()]):
        if name != "identity":
            body = _inflated(body, name, limit)
    return body


def unpack_file(body: bytes, limit: int) -> bytes:
    """The content of a file that may be gzip by itself (`sitemap.xml.gz`); Rejected as for `unpack`."""
    return _inflated(body, "gzip", limit) if body.startswith(GZIP) else body


def _inflated(body: bytes, name: str, limit: int) -> bytes:
    if name not in _WINDOWS:
        raise Rejected("broken_encoding", f"it is packed as {name[:40]!r}, which was not asked for")
    try:
        return _members(body, _WINDOWS[name], limit)
    except zlib.error as error:
        if name == "deflate":
            try:
                return _members(body, -zlib.MAX_WBITS, limit)  # without a header, as some servers send it
            except zlib.error:
                pass
        raise Rejected("broken_encoding", f"it says that it is {name} and is not: {error}") from None


def _members(body: bytes, window: int, limit: int) -> bytes:
    parts: list[bytes] = []
    size, rest = 0, body
    while rest.strip(b"\0"):
        packer = zlib.decompressobj(window)
        while not packer.eof:
            part = packer.decompress(rest, _PIECE)
            size += len(part)
            rest = packer.unconsumed_tail
            if size > limit:
                bomb = size > RATIO * (len(body) - len(rest))
                words = f"its {len(body):,} bytes unpack to more than the {limit:,} allowed"
                raise Rejected("bomb" if bomb else "too_large", words)
            parts.append(part)
            if not packer.eof and not rest and not part:
                raise Rejected("broken_encoding", "the packed bytes end too early")
        rest = packer.unused_data
    return b"".join(parts)


def unchunked(body: bytes) -> bytes:
    """The content of a body that still stands in chunks; a body that does not is given back as it is.

    Rejected: `incomplete` where the last chunk is missing.
    """
    if not _CHUNK.match(body):
        return body
    parts: list[bytes] = []
    at = 0
    while found := _CHUNK.match(body, at):
        size = int(found[1], 16)
        if size == 0:
            return b"".join(parts)
        parts.append(body[found.end() : found.end() + size])
        at = found.end() + size + 2
    raise Rejected("incomplete", f"its chunks end after {sum(map(len, parts)):,} bytes without the last one")
