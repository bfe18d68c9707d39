"""Whether a document was put through a synonym spinner, and the restoration of one that was."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp

from transforms.aligned import AlignedText
from transforms.cleaning.spun.evidence import habit_scores, pair_evidence, proof
from transforms.cleaning.spun.lexicon import SpunFinder, finder
from transforms.cleaning.spun.restore import Candidate, candidates, gain, restorations, use_odds

# Nats of evidence at which a document is judged spun, and how fast the score rises around it. On clean
# articles the evidence stays under 4, on spun ones it is over 12 from about 800 characters on.
_THRESHOLD, _SLOPE = 6.0, 1.2
# With less evidence than this no place is looked at at all.
_LEAST = 0.5
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
    found = words.find(text)
    if not found:
        return _Judged(SpunVerdict(0.0, False, ()), [])
    evidence = pair_evidence(text, found, words)
    scores = habit_scores(evidence, words.entries)
    total = proof(scores)
    places: list[Candidate] = []
    if total > _LEAST:
        places = candidates(text, found, use_odds(evidence, scores, words), words)
    broken = set()
    for place in places[:_LOOKED_AT]:
        if place.rule != "spun.spoken" and gain(text, place) >= _BROKEN_GAIN:
            broken.add(text[max(0, place.start - 1) : place.end + 1])
    total += _BROKEN_NATS * max(0, len(broken) - 1)
    score = 1 / (1 + exp((_THRESHOLD - total) / _SLOPE)) if total > 0.05 else 0.0
    told = sorted((e for e in evidence if e.ratio > 1), key=lambda e: -e.ratio)[:8]
    reasons = [
        f"{words.entries[e.index].spun} ×{e.spun} for {words.entries[e.index].original} ×{e.bare}"
        for e in told
    ]
    reasons += [f"broken word {b}" for b in sorted(broken)[:8]]
    return _Judged(SpunVerdict(round(score, 4), total >= _THRESHOLD, tuple(reasons)), places)


def judge(text: str, words: SpunFinder | None = None) -> SpunVerdict:
    """The verdict on a clean Simplified text, by the whole lexicon or another one."""
    return _judge(text, words or finder()).verdict


def restore(aligned: AlignedText, words: SpunFinder | None = None) -> tuple[AlignedText, SpunVerdict]:
    """The text with its original words where it is judged spun, unchanged where not; and the verdict."""
    judged = _judge(aligned.text, words or finder())
    if not judged.verdict.is_spun:
        return aligned, judged.verdict
    return aligned.apply(restorations(aligned.text, judged.places)), judged.verdict
