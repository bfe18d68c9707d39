"""Clean text that knows where each of its characters stood in the raw text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from transforms.edits import Change, Edit, EditCopy, lay_beside

__all__ = ["AlignedText", "Change", "Edit"]


# A clean span that must be rewritten, and the changes in it.
Group = tuple[int, int, list[Change]]


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
    _fused: bool = field(init=False, repr=False, compare=False)

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
        object.__setattr__(self, "_fused", not self.edits)

    @classmethod
    def _trusted(cls, raw: str, edits: tuple[Edit, ...], text: str, starts: list[int]) -> AlignedText:
        """What `apply` has composed: its edits are known to fit, so nothing is checked or cut again."""
        made = object.__new__(cls)
        made.__dict__.update(raw=raw, edits=edits, text=text, _clean_starts=starts, _fused=True)
        return made

    @cached_property
    def _raw_starts(self) -> list[int]:
        return [edit.start for edit in self.edits]

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
        text = self.text
        wished = [c for c in changes if text[c[0] : c[1]] != c[2]]
        if not wished:
            return self
        wished.sort()
        old = self if self._fused else self._with_fused_edits()
        laid = lay_beside(old.raw, text, old.edits, old._clean_starts, wished)
        return AlignedText._trusted(old.raw, *laid) if laid else old._rewritten(old._groups(wished))

    def _around_gaps(self, change: Change) -> Iterable[Change]:
        """An equal-length change, cut where an earlier edit of unequal length lies inside it.

        So a deletion, and a replacement that the change leaves as it is, stay edits of their own.
        """
        start, end, after, rule = change
        if len(after) != end - start:
            return (change,)
        starts = self._clean_starts
        edges = [start]
        for k in range(bisect_left(starts, start), bisect_left(starts, end)):
            edit, lo = self.edits[k], starts[k]
            hi = min(lo + len(edit.after), end)
            if len(edit.after) != len(edit.before) and after[lo - start : hi - start] == self.text[lo:hi]:
                edges += (lo, hi)
        spans = zip(edges[::2], [*edges[1::2], end], strict=True)
        pieces = [Change(a, b, after[a - start : b - start], rule) for a, b in spans if a < b]
        return [one for one in pieces if self.text[one.start : one.end] != one.after]

    def _groups(self, wished: list[Change]) -> list[Group]:
        """Changes with the clean span each must rewrite; those that meet in one earlier edit go together."""
        groups: list[Group] = []
        last, reach, size = 0, 0, len(self.text)
        edits, starts = self.edits, self._clean_starts
        for change in wished:
            start, end, _, _ = change
            if not last <= start < end <= size:
                raise ValueError(f"{change} is empty, overlaps another change or leaves the text")
            last = end
            k = bisect_right(starts, start)
            clear = k == len(starts) or starts[k] >= end
            if start >= reach and clear and (not k or starts[k - 1] + len(edits[k - 1].after) <= start):
                groups.append((start, end, [change]))
                reach = end
                continue
            for piece in (change,) if clear else self._around_gaps(change):
                lo, hi = self._grown(piece.start, piece.end)
                if lo < reach:
                    lo0, hi0, group = groups[-1]
                    groups[-1] = (min(lo, lo0), max(hi, hi0), [*group, piece])
                else:
                    groups.append((lo, hi, [piece]))
                reach = groups[-1][1]
        return groups

    def _grown(self, lo: int, hi: int) -> tuple[int, int]:
        """The span, grown to whole earlier replacements of unequal length."""
        starts = self._clean_starts
        for at in (lo, hi - 1):
            k = bisect_right(starts, at) - 1
            if k >= 0:
                edit, start = self.edits[k], starts[k]
                n = len(edit.after)
                if at < start + n and n != len(edit.before):
                    lo, hi = min(lo, start), max(hi, start + n)
        return lo, hi

    def _rewritten(self, groups: list[Group]) -> AlignedText:
        """The text with each group's span written anew, in one pass; edits in between go over as slices."""
        raw, text = self.raw, self.text
        copy = EditCopy(self.edits, self._clean_starts)
        parts: list[str] = []
        at = 0
        for lo, hi, group in groups:
            one = group[0]
            if len(group) == 1 and one.start == lo and one.end == hi:
                after = one.after
            else:
                after = _written(text, lo, hi, group)
            copy.put(at, lo, hi, after, group[-1].rule, raw)
            parts += (text[at:lo], after)
            at = hi
        copy.keep(at, len(text) + 1)
        parts.append(text[at:])
        return AlignedText._trusted(raw, tuple(copy.edits), "".join(parts), copy.starts)

    def _with_fused_edits(self) -> AlignedText:
        copy = EditCopy((), [])
        for edit, start in zip(self.edits, self._clean_starts, strict=True):
            copy.add(edit, start)
        return AlignedText._trusted(self.raw, tuple(copy.edits), self.text, copy.starts)


def _written(text: str, lo: int, hi: int, group: list[Change]) -> str:
    """What stands in the clean span [lo, hi) after the changes of the group."""
    parts: list[str] = []
    at = lo
    for change in group:
        parts += (text[at : change.start], change.after)
        at = change.end
    return "".join([*parts, text[at:hi]])
