"""The version of the rules changes when, and only when, their code or data does."""

import re
from importlib.resources import files

from transforms.version import _walk, rules_version


def test_the_version_is_short_and_stays():
    assert re.fullmatch(r"[0-9a-f]{12}", rules_version())
    version = rules_version()
    rules_version.cache_clear()
    assert rules_version() == version


def test_the_order_of_files_is_the_same_everywhere(tmp_path):
    for name in ("b.py", "a.csv", "sub/c.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert [name for name, _ in _walk(tmp_path, "t")] == ["t/a.csv", "t/b.py", "t/sub/c.py"]


def test_what_makes_no_rows_is_left_out(tmp_path):
    for name in ("rule.toml", "README.md", "rule.pyc", "__pycache__/rule.cpython-311.pyc"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert [name for name, _ in _walk(tmp_path, "t")] == ["t/rule.toml"]


def test_code_registry_and_rules_count_and_samples_do_not():
    seeds = files("seeds")
    named = {
        name
        for root in (files("transforms"), seeds.joinpath("registry"), seeds.joinpath("rules"))
        for name, _ in _walk(root, root.name)
    }
    assert {"transforms/pipeline.py", "registry/titles.csv", "rules/extracting/say_verbs.csv"} <= named
    assert not [n for n in named if n.startswith(("articles", "flows", "warehouse"))]


def changed(monkeypatch, folder, name, words):
    """The version when `name` of a copy of the code has these words."""
    (folder / name).write_text(words)
    monkeypatch.setattr("transforms.version.files", lambda _: folder)
    try:
        return rules_version.__wrapped__()
    finally:
        monkeypatch.undo()


def test_a_change_of_one_byte_changes_it(tmp_path, monkeypatch):
    for name in ("registry", "rules"):
        (tmp_path / name).mkdir()
    old = changed(monkeypatch, tmp_path, "rules/a.csv", "甲,1\n")
    assert changed(monkeypatch, tmp_path, "rules/a.csv", "甲,1\n") == old
    assert changed(monkeypatch, tmp_path, "rules/a.csv", "甲,2\n") != old
