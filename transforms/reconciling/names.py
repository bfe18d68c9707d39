"""Which discovered names are one entity, and which are not, with the reason."""

from __future__ import annotations

from typing import Final

SAME: Final = "same"
NOT_SAME: Final = "not the same"
