"""Ranks: 排名第三, 位居榜首, 登上…第一名, 退居次席, 分列第三至第五位."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from transforms.extracting.clauses import Clause
from transforms.extracting.masking import ENTITY

_DIGITS = {c: n for n, c in enumerate("一二三四五六七八九十", 1)}
_NAMED = {
    **dict.fromkeys(("榜首", "首位", "冠军", "头名", "首席", "头把交椅", "龙头位置"), 1),
    **dict.fromkeys(("次席", "亚军", "次位", "榜眼"), 2),
    **dict.fromkeys(("季军", "探花"), 3),
}
_NOT_A_PLACE = r"(?![一-鿿]?(?:季|代|次|届|年|期|财|批|轮|座|家|款|阶段|大))"
_NTH = rf"第(?:[一二三四五六七八九十]|\d{{1,3}})(?:名|位)?{_NOT_A_PLACE}"
_VERB = (
    "排名|位列|位居|名列|位于|高居|跻身|排在|排到|分列|分居|升至|跌至|降至|滑落至|下滑至|上升至|攀升至|重回|重返|夺回|蝉联|稳居|稳坐|占据|保持|退居"
    "|退至|居于|登上|登顶|夺得|拿下|摘得|屈居|居|排|列"
)
_PLACE = re.compile(
    rf"(?P<verb>{_VERB})(?P<of>[^，,。；;第榜]{{0,18}}?)"
    rf"(?:(?P<chart>[^，,。；;第{ENTITY}]{{0,6}}榜)?(?:单|的)?(?P<nth>{_NTH}(?:(?:、|和|与|及|至|到)(?:{_NTH}|[四五六七八九十](?:名|位)))*)"
    rf"|(?P<top>{'|'.join(_NAMED)}))"
    r"|(?P<first>(?<![一-鿿]排名)(?:高居|稳居|位居|排名)?居首|登顶(?=[^一-鿿]|$)|位列第一|领跑(?=$|全球|中国|国内|市场|行业))"
)
_ONE = re.compile(r"([一二三四五六七八九十]|\d{1,3})(?:名|位)?")


@dataclass(frozen=True, slots=True)
class Rank:
    """Ranks stated in a clause by one verb: their values, the words, and their masked span."""

    values: tuple[int, ...]
    label: str
    start: int
    end: int


def find_ranks(clause: Clause) -> Iterator[Rank]:
    """The ranks that the clause states."""
    for match in _PLACE.finditer(clause.text):
        if match.group("first"):
            yield Rank((1,), match.group("first"), match.start(), match.end())
            continue
        values = _values(match.group("nth")) if match.group("nth") else (_NAMED[match.group("top")],)
        label = match.group("chart") or match.group("verb")
        yield Rank(values, label, match.start(), match.end())


def _values(words: str) -> tuple[int, ...]:
    """The places named one by one, or from the first to the last of a span (第三至第五位)."""
    found = [int(d) if d.isdigit() else _DIGITS[d] for d in _ONE.findall(words.replace("第", ""))]
    if re.search("至|到", words) and len(found) == 2 and found[0] < found[1]:
        return tuple(range(found[0], found[1] + 1))
    return tuple(found)
