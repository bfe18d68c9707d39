"""The version of the rules: which code and data made a row."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from transforms.annotating.tagger import tagger_is_on


@cache
def rules_version() -> str:
    """Hash of the code of `transforms` and of the data under `seeds/registry` and `seeds/rules`.

    It changes when one of these files does, or the tagger is switched off: not otherwise.
    """
    digest = hashlib.sha256(b"" if tagger_is_on() else b"without the tagger")
    roots = (files("transforms"), files("seeds").joinpath("registry"), files("seeds").joinpath("rules"))
    for root in roots:
        for name, entry in _walk(root, root.name):
            digest.update(f"{name}\0".encode() + entry.read_bytes() + b"\0")
    return digest.hexdigest()[:12]


def _walk(folder: Traversable, name: str) -> Iterator[tuple[str, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _walk(entry, f"{name}/{entry.name}")
        elif not entry.name.endswith((".pyc", ".md")):
            yield f"{name}/{entry.name}", entry
