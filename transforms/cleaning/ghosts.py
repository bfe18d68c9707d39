"""Ghosts: text that a byte-wise pinyin tool pushed one GBK byte out of step, as `变?yōu)檎稀?/strong>`.

The tool writes `(yōu)` after the bytes of 優, which it also finds across two other characters. The bracket
swallows the second byte's partner and all that follows is read one byte off. Backwards: the second byte of
the character before and the reading give the annotated character, that gives the lost byte, and the rest is
read in step again. Characters of the private-use rows (leads AA–AF, F8–FE) get lost on the way, so one may
have to be put back. A run is repaired only where it ends at a known place and one reading leads all others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from transforms.aligned import AlignedText, Change
from transforms.cleaning.pinyin import has_tone, readings
from transforms.cleaning.script import simplify
from transforms.cleaning.spun.frequencies import LONGEST, next_likelihood
from transforms.word_counts import word_counts

_HAN = "\u3400-\u9fff"
_GHOST = re.compile(
    rf"(?P<char>[{_HAN}])\?(?P<py>[a-zü\u00e0-\u01dc]{{1,7}})\)(?P<run>[{_HAN}\ue000-\uf8ff、。，]{{0,14}})"
    r"(?:\?(?P<tag>/[a-z]{1,10}\d?>)|\?(?P<next>[a-zü\u00e0-\u01dc]{1,7})\))"
)
_SIGN = re.compile(r"\?[a-zü\u00e0-\u01dc]{1,7}\)")
_LOST_LEADS = (*range(0xAA, 0xB0), *range(0xF8, 0xFF))
_MARKS = "、。，；：？！“”‘’《》「」（）—…·"
_MARK_SET = frozenset(_MARKS)
# What may stand right before a closing tag, in nats: a full stop most likely; between others nothing decides.
_BEFORE_TAG = {"。": 0.0, "”": -4.0, "》": -5.0, "、": -6.0, "！": 0.0, "？": 0.0, "，": -2.0}
# Nats: what a lost pair costs, by how much the best reading must lead, and how likely it must be a character.
_INSERTION, _LEAD, _PER_CHAR = 3.0, 1.0, -8.5
_SINGLE, _MARK = -4.0, -6.0
_BEAM, _LEAST_COUNT = 40, 20


@cache
def _by_lead(lead: int) -> dict[int, str]:
    """The GBK characters in use with this first byte, by the second."""
    out = {}
    for trail in range(0x40, 0xFF):
        char = bytes((lead, trail)).decode("gbk", "ignore")
        if len(char) == 1 and (char in _MARKS or word_counts().get(simplify(char), 0) >= _LEAST_COUNT):
            out[trail] = char
    return out


@cache
def _by_trail(trail: int) -> tuple[str, ...]:
    """The GBK characters in use with this second byte, by the first."""
    chars = (_by_lead(lead).get(trail) for lead in range(0xA1, 0xFF))
    return tuple(char for char in chars if char)


def _bytes(char: str) -> bytes:
    return char.encode("gb18030")[:2]


class _Row(NamedTuple):
    """A row of characters as far as it is read: what it takes to score it with one character more.

    `likely` are the log likelihoods of its last prefixes, `tail` its last characters in Simplified, `marks`
    how many punctuation marks stand before the last character.
    """

    likely: tuple[float, ...]
    tail: str
    marks: int

    @property
    def score(self) -> float:
        return self.likely[-1] + _MARK * self.marks

    def with_(self, char: str) -> _Row:
        char, tail = _simple(char), self.tail
        marks = self.marks + (tail[-1:] in _MARK_SET)
        return _Row(next_likelihood(self.likely, tail, char, _SINGLE), (tail + char)[-LONGEST:], marks)


@cache
def _simple(char: str) -> str:
    return simplify(char)


def _row_of(context: str) -> _Row:
    row = _Row((0.0,), "", 0)
    for char in context:
        row = row.with_(char)
    return row


def _steps(pending: int, first: int, second: int) -> Iterator[tuple[str, int]]:
    """The character that the pending byte makes with the next one, and the byte that is pending then."""
    char = _by_lead(pending).get(first)
    if char:
        yield char, second


def _lost(pending: int, first: int, second: int) -> Iterator[tuple[str, int]]:
    """The same where a private-use pair was lost in between."""
    for lead in _LOST_LEADS:
        one = _by_lead(pending).get(lead)
        if one:
            for two in _by_trail(first):
                yield one + two, second


def _readings_of(context: _Row, start: int, run: str) -> list[tuple[str, int, _Row]]:
    """(text, byte still pending, the row with the text) of the likeliest ways to read `run` in step."""
    beam: dict[tuple[str, int, bool], _Row] = {("", start, False): context}
    for char in run:
        data = _bytes(char)
        if len(data) < 2:
            return []
        grown: dict[tuple[str, int, bool], _Row] = {}
        for (text, pending, put), row in beam.items():
            for more, left in _steps(pending, *data):
                grown[text + more, left, put] = row.with_(more)
            if not put:
                first = dict[str, _Row]()
                for more, left in _lost(pending, *data):
                    one = first.get(more[0]) or first.setdefault(more[0], row.with_(more[0]))
                    grown[text + more, left, True] = one.with_(more[1])
        best = sorted(grown.items(), key=lambda kv: _INSERTION * kv[0][2] - kv[1].score)
        beam = dict(best[:_BEAM])
    return [(text, pending, row) for (text, pending, _), row in beam.items()]


def _endings(m: re.Match[str], pending: int) -> Iterator[tuple[str, float]]:
    """The last character and what that one is worth.

    Before a tag its second byte was swallowed together with the `<`; before a reading it is the one read.
    """
    for char in _by_lead(pending).values():
        if m["tag"] and char in _BEFORE_TAG:
            yield char, _BEFORE_TAG[char]
        elif m["next"] and m["next"] in readings(char):
            yield char, 0.0


def _ranked(m: re.Match[str], context: _Row) -> list[tuple[float, str]]:
    """All readings of one run with their scores, best first."""
    trail = _bytes(m["char"])[1]
    found: dict[str, float] = {}
    for start in (b for b, char in _by_lead(trail).items() if m["py"] in readings(char)):
        for words, pending, row in _readings_of(context, start, m["run"]):
            for char, worth in _endings(m, pending):
                end = words + char
                score = row.with_(char).score + worth - _INSERTION * (len(end) > len(m["run"]) + 1)
                found[end] = max(found.get(end, score), score)
    return sorted(((score, end) for end, score in found.items()), reverse=True)


def _repair(m: re.Match[str], text: str) -> Change | None:
    """The change that puts one run back in step; None where that is not certain."""
    if not has_tone(m["py"] + (m["next"] or "")):
        return None
    context = _row_of(text[max(0, m.start() - 3) : m.start() + 1])
    ranked = _ranked(m, context)
    if not ranked:
        return None
    score, best = ranked[0]
    clear = len(ranked) == 1 or score - ranked[1][0] >= _LEAD
    plausible = (score - context.score) / len(best) >= _PER_CHAR
    if not clear or not plausible:
        return None
    return Change(m.start() + 1, m.end(), simplify(best), "encoding.gbk_slip")


def lay_ghosts(aligned: AlignedText) -> AlignedText:
    """The text with the runs read in step again where that is certain; rule `encoding.gbk_slip`."""
    text = aligned.text
    if not _SIGN.search(text):
        return aligned
    changes = (_repair(m, text) for m in _GHOST.finditer(text))
    return aligned.apply(change for change in changes if change)
