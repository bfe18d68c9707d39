"""Lines that are about the page and not of the article: found by rules, read for metadata, taken out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from transforms.aligned import AlignedText, Change
from transforms.article import Said
from transforms.cleaning.boilerplate_rules import BoilerplateRule, boilerplate_rules
from transforms.cleaning.script import simplify
from transforms.cleaning.suspect_lines import Line, suspect_lines

_MOST_REST, _MOST_REST_LINES = 600, 14
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
    said: list[Said] = []
    cuts: list[_Cut] = []
    for line in suspect_lines(view):
        if cuts and cuts[-1].end >= line.end:
            continue
        cut = _match(view, line, said, len(cuts))
        if cut:
            cuts.append(_with_rest(view, cut))
    _take_first_break(view, cuts)
    glosses = _glosses(aligned, cuts)
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


def _match(view: str, line: Line, said: list[Said], cuts: int) -> _Cut | None:
    start, end = line.start, line.end
    cut: _Cut | None = None
    line_words = _half_width(view[start:end])
    for rule in (boilerplate_rules()[i] for i in line.rules):
        if not line.allows(rule.where, cuts) or (rule.where != "suffix" and end - start > rule.longest):
            continue
        words = line_words[: end - start]
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
    """The text with ASCII marks."""
    for wide, narrow in _MARKS:
        view = view.replace(wide, narrow)
    return view


def _lead(words: str) -> int:
    """How many ornaments a line begins with: `*题图来源…`, `※免责声明…`."""
    return len(words) - len(words.lstrip("*※▲△●■◆★☆·—- "))


def _whole_line(view: str, line: Line) -> int:
    """Where the removal of a whole line begins: with the line break before it, if there is one."""
    return line.start - 1 if line.start and view[line.start - 1] == "\n" else line.start


def _glosses(aligned: AlignedText, cuts: list[_Cut]) -> list[int]:
    """The clean offsets in the cuts where pinyin was deleted, in order."""
    spots = set[int]()
    for cut in cuts if aligned.edits else ():
        for edit in aligned.edits_within(*aligned.raw_span(cut.start, cut.end)):
            if edit.rule.startswith("pinyin"):
                spots.add(aligned.clean_span(edit.start, edit.end)[0])
    return sorted(spots)


def _pieces(cut: _Cut, glosses: list[int]) -> list[Change]:
    """The deletion, cut where pinyin was deleted before, so that every bracket stays an edit of its own."""
    inside = glosses[bisect_right(glosses, cut.start) : bisect_left(glosses, cut.end)]
    bounds = [cut.start, *inside, cut.end]
    return [Change(a, b, "", f"boilerplate.{cut.rule.name}") for a, b in pairwise(bounds) if b > a]
