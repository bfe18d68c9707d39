"""Titles that a verb gives to a person: `P是O的T`, `P在O担任T`, `P出任O的T`, `O的T为P`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from transforms.annotations import Entity
from transforms.extracting.masking import ENTITY, ORG, PERSON, THING
from transforms.extracting.passages import Passage
from transforms.extracting.position_names import Held
from transforms.extracting.position_titles import split_titles, titles_pattern

_GAP = rf"[^，,。；;：:！？{ENTITY}]"
_AHEAD = re.compile(r"将|拟|有望|即将|可能|希望|考虑|拒绝|若|如果|不是|并非|邀请|提名|建议")
_NAMED_LAST = (
    rf"(?:前?[{ORG}]前?[^，,。；;{ENTITY}]{{0,6}})?(?P<p>[{PERSON}](?:(?:、|和|与|及)[{PERSON}]){{0,3}})"
    rf"(?![的{ENTITY}])"
)
_IS_PERSON = re.compile(rf"[为是][^，,。；;{ENTITY}]?[{ORG}]?[^，,。；;{ENTITY}]{{0,7}}[{PERSON}]")
_BE = (
    r"(?:是|为|任|担任|出任|接任|升任|兼任|晋升为|转任|卸任|辞去|辞任"
    r"|曾是|曾为|曾任|曾担任|现任|时任|历任|就任)"
)


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    people = rf"(?P<p>[{PERSON}](?:(?:、|和|与|及)[^，,。；;：:{ENTITY}]{{0,14}}[{PERSON}]){{0,3}})"
    firm = rf"(?P<o>[{ORG}{THING}])(?:公司|集团)?的?"
    own = r"(?:该公司|公司|集团|该集团)?的?"
    title = f"(?P<t>{titles_pattern()})"
    return tuple(
        re.compile(source)
        for source in (
            rf"(?<!接替)(?<!取代){people}(?:(?:接替|取代)[{PERSON}])?(?P<g>{_GAP}{{0,12}}?){_BE}(?:了)?(?:{_GAP}{{0,12}}?{firm}|{own}){title}(?!们|[{PERSON}])",
            rf"{people}(?P<g>{_GAP}{{0,12}}?)(?:在|于)[^，,。；;：:{ENTITY}]{{0,6}}?{firm}(?P<h>{_GAP}{{0,8}}?)"
            rf"(?:担任|任|出任|做|当)(?:过|了)?{title}(?!们|[{PERSON}])",
            rf"(?:^|[，,。；;：:])(?P<g>{_GAP}{{0,6}}?)(?:曾任|曾担任|担任|出任|现任|时任|历任|曾是)(?:了)?(?:{_GAP}{{0,12}}?{firm}|{own})"
            rf"{title}(?!们|[{PERSON}])",
            rf"(?:^|[，,。；;：:])(?P<g>{_GAP}{{0,6}}?)(?:在|于){firm}(?P<h>{_GAP}{{0,4}}?)(?:担任|任|出任|做|当)(?:过|了)?"
            rf"{title}(?!们|[{PERSON}])",
            rf"(?:^|[，,。；;：:])(?:前者|后者|他|她)(?P<g>(?:现|则|也|目前)?)(?:为|任|是|现任|担任){own}{title}(?!们|[{PERSON}])",
            rf"(?:{firm})?(?P<g>)(?<![一-鿿A-Za-z0-9&]){title}(?:为|是){_NAMED_LAST}",
        )
    )


def titles_by_verb(passage: Passage) -> Iterator[Held]:
    """All titles that a verb ties to a name in the clause. What is only planned or denied states none."""
    for form in _forms():
        if form.pattern.endswith(_NAMED_LAST) and not _IS_PERSON.search(passage.text):
            continue
        for match in form.finditer(passage.text):
            groups = match.groupdict()
            between = match.group("g") + (groups.get("h") or "")
            if _AHEAD.search(between):
                continue
            firm = passage.entity(match.start("o")) if groups.get("o") else None
            for person in _people(passage, match):
                for title in split_titles(match.group("t")):
                    yield Held(person, title, firm, *match.span())


def _people(passage: Passage, match: re.Match[str]) -> list[Entity]:
    """Those named in the form; else the one whom the clause is about."""
    if "p" in match.groupdict():
        return [e for _, e in passage.entities(*match.span("p")) if e.kind == "person"]
    clause = passage.clause_at(match.end() - 1)
    people = clause.subject.entities if clause and clause.subject and not clause.subject.phrase else ()
    return [e for e in people if e.kind == "person"] if len(people) == 1 else []
