"""The substitutions that spinners make, each with how common both of its sides are in ordinary Chinese."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from math import exp, log2

from daachorse import MATCH_KIND_STANDARD, CharwiseDoubleArrayAhoCorasick

from transforms.cleaning.rulefile import rule_lines
from transforms.cleaning.spun.frequencies import row_likelihood, total_characters
from transforms.codes import PairIndex, count_each, places
from transforms.word_counts import word_counts

# Two words that the model knows only apart stand together this much more often than by chance.
_COLLOCATION = 10
# Words come in bursts: a word seen once is likely to be seen again. Dispersion of the negative binomial.
BURST = 0.5
# A spun form so common beside its original is an ordinary word: it may be restored, it proves nothing.
_ORDINARY = 0.12
# Habits of the columns of `spun_thesaurus.tsv`.
THESAURUS_HABITS = ("synonym", "spoken_synonym")


@dataclass(frozen=True)
class Substitution:
    """`original` that a spinner of this `habit` writes as `spun`.

    `left` and `right` must match beside the spun word, where given; `bonus` is in nats. The rates are
    occurrences a character in ordinary text, inside longer words too. An entry `proves` something of a
    document unless it needs a context, not only shuns one, or its spun form is itself an ordinary word.
    """

    original: str
    spun: str
    habit: str
    left: re.Pattern[str] | None
    right: re.Pattern[str] | None
    bonus: float
    original_rate: float
    spun_rate: float
    proves: bool

    def fits(self, text: str, start: int, end: int) -> bool:
        """Whether what stands beside text[start:end] allows the substitution."""
        if self.left and not self.left.search(text, max(0, start - 24), start):
            return False
        return not self.right or bool(self.right.match(text, end))


def _chained(rows: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The rows and those that two substitutions one after the other make: 简单 → 轻松 → 轻巧松."""
    rows = list(rows)
    single = [(o, s) for o, s, habit, *_ in rows if habit == "adjective"]
    seen = {(o, s) for o, s, *_ in rows}
    out = list(rows)
    for original, spun, habit, left, right, bonus in rows:
        if habit not in ("colloquial", "spoken") or left or right or len(spun) > 3:
            continue
        for o, s in single:
            twice = spun.replace(o, s)
            if o in spun and (original, twice) not in seen:
                seen.add((original, twice))
                out.append((original, twice, habit, left, right, bonus))
    return out


def _rates(forms: set[str]) -> dict[str, float]:
    """How often each form occurs a character, as a word or inside of one."""
    counts, total = word_counts(), total_characters()
    order = sorted(forms)
    automaton = CharwiseDoubleArrayAhoCorasick(order, MATCH_KIND_STANDARD)
    words = list(counts)
    ends: list[int] = []
    for word in words:
        ends.append((ends[-1] if ends else 0) + len(word) + 1)
    found: Counter[int] = Counter()
    k = 0
    for start, _, index in sorted(automaton.find_overlapping("\n".join(words))):
        while ends[k] <= start:
            k += 1
        found[index] += counts[words[k]]
    words_in_all = sum(counts.values())

    def rate(i: int, form: str) -> float:
        # A phrase that is no dictionary word is rare, not impossible.
        return max(found[i], _COLLOCATION * exp(row_likelihood(form)) * words_in_all, _COLLOCATION) / total

    return {form: rate(i, form) for i, form in enumerate(order)}


def make_lexicon(rows: Iterable[tuple[str, ...]]) -> tuple[Substitution, ...]:
    """The substitutions of rows (original, spun, habit, left, right, bonus), with chains and rates."""
    table = _chained(rows)
    rates = _rates({word for row in table for word in row[:2]})
    return tuple(
        Substitution(
            original,
            spun,
            habit,
            re.compile(f"(?:{left})$".replace("|^)$", ")$|^$")) if left else None,
            re.compile(right) if right else None,
            float(bonus or 0),
            rates[original],
            rates[spun],
            left[:4] in ("", "(?<!")
            and right[:3] in ("", "(?!")
            and rates[spun] <= _ORDINARY * rates[original],
        )
        for original, spun, habit, left, right, bonus in table
    )


def lexicon_rows() -> list[tuple[str, ...]]:
    """The rows of `spun_lexicon.tsv`, then those of the thesaurus, as habits of their own."""
    rows = [(*row, "", "", "", "")[:6] for row in rule_lines("spun_lexicon.tsv")]
    known = {row[:2] for row in rows if not row[3] and not row[4]}
    for original, *columns in rule_lines("spun_thesaurus.tsv"):
        for habit, spun in zip(THESAURUS_HABITS, columns, strict=False):
            rows += [(original, s, habit, "", "", "") for s in spun.split() if (original, s) not in known]
    return rows


@cache
def lexicon() -> tuple[Substitution, ...]:
    """All substitutions that are known."""
    return make_lexicon(lexicon_rows())


class SpunFinder:
    """Finds the spun forms of a lexicon in a text, overlapping ones too."""

    def __init__(self, entries: tuple[Substitution, ...]) -> None:
        self.entries = entries
        forms: dict[str, list[int]] = {}
        for i, entry in enumerate(entries):
            forms.setdefault(entry.spun, []).append(i)
        self.of_form = forms
        self._index = PairIndex(forms)
        self._single = [form for form in forms if len(form) == 1]
        self._at_stake: dict[tuple[str, int], float] = {}
        self.bounds: dict[tuple[int, int, int], float] = {}

    @cached_property
    def telling(self) -> SpunFinder:
        """The finder of those entries that prove something."""
        return SpunFinder(tuple(e for e in self.entries if e.proves))

    @cached_property
    def restoring(self) -> SpunFinder:
        """The finder of those entries that may be restored.

        Words of the thesaurus may not: they are exchangeable, so they do not tell what stood there.
        """
        return SpunFinder(tuple(e for e in self.entries if e.habit not in THESAURUS_HABITS))

    def find(self, text: str) -> Found:
        """All spun forms in a text."""
        starts: dict[str, list[int]] = {}
        for at, form in self._index.find(text):
            if form in starts:
                starts[form].append(at)
            else:
                starts[form] = [at]
        for form in self._single:
            if form in text:
                starts[form] = list(places(text, form))
        return Found(text, self, starts)

    @staticmethod
    def power(length: int) -> int:
        """The power of 2 that is nearest to a length."""
        return round(log2(max(length, 1)))

    def at_stake(self, habit: str, length: int) -> float:
        """How many of a habit's originals a clean text has; its length is taken to the nearest power of 2."""
        power = self.power(length)
        if (habit, power) not in self._at_stake:
            rates = {e.original: e.original_rate for e in self.entries if e.habit == habit}
            absent = sum((BURST / (BURST + rate * 2**power)) ** BURST for rate in rates.values())
            self._at_stake[habit, power] = len(rates) - absent
        return self._at_stake[habit, power]


@dataclass(frozen=True)
class Found:
    """The spun forms of a finder in a text: of each the offsets at which it starts."""

    text: str
    finder: SpunFinder
    starts: dict[str, list[int]]

    def spun(self) -> Iterator[tuple[int, Substitution, list[int]]]:
        """Each entry whose spun form occurs, with its index and the offsets where the context allows it."""
        for form, starts in self.starts.items():
            for i in self.finder.of_form[form]:
                entry = self.finder.entries[i]
                if entry.left or entry.right:
                    size = len(entry.spun)
                    fitting = [at for at in starts if entry.fits(self.text, at, at + size)]
                    if fitting:
                        yield i, entry, fitting
                else:
                    yield i, entry, starts

    def counts(self, originals: Iterable[str]) -> dict[str, int]:
        """`text.count` of each of some originals."""
        asked = set(originals)
        longer = [original for original in asked if len(original) > 1]
        single = {original: self.text.count(original) for original in asked if len(original) == 1}
        return single | count_each(self.text, longer) if longer else single


@cache
def finder() -> SpunFinder:
    """The finder of the whole lexicon."""
    return SpunFinder(lexicon())
