"""Claims and verdicts in words, for people."""

from __future__ import annotations

from collections import defaultdict

from transforms.reconciling.clusters import Cluster
from transforms.reconciling.event_claims import StatedEvent
from transforms.reconciling.metric_claims import StatedNumber
from transforms.reconciling.relation_claims import StatedRelation
from transforms.reconciling.statements import FACT, Likeness, Stated, Statement


def claim_words(subject: str, variants: tuple[Stated, ...], names: dict[str, str]) -> str:
    """The claim in one line: its plainest wording, with the other values or dates that are stated."""
    first = variants[0]
    way = "" if getattr(first, "way", FACT) == FACT else f" [{getattr(first, 'way', '')}]"
    who = names.get(subject, subject)
    if isinstance(first, StatedNumber):
        numbers = dict.fromkeys(one.number.text for one in variants if isinstance(one, StatedNumber))
        periods = [one.period.edtf for one in variants if isinstance(one, StatedNumber) and one.period]
        when = f" ({periods[0]})" if periods else ""
        return f"{who} · {first.metric} {first.label}{when}: {' | '.join(numbers)} {first.unit}{way}"
    if isinstance(first, StatedEvent):
        parties = ", ".join(
            f"{role} {'、'.join(sorted(names.get(one, one) for one in fillers))}"
            for role, fillers in first.roles
        )
        events = [one for one in variants if isinstance(one, StatedEvent)]
        dates = dict.fromkeys(one.when.edtf for one in events if one.when)
        types = dict.fromkeys(f"{'not ' if one.is_denied else ''}{one.type}" for one in events)
        when = f" ({' | '.join(dates)})" if dates else ""
        return f"{' | '.join(types)}: {parties}{when}{way}"
    assert isinstance(first, StatedRelation)
    title = f" ({first.title})" if first.title else ""
    return f"{who} · {first.relation} · {names.get(first.other_side, first.other_side)}{title}"


def verdict_words(cluster: Cluster, found: list[Statement]) -> str:
    """Why the claim has its verdict: what is said, and by how many independent sources each."""
    said: dict[str, set[str]] = defaultdict(set)
    for one in found:
        said[_heard(one.said)].add(one.family)
    heard = "; ".join(f"{words}: {len(families)}" for words, families in said.items())
    match cluster.likeness:
        case Likeness.AGREE:
            return f"sources by what they say – {heard}"
        case Likeness.WITHIN:
            return f"the bounds and ranges stated allow one value – {heard}"
        case Likeness.PRECISION:
            return f"one says it more exactly than the other – {heard}"
        case _:
            return f"these cannot all be true – {heard}"


def _heard(said: Stated) -> str:
    if isinstance(said, StatedNumber):
        return said.number.text
    if isinstance(said, StatedEvent):
        return (
            f"{'denied' if said.is_denied else said.type} {said.when.edtf if said.when else 'without a date'}"
        )
    assert isinstance(said, StatedRelation)
    return said.title or said.relation
