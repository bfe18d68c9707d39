"""The likeliest original words of a spun document: a noisy channel over the lexicon and the word model.

Near spun words are decided together: every choice of restoring some of them is scored as the likelihood of
the words that result, plus what the document's counts say of the substitutions used. The rates and the prior
of use come from the document itself, so there is nothing to tune to a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import exp, log

from transforms.aligned import Change
from transforms.cleaning.spun.collapse import Collapse
from transforms.cleaning.spun.evidence import PairEvidence
from transforms.cleaning.spun.frequencies import row_likelihood
from transforms.cleaning.spun.lexicon import Found, SpunFinder

# Characters of context on either side; spun words nearer than this are decided together, at most so many.
_CONTEXT, _TOGETHER = 4, 7
# Prior that a spinner has an entry, in a habit that the document shows and in one that it does not.
_SHOWN, _UNSHOWN = 0.6, 0.08
_SHOWN_FROM = 2.5
# What a restoration must gain: an ordinary word wrongly rewritten costs more than a spun one left.
_MARGIN = 0.3
# What the collapse of a character into one word says of each of its places.
_INDUCED = log(0.9)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that may be restored: text[start:end] to `original`, worth `channel` nats by the counts."""

    start: int
    end: int
    original: str
    rule: str
    channel: float


def use_odds(evidence: list[PairEvidence], scores: dict[str, float], finder: SpunFinder) -> dict[int, float]:
    """Log probability that each substitution was made at a place, from its habit and its own counts."""
    out = {}
    for one in evidence:
        entry = finder.entries[one.number]
        habit = "colloquial" if entry.habit == "spoken" else entry.habit
        prior = _SHOWN if scores.get(habit, 0.0) >= _SHOWN_FROM else _UNSHOWN
        odds = log(prior / (1 - prior)) + max(-30.0, min(one.ratio, 30.0))
        out[one.number] = log(one.rate) - log(1 + exp(-odds))
    return out


def candidates(found: Found, odds: dict[int, float]) -> list[Candidate]:
    """The places worth deciding on, by their starts."""
    out = []
    for i, entry, starts in found.spun():
        channel = odds.get(i, -99.0) + entry.bonus
        if channel > -8:
            size, rule = len(entry.spun), f"spun.{entry.habit}"
            out += [Candidate(at, at + size, entry.original, rule, channel) for at in starts]
    return sorted(out, key=lambda c: (c.start, -c.end))


def collapse_candidates(text: str, collapsed: list[Collapse], known: list[Candidate]) -> list[Candidate]:
    """The places of words that the document itself shows to be substitutes, where the lexicon has none."""
    there = {(c.start, c.end) for c in known}
    out = []
    for one in collapsed:
        for m in re.finditer(re.escape(one.word), text):
            if m.span() not in there:
                out.append(Candidate(m.start(), m.end(), one.character, "spun.induced", _INDUCED))
    return out


def _clusters(places: list[Candidate]) -> Iterator[list[Candidate]]:
    group: list[Candidate] = []
    reach = 0
    for place in places:
        near = place.start <= reach + _CONTEXT
        if group and (not near or (len(group) >= _TOGETHER and place.start >= reach)):
            yield group
            group, reach = [], 0
        group.append(place)
        reach = max(reach, place.end)
    if group:
        yield group


def _choices(group: list[Candidate], at: int = 0) -> Iterator[tuple[Candidate, ...]]:
    """All ways to restore some places of a group that do not overlap."""
    if at == len(group):
        yield ()
        return
    first = group[at]
    rest = at + 1
    yield from _choices(group, rest)
    while rest < len(group) and group[rest].start < first.end:
        rest += 1
    for tail in _choices(group, rest):
        yield (first, *tail)


def _window(text: str, group: list[Candidate]) -> tuple[int, int]:
    """The span of a group with its context, which ends at what is not a Han character."""
    start, end = group[0].start, max(c.end for c in group)
    for _ in range(_CONTEXT):
        if start and "\u3400" <= text[start - 1] <= "\u9fff":
            start -= 1
        if end < len(text) and "\u3400" <= text[end] <= "\u9fff":
            end += 1
    return start, end


def _written(text: str, start: int, end: int, choice: tuple[Candidate, ...]) -> str:
    parts, at = [], start
    for place in choice:
        parts += [text[at : place.start], place.original]
        at = place.end
    return "".join([*parts, text[at:end]])


def gain(text: str, place: Candidate) -> float:
    """How many nats more likely the words around one place are when it is restored."""
    start, end = _window(text, [place])
    return row_likelihood(_written(text, start, end, (place,))) - row_likelihood(text[start:end])


def restorations(text: str, places: list[Candidate]) -> list[Change]:
    """The changes that make the likeliest original of a text; rules `spun.` and the habit."""
    changes = []
    for group in _clusters(places):
        group = _strongest(group)
        start, end = _window(text, group)
        best: tuple[float, tuple[Candidate, ...]] = (row_likelihood(text[start:end]), ())
        for choice in _choices(group):
            if not choice:
                continue
            score = row_likelihood(_written(text, start, end, choice))
            score += sum(c.channel - _MARGIN for c in choice)
            if score > best[0]:
                best = (score, choice)
        changes += [Change(c.start, c.end, c.original, c.rule) for c in best[1]]
    return changes


def _strongest(group: list[Candidate]) -> list[Candidate]:
    """At most so many places of a group as can be tried in all ways."""
    if len(group) <= _TOGETHER:
        return group
    kept = sorted(group, key=lambda c: -c.channel)[:_TOGETHER]
    return [c for c in group if c in kept]
