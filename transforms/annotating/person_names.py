"""Names of persons in Chinese script that the registry does not know."""

from __future__ import annotations

import re
from functools import cache

from transforms.annotating.candidate import Candidate
from transforms.annotating.lexicons import titles, words
from transforms.annotating.registry import Registry, entity_id, key_of
from transforms.annotations import Entity
from transforms.word_counts import word_counts

_DOT = re.compile(r"[·•・‧]")
_BRACKET = re.compile(r"\s?[(（]([A-Z][A-Za-z.\-'’“”\" ]{1,40})[)）]")
_NEXT = re.compile(
    r"[，,。、；;：:！!？?\s)）(（”」]|表示|认为|透露|指出|称|说|在|也|曾|则|对|向|与|和|及|于|等|宣布|接受|出任|担任|将|已|的|告诉|介绍|回应"
    r"|强调|坦言|直言|还|又|就|从|并|为|是|被|离|加|创|任|卸|辞|领|率|牵|看|写|补|解|预|相信|觉得|提到|分析|评价|发文|发布|推出|带|任|指[，,：:]|$"
)
# Family names that are also function words: more often they follow a foreign name than they are part of it.
_COMMON = 1000
_FUNCTION = frozenset("向于时应解单常管关从曾任战党商还对")
_SPEAKS = re.compile(
    r"(?:[对向][^，,。]{2,8}?)?(?:表示|认为|透露|指出|称|说|告诉|介绍|强调|坦言)|指?[，,、（(]"
)
_STOP_GIVEN = frozenset(
    "的了在是和与及对向为被把将从给等这那说称表认也就都已曾将会还又并而或、，。先女者因以由到能要上下今昨本该至"
)


@cache
def transliteration() -> frozenset[str]:
    """Characters that foreign names are written with."""
    single = (s for s in words("surnames.txt") if len(s) == 1 and s not in _FUNCTION)
    return frozenset("".join((*words("transliteration.txt"), *single)))


@cache
def _titled() -> re.Pattern[str]:
    alternatives = "|".join(re.escape(t) for t in titles() if len(t) > 1)
    surnames = "|".join(sorted(words("surnames.txt"), key=lambda s: -len(s)))
    return re.compile(rf"(?:{alternatives})[：: ]?(?=((?:{surnames})([一-鿿]{{1,3}})))")


@cache
def _speaking() -> re.Pattern[str]:
    surnames = "|".join(sorted(words("surnames.txt"), key=lambda s: -len(s)))
    verbs = "|".join(
        (
            "表示|认为|透露|指出|坦言|强调|直言|介绍|告诉|回应称|分析称|补充道|写道|说",
            *words("person_verbs.txt"),
        )
    )
    return re.compile(
        rf"(?:^|(?<=[，,。；;\n”」的]))((?:{surnames})[一-鿿]{{1,2}}?)"
        rf"(?=(?:也|还|曾|则|就|对此|此前|随后|已|将|正式)?(?:{verbs}))",
        re.M,
    )


@cache
def _founding() -> re.Pattern[str]:
    surnames = "|".join(sorted(words("surnames.txt"), key=lambda s: -len(s)))
    name = rf"(?:{surnames})[一-鿿]{{1,2}}?"
    return re.compile(
        rf"由({name})(?:(?:与|和|、)({name}))?(?:等人?)?(?:共同|联合|一手)?(?:创立|创办|创建|执掌|掌舵|接任|担任)"
    )


def find_persons(text: str, registry: Registry) -> list[Candidate]:
    """Dotted transliterations, names after a title, and names before a verb of speech. Clean offsets."""
    found = [*_dotted(text, registry), *_after_title(text, registry), *_before_speech(text, registry)]
    return [*found, *_foreign(text, registry), *_founders(text, registry), *_assumed(text, registry)]


@cache
def _titled_foreign() -> re.Pattern[str]:
    alternatives = "|".join(re.escape(t) for t in titles() if len(t) > 1)
    return re.compile(rf"(?:{alternatives})[：: ]?([{''.join(words('transliteration.txt'))}]{{4,8}})")


def _foreign(text: str, registry: Registry) -> list[Candidate]:
    """`政府发言人米洛舍维奇回应`: a family name alone, four characters of transliteration or more."""
    out = []
    for match in _titled_foreign().finditer(text):
        end = match.end(1)
        while end - match.start(1) > 4 and _runs_on(text, end):
            end -= 1
        if _ends(text, end) or text[end : end + 1] in ("周", "昨", "今", "当", "上"):
            name = text[match.start(1) : end]
            out.append(Candidate(match.start(1), end, person(name, registry), "title"))
    return out


_ASSUMED = re.compile(r"([一-鿿]{2,3})[（(](?:化名|音译?|笔名|网名)[）)]")


def _assumed(text: str, registry: Registry) -> list[Candidate]:
    """`老邱（化名）`: a name of two or three characters that is said to be assumed."""
    out = []
    for match in _ASSUMED.finditer(text):
        name = match.group(1)
        cut = 0 if name[0] in "老小阿" or name[0] in words("surnames.txt") else 1
        if len(name) - cut >= 2:
            out.append(Candidate(match.start(1) + cut, match.end(1), person(name[cut:], registry), "title"))
    return out


def person(name: str, registry: Registry) -> Entity:
    """The registry's person of this name, else a discovered one; its middle dots are written `·`."""
    name = _DOT.sub("·", name)
    known = registry.keys.get(key_of(name))
    return known or Entity(entity_id("person", name), name, "person", "discovered")


def _dotted(text: str, registry: Registry) -> list[Candidate]:
    out: list[Candidate] = []
    letters, end = transliteration(), 0
    for dot in _DOT.finditer(text):
        if dot.start() < end:
            continue
        start = dot.start()
        while start > end and text[start - 1] in letters and dot.start() - start < 7:
            start -= 1
        start = _after_last_title(text, start, dot.start())
        end = dot.end()
        while end < len(text) and (text[end] in letters or _DOT.match(text[end])) and end - dot.end() < 16:
            end += 1
        while end - dot.end() > 1 and _runs_on(text, end):
            end -= 1  # 帕特·基辛格加入…: 加入 is a word
        if dot.start() - start >= 1 and end - dot.end() >= 1 and text[end - 1] in letters:
            out.append(Candidate(start, end, person(text[start:end], registry), "dotted"))
    return out


def _runs_on(text: str, end: int) -> bool:
    """Whether the last character and the next make a common word: 基辛格|加入, not 基辛格加|入."""
    pair = text[end - 1 : end + 1]
    return len(pair) == 2 and word_counts().get(pair, 0) > _COMMON


def _after_last_title(text: str, start: int, end: int) -> int:
    """A title that the transliteration characters run into (`董事达…`) is cut off the name."""
    for title in titles():
        at = text.find(title, max(0, start - len(title) + 1), end)
        if at != -1 and at + len(title) > start and at + len(title) < end:
            return at + len(title)
    return start


def _after_title(text: str, registry: Registry) -> list[Candidate]:
    out: list[Candidate] = []
    for match in _titled().finditer(text):
        start = match.start(1)
        surname = len(match.group(1)) - len(match.group(2))
        for given in (2, 1):
            end = start + surname + given
            rest = text[start + surname : end]
            name = text[start:end]
            if name[0] in _FUNCTION and not (given == 2 and _SPEAKS.match(text, end)):
                break
            if len(rest) == given and _is_given(rest) and _is_no_word(name) and _ends(text, end):
                out.append(Candidate(start, end, person(text[start:end], registry), "title"))
                break
    return out


def _ends(text: str, end: int) -> bool:
    """Whether a name can end here: before a mark, a function word, a verb or another common word."""
    return bool(_NEXT.match(text, end)) or word_counts().get(text[end : end + 2], 0) > _COMMON // 2


def _is_no_word(name: str) -> bool:
    """方案 and 安全 begin with a family name, and are none."""
    return word_counts().get(name, 0) < _COMMON // 3 and name not in words("modern_words.txt")


def _is_given(name: str) -> bool:
    return not _STOP_GIVEN & set(name) and all("一" <= c <= "鿿" for c in name)


def _before_speech(text: str, registry: Registry) -> list[Candidate]:
    out = []
    for match in _speaking().finditer(text):
        if (
            match.group(1)[0] not in _FUNCTION
            and not _STOP_GIVEN & set(match.group(1)[1:])
            and _is_no_word(match.group(1))
        ):
            out.append(Candidate(*match.span(1), person(match.group(1), registry), "speech"))
    return out


def _founders(text: str, registry: Registry) -> list[Candidate]:
    """`由某某与某某共同创立`: who founds or leads."""
    return [
        Candidate(*match.span(k), person(match.group(k), registry), "title")
        for match in _founding().finditer(text)
        for k in (1, 2)
        if match.group(k) and _is_no_word(match.group(k))
    ]


def bracketed_latin(text: str, end: int) -> tuple[int, int] | None:
    """Span of the Latin form in brackets right after a name that ends at `end`."""
    match = _BRACKET.match(text, end)
    return match.span(1) if match else None
