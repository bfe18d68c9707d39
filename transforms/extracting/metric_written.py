"""Owners of figures that no name marks: a code, `X的`, a market, a plant, a unit of a firm."""

from __future__ import annotations

import re

from transforms.extracting.clauses import Clause
from transforms.extracting.masking import ENTITY, PLACE, TIME
from transforms.extracting.metric_referents import readable
from transforms.extracting.metric_things import by_code
from transforms.facts import Filler

LEAD = re.compile(
    rf"^(?:[{TIME}\s]|其中|而|但|不过|同时|此外|另外|目前|截至|今年|去年|全年|本季|上季|当时|期间|届时|随后|并|也|还|‧|-|\d、)*"
)
_CODE = re.compile(
    r"^([A-Z][A-Za-z+-]{0,8}\d[0-9A-Za-z.]*|[A-Z]+[a-z][A-Za-z]*(?: ?\d[0-9A-Za-z.]*)?)(?![A-Za-z])"
)
_NAMED = re.compile(
    r"^(?!.*(?:[了着过这那本上下去今前每全第]|同期|公司|集团|该|其))([一-鿿A-Za-z0-9]{2,10})的$"
)
_OTHERS = re.compile(rf"((?:其他|其余|其它|另外)(?:[一-鿿]{{2,6}}?))(?:的|则|也|[{TIME}\s]|共|累计|合计)*$")
LINE = re.compile(r"[^该这有相上]{1,10}(?:业务|板块|部门|事业部|事业群)")
_UNIT = re.compile(r"^[一-鿿A-Za-z0-9]{1,10}(?:部门|事业部|事业群|子公司|板块|业务)的?$")
_VENTURE = re.compile(r"^(?:该|这家|这座|新)?(合资公司|合资企业|新公司|子公司|工厂|项目|基地|园区)")
_MARKET = re.compile(rf"^(?!.*[把将的提拟从由达])(?:[{ENTITY}]|全球|国内|中国|全国|行业)[一-鿿]{{2,12}}$")
_BARE = re.compile(
    r"(?!目前|连续|首次|成功|全球|国内|再次|继续|一举|同时|公司|分别|依然|仍然|最终|一度|暂时|双双|其中|以|在|均|并|且|也|仍|将|已|总|则)"
    r"[一-鿿]{2,4}$"
)
_CONTRAST = re.compile(
    rf"(?:而|但)?(?!其|该|这|公司|集团|海外|国内|全球|去年|今年|上年)([一-鿿]{{2,4}}?)(?:同期|则)(?:[{TIME}\s]|已|共|累计|的)*$"
)
_AMONG = re.compile(r"其中(?!包括|公司|境外|境内|国内|海外)([一-鿿]{2,5})$")
_MARKETS = frozenset(("shipments", "sales", "users", "production", "exports", "revenue", "other"))
_PLANT_NOUN = r"(?:工厂|基地|厂区|晶圆厂|生产线|产线|园区|厂)"
_PLANT = re.compile(
    rf"(?:把|将|的|座|家|个|条|，|^|位于|建设|建造|兴建|新建|投建|扩建|设立|建(?!设|造|成))"
    rf"((?:[{ENTITY}“”A-Za-z0-9]|[一-鿿](?<![的把将了着座家个条建])){{1,12}}?{_PLANT_NOUN})"
)
_THIS_UNIT = re.compile(r"(?:该|这项|这一|此项|有关|相关|上述)(业务|板块|部门)")
_PLANT_ITEMS = frozenset(("production_capacity",))


def written_owner(clauses: list[Clause], i: int, stop: int, base: str) -> tuple[Filler, int, str] | None:
    """(owner, clause that names it, reason) at the head of clause `i`, that is no known name."""
    clause = clauses[i]
    lead = LEAD.match(clause.text[:stop])
    begin = lead.end() if lead else 0
    words = clause.text[begin:stop]
    code = _CODE.match(words)
    if code:
        entity = by_code(clauses, i, code.group(1))
        why = "subject by its short form" if entity else "subject is a phrase"
        return Filler(entity) if entity else Filler(phrase=code.group(1)), i, why
    phrase = _phrase(clauses, i, begin, stop, base)
    return (Filler(phrase=phrase), i, "subject is a phrase") if phrase else None


def plant_owner(clauses: list[Clause], i: int, stop: int, base: str) -> tuple[Filler, int] | None:
    """The plant whose capacity it is: named before the noun in its sentence; None without one."""
    if base not in _PLANT_ITEMS:
        return None
    for k in range(i, max(-1, i - 5), -1):
        if clauses[k].sentence != clauses[i].sentence:
            break
        found = list(_PLANT.finditer(clauses[k].text[:stop] if k == i else clauses[k].text))
        if found:
            words = re.sub(r"^(?:公司|集团|其)(?!厂|基地$)", "", readable(clauses[k], *found[-1].span(1)))
            known = re.match(rf"(?:该|这家|这座|新)({_PLANT_NOUN})$", words)
            return Filler(phrase=_full(clauses, k, known.group(1)) if known else words), k
        if k < i and re.search(rf"公司|集团|[{ENTITY}]", clauses[k].text[:2]):
            break
    return None


def venture_at(clauses: list[Clause], k: int) -> str | None:
    """The plant or venture that clause `k` begins with, in full."""
    unit = _VENTURE.match(LEAD.sub("", clauses[k].text))
    return _full(clauses, k, unit.group(1)) if unit else None


def unit_again(clauses: list[Clause], i: int, stop: int) -> str | None:
    """What 该业务, 这项业务 means: the business that the sentence names before, else the words themselves."""
    head = _THIS_UNIT.match(LEAD.sub("", clauses[i].text[:stop]))
    if head is None:
        return None
    for k in range(i - 1, max(-1, i - 5), -1):
        if clauses[k].sentence != clauses[i].sentence:
            break
        named = re.search(rf"[一-鿿](?:(?<![了的责事营对])[一-鿿A-Z]){{1,7}}{head.group(1)}", clauses[k].text)
        if named:
            return re.sub("^(?:负责|主管|从事|剥离|出售|关闭|经营)", "", named.group())
    return head.group()


def _phrase(clauses: list[Clause], i: int, begin: int, stop: int, base: str) -> str | None:
    clause = clauses[i]
    words = clause.text[begin:stop]
    named = _NAMED.match(re.sub(f"[{TIME}]", "", words))
    if named:
        return named.group(1)
    unit = _VENTURE.match(words)
    if unit:
        return _full(clauses, i, unit.group(1))
    if _UNIT.match(words):
        return words.removesuffix("的")
    others = _OTHERS.match(words)
    if others:
        return others.group(1)
    contrast = _CONTRAST.match(clause.text[:stop])
    if contrast is None and base in ("investment", "ownership_share"):
        contrast = _AMONG.match(clause.text[:stop])
    if contrast:
        return contrast.group(1)
    if base == "rank" and _BARE.match(words):
        return words
    if base in _MARKETS and _MARKET.match(words):
        return readable(clause, begin, stop)
    return None


def _full(clauses: list[Clause], i: int, noun: str) -> str:
    """The fuller name under which the text spoke of the plant or venture before, else the noun."""
    name = re.compile(rf"(?:{PLACE}|[一-鿿](?<![了的在其座家个过将把为新建设该这])){{2,10}}{noun}")
    for k in range(i - 1, max(-1, i - 12), -1):
        match = name.search(clauses[k].text)
        if match and len(match.group()) > len(noun) + 1:
            return readable(clauses[k], *match.span())
    return noun
