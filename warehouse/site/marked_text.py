"""The text of a document with all that is known of it: every edit, mention and fact, at its place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from itertools import pairwise
from typing import Final

from markupsafe import Markup

from transforms.aligned import Edit
from warehouse.printable import printable
from warehouse.site.pages import entity_page, file_name

LONGEST: Final = 600
"""A longer deletion (the head of a web page, say) is shown by its ends."""
_KEPT: Final = frozenset("\n\t")


@dataclass(frozen=True)
class Mention:
    """A name in the text, in raw offsets."""

    start: int
    end: int
    entity_id: str


@dataclass(frozen=True)
class Stated:
    """A place that states the fact with this number on the page; `place_no` counts the fact's places."""

    start: int
    end: int
    number: int
    fact_id: str
    place_no: int = 0


def marked_text(
    raw: str, edits: Sequence[Edit], mentions: Sequence[Mention], stated: Sequence[Stated], root: str = "../"
) -> Markup:
    """The raw text as HTML: edits are <del> and <ins>, facts <mark data-f="numbers">, mentions links.

    The style sheet shows the clean text (without what is deleted), the raw one (without what is inserted) or
    both. In front of the words of a fact stands a link to its card, with the id that leads to the words.
    """
    spans = [
        *((one.start, one.end) for one in edits),
        *((one.start, one.end) for one in mentions),
        *((one.start, one.end) for one in stated),
    ]
    bounds = sorted(
        {0, len(raw)} | {edge for start, end in spans for edge in (start, end) if 0 <= edge <= len(raw)}
    )
    starting: dict[int, list[Stated]] = {}
    for one in stated:
        starting.setdefault(one.start, []).append(one)
    edit_at = _covering([(edit.start, edit.end) for edit in edits])
    # Of mentions within mentions the innermost one is linked: the last in this order.
    by_width = sorted(mentions, key=lambda one: one.start - one.end)
    owner: dict[int, Mention] = {}
    for mention in by_width:
        for k in range(bisect_right(bounds, mention.start) - 1, bisect_right(bounds, mention.end - 1)):
            owner[k] = mention
    facts = _numbers(bounds, stated)
    out: list[str] = []
    marked: str | None = None
    for k, (start, end) in enumerate(pairwise(bounds)):
        if facts.get(k) != marked:
            out.append("</mark>" if marked else "")
            marked = facts.get(k)
            out.append(f'<mark data-f="{marked}">' if marked else "")
        out += [_anchor(one) for one in sorted(starting.get(start, ()), key=lambda one: one.number)]
        which = edit_at(start)
        body = visible(raw[start:end]) if which is None else _edited(edits[which], start, end)
        if k in owner:
            body = f'<a class=e href="{root}{entity_page(owner[k].entity_id)}">{body}</a>'
        out.append(body)
    out.append("</mark>" if marked else "")
    return Markup("".join(out))


def visible(text: str) -> str:
    """The text as HTML; line breaks and tabs stay, other control characters are shown as escapes."""
    if not text.isprintable():
        text = "".join(map(_shown, text))
    return escape(text)


@lru_cache(4096)
def _shown(one: str) -> str:
    return one if one in _KEPT else printable(one)


def _edited(edit: Edit, start: int, end: int) -> str:
    """A piece of an edit; what is inserted stands beside its own character, or else in the first piece."""
    before = edit.before[start - edit.start : end - edit.start]
    if len(edit.after) == len(edit.before):
        after = edit.after[start - edit.start : end - edit.start]
    else:
        after = edit.after if start == edit.start else ""
    rule = escape(printable(edit.rule))
    if len(before) > LONGEST:
        left_out = f"<span class=cut>… {len(before) - LONGEST // 2:,} characters …</span>"
        shown = visible(before[: LONGEST // 4]) + left_out + visible(before[-LONGEST // 4 :])
    else:
        shown = visible(before)
    inserted = f"<ins>{visible(after)}</ins>" if after else ""
    return f'<del title="{rule}">{shown}</del>{inserted}'


def _anchor(one: Stated) -> str:
    name = file_name(one.fact_id)
    place = f"-{one.place_no}" if one.place_no else ""
    attributes = f'id=w-{name}{place} href=#{name} aria-label="fact {one.number}"'
    return f"<a class=n {attributes}>{one.number}</a>"


def _covering(spans: Sequence[tuple[int, int]]) -> Callable[[int], int | None]:
    starts = [start for start, _ in spans]

    def covering(at: int) -> int | None:
        k = bisect_right(starts, at) - 1
        return k if k >= 0 and at < spans[k][1] else None

    return covering


def _numbers(bounds: Sequence[int], stated: Sequence[Stated]) -> dict[int, str]:
    found: dict[int, set[int]] = {}
    for one in stated:
        for k in range(bisect_right(bounds, one.start) - 1, bisect_right(bounds, one.end - 1)):
            found.setdefault(k, set()).add(one.number)
    return {k: " ".join(map(str, sorted(numbers))) for k, numbers in found.items()}
