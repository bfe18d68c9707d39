"""A built wheel works from any directory: rules, registry, SQL and all."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
USE = """
import sys
from pathlib import Path
import flows, seeds, warehouse.doctor
from transforms.pipeline import process
from transforms.source import SourceItem
from warehouse.writer import open_writer
from warehouse.query import connect_published
from datetime import datetime, UTC

unpacked, article = sys.argv[1:]
assert flows.__file__.startswith(unpacked) and seeds.__file__.startswith(unpacked)
rows = process(SourceItem("a.txt", Path(article).read_bytes()))
with open_writer(Path("w.duckdb")) as writer:
    writer.load([rows], "run", datetime(2025, 1, 1, tzinfo=UTC))
    writer.publish()
with connect_published(Path("w.duckdb")) as con:
    print(con.execute("select count(*) from marts.facts").fetchall()[0][0])
"""


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        ".",
    ]
    subprocess.run([*command, str(ROOT)], cwd=folder, check=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "unpacked")
    return folder / "unpacked"


def test_a_wheel_holds_what_the_code_reads(unpacked, tmp_path):
    article = ROOT / "seeds" / "articles" / "evsales2024.txt"
    done = subprocess.run(
        [sys.executable, "-c", USE, str(unpacked), str(article)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(unpacked)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 20


def test_a_wheel_holds_no_articles_and_no_database(unpacked):
    names = [p.relative_to(unpacked).as_posix() for p in unpacked.rglob("*")]
    assert not [n for n in names if n.startswith(("seeds/articles/", "warehouse/data/", "tests/"))]
