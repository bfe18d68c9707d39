"""How much a document's own counts speak for each substitution having been made in it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from math import exp, lgamma, log

from transforms.cleaning.spun.lexicon import BURST, SpunFinder, Substitution

# Shares of a habit's table that a spinner may know.
_SHARES = (0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.7)
_CAP = 6.0
# Words that a clean text in spoken style has too: they come together without any spinner.
_SPOKEN_CAP = 2.0
# From more words than that on, counting all at once is quicker than one by one.
_FEW = 24


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
    return lgamma(n + BURST) - lgamma(BURST) - lgamma(n + 1)


def _log_count(n: int, mean: float) -> float:
    """Log probability of n occurrences of a bursty word with this mean."""
    k = BURST
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
    """The evidence of each substitution of `finder` whose spun form occurs in the text."""
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


def habit_scores(evidence: list[PairEvidence], finder: SpunFinder, length: int) -> dict[str, float]:
    """Nats for each habit: what its substitutions say together, against all that it could have replaced.

    How much of a habit's table the spinner knows is not known, so the likeliest share is taken. A text that
    keeps most of the words that could have been replaced is not spun, whatever a few words of it look like.
    """
    gains: dict[str, list[float]] = defaultdict(list)
    taken: set[tuple[str, str]] = set()
    for one in sorted(evidence, key=lambda e: -e.ratio):
        entry = finder.entries[one.index]
        pair = {(entry.habit, entry.original), ("", entry.spun)}
        if one.ratio <= 0 or pair & taken:
            continue
        taken |= pair
        gains[entry.habit].append(min(one.ratio, _SPOKEN_CAP if entry.habit.startswith("spoken") else _CAP))
    return {habit: _best_share(of, finder.at_stake(habit, length)) for habit, of in gains.items()}


def _best_share(gains: list[float], at_stake: float) -> float:
    kept = max(0.0, at_stake - len(gains))
    each = [exp(gain) for gain in gains]
    if sum(each) - len(each) <= kept:
        return 0.0  # what follows is concave in the share and falls from the start
    return max(0.0, *(sum(log(1 - c + c * g) for g in each) + kept * log(1 - c) for c in _SHARES))


def proof(scores: dict[str, float]) -> float:
    """Nats for the document: spoken words count only as far as other words of spinners stand beside them."""
    spoken = sum(score for habit, score in scores.items() if habit.startswith("spoken"))
    others = sum(scores.values()) - spoken
    return others + min(spoken, others)
