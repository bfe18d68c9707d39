"""Edits of a raw text, wished changes of a clean one, and how the edits of one text go over into the next."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple


class Edit(NamedTuple):
    """One recorded change of the raw text: `raw[start:end] == before` became `after`. Raw offsets."""

    start: int
    end: int
    before: str
    after: str
    rule: str


class Change(NamedTuple):
    """A wished change of the *current* clean text: `text[start:end]` becomes `after`. Clean offsets."""

    start: int
    end: int
    after: str
    rule: str


def lay_beside(
    raw: str, text: str, old: tuple[Edit, ...], old_starts: list[int], wished: list[Change]
) -> tuple[tuple[Edit, ...], str, list[int]] | None:
    """Edits, text and clean starts after sorted changes that meet no earlier replacement, as nearly all.

    None where one does. A change of equal length is cut where an earlier deletion lies inside it, so that
    both stay apart. ValueError where changes overlap, are empty or leave the text.
    """
    edits: list[Edit] = []
    starts: list[int] = []
    parts: list[str] = []
    # `used` old edits begin before the place reached, `at`; the raw text is `ahead` of the old clean one
    # there, the new clean one is so by `shift`.
    used = ahead = shift = at = 0
    size = len(text)
    ahead_of = [*old_starts, size + 1]
    for change in wished:
        start, end, after, rule = change
        if not at <= start < end <= size:
            raise ValueError(f"{change} is empty, overlaps another change or leaves the text")
        parts += (text[at:start], after)
        at, same = end, False
        while True:
            if ahead_of[used] <= start:
                last = bisect_right(old_starts, start, used)
                _take_over(edits, starts, old[used:last], old_starts[used:last], shift)
                used = last
                reach = old_starts[last - 1] + len(old[last - 1].after)
                if reach > start:
                    return None
                ahead = old[last - 1].end - reach
            stop, piece = end, after
            if ahead_of[used] < end:
                if len(after) != end - start or old[used].after:
                    return None
                stop = ahead_of[used]
                piece, after = after[: stop - start], after[stop - start :]
            if start != change.start or stop != end:
                same = piece == text[start:stop]
            if not same:
                edit = Edit(start + ahead, stop + ahead, raw[start + ahead : stop + ahead], piece, rule)
                if edits and edits[-1].end == edit.start:
                    _put_last(edits, starts, edit, start + shift)
                else:
                    edits.append(edit)
                    starts.append(start + shift)
            if stop == end:
                break
            start = stop
        shift += len(after) - (end - start)
    _take_over(edits, starts, old[used:], old_starts[used:], shift)
    parts.append(text[at:])
    return tuple(edits), "".join(parts), starts


def _take_over(
    edits: list[Edit], starts: list[int], old: tuple[Edit, ...], old_starts: list[int], shift: int
) -> None:
    """Puts old edits last; what was fused before stays so, only the first needs a look."""
    if old:
        _put_last(edits, starts, old[0], old_starts[0] + shift)
        edits += old[1:]
        starts += [s + shift for s in old_starts[1:]] if shift else old_starts[1:]


def _put_last(edits: list[Edit], starts: list[int], edit: Edit, start: int) -> None:
    """Puts an edit last, joined with the one before where one rule deletes both, or keeps both lengths."""
    if edits and edits[-1].end == edit.start and edits[-1].rule == edit.rule and _alike(edits[-1], edit):
        prior = edits[-1]
        edits[-1] = Edit(
            prior.start, edit.end, prior.before + edit.before, prior.after + edit.after, edit.rule
        )
    else:
        edits.append(edit)
        starts.append(start)


class EditCopy:
    """The edits of a text on their way into the next one; `used` old ones begin before the place reached."""

    __slots__ = ("_ahead", "_reach", "edits", "old", "old_starts", "shift", "starts", "used")

    def __init__(self, old: tuple[Edit, ...], old_starts: list[int]) -> None:
        self.old, self.old_starts = old, old_starts
        self.edits: list[Edit] = []
        self.starts: list[int] = []
        self.used = self.shift = self._reach = self._ahead = 0

    def keep(self, at: int, lo: int) -> None:
        """Copies the edits of the clean span [at, lo), cut at its ends.

        A deletion at `lo` itself stands before what is written there, and is copied too.
        """
        old, starts, used = self.old, self.old_starts, self.used
        if used and at < lo and starts[used - 1] + len(old[used - 1].after) > at:
            self.add(*_cut(old[used - 1], starts[used - 1], at, lo))
        last = bisect_left(starts, lo, used)
        while last < len(old) and starts[last] == lo and not old[last].after:
            last += 1
        if last == used:
            return
        self._use(last)
        self.add(*_cut(old[used], starts[used], at, lo))
        if last - used > 1:  # what was fused before stays so: only the ends need a look
            self.edits += old[used + 1 : last]
            shift = self.shift
            self.starts += [s + shift for s in starts[used + 1 : last]] if shift else starts[used + 1 : last]
            if starts[last - 1] + len(old[last - 1].after) > lo:
                self.edits[-1] = _cut(old[last - 1], starts[last - 1], at, lo)[0]

    def put(self, at: int, lo: int, hi: int, after: str, rule: str, raw: str) -> None:
        """Writes the clean span [lo, hi) anew, with what stands between the place reached, `at`, and it."""
        if (self.used == len(self.old) or self.old_starts[self.used] >= hi) and self._reach <= at:
            # The most common case by far: nothing was changed here before.
            start = lo + self._ahead
            end = hi + self._ahead
        else:
            self.keep(at, lo)
            start = lo + self._ahead
            self._use(bisect_left(self.old_starts, hi, self.used))
            end = hi + self._ahead
        if self.edits and self.edits[-1].end == start:
            self.add(Edit(start, end, raw[start:end], after, rule), lo)
        else:
            self.edits.append(Edit(start, end, raw[start:end], after, rule))
            self.starts.append(lo + self.shift)
        self.shift += len(after) - (hi - lo)

    def _use(self, used: int) -> None:
        """Goes on to where `used` of the old edits have begun."""
        if used != self.used:
            self.used = used
            edit = self.old[used - 1]
            # Where the last of them ends in the clean text, and by how much the raw text is ahead there. One
            # that reaches further than the place reached is of equal length, so that holds inside it too.
            self._reach = self.old_starts[used - 1] + len(edit.after)
            self._ahead = edit.end - self._reach

    def add(self, edit: Edit, start: int) -> None:
        """Puts an edit last; `start` is its clean offset in the old text."""
        _put_last(self.edits, self.starts, edit, start + self.shift)


def _cut(edit: Edit, start: int, lo: int, hi: int) -> tuple[Edit, int]:
    """The part of an edit in the clean span [lo, hi), and its start; only equal lengths are ever cut."""
    a, b = max(lo - start, 0), min(hi - start, len(edit.after))
    if b <= a or (a == 0 and b == len(edit.after)):
        return edit, start
    return Edit(edit.start + a, edit.start + b, edit.before[a:b], edit.after[a:b], edit.rule), start + a


def _alike(a: Edit, b: Edit) -> bool:
    if not a.after and not b.after:
        return True
    return len(a.after) == len(a.before) > 0 and len(b.after) == len(b.before) > 0
