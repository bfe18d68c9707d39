"""The files that a user's sources stand for."""

from __future__ import annotations

import errno
import glob
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from flows.sources.refused import RefusedInput
from flows.sources.uri import path_uri

KINDS = frozenset({".txt", ".md", ".html", ".htm", ".json", ".jsonl", ".ndjson"})
# Found in a folder, these stand beside articles and are none: skipped without a word, by the name before the
# first dot in lower case. Named explicitly they are read.
COMPANIONS = frozenset(
    "readme license licence copying notice changelog contributing authors manifest sources credits "
    "sha256sums md5sums checksums makefile thumbs desktop __macosx".split()
)
_MAGIC = frozenset("*?[")


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file to read; `kind` is its suffix without a final `.gz`, in lower case, one of `KINDS`."""

    path: Path
    kind: str


def find_files(sources: Sequence[str]) -> Iterator[FoundFile | RefusedInput]:
    """The files of `sources` in their order, folders walked in sorted order, each path and folder once.

    A folder is known by its device and inode, so that links that lead back end. Refused: `not_found`,
    `unsupported_type`, `symlink_loop`, `no_permission`, `not_a_file`, `unreadable`.
    """
    walk = _Walk(set(), set())
    for source in sources:
        yield from walk.source(source)


@dataclass(frozen=True, slots=True)
class _Walk:
    files: set[str]
    folders: set[tuple[int, int]]

    def source(self, source: str) -> Iterator[FoundFile | RefusedInput]:
        path = Path(source)
        if source and (path.exists() or path.is_symlink()):
            yield from self.named(path)
        elif _MAGIC & set(source):
            # A glob is a choice among names: what it matches is treated as if found in a folder.
            matches = sorted(glob.iglob(source, recursive=True))  # noqa: PTH207
            for match in matches:
                yield from self.entry(Path(match), ())
            if not matches:
                yield RefusedInput(path_uri(path), "not_found", "no file matches this pattern")
        else:
            yield RefusedInput(path_uri(path), "not_found", f"there is no file or folder {source!r}")

    def named(self, path: Path) -> Iterator[FoundFile | RefusedInput]:
        if path.is_dir():
            yield from self.folder(path, ())
        else:
            yield from self.file(path)

    def folder(self, path: Path, above: tuple[tuple[int, int], ...]) -> Iterator[FoundFile | RefusedInput]:
        try:
            state = path.stat()
            identity = (state.st_dev, state.st_ino)
            if identity in above:
                yield RefusedInput(path_uri(path), "symlink_loop", "the link leads back to a folder above it")
                return
            if identity in self.folders:
                return  # its files are there already, under the path it was first met by
            self.folders.add(identity)
            with os.scandir(path) as entries:
                names = sorted(entry.name for entry in entries)
        except PermissionError:
            yield RefusedInput(path_uri(path), "no_permission", "this user may not list the folder")
            return
        except OSError as error:
            yield RefusedInput(path_uri(path), "unreadable", error.strerror or str(error))
            return
        for name in names:
            if not name.startswith(".") and name.partition(".")[0].lower() not in COMPANIONS:
                yield from self.entry(path / name, (*above, identity))

    def entry(self, path: Path, above: tuple[tuple[int, int], ...]) -> Iterator[FoundFile | RefusedInput]:
        if path.is_dir():
            yield from self.folder(path, above)
        else:
            yield from self.file(path)

    def file(self, path: Path) -> Iterator[FoundFile | RefusedInput]:
        uri = path_uri(path)
        if uri in self.files:
            return
        self.files.add(uri)
        if path.is_symlink() and not path.exists():
            yield self.dead_link(path, uri)
            return
        name = path.name.lower()
        kind = Path(name.removesuffix(".gz")).suffix
        if kind in KINDS:
            yield FoundFile(path, kind)
        else:
            known = " ".join(sorted(KINDS))
            yield RefusedInput(
                uri, "unsupported_type", f"the suffix {kind or '(none)'} is none of {known} (.gz)"
            )

    def dead_link(self, path: Path, uri: str) -> RefusedInput:
        try:
            path.stat()
        except OSError as error:
            if error.errno == errno.ELOOP:
                return RefusedInput(uri, "symlink_loop", "the link leads back to itself")
        return RefusedInput(uri, "not_found", f"the link points to nothing: {path.readlink()}")
