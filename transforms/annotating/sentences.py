"""Sentences of a clean text, with their paragraphs."""

from __future__ import annotations

import re
from collections.abc import Callable

from transforms.annotations import Quotation, Sentence

_END = re.compile(r"[。！？!?]+[”’」』）)\"]*|\n+")
_TRAILER = re.compile(
    r"[，,]?[^。！？!?，,\n]{0,14}?(?:说|表示|称|道|指出|认为|坦言|补充|强调|透露|回应|感叹|评价)"
)
# After a quotation that ends a sentence, a longer clause is its speaker's only if nothing else is said in it.
_TRAILER_ALONE = re.compile(
    r"[，,]?[^。！？!?\n“「]{0,60}?(?:说|表示|称|道|指出|认为|坦言|补充|强调|透露|回应|感叹|评价|批评|解释|介绍|告诉[^，,。“「]{1,10})"
    r"(?:[。！？!?\n]|[，,：:]\s?[“「]|$)"
)
_OPENS = {"”": "“", "」": "「", "』": "『", '"': '"'}
_LED = re.compile(r"(?:说|表示|称|道|指出|坦言|强调|补充|透露|回应|直言|认为)[：:，,]?\s?$")
_GOES_ON = re.compile(
    r"[^。！？!?，,\n“「]{0,14}?(?:说|表示|称|道|指出|认为|坦言|补充|强调|透露|回应)[，,](?!\s?[“「])"
)
_FINAL = tuple("。！？!?…”」』）)")
_LONGEST = 2000
"""Characters; a quotation of many sentences has some hundred. What is longer is a text without full stops."""
_PAUSE = re.compile(r"[，,；;：:、\s]")


def split_sentences(text: str, quotations: tuple[Quotation, ...] = ()) -> tuple[Sentence, ...]:
    """Sentences in order; a line without sentence-final punctuation is a heading.

    A quotation is never cut, and `“…。”他说` stays one sentence with its speaker; but nothing is longer than
    2,000 characters, so that a text without full stops takes no longer than others. Offsets are clean.
    """
    out: list[Sentence] = []
    start = paragraph = 0
    inside = _inside(quotations)
    for match in _END.finditer(text):
        newline = match.group().startswith("\n")
        end = match.start() if newline else match.end()
        if not newline and (inside(match.start(), match.end()) or _speaker_follows(text, match.end())):
            continue
        if not newline and _in_title(text, match.start(), match.end()):
            continue
        start = _keep(out, text, start, end, paragraph)
        if newline:
            start = match.end()
            paragraph += 1
    _keep(out, text, start, len(text), paragraph)
    return tuple(out)


def _keep(out: list[Sentence], text: str, start: int, end: int, paragraph: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    stop = end
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    while stop - start > _LONGEST:
        pauses = [m.end() for m in _PAUSE.finditer(text, start + _LONGEST // 2, start + _LONGEST)]
        cut = pauses[-1] if pauses else start + _LONGEST
        out.append(Sentence(len(out), paragraph, start, start + len(text[start:cut].rstrip()), False))
        start = cut
        while text[start].isspace():  # `stop` is behind a character that is none
            start += 1
    if stop > start:
        heading = not text[start:stop].endswith(_FINAL)
        out.append(Sentence(len(out), paragraph, start, stop, heading))
    return end


def _inside(quotations: tuple[Quotation, ...]) -> Callable[[int, int], bool]:
    spans = [(q.start, q.end) for q in quotations]

    def check(start: int, end: int) -> bool:
        """Whether the sentence end lies within a quotation and does not close it."""
        return any(a <= start and end <= b for a, b in spans)

    return check


def _speaker_follows(text: str, at: int) -> bool:
    if text[at - 1] not in '”」』"' or not (_TRAILER.match(text, at) or _TRAILER_ALONE.match(text, at)):
        return False
    # `她说，“…。”她透露，…`: the quotation has its speaker before it.
    opened = text.rfind(_OPENS.get(text[at - 1], '"'), max(0, at - _LONGEST), at - 1)
    led = opened > 0 and _LED.search(text[max(0, opened - 6) : opened])
    return not (led and _GOES_ON.match(text, at))


def _in_title(text: str, start: int, end: int) -> bool:
    """Whether the mark stands inside a title: 《Monopoly Go!》."""
    opened = text.rfind("《", max(0, start - 40), start)
    closed = text.find("》", end - 1, end + 40)
    inner = text[opened + 1 : closed]
    return opened >= 0 and closed >= 0 and "》" not in inner and "《" not in inner and "\n" not in inner
