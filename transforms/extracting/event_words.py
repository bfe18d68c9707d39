"""What may stand between a subject and its verb, and what opens a clause without being its subject."""

from __future__ import annotations

import re
from functools import cache

from transforms.extracting.clauses import Clause
from transforms.extracting.masking import ENTITY, NUMBER, QUOTE, TIME
from transforms.seed_data import read_lines

_PREPOSITION = (
    r"(?:在|于|从|自从|自|以|用|因|由于|为了?|围绕|与|和|跟|同|对于|对|向|给|通过|凭借|借助|利用|使用|基于|依托|根据|按照|随着|随|针对|继"
    r"|除了|除|经过|经|将|把|比|每|到|当|联合|携手|联手|带着|带领|率领|携|接替|取代)"
)
_LEAD = r"(?:[^，,。]{1,12}(?:之后|以后|之前|后|前|以来|时|期间))?"
_AGE = rf"(?:成立|上线|创立)[^，,。{ENTITY}]{{0,3}}[{NUMBER}{TIME}]"


_DESCRIBED = re.compile(
    rf"^(?:其中|而|另一?[家款个]|这[家款]|一[家款])?[^，,。的]{{0,20}}?(?:创办|创立|成立|发布|推出|上市|开发|研发|打造|上线|开售|生产|创建|收购|投资|开源)"
    rf"的[^，,。的{ENTITY}]{{0,12}}([{ENTITY}])(?:系列)?"
)


def described(clause: Clause) -> int | None:
    """Masked offset of the name that a clause of one noun phrase ends with (由O前员工创办的公司X，去年…)."""
    match = _DESCRIBED.fullmatch(clause.text)
    return match.start(1) if match else None


@cache
def _adverb() -> str:
    words = sorted(read_lines("rules", "extracting", "event_adverbs.txt"), key=len, reverse=True)
    listed = "|".join(map(re.escape, words))
    code = r"[（(][0-9A-Za-z.:：\s-]{2,18}[)）]"
    return rf"(?:{_AGE}|{code}|{listed}|[{TIME}{NUMBER}{QUOTE}\s“”「」()（）])"


@cache
def _gap() -> re.Pattern[str]:
    return re.compile(rf"(?:{_adverb()})*+(?:{_PREPOSITION}[^，,。]{{0,28}})?")


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"{_LEAD}(?:{_adverb()})*+(?:{_PREPOSITION}[^，,。]{{0,28}})?")


@cache
def _adverbs() -> re.Pattern[str]:
    return re.compile(rf"(?:{_adverb()}|将|会)*+")


def is_gap(text: str) -> bool:
    """Whether masked text can stand between subject and verb: adverbs, times, one prepositional phrase."""
    return _gap().fullmatch(text) is not None


def is_opening(text: str) -> bool:
    """Whether masked text can open a clause that leaves its subject out: as `is_gap`, or 回国后 before it."""
    return _opening().fullmatch(text) is not None


def is_adverbial(text: str) -> bool:
    """Whether masked text is adverbs, auxiliaries and times only."""
    return _adverbs().fullmatch(text) is not None


def without_adverbs(text: str) -> tuple[int, int]:
    """Masked [start, end) of `text` without the adverbs at its two ends; empty where nothing is left."""
    lead = _adverbs().match(text)
    start = lead.end() if lead else 0
    end = len(text)
    while end > start:
        tail = _trailing().search(text[start:end])
        if not tail:
            break
        end = start + tail.start()
    return start, end


@cache
def _trailing() -> re.Pattern[str]:
    return re.compile(rf"(?:{_adverb()}|将|(?<![事员协工商议国大])会)$")
