"""Whether a document was put through a synonym spinner, and the restoration of one that was."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp

from transforms.aligned import AlignedText
from transforms.cleaning.spun.collapse import collapses
from transforms.cleaning.spun.evidence import habit_scores, may_prove, pair_evidence, proof
from transforms.cleaning.spun.lexicon import SpunFinder, finder
from transforms.cleaning.spun.restore import (
    Candidate,
    candidates,
    collapse_candidates,
    gain,
    restorations,
    use_odds,
)

# Nats of evidence at which a document is judged spun, and how fast the score rises around it. On clean
# articles, and on pieces of them from 300 characters on, the evidence stays under 2.
_THRESHOLD, _SLOPE = 4.5, 0.9
# A text shorter than this must give more evidence, one nat for each so many characters that it lacks.
_SHORT, _A_NAT = 500, 100
# With less evidence than this no place is looked at at all.
_LEAST = 0.5
# So little is nothing at all.
_NOTHING = 0.05
# A word broken by a substitution (`巨大家`): the original is this much likelier; what each counts.
_LOOKED_AT = 60
_BROKEN_GAIN, _BROKEN_NATS = 7.0, 2.0


@dataclass(frozen=True)
class SpunVerdict:
    """The judgement of one document: `score` 0–1, whether it counts as spun, and the reasons in words."""

    score: float
    is_spun: bool
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class _Judged:
    verdict: SpunVerdict
    places: list[Candidate]


def _judge(text: str, words: SpunFinder) -> _Judged:
    telling, collapsed = words.telling, collapses(text)
    found = telling.find(text)
    if not collapsed and not may_prove(found):
        return _Judged(SpunVerdict(0.0, False, ()), [])
    evidence = pair_evidence(found)
    scores = habit_scores(evidence, telling, len(text))
    total = proof(scores) + sum(c.nats for c in collapsed)
    if total < _LEAST:
        return _Judged(SpunVerdict(_score(total), False, ()), [])
    places = _places(text, words.restoring, scores)
    shown = {(c.word, c.character) for c in collapsed}
    broken = set()
    for place in places[:_LOOKED_AT]:
        habit = place.rule.removeprefix("spun.")
        if (
            habit == "spoken"
            or scores.get(habit, 0.0) < _LEAST
            or (text[place.start : place.end], place.original) in shown
        ):
            continue
        if gain(text, place) >= _BROKEN_GAIN:
            broken.add(text[max(0, place.start - 1) : place.end + 1])
    total += _BROKEN_NATS * max(0, len(broken) - 1) - max(0.0, (_SHORT - len(text)) / _A_NAT)
    told = sorted((e for e in evidence if e.ratio > 1), key=lambda e: -e.ratio)[:8]
    reasons = [f"no {c.character} but in {c.word}, which breaks {' '.join(c.broken[:4])}" for c in collapsed]
    reasons += [
        f"{telling.entries[e.number].spun} ×{e.spun} for {telling.entries[e.number].original} ×{e.bare}"
        for e in told
    ]
    reasons += [f"broken word {b}" for b in sorted(broken)[:8]]
    places = sorted([*places, *collapse_candidates(text, collapsed, places)], key=lambda c: (c.start, -c.end))
    return _Judged(SpunVerdict(_score(total), total >= _THRESHOLD, tuple(reasons)), places)


def _score(nats: float) -> float:
    return round(1 / (1 + exp((_THRESHOLD - nats) / _SLOPE)), 4) if nats > _NOTHING else 0.0


def _places(text: str, words: SpunFinder, scores: dict[str, float]) -> list[Candidate]:
    found = words.find(text)
    return candidates(found, use_odds(pair_evidence(found), scores, words))


def judge(text: str, words: SpunFinder | None = None) -> SpunVerdict:
    """The verdict on a clean Simplified text, by the whole lexicon or another one."""
    return _judge(text, words or finder()).verdict


def restore(aligned: AlignedText, words: SpunFinder | None = None) -> tuple[AlignedText, SpunVerdict]:
    """The text with its original words where it is judged spun, unchanged where not; and the verdict."""
    judged = _judge(aligned.text, words or finder())
    if not judged.verdict.is_spun:
        return aligned, judged.verdict
    return aligned.apply(restorations(aligned.text, judged.places)), judged.verdict


def restore_title(title: str, body: str, words: SpunFinder | None = None) -> str:
    """A headline that stands apart from its spun `body`, restored by what that shows of the spinner.

    A headline alone is too short to judge.
    """
    line = " ".join(title.split())
    return restore(AlignedText(f"{body}\n{line}"), words)[0].text.rpartition("\n")[2]
