"""Items of sources that can be read on after an error."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from flows.sources.places import AnotherPlace
from flows.sources.refused import RefusedInput
from transforms.source import SourceItem

Found = SourceItem | RefusedInput | AnotherPlace


class Resumed(Iterator[Found]):
    """What `begin` yields. After an error it is begun anew, and the next item is the one that was due.

    The order of the items must be the same each time.
    """

    def __init__(self, begin: Callable[[], Iterator[Found]]) -> None:
        self._begin = begin
        self._items: Iterator[Found] | None = None
        self._given = 0

    def __next__(self) -> Found:
        """The next item; whatever `begin` raises."""
        if self._items is None:
            self._items = islice(self._begin(), self._given, None)
        try:
            item = next(self._items)
        except StopIteration:
            raise
        except Exception:
            self._items = None
            raise
        self._given += 1
        return item
