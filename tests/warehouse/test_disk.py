"""A disk that is full or may not be written: a clear error, nothing lost, and the next run completes."""

from __future__ import annotations

import errno
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.warehouse.conftest import publish_example
from tests.warehouse.example import NOW, document, reconciled
from warehouse.disk import CAUSES, WarehouseUnwritable
from warehouse.doctor import diagnose
from warehouse.fingerprint import fingerprint
from warehouse.query import connect_published
from warehouse.writer import open_writer

SIZE = 80 * 2**20
NAMES = [f"n{number:03}" for number in range(120)]
FEW = NAMES[:40]
LIMITED = """
import resource, sys
from pathlib import Path
from tests.warehouse.test_disk import run
from warehouse.disk import WarehouseUnwritable
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
try:
    run(Path(sys.argv[1]))
except WarehouseUnwritable as error:
    print(error.errno, error)
"""


def run(warehouse: Path, names: list[str] = FEW) -> None:
    """Load what is missing of the documents, in batches; reconcile and publish."""
    with open_writer(warehouse) as writer:
        known = writer.known()
        left = [name for name in names if name not in known]
        for at in range(0, len(left), 20):
            writer.load([document(name) for name in left[at : at + 20]], "run1", NOW)
        if not writer.is_reconciled():
            writer.replace(reconciled("d1", "d2", *names))
        counts = {"documents_in": len(names), "documents_loaded": len(names), "state": "completed"}
        writer.record_run({"run_id": "run1", "started_at": NOW, "finished_at": NOW, **counts})
        writer.publish()


def is_sound(warehouse: Path) -> bool:
    with connect_published(warehouse) as con:
        return diagnose(con) == []


@pytest.fixture(scope="module")
def calm(tmp_path_factory: pytest.TempPathFactory) -> Callable[[list[str]], dict[str, str]]:
    """What a warehouse says after an undisturbed run."""

    @cache
    def says(count: int) -> dict[str, str]:
        warehouse = publish_example(tmp_path_factory.mktemp("calm") / "kaoju.duckdb")
        run(warehouse, NAMES[:count])
        with connect_published(warehouse) as con:
            return fingerprint(con)

    return lambda names: says(len(names))


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A file system of its own, of 80 MB."""
    folder = tmp_path_factory.mktemp("disk")
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(folder)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("only root can mount a small file system")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


ROOM = [0, 2**12, 2**18, 2**20, 5 * 2**20, 10 * 2**20, 12 * 2**20, 16 * 2**20]


@pytest.mark.parametrize(
    ("free", "names"), [(2**18, FEW), *(pytest.param(one, NAMES, marks=pytest.mark.soak) for one in ROOM)]
)
def test_a_full_disk_loses_nothing_at_whatever_point_it_is_full(
    disk: Path, calm: Callable[[list[str]], dict[str, str]], free: int, names: list[str]
):
    for path in disk.iterdir():
        path.unlink()
    warehouse, ballast = publish_example(disk / "kaoju.duckdb"), disk / "ballast"
    before = warehouse.read_bytes()
    with ballast.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, shutil.disk_usage(disk).free - free)
    with pytest.raises(WarehouseUnwritable, match=r"no space left .* then run again") as full:
        run(warehouse, names)
    assert full.value.errno == errno.ENOSPC and str(warehouse) in str(full.value)
    assert warehouse.read_bytes() == before and is_sound(warehouse)
    ballast.unlink()
    run(warehouse, names)
    with connect_published(warehouse) as con:
        assert fingerprint(con) == calm(names)
    assert is_sound(warehouse)
    assert sorted(path.name for path in disk.iterdir()) == ["kaoju.duckdb", "kaoju.lock"]


def test_a_limit_on_the_size_of_files_is_told_from_a_full_disk(
    tmp_path: Path, calm: Callable[[list[str]], dict[str, str]]
):
    warehouse = publish_example(tmp_path / "kaoju.duckdb")
    before = warehouse.read_bytes()
    limit = str(len(before) + 2**17)
    command = [sys.executable, "-c", LIMITED, str(warehouse), limit]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert said.startswith(f"{errno.EFBIG} ") and "ulimit -f" in said, said
    assert warehouse.read_bytes() == before
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == resource.RLIM_INFINITY
    run(warehouse)
    with connect_published(warehouse) as con:
        assert fingerprint(con) == calm(FEW)


def test_a_folder_that_may_not_be_written_says_so(tmp_path: Path):
    folder = tmp_path / "folder"
    folder.mkdir()
    warehouse = publish_example(folder / "kaoju.duckdb")
    before = warehouse.read_bytes()
    is_root = os.geteuid() == 0  # whom no permission stops
    if is_root:
        bound = subprocess.run(["mount", "--bind", str(folder), str(folder)], capture_output=True)
        if bound.returncode:
            pytest.skip("root that may not mount")
        subprocess.run(["mount", "-o", "remount,ro,bind", str(folder)], check=True)
    else:
        folder.chmod(0o555)
        (folder / "kaoju.lock").chmod(0o444)
    try:
        with pytest.raises(WarehouseUnwritable, match=r"mounted read-only|may not write there"):
            run(warehouse)
        assert warehouse.read_bytes() == before and is_sound(warehouse), "it can still be read"
    finally:
        if is_root:
            subprocess.run(["umount", str(folder)], check=True)
        else:
            folder.chmod(0o755)
            (folder / "kaoju.lock").chmod(0o644)
    run(warehouse)
    assert is_sound(warehouse)


@pytest.mark.parametrize("number", CAUSES)
def test_every_cause_says_what_to_do(number: int):
    assert len(CAUSES[number].format(free=1.0).split(". ")) == 2
