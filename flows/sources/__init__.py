"""Files, folders, globs and records: whatever a user names, as source items or refusals."""

from flows.sources.find import RefusedInput, find_items
from flows.sources.places import AnotherPlace

__all__ = ["AnotherPlace", "RefusedInput", "find_items"]
