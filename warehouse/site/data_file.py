"""Data for the pages' script: a file of JavaScript, because a page opened from disk may load nothing else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def write_data(path: Path, name: str, value: Any) -> None:
    """Write `window.kaoju.<name> = <JSON>`; no text in it can end a string, a script or a line."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for one in "<>&\u2028\u2029\x7f":
        text = text.replace(one, f"\\u{ord(one):04x}")
    script = f"(window.kaoju ??= {{}}).{name} = {text};\n"
    path.write_text(script, encoding="utf-8")
