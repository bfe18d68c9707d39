"""The block of `key: value` lines between two `---` that Markdown files begin with."""

from __future__ import annotations

import re

from transforms.aligned import AlignedText, Change
from transforms.article import Said

_BLOCK = re.compile(
    r"\s{0,8}---[ \t]*\n((?:[A-Za-z_][\w -]{0,30}:[^\n]*\n|[ \t]+[^\n]*\n|\n){1,60})---[ \t]*(?:\n|$)"
)
_ENTRY = re.compile(r"^([A-Za-z_][\w-]{0,30})[ ]?:[ \t]*([^\n]+)$", re.M)
_FIELDS = {
    "date": "published",
    "pubdate": "published",
    "link": "url",
    "permalink": "url",
    "source": "credited_source",
}


def take_front_matter(aligned: AlignedText) -> tuple[AlignedText, tuple[Said, ...]]:
    """The text without its front matter (rule `markup.front_matter`), and what that says."""
    m = _BLOCK.match(aligned.text)
    if not m:
        return aligned, ()
    said = []
    for entry in _ENTRY.finditer(m[1]):
        name = entry[1].lower()
        value = entry[2].strip().strip("\"'")
        if value:
            said.append(Said(_FIELDS.get(name, name), value, "text"))
    return aligned.apply([Change(m.start(), m.end(), "", "markup.front_matter")]), tuple(said)
