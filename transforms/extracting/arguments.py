"""What fills the roles around a trigger in a masked clause."""

from __future__ import annotations

import re

from transforms.annotations import Mention
from transforms.extracting.masking import ENTITY, NUMBER, ORG, PERSON, PLACE, QUOTE, THING, TIME, WORK, Masked
from transforms.facts import Filler

_LETTER = {PERSON: "P", ORG: "O", THING: "R", PLACE: "L", WORK: "W"}
_JOIN = r"(?:、|和|与|及|以及|，|,|还有|或)\s*"
_HEAD = re.compile(
    r"(?:大?模型|系列|手机|汽车|电动车|轿车|芯片|处理器|平台|软件|应用|系统|版本|版|公司|聊天机器人|机器人|服务|产品|车型|品牌|集团|项目|工具|这一|等)*"
)
_LINKER = re.compile(
    r"^(?:了|过|着|出|起|到|至|于|在|给|一|全新|新|新一代|最新|首款|一款|旗下|自家|自己|其|的|名为|叫|代号|[“「《])+"
)
_STOP = re.compile(
    r"[，,。；;：:！!？?]|并(?!购|行)|而(?!且)|以(?=[^及往后前来])|来(?=[^源自])|用于|从而|之后|以后|后$|时$|的(?:消息|计划|决定|同时|情况下|过程中|时候|原因)"
)


def letter(char: str) -> str:
    """The kind letter (P O R L W) of a masked entity character; empty for any other."""
    return _LETTER.get(char, "")


def entities_in(part: Masked, start: int, end: int, kinds: frozenset[str]) -> list[int]:
    """Masked positions of the entities of these kinds in [start, end)."""
    return [
        i for i in range(start, end) if letter(part.text[i]) in kinds and isinstance(part.items[i], Mention)
    ]


def words(part: Masked, start: int, end: int) -> str:
    """The clean words of a masked span."""
    return "".join(getattr(part.items[i], "surface", None) or part.text[i] for i in range(start, end))


def objects_after(part: Masked, at: int, kinds: frozenset[str]) -> tuple[Filler, ...]:
    """Fillers of the noun phrase that follows masked position `at`: entities, else the phrase itself.

    `的` after an entity hands on to the head behind it; what is joined by 、 or 和 fills the role too.
    """
    text = part.text
    stop = _STOP.search(text, at)
    end = stop.start() if stop else len(text)
    heads = [i for i in range(at, end) if re.match(f"[{ENTITY}]", text[i])]
    if not heads:
        return _phrase(part, at, end, kinds)
    first = heads[0]
    while True:
        owned = re.match(rf"的[^{ENTITY}]{{0,10}}([{ENTITY}])", text[first + 1 : end])
        if not owned:
            break
        first = first + 1 + owned.start(1)
    chosen = [first]
    rest = first + 1
    while joined := re.match(
        rf"{_HEAD.pattern}{_JOIN}(?:[^{ENTITY}，,。]{{0,6}}的)?([{ENTITY}])", text[rest:end]
    ):
        rest += joined.start(1)
        chosen.append(rest)
        rest += 1
    tail = text[rest:end]
    after = _HEAD.match(tail)
    if len(chosen) == 1 and after and re.match(r"的?[一-鿿]{2,}", tail[after.end() :]) and not _verbal(tail):
        return _phrase(part, at, end, kinds)
    found = tuple(Filler(part.mention(i).entity) for i in chosen if letter(text[i]) in kinds)
    return found or _phrase(part, at, end, kinds)


def _verbal(tail: str) -> bool:
    return bool(
        re.match(
            r"(?:大?模型|公司)?(?:在|于|是|将|已|能|可|会|都|也|就|以|为|来|进行|作为|使|被|[\ue010\ue011])",
            tail,
        )
    )


def _phrase(part: Masked, at: int, end: int, kinds: frozenset[str]) -> tuple[Filler, ...]:
    if "*" not in kinds:
        return ()
    begin = at
    linker = _LINKER.match(part.text[at:end])
    if linker:
        begin += linker.end()
    if end - begin < 2 or end - begin > 30:
        return ()
    phrase = words(part, begin, end).strip(" “”「」的了")
    return (Filler(phrase=phrase),) if len(phrase) >= 2 else ()


def masked_time(char: str) -> bool:
    """Whether a masked character stands for a time, a number or a quotation."""
    return char in (TIME, NUMBER, QUOTE)
