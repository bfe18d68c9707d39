"""Whom or what 该公司, 其, 该机型, or nothing at all, takes up from the text before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transforms.annotations import Entity, Mention
from transforms.extracting.clauses import Clause
from transforms.extracting.cues import say_pattern
from transforms.extracting.masking import ENTITY, NUMBER
from transforms.extracting.sources import is_medium, names_source

THINGS = frozenset(("product", "model", "hardware"))
_GOVERNED = re.compile(r"(?:搭载|采用|基于|比|由|与|和|联合|使用|在|对|据|通过|向|于|替|为)(?:了)?$")
_CODE_AT_END = re.compile(
    r"[一-鿿]([A-Z][A-Za-z+-]*\d[0-9A-Za-z.]*|[A-Z][a-z]+(?: ?\d[0-9A-Za-z.]*)?|“[^”，,。]{2,14}”)$"
)
_SEVERAL = re.compile(rf"{NUMBER}[一-鿿]{{0,4}}(?:模型|产品|车型|版本|机型|芯片)$")
_THIS_THING = re.compile(r"^(?:该|这款|该款)(?:产品|模型|机型|车型|车|芯片|机器人|系列|应用|服务)?")
_MEDIA = re.compile(
    r"报$|社$|网$|时报|日报|周刊|杂志|电视|新闻|Times|Information|Bloomberg|Journal|CNBC|BBC|广播"
)


def mentions(clause: Clause, stop: int | None = None) -> Iterator[int]:
    """Masked offsets of the names in the clause, up to `stop`."""
    end = len(clause.text) if stop is None else stop
    return (k for k in range(end) if isinstance(clause.masked.items[k], Mention))


def last_firm(clauses: list[Clause], i: int, skip_speaker: bool) -> tuple[Entity, int] | None:
    """The organization that the text before clause `i` is about, with the clause that names it.

    The last that is a subject in the nearest sentence that has one, else the last that it names; sources and
    media that speak are passed over, with `skip_speaker` whoever speaks in the same sentence too.
    """
    named: tuple[Entity, int] | None = None
    at = clauses[i].sentence.number
    for k in range(i - 1, max(-1, i - 30), -1):
        clause = clauses[k]
        if clause.sentence.number != at:
            if named is not None:
                return named
            at = clause.sentence.number
        if names_source(clause):
            continue
        speaks = ends_in_speech(clause)
        here = clause.sentence == clauses[i].sentence
        subject = clause.subject
        if subject is not None and subject.how == "stated" and not (speaks and here and skip_speaker):
            for entity in subject.entities:
                if entity.kind == "organization" and not (speaks and is_medium(entity)):
                    return entity, k
        if named is None and not speaks:
            for m in reversed(list(mentions(clause))):
                entity = clause.masked.mention(m).entity
                if entity.kind == "organization" and not _GOVERNED.search(clause.text[:m]):
                    named = entity, k
                    break
    return named


def last_thing(
    clauses: list[Clause], i: int, anywhere: bool = False
) -> tuple[Entity | None, str | None, int] | None:
    """(product or model, or phrase for it, clause) that the sentence names last before clause `i`.

    Without one, that which the paragraph is about; with `anywhere`, that which it names last.
    """
    sentence = clauses[i].sentence
    for k in range(i - 1, max(-1, i - 14), -1):
        clause = clauses[k]
        if clause.sentence.paragraph != sentence.paragraph and clause.sentence.number < sentence.number - 1:
            break
        same = clause.sentence == sentence
        found = list(mentions(clause))
        quoted = re.search(r"“([^”，,。]{2,14})”$", clause.text)
        if (same or anywhere) and quoted and re.search(f"[{ENTITY}]", quoted.group(1)):
            return None, readable(clause, quoted.start(1), quoted.end(1)), k
        several = _SEVERAL.search(clause.text)
        if same and several:
            return None, readable(clause, several.start(), several.end()), k
        if same and _THIS_THING.match(clause.text) and not found_here(clause, found):
            return last_thing(clauses, k, anywhere=True)
        code = _CODE_AT_END.search(clause.text)
        if same and code and not _GOVERNED.search(clause.text[: code.start(1)]):
            return None, readable(clause, code.start(1), code.end(1)).strip("“”"), k
        for m in reversed(found):
            entity = clause.masked.mention(m).entity
            stated = clause.subject is not None and entity in clause.subject.entities
            near = stated or same or anywhere
            if entity.kind in THINGS and near and not _governed(clause.text, m):
                return entity, None, k
    return None


def found_here(clause: Clause, names: list[int]) -> bool:
    """Whether the clause names a product or model that nothing governs."""
    things = (m for m in names if clause.masked.mention(m).entity.kind in THINGS)
    return any(not _governed(clause.text, m) for m in things)


def _governed(text: str, m: int) -> bool:
    """Whether a preposition or a verb such as 搭载 stands before the names that end at masked offset `m`."""
    while m and re.match(rf"[{ENTITY} ]", text[m - 1]):
        m -= 1
    return bool(_GOVERNED.search(text[:m]))


def by_code(clauses: list[Clause], i: int, code: str) -> Entity | None:
    """The product or model named before whose name ends in the code (R1 for DeepSeek-R1)."""
    for k in range(i, -1, -1):
        for m in mentions(clauses[k]):
            entity = clauses[k].masked.mention(m).entity
            if entity.kind in THINGS and re.split(r"[- ]", entity.name)[-1] == code:
                return entity
    return None


def ends_in_speech(clause: Clause) -> bool:
    """Whether a verb of saying ends the clause."""
    return any(m.end() == len(clause.text) for m in say_pattern().finditer(clause.text)) or bool(
        re.search(r"(?:公布|宣布|报道称|报道)$", clause.text)
    )


def readable(clause: Clause, start: int, stop: int) -> str:
    """The words of a masked span, names as written."""
    items = zip(clause.masked.items[start:stop], clause.text[start:stop], strict=True)
    return "".join(getattr(item, "surface", None) or char for item, char in items)
