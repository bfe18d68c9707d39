"""Lines that are about the page and not of the article: found by rules, read for metadata, taken out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Literal

from transforms.aligned import AlignedText, Change
from transforms.article import Said
from transforms.cleaning.rulefile import rule_table
from transforms.cleaning.script import simplify

Where = Literal["line", "head", "tail", "suffix"]
_HEAD_LINES, _TAIL_LINES = 8, 12


@dataclass(frozen=True)
class BoilerplateRule:
    """One rule: a pattern on a Simplified, half-width line and where in the article it may apply.

    `line` anywhere, `head` and `tail` only among the first and last lines, `suffix` from the match to the
    line's end. `keep` reads metadata and leaves the line. Named groups are metadata fields.
    """

    name: str
    where: Where
    pattern: re.Pattern[str]
    longest: int
    keep: bool


@cache
def boilerplate_rules() -> tuple[BoilerplateRule, ...]:
    """The rules of `boilerplate.toml`, in its order."""
    return tuple(
        BoilerplateRule(
            r["name"], r["where"], re.compile(r["pattern"], re.I), r.get("longest", 200), r.get("keep", False)
        )
        for r in rule_table("boilerplate.toml")["rule"]
    )


@cache
def _triggers() -> re.Pattern[str]:
    """One cheap alternation: a line without any of these words matches no rule."""
    return re.compile("|".join(map(re.escape, rule_table("boilerplate.toml")["triggers"])), re.I)


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    number: int
    of: int

    def allows(self, where: Where) -> bool:
        if where == "head":
            return self.number < _HEAD_LINES
        return where != "tail" or self.number >= self.of - max(_TAIL_LINES, self.of // 5)


def _suspects(view: str) -> Iterator[_Line]:
    """The lines with a trigger word, each once, with their number among the lines that are not empty."""
    spans = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", view)]
    hits = [m.start() for m in _triggers().finditer(view)]
    k = 0
    for number, (start, end) in enumerate(spans):
        while k < len(hits) and hits[k] < start:
            k += 1
        if k < len(hits) and hits[k] < end:
            yield _Line(start, end, number, len(spans))


def folded(text: str) -> str:
    """The text as rules see it, of the same length: Simplified, Chinese marks in their ASCII form."""
    return simplify(text).translate(_MARKS)


_MARKS = str.maketrans("，：；？！（）｜／　【】［］＞＜", ",:;?!()|/ []" + "[]><")


@dataclass(frozen=True)
class Swept:
    """A text without its boilerplate, what that said, and how much of the text it was (Han characters)."""

    text: AlignedText
    said: tuple[Said, ...]
    removed: int


def sweep(aligned: AlignedText) -> Swept:
    """Takes the boilerplate out; edits are named `boilerplate.` and the rule."""
    view = folded(aligned.text)
    said: list[Said] = []
    cuts: list[tuple[int, int, str]] = []
    for line in _suspects(view):
        cut = _match(view, line, said)
        if cut:
            cuts.append(cut)
    changes = [change for cut in cuts for change in _pieces(aligned, *cut)]
    removed = sum(end - start for start, end, _ in cuts)
    return Swept(aligned.apply(changes), tuple(said), removed)


def _match(view: str, line: _Line, said: list[Said]) -> tuple[int, int, str] | None:
    start, end = line.start, line.end
    cut: tuple[int, int, str] | None = None
    for rule in boilerplate_rules():
        if not line.allows(rule.where) or (rule.where != "suffix" and end - start > rule.longest):
            continue
        words = view[start:end]
        m = rule.pattern.search(words) if rule.where == "suffix" or rule.keep else rule.pattern.match(words)
        if not m or (rule.where == "suffix" and len(words) - m.start() > rule.longest):
            continue
        said.extend(Said(k, v.strip(), "text") for k, v in m.groupdict().items() if v and v.strip())
        if rule.keep:
            continue
        if rule.where != "suffix" or m.start() == 0:
            return _whole_line(view, line), line.end, f"boilerplate.{rule.name}"
        end = start + m.start()
        cut = (end, line.end, f"boilerplate.{rule.name}")
    return cut


def _whole_line(view: str, line: _Line) -> int:
    """Where the removal of a whole line begins: with the line break before it, if there is one."""
    return line.start - 1 if line.start and view[line.start - 1] == "\n" else line.start


def _pieces(aligned: AlignedText, start: int, end: int, rule: str) -> list[Change]:
    """The deletion, cut where earlier deletions stand, so that these keep their own rules."""
    places = {aligned.clean_span(e.start, e.end)[0] for e in aligned.edits if not e.after}
    bounds = [start, *sorted(p for p in places if start < p < end), end]
    return [Change(a, b, "", rule) for a, b in pairwise(bounds) if b > a]
