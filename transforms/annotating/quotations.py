"""Spans inside quotation marks."""

from __future__ import annotations

from transforms.annotations import Quotation

_PAIRS = {"“": "”", "「": "」", "『": "』", "‘": "’"}
_CLOSING = frozenset(_PAIRS.values())
_LONGEST = 1200


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Quotations sorted by start, nested ones included; the marks are not part of the span.

    A mark without its partner in the same paragraph is passed over, so that one slip does not swallow a text.
    Straight quotes pair up where a paragraph holds an even number of them.
    """
    out: list[Quotation] = []
    start = 0
    for line in text.split("\n"):
        out += _of_line(line, start)
        start += len(line) + 1
    return tuple(sorted(out, key=lambda q: (q.start, -q.end)))


def _of_line(line: str, base: int) -> list[Quotation]:
    out: list[Quotation] = []
    stack: list[tuple[str, int]] = []
    for i, char in enumerate(line):
        if char in _PAIRS:
            stack.append((_PAIRS[char], i + 1))
        elif char in _CLOSING:
            for k in range(len(stack) - 1, -1, -1):
                if stack[k][0] == char:
                    begin = stack[k][1]
                    del stack[k:]
                    if 0 < i - begin <= _LONGEST:
                        out.append(Quotation(base + begin, base + i, line[begin - 1 : i + 1]))
                    break
    straight = [i for i, char in enumerate(line) if char == '"']
    if straight and len(straight) % 2 == 0:
        pairs = zip(straight[::2], straight[1::2], strict=True)
        out += [Quotation(base + a + 1, base + b, line[a : b + 1]) for a, b in pairs if b > a + 1]
    return out
