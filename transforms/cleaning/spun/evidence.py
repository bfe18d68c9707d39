"""How much a document's own counts speak for each substitution having been made in it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from math import exp, lgamma, log

from transforms.cleaning.spun.lexicon import SpunFinder, Substitution

# Words come in bursts: a word seen once is likely to be seen again. Dispersion of the negative binomial.
_BURST = 0.5
# What a spinner has of any one entry of the lexicon, before the document is looked at.
_PRIOR = 0.1
_CAP = 6.0
# Words that a clean text in spoken style has too: they come together without any spinner.
_SPOKEN_CAP = 2.0
# From more words than that on, counting all at once is quicker than one by one.
_FEW = 24
# A spun form so common beside its original is an ordinary word: it may be restored, it proves nothing.
_ORDINARY = 0.12


@dataclass(frozen=True)
class PairEvidence:
    """One substitution in one document: counts, the rate of replacement and the log ratio spun : not spun."""

    index: int
    spun: int
    bare: int
    rate: float
    ratio: float


@lru_cache(maxsize=1 << 10)
def _log_ways(n: int) -> float:
    return lgamma(n + _BURST) - lgamma(_BURST) - lgamma(n + 1)


def _log_count(n: int, mean: float) -> float:
    """Log probability of n occurrences of a bursty word with this mean."""
    k = _BURST
    mean = max(mean, 1e-9)
    return _log_ways(n) + k * log(k / (k + mean)) + n * log(mean / (k + mean))


def _ratio(entry: Substitution, spun: int, bare: int, length: int) -> tuple[float, float]:
    rate = min(0.98, max(0.05, (spun + 0.5) / (spun + bare + 1)))
    natural, original = entry.spun_rate * length, entry.original_rate * length
    made = _log_count(spun, natural + rate * original) + _log_count(bare, (1 - rate) * original)
    return rate, made - _log_count(spun, natural) - _log_count(bare, original)


def pair_evidence(
    text: str, found: list[tuple[int, int, list[int]]], finder: SpunFinder
) -> list[PairEvidence]:
    """The evidence of each substitution whose spun form occurs in the text."""
    hits: dict[int, int] = {}
    entries = finder.entries
    for start, end, indexes in found:
        for i in indexes:
            entry = entries[i]
            if (not entry.left and not entry.right) or entry.fits(text, start, end):
                hits[i] = hits.get(i, 0) + 1
    counts = finder.original_counts(text) if len(hits) > _FEW else None
    out = []
    for i, spun in hits.items():
        entry = entries[i]
        original = entry.original
        seen = text.count(original) if counts is None or len(original) == 1 else counts.get(original, 0)
        bare = max(0, seen - spun * entry.spun.count(original))
        rate, ratio = _ratio(entry, spun, bare, len(text))
        out.append(PairEvidence(i, spun, bare, rate, ratio))
    return out


def habit_scores(evidence: list[PairEvidence], entries: tuple[Substitution, ...]) -> dict[str, float]:
    """Nats for each habit: what its substitutions say together, of each original the best one."""
    best: dict[str, dict[str, float]] = defaultdict(dict)
    for one in evidence:
        entry = entries[one.index]
        if not entry.proves or entry.spun_rate > _ORDINARY * entry.original_rate:
            continue
        cap = _SPOKEN_CAP if entry.habit == "spoken" else _CAP
        gain = log(1 - _PRIOR + _PRIOR * exp(min(one.ratio, cap)))
        known = best[entry.habit]
        known[entry.original] = max(known.get(entry.original, 0.0), gain)
    return {habit: sum(gains.values()) for habit, gains in best.items()}


def proof(scores: dict[str, float]) -> float:
    """Nats for the document: spoken words count only as far as other words of spinners stand beside them."""
    spoken = scores.get("spoken", 0.0)
    others = sum(scores.values()) - spoken
    return others + min(spoken, others)
