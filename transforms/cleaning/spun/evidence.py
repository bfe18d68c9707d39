"""How much a document's own counts speak for each substitution having been made in it."""

from __future__ import annotations

from collections import Counter, defaultdict
from math import exp, log
from typing import NamedTuple

from transforms.cleaning.spun.lexicon import BURST, Found, SpunFinder, Substitution

# Shares of a habit's table that a spinner may know.
_SHARES = (0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.7)
# What one word can count, in nats. Those of spoken style come together without any spinner, and a word of the
# thesaurus may be a name or the topic.
_CAP = 6.0
_CAPS = {"spoken": 2.0, "spoken_synonym": 2.0, "synonym": 5.0}
# So many spun forms of one word, or more, are taken to prove the most that one can.
_MANY = 12
# No word is rarer than this, in occurrences a text.
_LEAST = 1e-9


class PairEvidence(NamedTuple):
    """One substitution in one document: counts, the rate of replacement and the log ratio spun : not spun."""

    number: int
    spun: int
    bare: int
    rate: float
    ratio: float


def _ratio(entry: Substitution, spun: int, bare: int, length: int) -> tuple[float, float]:
    """The rate of replacement, and the log ratio of negative binomial probabilities (dispersion `BURST`)."""
    rate = min(0.98, max(0.05, (spun + 0.5) / (spun + bare + 1)))
    natural, original = max(entry.spun_rate * length, _LEAST), max(entry.original_rate * length, _LEAST)
    made, left = natural + rate * original, max((1 - rate) * original, _LEAST)
    more = spun * log(made / natural) - (spun + BURST) * log((BURST + made) / (BURST + natural))
    fewer = bare * log(left / original) - (bare + BURST) * log((BURST + left) / (BURST + original))
    return rate, more + fewer


def may_prove(found: Found) -> bool:
    """Whether the evidence can be anything but nothing: a bound that needs the counts of the spun forms only.

    Of each substitution it takes the most that so many spun forms can prove, whatever else the text has.
    """
    finder, length = found.finder, len(found.text)
    power = finder.power(length)
    most = dict[str, float]()
    asked = Counter[str]()
    for form, starts in found.starts.items():
        for i in finder.of_form[form]:
            habit = finder.entries[i].habit
            asked[habit] += 1
            most[habit] = most.get(habit, 0.0) + _most(finder, i, min(len(starts), _MANY), power)
    return any(sum_ > finder.at_stake(habit, length) - asked[habit] for habit, sum_ in most.items())


def _most(finder: SpunFinder, i: int, spun: int, power: int) -> float:
    """A bound of `exp(gain) - 1` of one substitution with so many spun forms, at lengths near 2 ** power."""
    known = finder.bounds.get((i, spun, power))
    if known is None:
        entry = finder.entries[i]
        cap = _CAPS.get(entry.habit, _CAP)
        gain = (
            cap
            if spun == _MANY
            else min(cap, _highest_ratio(entry, spun, 2 ** (power - 0.5), 2 ** (power + 0.5)))
        )
        known = finder.bounds[i, spun, power] = exp(max(0.0, gain)) - 1
    return known


def _highest_ratio(entry: Substitution, spun: int, shortest: float, longest: float) -> float:
    """A bound of `_ratio` for any number of originals in a text of these lengths.

    The first term of the ratio is highest where as many spun forms are expected as there are, and falls with
    the length; the second is highest without any original, and grows with it.
    """
    natural, original = max(entry.spun_rate * shortest, _LEAST), max(entry.original_rate * shortest, _LEAST)
    made = min(max(float(spun), natural + 0.05 * original), natural + 0.98 * original)
    more = spun * log(made / natural) - (spun + BURST) * log((BURST + made) / (BURST + natural))
    original = max(entry.original_rate * longest, _LEAST)
    return more + BURST * log((BURST + original) / (BURST + 0.02 * original))


def pair_evidence(found: Found) -> list[PairEvidence]:
    """The evidence of each substitution of whose spun form the text has one that fits."""
    out, length = [], len(found.text)
    listed = list(found.spun())
    counts = found.counts(entry.original for _, entry, _ in listed)
    for i, entry, places in listed:
        original, spun = entry.original, len(places)
        bare = max(0, counts[original] - spun * entry.spun.count(original))
        out.append(PairEvidence(i, spun, bare, *_ratio(entry, spun, bare, length)))
    return out


def habit_scores(evidence: list[PairEvidence], finder: SpunFinder, length: int) -> dict[str, float]:
    """Nats for each habit: what its substitutions say together, against all that it could have replaced.

    How much of a habit's table the spinner knows is not known, so the likeliest share is taken. A text that
    keeps most of the words that could have been replaced is not spun, whatever a few words of it look like.
    """
    gains: dict[str, list[float]] = defaultdict(list)
    taken: set[tuple[str, str]] = set()
    for one in sorted((e for e in evidence if e.ratio > 0), key=lambda e: -e.ratio):
        entry = finder.entries[one.number]
        pair = {(entry.habit, entry.original), ("", entry.spun)}
        if pair & taken:
            continue
        taken |= pair
        gains[entry.habit].append(min(one.ratio, _CAPS.get(entry.habit, _CAP)))
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
