"""The analyst's questions of docs/questions.md, run on a warehouse of the sample articles.

`make questions` writes the answers anew; read the difference before committing it.
"""

from __future__ import annotations

import os
import re
from datetime import date, datetime
from pathlib import Path

import duckdb
import pytest

from flows.reconciling import reconcile
from flows.sources import find_items
from transforms.pipeline import process
from transforms.readable import readable
from transforms.source import SourceItem
from warehouse.query import connect_published, run_sql
from warehouse.writer import open_writer

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "questions.md"
NOW = datetime(2026, 1, 1)
ASKED = re.compile(r"## (?P<question>[^\n]+)\n(?P<said>.*?)```sql\n(?P<sql>.*?)```\n(?P<answer>.*)", re.S)


@pytest.fixture(scope="session")
def samples(tmp_path_factory) -> Path:
    """A published warehouse of the sample articles: for reading only."""
    warehouse = tmp_path_factory.mktemp("samples") / "kaoju.duckdb"
    items = find_items([str(ROOT / "seeds" / "articles")])
    rows = [process(item) for item in items if isinstance(item, SourceItem)]
    with open_writer(warehouse) as writer:
        writer.load(rows, "run", NOW)
        reconcile(writer, "run", NOW)
        writer.publish()
    return warehouse


def answered(page: str, con: duckdb.DuckDBPyConnection) -> str:
    """The page with its answers as the warehouse gives them."""
    head, *sections = re.split(r"(?m)^(?=## )", page)
    made = [head.rstrip()]
    for section in sections:
        asked = ASKED.fullmatch(section)
        assert asked, section
        columns, rows = run_sql(con, asked["sql"])
        table = ["| " + " | ".join(columns) + " |", "| " + " | ".join("---" for _ in columns) + " |"]
        table += ["| " + " | ".join(map(cell, row)) + " |" for row in rows]
        made += [f"## {asked['question']}\n{asked['said']}```sql\n{asked['sql']}```", "\n".join(table)]
    return "\n\n".join(made) + "\n"


def cell(value: object) -> str:
    match value:
        case None:
            return ""
        case bool() | date():
            return str(value)
        case int() | float():
            return readable(value)
        case _:
            return " ".join(str(value).split()).replace("|", "\\|")


def test_the_answers_are_those_of_the_sample_articles(samples: Path):
    written = PAGE.read_text(encoding="utf-8")
    with connect_published(samples) as con:
        page = answered(written, con)
    if os.environ.get("KAOJU_QUESTIONS") == "write":
        PAGE.write_text(page, encoding="utf-8")
        return
    assert page.count("\n## ") == 10
    assert page == written, "run `make questions`"


def test_every_view_has_rows_on_the_samples(samples: Path):
    with connect_published(samples) as con:
        views = [
            one
            for (one,) in run_sql(con, "SELECT view_name FROM duckdb_views() WHERE schema_name = 'marts'")[1]
        ]
        empty = [one for one in views if not run_sql(con, f"FROM marts.{one} LIMIT 1")[1]]
    # Nothing is refused of the samples, and no two of them contradict each other.
    assert sorted(empty) == ["conflicts", "rejects"]
