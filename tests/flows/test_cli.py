"""The command line: help, exit codes, output, and a whole run."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from flows.cli import kaoju, main
from flows.prefect_api import PrefectApi

COMMANDS = sorted(kaoju.commands)


def call(*words: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """The real command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "flows.cli", *words], input=stdin, capture_output=True, text=True, timeout=180
    )


@pytest.fixture
def here(monkeypatch, capsys):
    """The same in this process, which has everything imported already: exit code, output, errors."""

    def call_here(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["kaoju", *words])
        with pytest.raises(SystemExit) as exit_:
            main()
        said = capsys.readouterr()
        return exit_.value.code, said.out, said.err

    return call_here


def test_all_commands_are_there():
    assert {*"doctor explain expressions run serve sql tables ui why rebuild replay diff export".split()} <= {
        *COMMANDS
    }


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command):
    result = CliRunner().invoke(kaoju, [command, "--help"])
    assert result.exit_code == 0
    assert "Example:" in result.output and f"kaoju {command}" in result.output.split("Example:")[1]


def test_help_imports_nothing_slow():
    code = (
        "import sys; from flows.cli import kaoju\n"
        "kaoju.main(['--help'], standalone_mode=False)\n"
        "slow = {'prefect', 'duckdb', 'polars', 'pandera', 'pyarrow', 'rich', 'opencc'} & set(sys.modules)\n"
        "assert not slow, slow"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def test_no_source_is_wrong_usage():
    result = call("run")
    assert result.returncode == 2 and "kaoju run seeds/articles" in result.stderr


@pytest.mark.parametrize("words", [("sql", "select 1"), ("why", "x"), ("tables",), ("doctor",)])
def test_no_warehouse_is_an_error_that_says_what_to_do(words, tmp_path):
    result = call(*words, "--warehouse", str(tmp_path / "none.duckdb"))
    assert result.returncode == 1 and "kaoju run" in result.stderr and "Traceback" not in result.stderr


def test_expressions():
    result = call("expressions", "--date", "2025-03-01", stdin='{"id": 7, "text": "售出约360万辆"}\n')
    [record] = [json.loads(line) for line in result.stdout.splitlines()]
    assert (record["id"], record["expressions"][0]["value"]) == (7, 3_600_000)
    result = call("expressions", stdin="no JSON\n")
    assert result.returncode == 1 and "line 1" in result.stderr


def test_a_run_and_what_comes_after_it(api: PrefectApi, articles: Path, tmp_path: Path, here):
    (articles / "escape.txt").write_text(
        "华为发布新手机\n\n华为董事长表示:“新手机\x1b[31m的销量已超过100万台。”该公司去年收入为8600亿元。\n"
    )
    option = ("--warehouse", str(tmp_path / "news.duckdb"))
    result = call("run", str(articles), *option)
    assert result.returncode == 0, result.stderr
    assert "Done. 10 documents in: 5 loaded, 0 unchanged, 1 duplicate, 4 rejected." in result.stdout
    assert "Rejected because:" in result.stdout and "1 × not_chinese" in result.stdout
    assert "kaoju sql" in result.stdout and "kaoju serve" in result.stdout and "\x1b" not in result.stdout
    assert "Traceback" not in result.stderr and "nanobind" not in result.stderr

    assert here("sql", "select 1 as one, '它,他' as two, null as three", *option, "--csv") == (
        0,
        'one,two,three\n1,"它,他",\n',
        "",
    )
    code, said, _ = here("sql", "select fact_id from marts.all_facts order by 1", *option, "--json")
    fact = json.loads(said.splitlines()[0])["fact_id"]
    code, said, _ = here("sql", "select text from corpus.documents", *option)
    assert code == 0 and "\x1b" not in said and "(5 rows)" in said
    code, _, wrong = here("sql", "select nothing", *option)
    assert code == 1 and "nothing" in wrong and "Traceback" not in wrong
    code, _, wrong = here("sql", "create table t (a int)", *option)
    assert code == 1 and "read-only" in wrong

    code, said, _ = here("why", fact, *option)
    assert code == 0 and fact in said
    assert here("why", "no such id", *option)[0] == 1
    assert "facts.metrics" in here("tables", *option)[1]
    assert "period_edtf" in here("tables", "facts.metrics", *option)[1]
    code, _, wrong = here("tables", "metrics", *option)
    assert code == 1 and "facts.metrics" in wrong
    code, said, wrong = here("doctor", *option)
    assert code == 0, said + wrong
