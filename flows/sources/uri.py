"""The stable name of a place in the file system."""

from __future__ import annotations

import os
import re
from pathlib import Path

# A name may hold any byte: what would break a line or is not UTF-8 is written %XX, and so is a % that could
# be taken for such a mark.
_UNSAFE = re.compile(r"[\x00-\x1f\x7f\u0085\u2028\u2029\udc80-\udcff]|%(?=[0-9A-Fa-f]{2})")


def path_uri(path: Path) -> str:
    """The absolute path with forward slashes, in one line of valid Unicode; links are not resolved."""
    return _UNSAFE.sub(_escaped, Path(os.path.abspath(path)).as_posix())  # noqa: PTH100


def _escaped(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in os.fsencode(match[0]))
