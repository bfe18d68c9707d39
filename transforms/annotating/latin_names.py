"""Names in Latin script that the registry does not know."""

from __future__ import annotations

import re
from functools import cache

from transforms.annotating.candidate import Candidate
from transforms.annotating.kinds import guess_kind
from transforms.annotating.lexicons import words
from transforms.annotating.registry import Registry, entity_id, key_of
from transforms.annotations import Entity

_URL = re.compile(
    r"https?://[^\s，。)）]+|(?<![a-z0-9.\-])(?:www\.)?[a-z0-9\-]+(?:\.[a-z0-9\-]+)*\.(?:com|cn|net|org|io)\b[^\s，。]*"
)
_TOKEN = r"(?:[A-Z0-9][A-Za-z0-9]*|[a-z]{1,3}[A-Z][A-Za-z0-9]*)(?:[.&\-'’][A-Za-z0-9]+)*\+?"
_RUN = re.compile(rf"(?<![A-Za-z0-9.\-@/]){_TOKEN}(?: (?:{_TOKEN}))*")
# 09863.HK, NYSE:NIO, SZ:002594: the code of a share says which firm is meant, and names none.
_TICKER = re.compile(
    r"(?<![A-Za-z0-9])(?:\d{4,6}\.(?:HK|SH|SZ|TW|TWO|KS|T|US|BJ)|(?:HK|SH|SZ|NYSE|NASDAQ|Nasdaq|TWSE|LSE|HKEX|SEHK)\s?[：:]\s?[A-Z0-9]{1,6}"
    r"|[A-Z]{1,5}\.(?:US|N|O|OQ))(?![A-Za-z0-9])"
)
_LETTER = re.compile(r"[A-Za-z]")
# `Parlance AI今年`: the firm's name; `Parlance AI芯片`: what it makes.
_AI_THING = re.compile(
    r"\s?(?:大?模型|芯片|助手|应用|产品|技术|研究|服务|工具|平台|功能|业务|部门|团队|实验|手机|眼镜|电脑|云|系统|机器人|公司|的大?模型|搜索|编程|加速)"
)
_UNIT = re.compile(
    r"\d[\d.,]*(?:[KMGTBkmgt][Bb]?|nm|mm|cm|km|kg|GHz|MHz|kWh|GWh|MWh|TWh|W|V|Hz|mAh|TOPS|fps|K|P)?\+?$"
)


@cache
def _stop() -> frozenset[str]:
    return frozenset(words("latin_stop.txt"))


def find_latin(text: str, taken: list[Candidate], registry: Registry) -> list[Candidate]:
    """Runs of capitalised Latin words outside known names and URLs, typed by neighbours. Clean offsets."""
    blocked = bytearray(len(text))
    for start, end in [
        *((c.start, c.end) for c in taken),
        *(m.span() for f in (_URL, _TICKER) for m in f.finditer(text)),
    ]:
        blocked[start:end] = b"\1" * (end - start)
    out: list[Candidate] = []
    for match in _RUN.finditer(text):
        for start, end in _free_parts(match.start(), match.end(), blocked):
            trimmed = _trim(text, start, end)
            if trimmed:
                out.append(Candidate(*trimmed, _entity(text, *trimmed, registry), "latin"))
    return out


def _free_parts(start: int, end: int, blocked: bytearray) -> list[tuple[int, int]]:
    """The parts of [start, end) that no known name or URL covers."""
    free = [i for i in range(start, end) if not blocked[i]]
    firsts = [i for i in free if i == start or blocked[i - 1]]
    lasts = [i + 1 for i in free if i + 1 == end or blocked[i + 1]]
    return list(zip(firsts, lasts, strict=True))


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The run without stop words at its ends; None where nothing that looks like a name is left."""
    tokens = [(start + m.start(), start + m.end()) for m in re.finditer(r"\S+", text[start:end])]
    while tokens and _is_stop(text[slice(*tokens[0])]):
        tokens = tokens[1:]
    while tokens and _is_stop(text[slice(*tokens[-1])]) and not _is_ai_of_name(text, tokens):
        tokens = tokens[:-1]
    if not tokens:
        return None
    name = text[tokens[0][0] : tokens[-1][1]]
    if len(_LETTER.findall(name)) < 2 or len(name) > 40:
        return None
    return tokens[0][0], tokens[-1][1]


def _is_ai_of_name(text: str, tokens: list[tuple[int, int]]) -> bool:
    """Whether the last word is the AI of a name such as Scale AI."""
    if len(tokens) < 2 or text[slice(*tokens[-1])] != "AI" or _is_stop(text[slice(*tokens[-2])]):
        return False
    return not _AI_THING.match(text, tokens[-1][1])


def _is_stop(token: str) -> bool:
    return token in _stop() or bool(_UNIT.match(token)) or not _LETTER.search(token)


def _entity(text: str, start: int, end: int, registry: Registry) -> Entity:
    name = text[start:end]
    if known := registry.keys.get(key_of(name)):
        return known
    kind = guess_kind(text, start, end)
    return Entity(entity_id(kind, name), name, kind, "discovered")
