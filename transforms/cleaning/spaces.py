"""Spaces that Chinese does not write: between Han characters, inside dates and numbers, at line ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transforms.aligned import AlignedText, Change

_HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_ODD = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t"
_GAP = rf"[ {_ODD}]+"
_EDGE = re.compile(rf"^{_GAP}|{_GAP}$", re.M)
_ODD_SPACE = re.compile(rf"[{_ODD}]")
# Chinese marks carry their own space; after an ASCII mark the space goes only where both sides are Chinese.
_AFTER = re.compile(rf"(?<=[、。，；：？！“‘「『《〈（【…—]){_GAP}(?=\S)")
_BEFORE = re.compile(rf"(?<=\S){_GAP}(?=[、。，；：？！”’」』》〉）】…—])")
_ASCII = re.compile(rf"(?<=[{_HAN}”’」』》）)][,;:!?]){_GAP}(?=[{_HAN}“‘「『《])")
_DATE = re.compile(
    rf"(?<=[0-9]){_GAP}(?=[年月日号时時點点%％‰万萬亿億兆])|(?<=[0-9]年){_GAP}(?=[0-9]{{1,2}}{_GAP}?月)"
    rf"|(?<=[0-9]月){_GAP}(?=[0-9]{{1,2}}{_GAP}?[日号])|(?<=[0-9]),{_GAP}(?=[0-9]{{3}}(?![0-9]))"
)
_LETTERSPACED = re.compile(rf"(?<![{_HAN}])[{_HAN}](?:{_GAP}[{_HAN}]){{3,200}}(?![{_HAN}])")
_BETWEEN = re.compile(rf"(?<=[{_HAN}]){_GAP}(?=[{_HAN}])")
_PROSE = re.compile(r"[。，；！？,;!?]")
_SHORT = 4


def _run(text: str, at: int, step: int) -> int:
    """How many Han characters stand in one row from `at` on, counted up to one more than a short word."""
    count = 0
    while 0 <= at < len(text) and count <= _SHORT and "\u3400" <= text[at] <= "\u9fff":
        count, at = count + 1, at + step
    return count


def _between(text: str) -> Iterator[Change]:
    """Gaps between Han characters in lines of prose; a row of short words is a list of names and stays."""
    for m in _BETWEEN.finditer(text):
        start, end = text.rfind("\n", 0, m.start()) + 1, text.find("\n", m.end())
        window = text[max(start, m.start() - 200) : min(end if end >= 0 else len(text), m.end() + 200)]
        if not _PROSE.search(window):
            continue
        if _run(text, m.start() - 1, -1) <= _SHORT and _run(text, m.end(), 1) <= _SHORT:
            continue
        yield Change(m.start(), m.end(), "", "space.han")


def _deleted(pattern: re.Pattern[str], text: str, rule: str) -> list[Change]:
    return [Change(m.start(), m.end(), "", rule) for m in pattern.finditer(text)]


def tidy_spaces(aligned: AlignedText) -> AlignedText:
    """The text without odd spaces; the space between Chinese and Latin words is a style and stays."""
    aligned = aligned.apply(_deleted(_EDGE, aligned.text, "space.edge"))
    if " " not in aligned.text and not _ODD_SPACE.search(aligned.text):
        return aligned
    letterspaced = [
        Change(gap.start(), gap.end(), "", "space.han")
        for m in _LETTERSPACED.finditer(aligned.text)
        for gap in re.compile(_GAP).finditer(aligned.text, m.start(), m.end())
    ]
    aligned = aligned.apply(letterspaced)
    for pattern, rule in ((_AFTER, "space.mark"), (_BEFORE, "space.mark"), (_ASCII, "space.mark")):
        aligned = aligned.apply(_deleted(pattern, aligned.text, rule))
    dates = [
        Change(m.start() + (m.group()[0] == ","), m.end(), "", "space.number")
        for m in _DATE.finditer(aligned.text)
    ]
    aligned = aligned.apply(dates)
    aligned = aligned.apply(_between(aligned.text))
    return aligned.apply(
        Change(m.start(), m.end(), " ", "space.odd") for m in _ODD_SPACE.finditer(aligned.text)
    )
