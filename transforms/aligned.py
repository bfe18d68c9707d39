"""Clean text that knows where each of its characters stood in the raw text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Edit:
    """One recorded change of the raw text: `raw[start:end] == before` became `after`. Raw offsets."""

    start: int
    end: int
    before: str
    after: str
    rule: str


@dataclass(frozen=True, slots=True)
class Change:
    """A wished change of the *current* clean text: `text[start:end]` becomes `after`. Clean offsets."""

    start: int
    end: int
    after: str
    rule: str


@dataclass(frozen=True)
class AlignedText:
    """A raw text and the edits that make the clean text of it.

    `edits` are sorted, do not overlap and are in raw offsets (code points, 0-based, end exclusive).
    Every raw character is either kept or lies in one edit's `before`, so nothing is lost unseen.
    """

    raw: str
    edits: tuple[Edit, ...] = ()
    text: str = field(init=False)
    _clean_starts: list[int] = field(init=False, repr=False, compare=False)
    _raw_starts: list[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        parts: list[str] = []
        starts: list[int] = []
        at, clean = 0, 0
        for edit in self.edits:
            if edit.start < at or self.raw[edit.start : edit.end] != edit.before:
                raise ValueError(f"edit {edit} does not fit the raw text after offset {at}")
            parts.append(self.raw[at : edit.start])
            clean += edit.start - at
            starts.append(clean)
            parts.append(edit.after)
            clean += len(edit.after)
            at = edit.end
        parts.append(self.raw[at:])
        object.__setattr__(self, "text", "".join(parts))
        object.__setattr__(self, "_clean_starts", starts)
        object.__setattr__(self, "_raw_starts", [edit.start for edit in self.edits])

    def raw_char(self, index: int) -> tuple[int, int]:
        """Raw span that the clean character at `index` came from; IndexError outside the text.

        Inside a replacement of equal length characters map one to one, in any other to the whole edit.
        """
        if not 0 <= index < len(self.text):
            raise IndexError(f"clean offset {index} is outside the text of {len(self.text)} characters")
        k = bisect_right(self._clean_starts, index) - 1
        if k < 0:
            return index, index + 1
        edit, start = self.edits[k], self._clean_starts[k]
        inside = index - start
        if inside < len(edit.after):
            if len(edit.after) == len(edit.before):
                return edit.start + inside, edit.start + inside + 1
            return edit.start, edit.end
        at = edit.end + inside - len(edit.after)
        return at, at + 1

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Raw span of the clean span [start, end), which must not be empty.

        What was deleted before the first or after the last character is not part of it.
        """
        if start >= end:
            raise ValueError(f"clean span [{start}, {end}) is empty")
        return self.raw_char(start)[0], self.raw_char(end - 1)[1]

    def clean_span(self, start: int, end: int) -> tuple[int, int]:
        """Clean span of what the raw span [start, end) became; empty where all of it was deleted."""
        return self._clean_offset(start, 0), self._clean_offset(end, 1)

    def _clean_offset(self, raw: int, side: int) -> int:
        k = (bisect_left if side else bisect_right)(self._raw_starts, raw) - 1
        if k < 0:
            return raw
        edit, clean = self.edits[k], self._clean_starts[k]
        if raw >= edit.end:
            return clean + len(edit.after) + raw - edit.end
        if len(edit.before) == len(edit.after):
            return clean + raw - edit.start
        return clean + side * len(edit.after)

    def edits_within(self, start: int, end: int) -> tuple[Edit, ...]:
        """The edits that touch the raw span [start, end)."""
        first = max(0, bisect_right(self._raw_starts, start) - 1)
        last = bisect_left(self._raw_starts, end)
        return tuple(e for e in self.edits[first:last] if e.end > start)

    def apply(self, changes: Iterable[Change]) -> AlignedText:
        """The text after `changes`, given in clean offsets of this text.

        A change that touches what an earlier edit wrote is merged with it into one edit, named after the
        change. ValueError where changes overlap, are empty or leave the text: an insertion has no raw place,
        so it is written as the replacement of a neighbour.
        """
        wanted = (c for c in changes if self.text[c.start : c.end] != c.after)
        wished = [piece for c in sorted(wanted, key=lambda c: c.start) for piece in self._around_gaps(c)]
        if not wished:
            return self
        groups = self._groups(wished)
        cuts = {at for lo, hi, _ in groups for at in (lo, hi)}
        merged = [self._merge(lo, hi, group) for lo, hi, group in groups]
        bounds = [(lo, hi) for lo, hi, _ in groups]
        kept = [edit for clean, edit in self._split_at(cuts) if not _covered(clean, edit, bounds)]
        return AlignedText(self.raw, tuple(_fuse(sorted([*kept, *merged], key=lambda e: e.start))))

    def _around_gaps(self, change: Change) -> list[Change]:
        """An equal-length change, cut where an earlier deletion lies inside it, so that both stay apart."""
        if len(change.after) != change.end - change.start:
            return [change]
        first = bisect_right(self._clean_starts, change.start)
        last = bisect_left(self._clean_starts, change.end)
        cuts = sorted({self._clean_starts[k] for k in range(first, last) if not self.edits[k].after})
        edges = [change.start, *cuts, change.end]
        return [
            Change(a, b, change.after[a - change.start : b - change.start], change.rule)
            for a, b in pairwise(edges)
        ]

    def _groups(self, wished: list[Change]) -> list[tuple[int, int, list[Change]]]:
        """Changes with the clean span each must rewrite; those that meet in one earlier edit go together."""
        groups: list[tuple[int, int, list[Change]]] = []
        last = 0
        for change in wished:
            if not last <= change.start < change.end <= len(self.text):
                raise ValueError(f"{change} is empty, overlaps another change or leaves the text")
            last = change.end
            lo, hi = self._grown(change.start, change.end)
            if groups and lo < groups[-1][1]:
                lo0, hi0, group = groups[-1]
                groups[-1] = (min(lo, lo0), max(hi, hi0), [*group, change])
            else:
                groups.append((lo, hi, [change]))
        return groups

    def _grown(self, lo: int, hi: int) -> tuple[int, int]:
        """The span, grown to whole earlier replacements of unequal length."""
        for at in (lo, hi - 1):
            k = bisect_right(self._clean_starts, at) - 1
            if k >= 0:
                edit, start = self.edits[k], self._clean_starts[k]
                n = len(edit.after)
                if at < start + n and n != len(edit.before):
                    lo, hi = min(lo, start), max(hi, start + n)
        return lo, hi

    def _split_at(self, cuts: set[int]) -> list[tuple[int, Edit]]:
        """(clean start, edit) pairs; equal-length replacements are cut where a change begins or ends."""
        out: list[tuple[int, Edit]] = []
        order = sorted(cuts)
        for clean, edit in zip(self._clean_starts, self.edits, strict=True):
            n = len(edit.after)
            inner = order[bisect_right(order, clean) : bisect_left(order, clean + n)] if n > 1 else []
            if n != len(edit.before) or not inner:
                out.append((clean, edit))
                continue
            at = 0
            for cut in [*(c - clean for c in inner), n]:
                before, after = edit.before[at:cut], edit.after[at:cut]
                out.append((clean + at, Edit(edit.start + at, edit.start + cut, before, after, edit.rule)))
                at = cut
        return out

    def _merge(self, lo: int, hi: int, group: list[Change]) -> Edit:
        parts, at = [], lo
        for change in group:
            parts += [self.text[at : change.start], change.after]
            at = change.end
        start, end = self.raw_span(lo, hi)
        after = "".join([*parts, self.text[at:hi]])
        return Edit(start, end, self.raw[start:end], after, group[-1].rule)


def _covered(clean: int, edit: Edit, bounds: list[tuple[int, int]]) -> bool:
    """Whether one of the rewritten clean spans swallows this earlier edit."""
    k = bisect_right(bounds, (clean, 1 << 62)) - 1
    if k < 0:
        return False
    lo, hi = bounds[k]
    return lo < clean < hi or (clean == lo and bool(edit.after) and clean + len(edit.after) <= hi)


def _fuse(edits: list[Edit]) -> list[Edit]:
    """Join neighbours of one rule that are both deletions or both of equal length: fewer rows."""
    out: list[Edit] = []
    for edit in edits:
        if out and out[-1].end == edit.start and out[-1].rule == edit.rule and _alike(out[-1], edit):
            prior = out.pop()
            edit = Edit(
                prior.start, edit.end, prior.before + edit.before, prior.after + edit.after, edit.rule
            )
        out.append(edit)
    return out


def _alike(a: Edit, b: Edit) -> bool:
    if not a.after and not b.after:
        return True
    return len(a.after) == len(a.before) > 0 and len(b.after) == len(b.before) > 0
