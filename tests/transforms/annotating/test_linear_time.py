"""Regular expressions of annotating and extracting take no more than linear time, whatever the text.

Processor time is bounded, not the clock: a busy machine makes no test fail. By default on a small text,
which an exponential pattern does not survive; `make soak` on 100 kB, which a quadratic one does not.
"""

import contextlib
import dataclasses
import importlib
import inspect
import pkgutil
import random
import re
import signal
from re import _constants as sre
from re import _parser

import pytest

from transforms.annotating.latin_names import find_latin

PACKAGES = ("transforms.annotating", "transforms.extracting")
SECONDS = 2.0
# Patterns that only ever see a few words: a phrase, a title, one name, or the place right after one.
FEW_WORDS = (
    "annotating.versions._UNIT_NEXT.",
    "annotating.kinds._VERSIONED.",
    "extracting.event_nouns.noun_rules.",
    "extracting.event_objects.object_rules.",
    "extracting.metric_sizes._SIZE.",
    "extracting.position_names._AND_NOW.",
    "extracting.subjects._names.",
)
MOST_REPEATED, LONGEST_PART = 40, 400


class TooSlow(Exception):
    """The limit of processor time was reached."""


@contextlib.contextmanager
def limited(seconds):
    """Raises TooSlow when that much processor time is used; `re` looks for signals while it matches."""

    def stop(*_):
        raise TooSlow

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def patterns_in(value, depth=0):
    """Patterns in a value: itself, the items of containers, the fields of dataclasses."""
    if isinstance(value, re.Pattern):
        yield value
    elif depth < 4 and isinstance(value, dict):
        for item in (*value.keys(), *value.values()):
            yield from patterns_in(item, depth + 1)
    elif depth < 4 and isinstance(value, list | tuple | set | frozenset):
        for item in value:
            yield from patterns_in(item, depth + 1)
    elif depth < 4 and dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from patterns_in(getattr(value, field.name), depth + 1)


def all_patterns():
    """Each pattern of the two packages, by the name of what holds it, once."""
    found = {}
    for package in PACKAGES:
        root = importlib.import_module(package)
        for info in pkgutil.walk_packages(root.__path__, f"{package}."):
            module = importlib.import_module(info.name)
            for name, value in vars(module).items():
                if callable(value) and hasattr(value, "cache_info") and value.__module__ == info.name:
                    wanted = inspect.signature(value).parameters.values()
                    if any(p.default is p.empty for p in wanted):
                        continue
                    value = value()
                for number, pattern in enumerate(patterns_in(value)):
                    found.setdefault(pattern, f"{info.name.removeprefix('transforms.')}.{name}.{number}")
    return found


class Sampler:
    """Strings that a pattern nearly matches: its own characters, and its parts at their longest."""

    def __init__(self, pattern, seed):
        self.random = random.Random(seed)
        self.letters = []
        self.parts = [self.of(_parser.parse(pattern.pattern, pattern.flags)) for _ in range(3)]
        self.letters = sorted(set(self.letters))

    def of(self, parsed):
        out = ""
        for op, value in parsed:
            out += self.one(op, value)
            if len(out) > LONGEST_PART:
                break
        return out[:LONGEST_PART]

    def one(self, op, value):
        if op in (sre.LITERAL, sre.NOT_LITERAL):
            self.letters.append(chr(value))
            return chr(value) if op is sre.LITERAL else "甲"
        if op is sre.ANY:
            return "甲"
        if op is sre.IN:
            return self.member(value)
        if op is sre.BRANCH:
            return self.random.choice(
                [self.of(branch) for branch in self.random.sample(value[1], min(6, len(value[1])))]
            )
        if op is sre.SUBPATTERN:
            return self.of(value[3])
        if op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            out = ""
            for _ in range(min(value[1], MOST_REPEATED)):
                out += self.of(value[2])
                if len(out) > LONGEST_PART:
                    break
            return out
        if op is sre.ATOMIC_GROUP:
            return self.of(value)
        if op is sre.ASSERT:
            return self.of(value[1]) if value[0] > 0 else ""
        return ""

    def member(self, choices):
        chars = []
        for op, value in choices:
            if op is sre.LITERAL:
                chars.append(chr(value))
            elif op is sre.RANGE:
                chars += [chr(value[0]), chr(value[1]), chr((value[0] + value[1]) // 2)]
            elif op is sre.CATEGORY:
                chars.append({sre.CATEGORY_DIGIT: "7", sre.CATEGORY_SPACE: " "}.get(value, "a"))
        self.letters += chars[:8]
        if choices and choices[0][0] is sre.NEGATE:
            return next(c for c in "甲a7 ，\ue000~" if c not in chars)
        return self.random.choice(chars)

    def texts(self, size):
        """Texts of this many characters."""
        letters = self.letters or ["甲"]
        few = self.random.sample(letters, min(4, len(letters)))
        for char in few:
            yield char * size
        yield "".join(self.random.choices(letters, k=size))
        yield "".join(self.random.choices(few, k=size))
        for part in self.parts:
            for cut in {part, part[:-1], part[1:]} - {""}:
                yield (cut * (size // len(cut) + 1))[:size]


PATTERNS = all_patterns()


def too_slow(size, step=1):
    """Patterns that do not get through one of their texts within the limit; with `step` every so many."""
    slow = {}
    for number, (pattern, name) in list(enumerate(PATTERNS.items()))[::step]:
        for text in Sampler(pattern, number).texts(min(size, 500) if name.startswith(FEW_WORDS) else size):
            try:
                with limited(SECONDS):
                    for _ in pattern.finditer(text):
                        pass
            except TooSlow:
                slow[name] = (pattern.pattern[:80], text[:60])
                break
    return slow


def test_there_are_patterns():
    assert len(PATTERNS) > 100


def test_of_every_eighth_pattern_none_explodes():
    assert too_slow(300, step=8) == {}


@pytest.mark.soak
def test_every_pattern_is_linear():
    assert too_slow(100_000) == {}


@pytest.mark.parametrize("piece", ["a", "0", "a-"])
def test_a_long_word_takes_no_longer_than_many_short_ones(piece, small_registry):
    with limited(0.5):
        find_latin(piece * 8000, [], small_registry)


REPEATED = (
    "“|「“|·|埃文·|A|A1 |Aa |A-|(A|苹果(|《|1|1.|3亿|的|，|。|\n|他说|微软|微软、|微软的|Llama |Llama 3."
    "|8B|王思远说|有限公司|公司|在|据|”|İ"
).split("|")


@pytest.fixture(scope="module")
def stages(annotate_text):
    """Annotating, clauses and quotes of one text."""
    from transforms.extracting.clauses import split_clauses
    from transforms.extracting.quotes import find_quotes

    return lambda text: find_quotes(split_clauses(annotate_text(text)))


@pytest.mark.parametrize("piece", REPEATED)
def test_no_repetition_takes_long(piece, stages):
    with limited(SECONDS):
        stages((piece * 1000)[:1000])


@pytest.mark.soak
@pytest.mark.parametrize("piece", REPEATED)
def test_no_long_repetition_takes_long(piece, stages):
    with limited(20):
        stages((piece * 20_000)[:20_000])


@pytest.mark.soak
@pytest.mark.xfail(
    reason="the whole sentence is searched once a clause: quadratic in a sentence's length", strict=False
)
def test_a_sentence_of_many_clauses(stages):
    with limited(5):
        stages("据微软报道，" * 2000)
