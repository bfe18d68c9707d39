"""A file put together of lines in different encodings."""

from __future__ import annotations

from transforms.reading.plausible import judge

_LINES = 2000  # lines looked at
_SURE = 0.5
_SHARE = 0.1  # of the lines beyond ASCII that must be in the second encoding


def find_mixture(data: bytes) -> str | None:
    """Which lines are in which encoding, if at least a tenth of them is plausible only in a second one.

    None for a file in one encoding, damaged or not. Lines are counted from 1.
    """
    places: dict[str, list[int]] = {}
    for number, line in enumerate(data.split(b"\n")[:_LINES], 1):
        encoding = _line_encoding(line)
        if encoding:
            places.setdefault(encoding, []).append(number)
    total = sum(map(len, places.values()))
    parts = {name: lines for name, lines in places.items() if len(lines) >= max(1, _SHARE * total)}
    if len(parts) < 2:
        return None
    said = "; ".join(f"{name}: {len(lines)} lines from line {lines[0]}" for name, lines in parts.items())
    return f"the lines are in different encodings ({said}): split the file or convert it to UTF-8"


def _line_encoding(line: bytes) -> str | None:
    """The one encoding in which a line with at least four characters beyond ASCII is plausible."""
    if line.isascii():
        return None
    for encoding in ("utf-8", "gb18030", "big5hkscs"):
        try:
            text = line.decode(encoding)
        except UnicodeDecodeError:
            continue
        found = judge(text)
        if found.beyond_ascii >= 4 and found.score >= _SURE:
            return encoding
    return None
