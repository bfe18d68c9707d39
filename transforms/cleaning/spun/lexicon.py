"""The substitutions that spinners make, each with how common both of its sides are in ordinary Chinese."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from math import exp

from daachorse import MATCH_KIND_STANDARD, CharwiseDoubleArrayAhoCorasick

from transforms.cleaning.rulefile import rule_lines
from transforms.cleaning.spun.frequencies import row_likelihood, total_characters
from transforms.word_counts import word_counts

# Two words that the model knows only apart stand together this much more often than by chance.
_COLLOCATION = 10


@dataclass(frozen=True)
class Substitution:
    """`original` that a spinner of this `habit` writes as `spun`.

    `left` and `right` must match beside the spun word, where given; `bonus` is in nats. The rates are
    occurrences a character in ordinary text, inside longer words too. An entry that needs a context, not only
    shuns one, proves nothing of a document.
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
            left[:4] in ("", "(?<!") and right[:3] in ("", "(?!"),
        )
        for original, spun, habit, left, right, bonus in table
    )


@cache
def lexicon() -> tuple[Substitution, ...]:
    """All substitutions of `spun_lexicon.tsv`."""
    return make_lexicon(row + ("",) * (6 - len(row)) for row in rule_lines("spun_lexicon.tsv"))


class SpunFinder:
    """Finds the spun forms of a lexicon in a text, overlapping ones too."""

    def __init__(self, entries: tuple[Substitution, ...]) -> None:
        self.entries = entries
        forms: dict[str, list[int]] = {}
        for i, entry in enumerate(entries):
            forms.setdefault(entry.spun, []).append(i)
        self._of = list(forms.values())
        self._automaton = CharwiseDoubleArrayAhoCorasick(list(forms), MATCH_KIND_STANDARD)
        self._originals = list(dict.fromkeys(e.original for e in entries if len(e.original) > 1))
        words = self._originals or ["\0"]
        self._original_automaton = CharwiseDoubleArrayAhoCorasick(words, MATCH_KIND_STANDARD)

    def find(self, text: str) -> list[tuple[int, int, list[int]]]:
        """(start, end, indexes of the entries with this spun form), in the order of their ends."""
        return [(start, end, self._of[k]) for start, end, k in self._automaton.find_overlapping(text)]

    def original_counts(self, text: str) -> dict[str, int]:
        """`text.count` of every original of two characters or more that occurs, in one pass."""
        counts: dict[int, int] = {}
        reached: dict[int, int] = {}
        for start, end, k in self._original_automaton.find_overlapping(text):
            if start >= reached.get(k, 0):
                counts[k] = counts.get(k, 0) + 1
                reached[k] = end
        return {self._originals[k]: n for k, n in counts.items()}


@cache
def finder() -> SpunFinder:
    """The finder of the whole lexicon."""
    return SpunFinder(lexicon())
