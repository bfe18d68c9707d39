"""Spaces that Chinese does not write: between Han characters, inside dates and numbers, at line ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transforms.aligned import AlignedText, Change
from transforms.cleaning.kinds import IS_ODD_SPACE, IS_SPACE, ODD_SPACES, kinds_of

_GAP = re.compile(f"[ {ODD_SPACES}]+")
# The same where a text has none of the odd ones, as nearly all: a literal is found four times as quickly.
# Those beside a Latin word or a figure that no rule looks at, which are most, are left out.
_HAN = "\u3400-\u9fff〇"
_PLAIN_GAP = re.compile(
    rf" (?<!  )(?!(?<=[A-Za-z0-9{_HAN}] ) *+[A-Za-z])(?!(?<=[A-Za-z] ) *+[0-9{_HAN}])"
    rf"(?!(?<![年月] )(?<=[{_HAN}] ) *+[0-9]) *+"
)
_OPENING_MARKS = frozenset("、。，；：？！“‘「『《〈（【…—")
_CLOSING_MARKS = frozenset("、。，；：？！”’」』》〉）】…—")
# Chinese marks carry their own space; after an ASCII mark the space goes only where both sides are Chinese.
_ASCII_MARKS = frozenset(",;:!?")
_AFTER_MARK = frozenset("“‘「『《")
_DATE_AFTER = re.compile(r"[年月日号时時點点%％‰万萬亿億兆]")
_MONTH_AFTER = re.compile(r"[0-9]{1,2} ?[月日号]")
_GROUP_AFTER = re.compile(r"[0-9]{3}(?![0-9])")
_PROSE = re.compile(r"[。，；！？,;!?]")
_SHORT, _REACH = 4, 200


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff" or char == "〇"


def _run(text: str, at: int, step: int) -> int:
    """How many Han characters stand in one row from `at` on, counted up to one more than a short word."""
    count = 0
    while 0 <= at < len(text) and count <= _SHORT and _is_han(text[at]):
        count, at = count + 1, at + step
    return count


def _between_han(text: str, start: int, end: int) -> str | None:
    """`space.han` for a gap in prose or in a letter-spaced row; a row of short words is a list and stays."""
    before, after = _run(text, start - 1, -1), _run(text, end, 1)
    if before == after == 1 and (_neighbour(text, start - 2, -1) or _neighbour(text, end + 1, 1)):
        return "space.han"
    if before <= _SHORT and after <= _SHORT:
        return None
    line = max(text.rfind("\n", 0, start) + 1, start - _REACH)
    stop = text.find("\n", end)
    stop = min(stop if stop >= 0 else len(text), end + _REACH)
    return "space.han" if _PROSE.search(text, line, stop) else None


def _neighbour(text: str, at: int, step: int) -> bool:
    """Whether from `at` on another gap and a single Han character follow: 研 究 显 示 is letter-spaced."""
    if not (0 <= at < len(text)) or text[at] not in " \u3000\u00a0":
        return False
    return _run(text, at + step, step) == 1


def _rule(text: str, start: int, end: int) -> str | None:
    """The rule by which the gap text[start:end] goes; None where it stays."""
    if start == 0 or end == len(text) or text[start - 1] == "\n" or text[end] == "\n":
        return "space.edge"
    before, after = text[start - 1], text[end]
    if before in _OPENING_MARKS or after in _CLOSING_MARKS:
        return "space.mark"
    if _is_han(before) and _is_han(after):
        return _between_han(text, start, end)
    if before in _ASCII_MARKS and (_is_han(after) or after in _AFTER_MARK):
        return "space.mark" if start > 1 and not text[start - 2].isascii() else None
    if before in "0123456789" and _DATE_AFTER.match(after):
        return "space.number"
    if before in "年月" and start > 1 and text[start - 2].isdigit() and _MONTH_AFTER.match(text, end):
        return "space.number"
    if before == "," and start > 1 and text[start - 2].isdigit() and _GROUP_AFTER.match(text, end):
        return "space.number"
    return None


def _changes(text: str, odd: bool) -> Iterator[Change]:
    for m in (_GAP if odd else _PLAIN_GAP).finditer(text):
        start, end = m.span()
        rule = _rule(text, start, end)
        if rule:
            yield Change(start, end, "", rule)
        elif m.group().strip(" "):
            yield Change(start, end, " ", "space.odd")


def tidy_spaces(aligned: AlignedText) -> AlignedText:
    """The text without odd spaces; the space between Chinese and Latin words is a style and stays."""
    kinds = kinds_of(aligned.text).all
    if not kinds & (IS_SPACE | IS_ODD_SPACE):
        return aligned
    return aligned.apply(_changes(aligned.text, bool(kinds & IS_ODD_SPACE)))
