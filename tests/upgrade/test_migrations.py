"""A warehouse of every earlier version opens, keeps what it holds, and is as if this version had made it."""

from __future__ import annotations

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import duckdb
import pytest

from tests.upgrade.dump import VERSIONS, declared
from tests.warehouse.example import LATER, document, reconciled
from warehouse.doctor import diagnose
from warehouse.migrations import migrations, schema_version
from warehouse.query import connect_published, run_sql
from warehouse.schema import SchemaMismatch, make_schema, recorded_version
from warehouse.tables.catalogue import TABLES
from warehouse.views import make_views
from warehouse.writer import SETTINGS, open_writer

HERE = Path(__file__).parent
NOW = schema_version()
EARLIER = range(1, NOW)
AFTER = LATER + timedelta(days=1)
STRUCTURE = (
    "SELECT schema_name, table_name, column_name, data_type, is_nullable, comment FROM duckdb_columns()"
    " WHERE NOT internal ORDER BY ALL",
    "SELECT schema_name, table_name, constraint_text FROM duckdb_constraints()"
    " WHERE constraint_type <> 'FOREIGN KEY' ORDER BY ALL",
)


def made_by(version: int, path: Path) -> Path:
    """The example warehouse as that version published it; the views are those of today."""
    with duckdb.connect(str(path), config=SETTINGS) as con:
        con.execute((VERSIONS / f"{version}.sql").read_text(encoding="utf-8"))
        make_views(con) if version == NOW else None
    return path


def structure(con: duckdb.DuckDBPyConnection) -> list:
    return [con.execute(sql).fetchall() for sql in STRUCTURE]


def test_every_version_is_kept_and_today_s_is_what_is_declared():
    assert sorted(int(path.stem) for path in VERSIONS.glob("*.sql")) == list(range(1, NOW + 1))
    assert list(migrations()) == list(range(2, NOW + 1))
    kept = (VERSIONS / f"{NOW}.sql").read_text(encoding="utf-8")
    assert kept.startswith("\n".join(declared())), (
        "the declarations of the tables have changed: add the next file to warehouse/migrations, "
        "then run `python -m tests.upgrade.dump`"
    )


@pytest.mark.parametrize("version", EARLIER)
def test_an_older_warehouse_is_brought_to_this_version_with_all_its_rows(tmp_path: Path, version: int):
    with duckdb.connect(str(made_by(version, tmp_path / "old.duckdb"))) as old, duckdb.connect() as new:
        before = {}
        for name, table in TABLES.items():
            columns = [row[0] for row in run_sql(old, f"DESCRIBE {name}")[1]] if exists(old, name) else []
            both = ", ".join(f'"{one}"' for one in table.columns if one in columns)
            if both and name != "ops.state":
                before[f"SELECT {both} FROM {name} ORDER BY ALL"] = None
        before = {sql: old.execute(sql).fetchall() for sql in before}
        assert recorded_version(old) == version
        assert make_schema(old) == version
        assert make_schema(new) is None
        assert structure(old) == structure(new)
        assert {sql: old.execute(sql).fetchall() for sql in before} == before
        assert recorded_version(old) == make_schema(old) == NOW, "a second time there is nothing to do"


@pytest.mark.parametrize("version", EARLIER)
def test_the_next_run_migrates_loads_and_publishes(tmp_path: Path, version: int):
    warehouse = made_by(version, tmp_path / "kaoju.duckdb")
    with open_writer(warehouse) as writer:
        writer.load([document("d3")], "run3", LATER)
        writer.replace(reconciled("d1", "d2", "d3"), "run3")
        counts = {"documents_in": 1, "documents_loaded": 1, "state": "completed"}
        writer.record_run({"run_id": "run3", "started_at": AFTER, "finished_at": AFTER, **counts})
        with connect_published(warehouse) as reader:  # until it is published the old file is there
            assert recorded_version(reader) == version
        writer.publish()
    with connect_published(warehouse) as con:
        assert diagnose(con) == []
        assert con.execute("SELECT count(*) FROM corpus.documents").fetchall() == [(3,)]
        assert con.execute("SELECT source_uri FROM marts.rejects").fetchall() == [("empty.txt",)]
    assert (tmp_path / f"kaoju.schema{version}.duckdb").exists(), "the file of before, for the older kaoju"


@pytest.mark.parametrize("version", EARLIER)
def test_an_older_published_file_can_still_be_read(tmp_path: Path, version: int):
    warehouse = made_by(version, tmp_path / "kaoju.duckdb")
    for words in (["tables"], ["sql", "select count(*) from facts.metrics"]):
        command = [sys.executable, "-m", "flows.cli", *words, "--warehouse", str(warehouse)]
        done = subprocess.run(command, capture_output=True, text=True, cwd=HERE.parents[1])
        assert done.returncode == 0, done.stderr
    with connect_published(warehouse) as con:
        [finding] = diagnose(con)
    assert f"this_file = {version}" in finding.examples[0]


def test_a_newer_warehouse_is_refused_and_left_as_it_is(tmp_path: Path):
    warehouse = made_by(NOW, tmp_path / "kaoju.duckdb")
    with duckdb.connect(str(warehouse)) as con:
        con.execute(f"UPDATE ops.state SET value = '{NOW + 1}' WHERE name = 'schema_version'")
    before = warehouse.read_bytes()
    with pytest.raises(SchemaMismatch, match="a newer kaoju made it"), open_writer(warehouse):
        pass
    assert warehouse.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kaoju.duckdb", "kaoju.lock"]


def test_a_migration_that_fails_leaves_the_database_as_it_was(tmp_path: Path, monkeypatch):
    with duckdb.connect(str(made_by(1, tmp_path / "old.duckdb"))) as con:
        before = structure(con)
        broken = {
            2: "ALTER TABLE ops.runs ADD COLUMN colour VARCHAR; ALTER TABLE ops.nothing ADD COLUMN x INT"
        }
        monkeypatch.setattr("warehouse.schema.migrations", lambda: broken)
        with pytest.raises(duckdb.CatalogException):
            make_schema(con)
        assert structure(con) == before and recorded_version(con) == 1


def exists(con: duckdb.DuckDBPyConnection, name: str) -> bool:
    found = con.execute("SELECT 1 FROM duckdb_tables() WHERE schema_name || '.' || table_name = ?", [name])
    return bool(found.fetchall())
