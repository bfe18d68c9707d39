"""Sound inputs to damage: our sample articles and the pages of the reading tests."""

from functools import cache
from pathlib import Path

from flows.sources import find_items
from transforms.source import SourceItem

TESTS = Path(__file__).parents[1]
FOLDERS = (TESTS.parent / "seeds" / "articles", TESTS / "transforms" / "reading" / "pages")


@cache
def bases() -> tuple[SourceItem, ...]:
    """The items, in a fixed order."""
    paths = [str(path) for folder in FOLDERS for path in sorted(folder.glob("*.*")) if path.suffix != ".json"]
    return tuple(item for item in find_items(paths) if isinstance(item, SourceItem))
