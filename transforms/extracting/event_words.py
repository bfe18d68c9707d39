"""What may stand between a subject and its verb, and what opens a clause without being its subject."""

from __future__ import annotations

import re
from functools import cache

from transforms.extracting.masking import NUMBER, QUOTE, TIME
from transforms.seed_data import read_lines

_PREPOSITION = (
    r"(?:在|于|从|自|以|用|因|由于|为了?|就|围绕|与|和|跟|同|对|对于|向|给|通过|凭借|借助|利用|使用|根据|按照|随着|针对"
    r"|除了|除|经|经过|将|把|自从|比|每|到|当)"
)


@cache
def _adverb() -> str:
    words = sorted(read_lines("rules", "extracting", "event_adverbs.txt"), key=len, reverse=True)
    return rf"(?:{'|'.join(map(re.escape, words))}|[{TIME}{NUMBER}{QUOTE}\s“”「」()（）])"


@cache
def _gap() -> re.Pattern[str]:
    return re.compile(rf"(?:{_adverb()})*(?:{_PREPOSITION}[^，,。]{{1,28}})?")


@cache
def _adverbs() -> re.Pattern[str]:
    return re.compile(rf"(?:{_adverb()})*")


def is_gap(text: str) -> bool:
    """Whether masked text can stand between subject and verb: adverbs, times, one prepositional phrase."""
    return _gap().fullmatch(text) is not None


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
    return re.compile(rf"{_adverb()}$")
