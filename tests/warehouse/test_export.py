"""The warehouse as files: nothing is lost, nothing becomes a formula, every column is described."""

import csv
import json
from pathlib import Path

import duckdb
import pytest

from tests.warehouse.example import NOW, document, reconciled
from warehouse.datapackage import LEFT_OUT
from warehouse.export_gold import export_gold
from warehouse.export_tables import export_tables
from warehouse.query import connect_published
from warehouse.spreadsheets import harmless
from warehouse.writer import open_writer

LISTS = {"confidence_reasons", "reasons", "fact_ids", "bands", "passages", "figures"}


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=1+1", "'=1+1"),
        ("  =HYPERLINK(A1)", "'  =HYPERLINK(A1)"),
        ("-5%", "'-5%"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("＝1+1", "'＝1+1"),
        ("\t=1", "'\t=1"),
        ("\r\n=1", "'\r\n=1"),
        ("=", "="),
        (">=", ">="),
        ("3-5倍", "3-5倍"),
        (-5.0, -5.0),
        (-5, -5),
        (None, None),
    ],
)
def test_formulas(text, written):
    assert harmless(text) == written


@pytest.mark.parametrize("form", ["parquet", "csv"])
def test_every_row_and_column_is_there_and_described(con, tmp_path, form):
    written = export_tables(con, tmp_path, form)
    package = json.loads((tmp_path / "datapackage.json").read_text())
    assert {one["name"] for one in package["resources"]} == set(written) > {"facts.metrics", "marts.facts"}
    for one in package["resources"]:
        fields = one["schema"]["fields"]
        assert all(field["description"] for field in fields), one["name"]
        unknown = {field["name"] for field in fields if field["type"] == "any"}
        assert unknown <= (LISTS if form == "parquet" else set())
        names = con.execute(
            "SELECT column_name FROM duckdb_columns() WHERE schema_name || '.' || table_name = ?"
            " ORDER BY column_index",
            [one["name"]],
        ).fetchall()
        columns = [name for (name,) in names if (one["name"], name) not in LEFT_OUT]
        assert [field["name"] for field in fields] == columns
        read = "read_parquet" if form == "parquet" else "read_csv"
        more = "" if form == "parquet" else ", header = true, all_varchar = true"
        found = duckdb.sql(f"SELECT count(*) FROM {read}('{tmp_path / one['path']}'{more})").fetchall()
        assert (
            found
            == con.execute(f"SELECT count(*) FROM {one['name']}").fetchall()
            == [(written[one["name"]],)]
        )


def test_parquet_gives_back_what_the_tables_hold(con, tmp_path):
    export_tables(con, tmp_path, "parquet")
    for name in ("facts.metrics", "corpus.documents", "facts.claims", "ops.runs"):
        own = con.execute(f"SELECT * FROM {name} ORDER BY ALL").fetchall()
        assert duckdb.sql(f"SELECT * FROM '{tmp_path / name}.parquet' ORDER BY ALL").fetchall() == own


def test_csv_for_a_spreadsheet(tmp_path):
    hostile = document("d1")
    hostile["corpus.documents"][0]["title"] = "=cmd|'/C calc'!A0\",逗号;=2"
    hostile["facts.metrics"][0] |= {"value": -3.5, "label": "-1+1"}
    with open_writer(tmp_path / "w.duckdb") as writer:
        assert not writer.load([hostile], "run", NOW).refused
        writer.replace(reconciled("d1"))
        writer.publish()
    with connect_published(tmp_path / "w.duckdb") as con:
        export_tables(con, tmp_path, "csv")
    assert (tmp_path / "facts.metrics.csv").read_bytes().startswith(b"\xef\xbb\xbf")

    def rows(name: str) -> list[dict[str, str]]:
        with (tmp_path / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    assert rows("corpus.documents")[0]["title"] == "'=cmd|'/C calc'!A0\",逗号;=2"
    [metric] = rows("facts.metrics")
    assert (metric["value"], metric["label"], metric["confidence_reasons"]) == (
        *("-3.5", "'-1+1", '["explicit subject"]'),
    )
    assert rows("facts.events")[0]["polarity"] == "positive"


def test_gold_lines_say_what_the_tables_say(con, tmp_path):
    written = export_gold(con, tmp_path)
    assert written["document"] == 2 and written["metric"] == written["event"] == 2
    lines = [json.loads(line) for line in (tmp_path / "d1.jsonl").read_text().splitlines()]
    by_kind = {line["kind"]: line for line in lines}
    assert lines[0]["kind"] == "document" and lines[0]["published"]["edtf"] == "2024-08-23"
    assert (by_kind["event"]["agent"], by_kind["event"]["object"]) == ("Meta", "Llama 3.1")
    assert len(by_kind["event"]["also"]) == 1
    assert by_kind["metric"] | {"raw_start": 0, "raw_end": 0} == {
        **{
            "kind": "metric",
            "subject": "Llama 3.1",
            "metric": "downloads",
            "label": "下载",
            "unit": "download",
        },
        **{"value": 3600000.0, "value_low": 3600000.0, "value_high": 3600000.0, "bound": "~"},
        **{"period": "2024-07-23/2024-08-22", "attributed_to": "Meta", "modality": "actual"},
        **{"raw_start": 0, "raw_end": 0},
    }
    assert (tmp_path / "d1-pinyin.jsonl").exists() and not (tmp_path / "d1-restorations.jsonl").exists()


def test_an_id_that_is_no_name_writes_nothing_outside(new_warehouse, tmp_path):
    path = new_warehouse()
    with duckdb.connect(str(path)) as con:
        for table in ("corpus.documents", "corpus.sources"):
            con.execute(f"UPDATE {table} SET document_id = '../../out' WHERE document_id = 'd1'")
    folder = tmp_path / "deep" / "deeper"
    folder.mkdir(parents=True)
    with connect_published(path) as con, pytest.raises(ValueError, match="cannot be the name of a file"):
        export_gold(con, folder)
    assert not [*Path(tmp_path).glob("*out*")]
