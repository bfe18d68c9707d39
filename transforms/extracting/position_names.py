"""Titles that stand before a person's name: `O首席执行官P`, `O的前T1、现任O2T2P`, `O的T1P1和T2P2`, `CEOP`."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass, replace

from transforms.annotations import Entity
from transforms.extracting.masking import ENTITY, ORG, PERSON, PLACE, THING
from transforms.extracting.passages import Passage
from transforms.extracting.position_titles import (
    is_founder,
    is_office,
    split_titles,
    title_at_end,
    without_lead,
)

_REACH = 48
_WORDS = re.compile(r"[一-鿿A-Za-z0-9&+/·.\-]+$")
_BREAK = re.compile(
    r"(?:[的了着过在把被将由向对给让称说是为时]|聘请|任命|提拔|宣布|邀请|解雇|开除|罢免|采访|对话|专访|感谢|批评|起诉|发布|推出|加入|来自|及其|以及其|包括|例如"
    r"|现任|时任|前任|新任|前(?!端|沿|台)|原(?!创|料|生)|也|以及|同时|随后|另一位|另一名|任教|担任|曾任|使|叫|而|但|表示|认为|根据|据)"
)
_JOINER = re.compile(r"(?:兼任?|和|与|及|以及|、)$")
_STATUS = re.compile(r"(?:现任|时任|新任|现|原|前)$")
_AND_NOW = re.compile(r"(?:、|，|,|兼|和|现任|时任|现|目前|现为|是)+$")
_LINK = re.compile(r"(?:公司|集团|旗下|品牌)?的?$")
_DUTY = re.compile(rf"([{ORG}])(?:公司)?的?(?:负责|主管|分管|管理|主导)[^，,。{ENTITY}]{{1,12}}的$")


@dataclass(frozen=True, slots=True)
class Held:
    """A title that `person` holds at `firm`, None where unknown; `start:end` masked.

    `listed`: the name before it in a list has a title without its firm too.
    """

    person: Entity
    title: str
    firm: Entity | None
    start: int
    end: int
    reasons: tuple[str, ...] = ()
    listed: bool = False


def titles_before_names(passage: Passage) -> Iterator[Held]:
    """All titles right before a name. Those of the last name in a list share the firm of the first."""
    shared: Entity | None = None
    unnamed = False
    last = -1
    for person in (i for i, c in enumerate(passage.text) if c == PERSON):
        found = list(_read(passage, person))
        between = passage.text[last + 1 : found[0].start if found else person] if last >= 0 else ""
        near = re.fullmatch(r"(?:、|和|与|及|以及)", between) is not None
        for held in found:
            if held.firm is None and near and shared is not None:
                yield replace(held, firm=shared, reasons=("employer shared",))
            elif near and unnamed and (held.firm is None or held.firm.kind == "product"):
                team = passage.words(held.start, held.start + 1) if held.firm else ""
                yield replace(held, title=team + held.title, firm=None, listed=True)
            else:
                yield held
        unnamed = (any(h.firm is None for h in found) and not (near and shared)) or (near and unnamed)
        first = next((h.firm for h in found if h.firm is not None), None)
        shared = first or (shared if near else None)
        last = person


def _read(passage: Passage, person: int) -> Iterator[Held]:
    text = passage.text
    floor = max(0, person - _REACH, text.rfind(PERSON, 0, person) + 1)
    end = person
    while end > floor and text[end - 1] in "：:":
        end -= 1
    titles, end = _titles_back(text, floor, end)
    if not titles:
        return
    start = yield from _group(passage, person, floor, end, titles)
    join = _AND_NOW.search(text[floor:start])
    if join and title_at_end().search(text[floor : floor + join.start()]):
        titles, end = _titles_back(text, floor, floor + join.start())
        yield from _group(passage, person, floor, end, titles)


def _group(
    passage: Passage, person: int, floor: int, end: int, titles: list[str]
) -> Generator[Held, None, int]:
    """The titles that begin at `end` with their firm; returns where the whole begins."""
    firm, start = _firm_back(passage, floor, end, titles)
    for title in titles:
        for one in split_titles(title):
            own = one if firm is not None else without_lead(one)
            if own is not None:
                yield Held(passage.entity(person), own, firm, start, person + 1)
    return start


def _titles_back(text: str, floor: int, end: int) -> tuple[list[str], int]:
    """Titles that end at `end`, joined by 兼, 和, 、; and where the first of them begins."""
    titles: list[str] = []
    link = ""
    while match := title_at_end().search(text[floor:end]):
        start = floor + match.start()
        words = _WORDS.search(text[floor:start])
        lead = _after_breaks(words.group() if words else "")
        lead = _after_joiner(text[floor : start - len(lead)], lead)
        begin = start - len(lead)
        status = re.search(r"(?:前任?|原)$", text[floor:begin])
        title = ("前" if status else "") + text[begin:end]
        if link.startswith("兼") and not (is_founder(title) or is_founder(titles[0])):
            titles[0] = title + link + titles[0]  # 董事长兼总裁 is one post
        else:
            titles.insert(0, title)
        begin -= len(status.group()) if status else 0
        end = begin
        joiner = _JOINER.search(text[floor:end])
        if joiner is None or not title_at_end().search(text[floor : floor + joiner.start()]):
            break
        link = joiner.group()
        end = floor + joiner.start()
    return titles, end


def _after_breaks(words: str) -> str:
    cuts = list(_BREAK.finditer(words))
    return words[cuts[-1].end() :] if cuts else words


def _after_joiner(before: str, lead: str) -> str:
    """The words after the last joiner that follows a title or a name; elsewhere the joiner is theirs."""
    for match in reversed(list(re.finditer(r"兼任?|以及|和|与|及", lead))):
        left = before + lead[: match.start()]
        if title_at_end().search(left) or re.search(f"[{ENTITY}]$", left):
            return lead[match.end() :]
    return lead


def _firm_back(passage: Passage, floor: int, end: int, titles: list[str]) -> tuple[Entity | None, int]:
    """The firm before the titles that begin at `end`, and where the whole begins."""
    text = passage.text
    while end > floor and (status := _STATUS.search(text[floor:end])):
        end = floor + status.start()
    if duty := _DUTY.search(text[floor:end]):
        return passage.entity(floor + duty.start(1)), floor + duty.start()
    link = _LINK.search(text[floor:end])
    at = floor + link.start() if link else end
    head = at - 1
    if head < floor or text[head] not in (ORG, PLACE, THING):
        return None, end
    if text[head] == PLACE:
        if is_office(titles[-1]):
            return passage.entity(head), head
        if head - 1 >= floor and text[head - 1] == ORG:
            return passage.entity(head - 1), head - 1
        return None, end
    return passage.entity(head), head
