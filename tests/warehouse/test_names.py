"""A file that is called like a schema in it could be written, but not queried."""

import pytest

from warehouse.writer import NameTaken, open_writer


@pytest.mark.parametrize("name", ["facts.duckdb", "Ops.db", "marts", "corpus.2026.duckdb"])
def test_a_name_that_duckdb_would_confuse_with_a_schema_is_refused(tmp_path, name):
    with pytest.raises(NameTaken, match="Call it otherwise"), open_writer(tmp_path / name):
        pass
    assert list(tmp_path.iterdir()) == []


def test_other_names_are_fine(tmp_path):
    with open_writer(tmp_path / "facts-of-2026.duckdb") as writer:
        assert writer.read("SELECT count(*) AS n FROM facts.metrics") == [{"n": 0}]
