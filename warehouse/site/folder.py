"""The folder of the site: a new one takes the place of the old, which is never seen half written."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

MARK: Final = "kaoju-site.txt"


class NotASite(FileExistsError):
    """The folder holds something else, which is not overwritten."""


@contextmanager
def new_folder(site: Path) -> Iterator[Path]:
    """A folder to write the site into; at the end it stands at `site`, on an error nothing has changed.

    NotASite where `site` is a file, or a folder with something in it that no report has written.
    """
    site = site.absolute()
    taken = site.exists() and (not site.is_dir() or any(site.iterdir()))
    if taken and not (site / MARK).is_file():
        raise NotASite(f"{site} is not empty and holds no report, so it is not replaced")
    site.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{site.name}-", dir=site.parent) as aside:
        made, old = Path(aside) / "new", Path(aside) / "old"
        made.mkdir()
        (made / MARK).write_text("Written by `kaoju report`, which replaces this folder as a whole.\n")
        yield made
        if site.exists():
            site.rename(old)
        try:
            made.rename(site)
        except OSError:
            if old.exists():
                old.rename(site)
            raise
        shutil.rmtree(old, ignore_errors=True)
