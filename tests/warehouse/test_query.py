"""Queries read the warehouse and nothing else."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from warehouse.query import NoWarehouse, connect_published, run_sql


def test_columns_and_rows(con):
    assert run_sql(con, "SELECT 1 AS one, NULL AS nothing") == (["one", "nothing"], [(1, None)])
    assert run_sql(con, "SELECT count(*) FROM facts.metrics")[1] == [(2,)]


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM facts.metrics",
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM read_text('/etc/passwd')",
        "COPY facts.metrics TO '{folder}/out.csv'",
        "ATTACH '{folder}/other.duckdb'",
        "INSTALL httpfs",
        "SET enable_external_access = true",
        "SELECT * FROM warehouse",
    ],
)
def test_a_query_reads_no_file_and_changes_nothing(con, tmp_path: Path, sql: str):
    warehouse = [{"a": "variable of this program"}]
    with pytest.raises(duckdb.Error):
        run_sql(con, sql.format(folder=tmp_path))
    assert warehouse and list(tmp_path.iterdir()) == []


def test_a_large_sort_needs_no_other_access(con):
    sql = "SELECT max(h) FROM (SELECT md5(range::VARCHAR) AS h FROM range(200000) ORDER BY h)"
    assert len(run_sql(con, sql)[1]) == 1


def test_no_warehouse_says_what_to_do(tmp_path: Path):
    with pytest.raises(NoWarehouse, match="kaoju run"):
        connect_published(tmp_path / "none.duckdb")
