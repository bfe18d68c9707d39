"""A sentence in which every name, number, time and quotation is one private-use character.

Patterns over it stay short and linear: what is inside a name or a quotation cannot match, and every hit
maps back to clean offsets.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from transforms.annotations import Annotated, Mention, Quantity, Quotation, TimeSpan

PERSON, ORG, THING, PLACE, WORK = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004"
NUMBER, TIME, QUOTE = "\ue010", "\ue011", "\ue012"
ENTITY = "\ue000-\ue004"

_BY_KIND = {
    "person": PERSON,
    "organization": ORG,
    "product": THING,
    "model": THING,
    "hardware": THING,
    "place": PLACE,
    "work": WORK,
    "law": WORK,
    "dataset": WORK,
}
_SIGNS = {
    "P": PERSON,
    "O": ORG,
    "R": THING,
    "L": PLACE,
    "W": WORK,
    "N": NUMBER,
    "T": TIME,
    "Q": QUOTE,
    "E": f"[{ENTITY}]",
    "A": f"[{PERSON}{ORG}]",
}

Item = Mention | Quantity | TimeSpan | Quotation


@dataclass(frozen=True)
class Masked:
    """Masked text: character i stands for the clean span [starts[i], ends[i]) and, if masked, `items[i]`."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    items: tuple[Item | None, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Clean span of the masked span [start, end), which must not be empty."""
        return self.starts[start], self.ends[end - 1]

    def mention(self, index: int) -> Mention:
        """The mention that masked character `index` stands for; TypeError where it is none."""
        item = self.items[index]
        if not isinstance(item, Mention):
            raise TypeError(f"masked character {index} of {self.text!r} is no mention")
        return item

    def cut(self, start: int, end: int) -> Masked:
        """The part [start, end) of it."""
        part = slice(start, end)
        return Masked(self.text[part], self.starts[part], self.ends[part], self.items[part])


def pattern(source: str) -> re.Pattern[str]:
    """A regular expression over masked text.

    `{P}` stands for a person, `{O}` organization, `{R}` product, model or hardware, `{L}` place, `{W}` work,
    law or dataset, `{E}` any of these, `{A}` person or organization, `{N}` number, `{T}` time, `{Q}`
    quotation; KeyError for another letter.
    """
    return re.compile(re.sub(r"\{([A-Z])\}", lambda m: _SIGNS[m.group(1)], source))


def mask(annotated: Annotated, start: int, end: int, quotes: bool = True) -> Masked:
    """The masked form of the clean span [start, end).

    The Latin form or the share's code in brackets after a name belongs to it. A short quotation that is no
    speech (a name, a scare quote) stays readable; `quotes=False` masks none. Blanks between Han and Latin are
    left out.
    """
    inside: list[tuple[int, int, str, Item]] = []
    if quotes:
        inside += [
            (q.start - 1, q.end + 1, QUOTE, q)
            for q in _within(annotated.quotations, start, end)
            if start <= q.start - 1 and q.end + 1 <= end and _is_speech(annotated.text, q)
        ]
    for m in _within(annotated.mentions, start, end):
        inside.append((m.start, m.end, _BY_KIND[m.entity.kind], m))
    numbers = [n for n in _within(annotated.quantities, start, end) if n.unit != "rank"]  # words
    inside += [(n.start, n.end, NUMBER, n) for n in numbers]
    inside += [(t.start, t.end, TIME, t) for t in _within(annotated.times, start, end)]
    inside.sort(key=lambda i: (i[0], -i[1]))
    text: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    items: list[Item | None] = []
    at = start
    for a, b, sign, item in inside:
        if a < at:
            continue
        if _opens_bracket(annotated.text, at, a, b, item, items):
            ends[-1] = at = b + 1
            continue
        for i in range(at, a):
            if _is_typesetting(annotated.text, i, a):
                continue
            text.append(annotated.text[i])
            starts.append(i)
            ends.append(i + 1)
            items.append(None)
        text.append(sign)
        starts.append(a)
        ends.append(b)
        items.append(item)
        at = b
        if isinstance(item, Mention) and (codes := _CODES.match(annotated.text, b, end)):
            ends[-1] = at = codes.end()
    for i in range(at, end):
        if _is_typesetting(annotated.text, i, end):
            continue
        text.append(annotated.text[i])
        starts.append(i)
        ends.append(i + 1)
        items.append(None)
    return Masked("".join(text), tuple(starts), tuple(ends), tuple(items))


# The codes of a firm's shares, right after its name: （NYSE: NIO；HKEX: 9866）.
_CODES = re.compile(
    r"[（(](?:股票|股份|证券)?(?:代码|代号)?[：:\s]{0,2}"
    r"(?=[^）)\n]{0,40}(?:\d{3,6}|NYSE|NASDAQ|Nasdaq|HKEX|SEHK|US|HK))[A-Za-z0-9：:；;，,、./\s]{3,40}[）)]"
)


def _is_typesetting(text: str, at: int, item_at: int) -> bool:
    """Whether a blank only sets Han and Latin apart (`CEO 李健`, `推出 iPhone`): patterns do without it."""
    if text[at] != " ":
        return False
    return at + 1 >= item_at or not text[at + 1].isascii() or at == 0 or not text[at - 1].isascii()


T = TypeVar("T", Mention, Quantity, TimeSpan, Quotation)


def _within(items: tuple[T, ...], start: int, end: int) -> Iterator[T]:
    """The items, sorted by start, that lie in the clean span [start, end)."""
    for k in range(bisect_left(items, start, key=lambda i: i.start), len(items)):
        if items[k].start >= end:
            return
        if items[k].end <= end:
            yield items[k]


_SAID_BEFORE = re.compile(
    r"(?:(?:赞扬|称赞|盛赞|批评|指责|形容|评价|怒斥|嘲讽|抨击)[^，,。]{0,8}|[说称道喊：:]|表示|认为|坦言|直言|写道|强调|怒斥[^，,。]{0,2}|承诺|保证)$"
)


_SAID_RIGHT_BEFORE = re.compile(
    r"(?:(?<![人被俗简号名统自可堪戏昵尊])称|(?<![话听据来])说|[写说问喊答]道|表示|回应|坦言|直言|强调)[：:，,]?$"
)


def _is_speech(text: str, quotation: Quotation) -> bool:
    """Whether a quotation is hidden: long, a sentence, or right after a verb of saying."""
    words = text[quotation.start : quotation.end]
    if len(words) >= 12 or re.search(r"[，,。！!？?；;：:]", words):
        return True
    before = text[max(0, quotation.start - 12) : quotation.start - 1]
    if len(words) >= 5 and _SAID_BEFORE.search(before):
        return True
    if (
        len(words) >= 3
        and _SAID_RIGHT_BEFORE.search(before)
        and text[quotation.end + 1 : quotation.end + 2] in tuple("。，,；;！？\n")
    ):
        return True
    # A quotation that is a clause of its own goes on with what was said: `透露,…留任,“…”。`
    alone = before[-1:] in ("，", ",", "：", ":") and text[quotation.end + 1 : quotation.end + 2] in tuple(
        "。，,；;！？\n"
    )
    return len(words) >= 7 and alone


def _opens_bracket(text: str, at: int, start: int, end: int, item: Item, items: list[Item | None]) -> bool:
    """Whether the item is the bracketed other form of the name just masked."""
    if not items or not isinstance(item, Mention) or not isinstance(items[-1], Mention):
        return False
    same = item.entity.id == items[-1].entity.id
    return same and text[at:start].strip() in ("(", "（") and text[end : end + 1] in (")", "）")
