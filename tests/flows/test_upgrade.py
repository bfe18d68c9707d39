"""The warehouse that a released version made: this one reads it, migrates it, and ends as if it were new."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from warehouse.doctor import diagnose
from warehouse.fingerprint import fingerprint
from warehouse.query import connect_published

pytestmark = [pytest.mark.soak, pytest.mark.usefixtures("api")]
ROOT = Path(__file__).parents[2]


def kaoju(*words: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "flows.cli", *map(str, words)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True)


@pytest.mark.parametrize("tag", ["v0.1.0"])
def test_a_released_version_s_warehouse_opens_and_migrates(tmp_path: Path, tag: str):
    old, new = tmp_path / "kaoju.duckdb", tmp_path / "new" / "kaoju.duckdb"
    subprocess.run([ROOT / "tests" / "upgrade" / "build.sh", tag, old], check=True)
    upgraded_and_new_say_the_same(old, new)


def upgraded_and_new_say_the_same(old: Path, new: Path) -> None:
    """The old file can be read before it is migrated; after a run it says what a new warehouse says."""
    with connect_published(old) as con:
        [(fact,)] = con.execute("SELECT fact_id FROM facts.metrics LIMIT 1").fetchall()
    for words in (["tables"], ["sql", "select count(*) from marts.facts"], ["why", fact]):
        assert kaoju(*words, "--warehouse", old).returncode == 0, words
    doctor = kaoju("doctor", "--warehouse", old)
    assert doctor.returncode == 1 and "the next `kaoju run`" in doctor.stdout
    for warehouse in (old, new):
        done = kaoju("run", "seeds/articles", "--warehouse", warehouse)
        assert done.returncode == 0, done.stderr
        assert kaoju("doctor", "--warehouse", warehouse).returncode == 0
    with connect_published(old) as one, connect_published(new) as other:
        assert diagnose(one) == []
        assert without_places(fingerprint(one)) == without_places(fingerprint(other))
    assert old.with_name("kaoju.schema1.duckdb").exists()


def without_places(prints: dict[str, str]) -> dict[str, str]:
    """The older version read its own copy of the articles, in another folder."""
    return {name: one for name, one in prints.items() if name not in ("corpus.documents", "corpus.locations")}
