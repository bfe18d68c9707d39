"""Who does what a trigger states."""

from __future__ import annotations

import re
from functools import cache

from transforms.annotations import Entity
from transforms.extracting.clauses import Clause
from transforms.extracting.cues import event_frames, say_pattern
from transforms.extracting.event_site import Fillers, Site
from transforms.extracting.event_subjects import fitting, group_subject, is_person_group, near_subject
from transforms.extracting.event_words import described, is_opening, without_adverbs
from transforms.extracting.masking import ENTITY, ORG, pattern
from transforms.facts import Filler

__all__ = ["agent", "fitting"]

_OF_FIRMS = frozenset(
    ("shutdown", "acquire", "release", "lay_off", "invest", "integrate", "raise_funds", "cancel")
)
_OFFICER = pattern(
    f"[^，,。{ENTITY}]{{0,12}}({ORG})(?:公司|集团)?(?:的)?(?![^，,。]{{0,10}}(?:分析|教授|研究|律师))[^，,。{ENTITY}]{{0,14}}"
    "(?:总裁|董事长|CEO|CFO|COO|CTO|官|经理|主席|创始人|创办人|发言人|负责人|总监|合伙人|总监|高管){P}"
)
_REACH = 12
_SUBORDINATE = re.compile(r"(?:自从?|在|继|随着|早在)")
_SINCE = re.compile(r"(?:以来|之后|以后|后|之前|前|之际|的同时)$")
_AS_FOR = pattern(r"(?:对|对于|就)({A})(?:而言|来说)$")


def agent(site: Site, kinds: frozenset[str]) -> tuple[Fillers, tuple[str, ...]]:
    """Fillers of the doer and what bears on their certainty; empty where the article does not say.

    In order: the name, group or pronoun right before the trigger, the subject of the clause, then that of
    the clauses before in the sentence and, with less certainty, of the sentence before.
    """
    found, reasons = near_subject(site, kinds)
    if found:
        return found, reasons
    start, end = without_adverbs(site.before)
    if start < end and not is_opening(site.before):
        if kinds & {"P", "O", "*"} and (group := group_subject(site)):
            return group, ("subject is a phrase",)
        return _far(site, kinds)
    return _carried(site, kinds)


def _far(site: Site, kinds: frozenset[str]) -> tuple[Fillers, tuple[str, ...]]:
    """The clause's stated subject where few words stand between it and the trigger."""
    subject = site.clause.subject
    if subject is None or subject.how != "stated" or subject.start is None or subject.end is None:
        return (), ()
    between = site.before[subject.end :]
    governed = re.search(r"[在对向为被由\ue010]$", site.before[: subject.start])
    if (
        subject.phrase
        or subject.end > site.start
        or governed
        or len(between) > 14
        or re.search(r"[的了着过]", between)
    ):
        return (), ()
    return fitting(subject.entities, kinds), ("far from its subject",)


def _following(site: Site, kinds: frozenset[str]) -> Fillers:
    """The subject of the main clause after `自2016年收购B以来，`, `在发布B之后，`: it is that of both."""
    if not _SUBORDINATE.match(site.before) or not _SINCE.search(site.after):
        return ()
    for clause in site.clauses[site.index + 1 : site.index + 2]:
        subject = clause.subject
        if clause.sentence == site.clause.sentence and subject and subject.how == "stated":
            return fitting(subject.entities, kinds) if subject.phrase is None else ()
    return ()


def _carried(site: Site, kinds: frozenset[str]) -> tuple[Fillers, tuple[str, ...]]:
    """The subject of the nearest clause before that has a fitting one."""
    sentence = site.clause.sentence
    if following := _following(site, kinds):
        return following, ("subject by the clause that follows",)
    for k in range(site.index - 1, max(-1, site.index - _REACH), -1):
        clause = site.clauses[k]
        if clause.sentence.paragraph != sentence.paragraph:
            break
        within = clause.sentence == sentence
        found, stated = _subject_of(site, k, kinds)
        if found:
            if not within and found[0].phrase:
                break
            if (
                within
                and site.frame.type in _OF_FIRMS
                and found[0].entity
                and found[0].entity.kind == "person"
            ) and (firm := _spoken_for(clause)) is not None:
                return (Filler(firm),), ("subject by previous clause", "speaker's firm")
            if within and not site.before and say_pattern().search(clause.text) and found[0].entity:
                break
            reason = (
                "subject by previous clause" if within else "subject carried over from the sentence before"
            )
            return found, (reason, "subject is a phrase") if found[0].phrase else (reason,)
        if stated and not kinds & {"P", "O"}:
            break
    return (), ()


def _spoken_for(clause: Clause) -> Entity | None:
    """The firm whose officer the clause makes speak (O首席执行官P表示，…); None where nobody speaks."""
    if not any(m.end() == len(clause.text) for m in say_pattern().finditer(clause.text)):
        return None
    match = _OFFICER.match(clause.text)
    return clause.masked.mention(match.start(1)).entity if match else None


def _subject_of(site: Site, index: int, kinds: frozenset[str]) -> tuple[Fillers, bool]:
    """Fitting subject of an earlier clause, and whether that clause states a subject at all."""
    clause = site.clauses[index]
    if (head := described(clause)) is not None:
        return fitting((clause.masked.mention(head).entity,), kinds), True
    if as_for := _AS_FOR.search(clause.text):
        return fitting((clause.masked.mention(as_for.start(1)).entity,), kinds), True
    verb = _first_verb(clause)
    if verb is not None:
        there = Site(site.clauses, index, site.frame, *verb, site.owners)
        found, _ = near_subject(there, kinds)
        found = found or (group_subject(there) if kinds & {"P", "O"} else ())
        if found:
            return found, True
    subject = clause.subject
    if subject is None or subject.how not in ("stated", "pronoun"):
        return (), False
    if subject.phrase is not None:
        people = kinds & {"P", "O"} and is_person_group(subject.phrase)
        return (subject.fillers() if people else ()), True
    if verb is not None and subject.start is not None and subject.start >= verb[1]:
        return (), False
    return fitting(subject.entities, kinds), True


def _first_verb(clause: Clause) -> tuple[int, int] | None:
    event, said = _verbs().search(clause.text), say_pattern().search(clause.text)
    first = min((m for m in (event, said) if m), key=lambda m: m.start(), default=None)
    return first.span() if first else None


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, event_frames())))
