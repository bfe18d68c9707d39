"""Text whose bytes were once read with a Western encoding, and the way back."""

from __future__ import annotations

from transforms.reading.plausible import judge

# Bytes 0x80–0x9F as Windows shows them, back to the byte; the five it leaves out stay C1 controls.
_WESTERN = {
    ord(bytes([b]).decode("cp1252")): b for b in range(0x80, 0xA0) if b not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
_INNER = ("utf-8", "gb18030", "big5hkscs")
_SURE = 0.55  # a right decoding scores 0.74 or more, a wrong one below 0.06


def repair_mojibake(text: str) -> tuple[str, str] | None:
    """(repaired text, inner encoding) of a text like `ÊÖÒÕ` (手艺), or None where that is not certain.

    Certain means: most characters beyond ASCII are Latin letters or signs of one byte, every character goes
    back to a byte, all these bytes decode strictly, and what comes out is plausible Chinese.
    """
    beyond = sum(1 for char in text if char > "\x7f")
    western = sum(1 for char in text if "\x80" <= char <= "\xff" or ord(char) in _WESTERN)
    if beyond < 4 or western < beyond:
        return None
    data = text.translate(_WESTERN).encode("latin-1")
    for encoding in _INNER:
        try:
            inner = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        found = judge(inner)
        if found.beyond_ascii >= 2 and found.score >= _SURE:
            return inner, encoding
    return None
