"""The encoding that a document declares for itself, before it is decoded."""

from __future__ import annotations

import codecs
import re

HEAD = 4096  # bytes in which a declaration is looked for; browsers look at 1024
_META = re.compile(rb"<meta\b[^>]{0,300}?charset\s{0,4}=\s{0,4}[\"']?\s{0,4}([\w.:-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"<\?xml\b[^>]{0,200}?encoding\s{0,4}=\s{0,4}[\"']([\w.:-]{2,40})", re.IGNORECASE)

# A declared encoding is read as the largest set it is part of: pages that say gb2312 use characters of GBK.
_SUPERSETS = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "hz": "hz",
    "big5": "big5hkscs",
    "big5hkscs": "big5hkscs",
    "cp950": "big5hkscs",
    "utf-8-sig": "utf-8",
    "ascii": "utf-8",
    "iso8859-1": "cp1252",
}
_ALIASES = {
    "gb_2312-80": "gb2312",
    "x-gbk": "gbk",
    "gb2312-80": "gb2312",
    "cn-gb": "gb2312",
    "x-x-big5": "big5",
    "cn-big5": "big5",
    "big5-eten": "big5",
    "unicode": "utf-16-le",
    "utf8mb4": "utf-8",
}


def known_encoding(name: str | None) -> str | None:
    """Python's name of the encoding that text declared as `name` is read with; None if it is not known.

    Only text encodings count: rot13 or base64, which Python also calls codecs, do not.
    """
    if not name:
        return None
    wanted = name.strip().strip("\"'").lower()
    try:
        codec = codecs.lookup(_ALIASES.get(wanted, wanted))
    except (LookupError, ValueError):  # ValueError: a NUL in the name
        return None
    if not getattr(codec, "_is_text_encoding", True):
        return None
    return _SUPERSETS.get(codec.name, codec.name)


def declared_encoding(data: bytes) -> str | None:
    """The encoding of a `<meta charset>` or an XML declaration in the first bytes, by Python's name.

    UTF-16 and UTF-32 are ignored there: a declaration that could be read as ASCII bytes is not in them.
    """
    head = data[:HEAD]
    for pattern in (_XML, _META):
        found = pattern.search(head)
        if found:
            name = known_encoding(found[1].decode("ascii", "replace"))
            if name and not name.startswith(("utf-16", "utf-32")):
                return name
    return None
