"""Lines that are about the page and not of the article: found by rules, read for metadata, taken out."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Literal

from daachorse import MATCH_KIND_STANDARD, CharwiseDoubleArrayAhoCorasick

from transforms.aligned import AlignedText, Change
from transforms.article import Said
from transforms.cleaning.rulefile import rule_table
from transforms.cleaning.script import simplify

Where = Literal["line", "top", "head", "tail", "suffix"]
_TOP_LINES, _HEAD_LINES, _TAIL_LINES = 3, 8, 12
_MOST_REST, _MOST_REST_LINES = 600, 14
# Lines longer than so many tens of characters are all alike to the rules.
_MOST_TENS = 100


@dataclass(frozen=True)
class BoilerplateRule:
    """One rule: a pattern on a Simplified, half-width line, and where in the article it holds.

    A line without any of `words` is not looked at. `line` applies anywhere; `top`, `head` and `tail` only
    among the first three, the first and the last lines; `suffix` from the match to the line's end. `keep`
    reads metadata and leaves the line; with `rest` all lines after it go too, if they are few. Named groups
    are metadata fields.
    """

    name: str
    where: Where
    pattern: re.Pattern[str]
    longest: int
    words: tuple[str, ...]
    keep: bool
    rest: bool


@cache
def boilerplate_rules() -> tuple[BoilerplateRule, ...]:
    """The rules of `boilerplate.toml`, in its order."""
    return tuple(
        BoilerplateRule(
            r["name"],
            r["where"],
            re.compile(r["pattern"], re.I),
            r.get("longest", 200),
            tuple(r["words"]),
            r.get("keep", False),
            r.get("rest", False),
        )
        for r in rule_table("boilerplate.toml")["rule"]
    )


@cache
def _triggers() -> tuple[CharwiseDoubleArrayAhoCorasick, list[set[int]]]:
    """A finder of the rules' words, and for each word the rules that it calls."""
    called: dict[str, set[int]] = {}
    for i, rule in enumerate(boilerplate_rules()):
        for word in rule.words:
            called.setdefault(word, set()).add(i)
    return CharwiseDoubleArrayAhoCorasick(list(called), MATCH_KIND_STANDARD), list(called.values())


@cache
def _called(at_ends: bool, tens: int) -> list[set[int]]:
    """For each word the rules that it can call in a line of so many tens of characters, at the ends or amid.

    This sorts out nearly all that ordinary lines call, before any line is looked at.
    """
    fitting = {
        i
        for i, rule in enumerate(boilerplate_rules())
        if rule.where == "suffix" or (rule.longest >= 10 * tens and (at_ends or rule.where == "line"))
    }
    return [rules & fitting for rules in _triggers()[1]]


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    number: int
    of: int
    rules: list[int]

    def allows(self, where: Where, cut: int) -> bool:
        """Whether a rule may be asked here; of the lines before, so many are cut and do not count."""
        if where in ("top", "head"):
            return self.number - cut < (_TOP_LINES if where == "top" else _HEAD_LINES)
        return where != "tail" or self.number >= _tail_from(self.of)


def _tail_from(lines: int) -> int:
    """The number of the first of the last lines."""
    return lines - max(_TAIL_LINES, lines // 5)


def _suspects(view: str) -> Iterator[_Line]:
    """The lines that hold a rule's word, with their number among the lines that are not empty."""
    hits = _triggers()[0].find_overlapping(view)  # by their ends; no word has a line break in it
    lines = view.split("\n")
    of = len(lines) - lines.count("")
    tail = _tail_from(of)
    k = start = number = 0
    for line in lines:
        if k == len(hits):
            return
        end = start + len(line)
        if hits[k][0] < end:
            called = _called(number < _HEAD_LINES or number >= tail, min(len(line) // 10, _MOST_TENS))
            rules: set[int] = set()
            while k < len(hits) and hits[k][0] < end:
                rules |= called[hits[k][2]]
                k += 1
            if rules:
                yield _Line(start, end, number, of, sorted(rules))
        number += bool(line)
        start = end + 1


_MARKS = tuple(zip("，：；？！（）｜／　【】［］＞＜", ",:;?!()|/ [][]><", strict=True))


@dataclass(frozen=True)
class Swept:
    """A text without its boilerplate, what that said, and how many of its characters it was.

    `view` is the text in Simplified, `plain_text` and `plain_view` are the same with the boilerplate.
    """

    text: AlignedText
    view: str
    plain_text: str
    plain_view: str
    said: tuple[Said, ...]
    removed: int


@dataclass(frozen=True, slots=True)
class _Cut:
    start: int
    end: int
    rule: BoilerplateRule


def sweep(aligned: AlignedText) -> Swept:
    """Takes the boilerplate out; edits are named `boilerplate.` and the rule."""
    view = simplify(aligned.text)
    plain_marks = ""
    said: list[Said] = []
    cuts: list[_Cut] = []
    for line in _suspects(view):
        if cuts and cuts[-1].end >= line.end:
            continue
        plain_marks = plain_marks or _half_width(view)
        cut = _match(plain_marks, line, said, len(cuts))
        if cut:
            cuts.append(_with_rest(view, cut))
    _take_first_break(view, cuts)
    glosses = _glosses(aligned) if cuts else []
    changes = [change for cut in cuts for change in _pieces(cut, glosses)]
    ends = [0, *(cut.end for cut in cuts)]
    kept = "".join(view[a:b] for a, b in zip(ends, [*(cut.start for cut in cuts), len(view)], strict=True))
    if cuts:  # with the blank lines that stood before a footer
        changes = sorted([*changes, *_last_breaks(view, cuts)])
        kept = kept.rstrip("\n")
    text = aligned.apply(changes)
    removed = sum(cut.end - cut.start for cut in cuts)
    return Swept(text, kept, aligned.text, view, tuple(said), removed)


def _last_breaks(view: str, cuts: list[_Cut]) -> Iterator[Change]:
    """The line breaks that end the text without its cuts, which keep edits of their own."""
    end = len(view)
    for cut in [*reversed(cuts), None]:
        start = cut.end if cut else 0
        bare = start + len(view[start:end].rstrip("\n"))
        if bare < end:
            yield Change(bare, end, "", "space.edge")
        if bare > start or not cut:
            return
        end = cut.start


def _take_first_break(view: str, cuts: list[_Cut]) -> None:
    """Lets cuts of the first lines take the break after them too, so that the text begins with a line."""
    end = 0
    for i, cut in enumerate(cuts):
        if cut.start != end:
            break
        end = cut.end
        last = i + 1 == len(cuts) or cuts[i + 1].start != end
        if last:
            rest = view[end : cuts[i + 1].start if i + 1 < len(cuts) else len(view)]
            blank = len(rest) - len(rest.lstrip("\n"))
            cuts[i] = _Cut(cut.start, end + blank, cut.rule)


def _with_rest(view: str, cut: _Cut) -> _Cut:
    """The cut, to the end of the text where its rule says that nothing of the article can follow."""
    rest = view[cut.end :]
    few = len(rest) <= _MOST_REST and rest.count("\n") <= _MOST_REST_LINES
    # What stands at the top of a short text cannot end it.
    if cut.rule.rest and few and "。" in view[: cut.start]:
        return _Cut(cut.start, len(view), cut.rule)
    return cut


def _match(view: str, line: _Line, said: list[Said], cuts: int) -> _Cut | None:
    start, end = line.start, line.end
    cut: _Cut | None = None
    for rule in (boilerplate_rules()[i] for i in line.rules):
        if not line.allows(rule.where, cuts) or (rule.where != "suffix" and end - start > rule.longest):
            continue
        words = view[start:end]
        loose = rule.where == "suffix" or rule.keep
        m = rule.pattern.search(words) if loose else rule.pattern.match(words, _lead(words))
        if not m or (rule.where == "suffix" and len(words) - m.start() > rule.longest):
            continue
        said.extend(Said(k, v.strip(), "text") for k, v in m.groupdict().items() if v and v.strip())
        if rule.keep:
            continue
        if rule.where != "suffix" or m.start() == 0:
            return _Cut(_whole_line(view, line), line.end, rule)
        end = start + m.start()
        cut = _Cut(end, line.end, rule)
    return cut


def _half_width(view: str) -> str:
    """The text with ASCII marks; one search a mark is ten times as quick as `translate`."""
    for wide, narrow in _MARKS:
        view = view.replace(wide, narrow)
    return view


def _lead(words: str) -> int:
    """How many ornaments a line begins with: `*题图来源…`, `※免责声明…`."""
    return len(words) - len(words.lstrip("*※▲△●■◆★☆·—- "))


def _whole_line(view: str, line: _Line) -> int:
    """Where the removal of a whole line begins: with the line break before it, if there is one."""
    return line.start - 1 if line.start and view[line.start - 1] == "\n" else line.start


def _glosses(aligned: AlignedText) -> list[int]:
    """The clean offsets where pinyin was deleted, in order."""
    spots = (aligned.clean_span(e.start, e.end)[0] for e in aligned.edits if e.rule.startswith("pinyin"))
    return sorted(set(spots))


def _pieces(cut: _Cut, glosses: list[int]) -> list[Change]:
    """The deletion, cut where pinyin was deleted before, so that every bracket stays an edit of its own."""
    inside = glosses[bisect_right(glosses, cut.start) : bisect_left(glosses, cut.end)]
    bounds = [cut.start, *inside, cut.end]
    return [Change(a, b, "", f"boilerplate.{cut.rule.name}") for a, b in pairwise(bounds) if b > a]
