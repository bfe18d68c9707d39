"""Which product, device or model 该车, 新机, 该芯片, or nothing at all, takes up from the text before."""

from __future__ import annotations

import re
from dataclasses import dataclass

from transforms.annotations import Entity
from transforms.extracting.clauses import Clause
from transforms.extracting.masking import ENTITY, NUMBER
from transforms.extracting.metric_referents import THINGS, mentions, readable

_GOVERNED = re.compile(
    r"(?:搭载|采用|基于|比|由|与|和|联合|使用|在|对|据|通过|向|于|替|为|较|内置|配备|首发)(?:了)?$"
)
_PART_BEFORE = re.compile(
    r"(?:芯片|处理器|SoC|电池|引擎|传感器|算法|平台|系统|模组|镜头|屏幕?|显卡)[“”「」 ]?$"
    r"|(?:搭载|采用|首发|配备|内置|使用|基于|集成|接入|运行)(?:了|的是|着)?[^，,。]{0,8}$"
)
_PART_AFTER = re.compile(
    r"[“”」 ]?(?:影像|自研|旗舰|移动|计算)?(?:芯片|处理器|SoC|电池|引擎|传感器|平台|系统|镜头|显卡)"
)
_CODE_AT_END = re.compile(
    r"[一-鿿]([A-Z][A-Za-z+-]*\d[0-9A-Za-z.]*|[A-Z][a-z]+(?: ?\d[0-9A-Za-z.]*)?|“[^”，,。]{2,14}”)$"
)
_SEVERAL = re.compile(rf"{NUMBER}[一-鿿]{{0,4}}(?:模型|产品|车型|版本|机型|芯片|手机|新机|新车|新品)$")
_THIS_PART = re.compile(
    r"(?:该|这款|此款|这颗|这枚)(?:自研)?(?:影像)?(?:芯片|处理器|SoC|电池|模型|系统|平台)"
)
_THIS = re.compile(
    r"(?:而|但|其中|同时|此外|目前|基于|采用|使用|搭载){0,4}"
    r"(?:该(?!公司|集团|企业|机构|行|项目|业务|部门|平台|国|市|省|案|报告|季|年|月|品牌|厂|交易)|这款|此款|该款|这台|这辆|这颗|这枚|新车(?!型?[^，,。]{0,2}(?:销|交|市场))|新机(?!型?销)|新品|整车|整机|机身)"
)


@dataclass(frozen=True, slots=True)
class Things:
    """The products of one name or of several joined (`A、B`), or a phrase, and the clause that names them."""

    entities: tuple[Entity, ...]
    phrase: str | None
    clause: int


def last_thing(
    clauses: list[Clause], i: int, anywhere: bool = False, topic: Entity | None = None, part: bool = False
) -> Things | None:
    """The product or model, or phrase for it, that the sentence names last before clause `i`.

    Without one, that which the sentence before is about; with `anywhere`, that which the text names last,
    else `topic`, the device of the article. A part of a device (a chip) is taken only where `part` asks.
    """
    sentence = clauses[i].sentence
    for k in range(i - 1, max(-1, i - (40 if anywhere else 14)), -1):
        clause = clauses[k]
        earlier = clause.sentence.paragraph != sentence.paragraph
        if earlier and not anywhere and clause.sentence.number < sentence.number - 1:
            break
        same = clause.sentence == sentence
        if same and _THIS.match(clause.text) and not any(_found(clause, part)):
            return last_thing(clauses, k, True, topic, bool(_THIS_PART.match(clause.text)))
        phrase = _phrase(clause, same, anywhere)
        chain = _found(clause, part)
        several = _SEVERAL.search(clause.text)
        if chain and several and len(chain) > 1:
            return Things(tuple(clause.masked.mention(m).entity for m in chain), None, k)
        if phrase is not None and not (several and _named_before(clauses, k, part)):
            return Things((), phrase, k)
        if not chain:
            continue
        entities = tuple(dict.fromkeys(clause.masked.mention(m).entity for m in chain))
        stated = clause.subject is not None and bool(set(entities) & set(clause.subject.entities))
        if stated or same or anywhere:
            return Things(entities, None, k)
    return Things((topic,), None, i) if topic is not None else None


def this_thing(clauses: list[Clause], i: int, text: str, topic: Entity | None) -> Things | None:
    """What 该车, 新机 or 该芯片 at the head of `text` in clause `i` means; None without one."""
    if not _THIS.match(text):
        return None
    return last_thing(clauses, i, True, topic, bool(_THIS_PART.match(text)))


def is_part(text: str, m: int) -> bool:
    """Whether the name at masked offset `m` is that of a part (a chip, a battery) of a device."""
    return bool(_PART_BEFORE.search(text[:m]) or _PART_AFTER.match(text[m + 1 :]))


def by_code(clauses: list[Clause], i: int, code: str) -> Entity | None:
    """The product or model named before whose name ends in the code (R1 for DeepSeek-R1)."""
    for k in range(i, -1, -1):
        for m in mentions(clauses[k]):
            entity = clauses[k].masked.mention(m).entity
            if entity.kind in THINGS and re.split(r"[- ]", entity.name)[-1] == code:
                return entity
    return None


def _phrase(clause: Clause, same: bool, anywhere: bool) -> str | None:
    """A phrase at the end of the clause that names products: a quoted name, `Ⓝ款机型`, a bare code."""
    quoted = re.search(r"“([^”，,。]{2,14})”$", clause.text)
    if (
        (same or anywhere)
        and quoted
        and re.search(f"[{ENTITY}]", quoted.group(1))
        and len(quoted.group(1)) > 1
    ):
        return readable(clause, quoted.start(1), quoted.end(1))
    several = _SEVERAL.search(clause.text)
    if same and several:
        return readable(clause, several.start(), several.end())
    code = _CODE_AT_END.search(clause.text)
    if same and code and not _GOVERNED.search(clause.text[: code.start(1)]):
        return readable(clause, code.start(1), code.end(1)).strip("“”")
    return None


def _found(clause: Clause, part: bool) -> list[int]:
    """Masked offsets of the last products of the clause that nothing governs, those joined to it included."""
    text = clause.text
    fitting = [
        m
        for m in mentions(clause)
        if clause.masked.mention(m).entity.kind in THINGS
        and (part or not is_part(text, m) or _opens(clause, m))
        and not _governed(text, m)
    ]
    if not fitting:
        return []
    chain = [fitting[-1]]
    for m in reversed(fitting[:-1]):
        if not re.fullmatch(r"(?: ?系列)?[、和与及]|以及", text[m + 1 : chain[0]]):
            break
        chain.insert(0, m)
    return chain


def _named_before(clauses: list[Clause], k: int, part: bool) -> bool:
    """Whether the sentence names a product before clause `k` (甲车上市,共推出3款车型: its variants)."""
    earlier = (c for c in clauses[max(0, k - 6) : k] if c.sentence == clauses[k].sentence)
    return any(_found(c, part) for c in earlier)


def _opens(clause: Clause, m: int) -> bool:
    """Whether the name is the subject that the clause states."""
    subject = clause.subject
    return subject is not None and subject.how == "stated" and subject.start == m


def _governed(text: str, m: int) -> bool:
    """Whether a preposition or a verb such as 搭载 stands before the names that end at masked offset `m`."""
    while m and re.match(rf"[{ENTITY} ]", text[m - 1]):
        m -= 1
    return bool(_GOVERNED.search(text[:m]))
