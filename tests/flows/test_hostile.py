"""Nothing in an article becomes SQL, a path, a template, markup of the terminal or a control sequence."""

import csv
import json
import sys
from pathlib import Path

import pytest

from flows.cli import main
from flows.ingest import ingest
from flows.summary_page import summary_page
from tests.flows.plainly import outcome_of
from warehouse.news import news_since
from warehouse.query import connect_published

BAD = (
    "x'); DROP TABLE corpus.documents; --",
    "../../../../etc/passwd",
    "{{ 7 * 7 }} {% raw %} ${HOME} $(id) `id` %s {0}",
    "[bold red]红[/bold red] [link=http://evil.example]x[/link]",
    "\x1b[31m\x1b]0;title\x07\x9b2J\u202e",
    '=HYPERLINK("http://evil.example","x")',
    "<script>alert(1)</script> | a | b |\n# head",
)
RECORD = (
    "华为发布新手机。华为董事长余承东表示:“新手机{bad}的销量已超过100万台。”该公司2024年收入为8600亿元,同比增长22%。"
    "华为{bad}还宣布收购了一家公司。"
)


@pytest.fixture
def warehouse(plain, tmp_path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    lines = [
        {"text": RECORD.format(bad=bad), "title": bad, "author": bad, "publisher": bad, "url": bad, bad: bad}
        for bad in BAD
    ]
    (folder / "all.jsonl").write_text("\n".join(map(json.dumps, lines)) + "\n" + BAD[4])
    (folder / "$(id) [red] '); DROP TABLE x; -- \x1b[31m.txt").write_text(
        RECORD.format(bad=BAD[4]) + "又及。"
    )
    (folder / "=1+1.txt").write_text("")
    path = tmp_path / "w.duckdb"
    outcome = outcome_of(ingest, sources=[str(folder)], warehouse=str(path))
    assert outcome.loaded >= 5 and not outcome.reasons.get("internal_error")
    with connect_published(path) as con:
        [(started,)] = con.execute("SELECT max(started_at) FROM ops.runs").fetchall()
        page = summary_page(outcome, news_since(con, started), {})
    assert "<script>" not in page and "\x1b" not in page and "\u202e" not in page
    return path


@pytest.fixture
def said(monkeypatch, capsys):
    def call(*words: str) -> str:
        monkeypatch.setattr(sys, "argv", ["kaoju", *words])
        with pytest.raises(SystemExit) as exit_:
            main()
        out, err = capsys.readouterr()
        assert exit_.value.code == 0, err
        return out + err

    return call


def is_plain(text: str) -> bool:
    return not set(text) & set("\x1b\x07\x9b\u202e")


def test_a_hostile_article_stays_text_everywhere(warehouse, tmp_path, said):
    option = ("--warehouse", str(warehouse))
    with connect_published(warehouse) as con:
        facts = con.execute("SELECT fact_id FROM marts.all_facts ORDER BY 1").fetchall()
        documents = con.execute("SELECT document_id, title FROM corpus.documents ORDER BY 1").fetchall()
    titles = {title for _, title in documents}
    assert any("DROP TABLE" in (title or "") for title in titles), "kept as what it is: words"

    shown = said("sql", "select * from corpus.documents", *option)
    assert is_plain(shown) and "[bold red]" in shown and "{{ 7 * 7 }}" in shown
    assert is_plain(said("sql", "select * from marts.all_facts", *option))
    assert is_plain(said("sql", "select * from ops.rejects", *option))
    # The nth fact of each document, that all of them are seen and each in another way.
    for one in [*(fact for (fact,) in facts[::5]), *(document for document, _ in documents)]:
        assert is_plain(said("why", one, *option))
    assert is_plain(said("tables", *option))

    empty = tmp_path / "empty.duckdb"
    outcome_of(ingest, sources=[str(tmp_path / "news" / "=1+1.txt")], warehouse=str(empty))
    shown = said("diff", str(empty), str(warehouse))
    assert is_plain(shown) and "[bold red]" in shown
    assert len(json.loads(said("diff", str(empty), str(warehouse), "--json").splitlines()[0])) == 11

    for form in ("parquet", "csv", "jsonl"):
        folder = tmp_path / form
        assert is_plain(said("export", "--output", str(folder), "--format", form, *option))
        assert all(path.parent == folder for path in folder.rglob("*"))
    with (tmp_path / "csv" / "corpus.documents.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.DictReader(file) for cell in row.values()]
    assert not [cell for cell in cells if cell.lstrip().startswith("=H")]
    assert not (tmp_path / "etc").exists()
