"""Files, folders, globs and records: whatever a user names, as source items or refusals."""

from flows.sources.find import RefusedInput, find_items

__all__ = ["RefusedInput", "find_items"]
