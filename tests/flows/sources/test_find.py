import gzip
import json
import os
from pathlib import Path

import pytest

from flows.sources import RefusedInput, find_items
from transforms.source import SourceItem

TEXT = "长河半导体公司宣布,首条封装生产线投产。"


def found(*sources, **options):
    return list(find_items([str(source) for source in sources], **options))


def refusals(items):
    return [(Path(item.uri).name, item.check_name) for item in items if isinstance(item, RefusedInput)]


def texts(items):
    return [item.data.decode() for item in items if isinstance(item, SourceItem)]


def write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_every_type_and_its_gz(tmp_path):
    for suffix, media_type in [(".txt", "text"), (".MD", "markdown"), (".html", "html"), (".htm", "html")]:
        plain = write(tmp_path / f"a{suffix}", TEXT)
        packed = write(tmp_path / f"b{suffix}.gz", gzip.compress(TEXT.encode()))
        assert found(plain, packed) == [
            SourceItem(plain.as_posix(), TEXT.encode(), media_type),
            SourceItem(packed.as_posix(), TEXT.encode(), media_type),
        ]


def test_folder_is_walked_in_order_and_hidden_files_and_companions_are_left_out(tmp_path):
    for name in [
        "b/2.txt",
        "b/10.txt",
        "a.md",
        ".hidden.txt",
        ".git/x.txt",
        "README.md",
        "LICENSE",
        "c.html",
    ]:
        write(tmp_path / name, name)
    assert texts(found(tmp_path)) == ["a.md", "b/10.txt", "b/2.txt", "c.html"]
    assert refusals(found(tmp_path)) == []
    assert texts(found(tmp_path / "README.md")) == ["README.md"]


def test_unknown_suffix_is_refused_in_a_folder_and_by_name(tmp_path):
    path = write(tmp_path / "photo.jpg", b"x")
    write(tmp_path / "noname", b"x")
    assert refusals(found(tmp_path)) == [("noname", "unsupported_type"), ("photo.jpg", "unsupported_type")]
    (refusal,) = found(path)
    assert "the suffix .jpg is none of" in refusal.reason


def test_globs(tmp_path):
    for name in ["a1.txt", "a2.txt", "b.txt", "d/a3.txt", "[x].txt"]:
        write(tmp_path / name, name)
    assert texts(found(tmp_path / "a*.txt")) == ["a1.txt", "a2.txt"]
    assert texts(found(tmp_path / "**" / "a?.txt")) == ["a1.txt", "a2.txt", "d/a3.txt"]
    assert texts(found(tmp_path / "[x].txt")) == ["[x].txt"], "a name that exists is no pattern"
    assert refusals(found(tmp_path / "z*.txt")) == [("z*.txt", "not_found")]


def test_each_file_once_though_named_twice(tmp_path):
    path = write(tmp_path / "a.txt", TEXT)
    assert len(found(path, tmp_path, path)) == 1


def test_relative_path_becomes_absolute(tmp_path, monkeypatch):
    write(tmp_path / "d" / "a.txt", TEXT)
    monkeypatch.chdir(tmp_path)
    assert [item.uri for item in found("d/../d/a.txt")] == [f"{tmp_path.as_posix()}/d/a.txt"]


def test_json_lines(tmp_path):
    lines = [
        json.dumps(
            {"text": TEXT, "title": "标题", "views": 12, "tags": ["芯片", "封装"], "author": None},
            ensure_ascii=False,
        ),
        "",
        '{"text": "断了的一行',
        json.dumps({"html": "<p>网页</p>", "url": "https://e.example/1", "text": ""}),
        '"只是一个字符串"',
        json.dumps({"content": "名字不对"}),
        "[" * 100_000,
        '{"text": "\\ud83d半个字符"}',
    ]
    path = write(tmp_path / "a.jsonl", "\n".join(lines))
    items = found(path)
    first, broken, page, string, nameless, deep, half = items
    uri = path.as_posix()
    said = {"title": "标题", "views": "12", "tags": '["芯片", "封装"]'}
    assert first == SourceItem(f"{uri}#line=1", TEXT.encode(), "text", "utf-8", said)
    assert (broken.uri, broken.check_name) == (f"{uri}#line=3", "invalid_json")
    assert "the line is not JSON: " in broken.reason
    assert page == SourceItem(
        f"{uri}#line=4", b"<p>\xe7\xbd\x91\xe9\xa1\xb5</p>", "html", "utf-8", {"url": "https://e.example/1"}
    )
    assert (string.uri, string.check_name) == (f"{uri}#line=5", "invalid_record")
    assert (nameless.check_name, nameless.reason) == (
        "no_text",
        "the record has no field text or html with content; its fields: content",
    )
    assert (deep.check_name, deep.reason) == ("invalid_json", "the line is not JSON: it is nested too deeply")
    assert half.data.decode() == "\ufffd半个字符"


def test_json_lines_in_gb18030_and_with_a_mark(tmp_path):
    line = json.dumps({"text": TEXT}, ensure_ascii=False)
    assert texts(found(write(tmp_path / "a.ndjson", line.encode("gb18030") + b"\r\n"))) == [TEXT]
    assert texts(found(write(tmp_path / "b.jsonl", b"\xef\xbb\xbf" + line.encode()))) == [TEXT]
    assert texts(found(write(tmp_path / "c.jsonl", f"{line}\n{line}".encode("utf-16")))) == [TEXT, TEXT]


def test_json_object_array_and_lines_under_the_wrong_name(tmp_path):
    one, two = {"text": TEXT, "title": "一"}, {"text": TEXT, "title": "二"}
    path = write(tmp_path / "a.json", json.dumps(one, indent=1))
    assert [item.uri for item in found(path)] == [path.as_posix()]
    path = write(tmp_path / "b.json.gz", gzip.compress(json.dumps([one, 3, two]).encode()))
    assert [(Path(item.uri).name) for item in found(path)] == [f"b.json.gz#item={k}" for k in (1, 2, 3)]
    assert refusals(found(path)) == [("b.json.gz#item=2", "invalid_record")]
    path = write(tmp_path / "c.json", json.dumps(one) + "\n" + json.dumps(two))
    assert [(Path(item.uri).name) for item in found(path)] == ["c.json#line=1", "c.json#line=2"]
    path = write(tmp_path / "d.jsonl", json.dumps(one, indent=1))
    assert texts(found(path)) == [TEXT]


@pytest.mark.parametrize(
    "name, content, check, reason",
    [
        ("a.json", b"{", "invalid_json", "the file is not JSON"),
        ("a.json", b"[]", "empty", "no items"),
        ("a.json", b"", "empty", "white space"),
        ("a.jsonl", b"", "empty", "no lines"),
        ("a.jsonl", b"\n\n", "empty", "no lines"),
        ("a.json", b"[" * 100_000, "invalid_json", "too deeply"),
        ("a.json", b'{"text": ' + b"9" * 10_000 + b"}", "invalid_json", ""),
        ("a.txt", b"x" * 1001, "too_large", "it has 1,001 bytes, 1,000 are allowed"),
        ("a.txt.gz", gzip.compress(b"x" * 1001), "too_large", "more than the 1,000 bytes allowed"),
        ("a.txt.gz", b"not gzip at all", "broken_gz", "not a whole gzip file"),
        ("a.txt.gz", gzip.compress(TEXT.encode())[:-4], "broken_gz", "not a whole gzip file"),
        ("a.txt.gz", gzip.compress(TEXT.encode())[:-8] + b"\0" * 8, "broken_gz", "CRC check failed"),
    ],
)
def test_bad_files(tmp_path, name, content, check, reason):
    limit = 1000 if check == "too_large" else 20_000_000
    (refusal,) = found(write(tmp_path / name, content), max_bytes=limit)
    assert isinstance(refusal, RefusedInput)
    assert refusal.check_name == check
    assert reason in refusal.reason


def test_gz_that_unpacks_without_end(tmp_path):
    path = write(tmp_path / "bomb.jsonl.gz", gzip.compress(b"\n" * 5_000_000))
    assert [item.check_name for item in found(path)] == ["gz_ratio"]
    path = write(tmp_path / "bomb.txt.gz", gzip.compress(b" " * 5_000_000))
    assert [item.check_name for item in found(path)] == ["gz_ratio"]


def test_gz_lines_that_break_off_keep_the_lines_before(tmp_path):
    data = gzip.compress(
        "\n".join(json.dumps({"text": f"{k}{os.urandom(20).hex()}"}) for k in range(2000)).encode()
    )
    items = found(write(tmp_path / "a.jsonl.gz", data[: len(data) // 2]))
    assert len(texts(items)) > 100
    assert refusals(items) == [("a.jsonl.gz", "broken_gz")]


def test_one_over_large_line_does_not_hide_the_next(tmp_path):
    lines = [json.dumps({"text": text}) for text in ("a" * 10, "b" * 5000, "c" * 10)]
    items = found(write(tmp_path / "a.jsonl", "\n".join(lines)), max_bytes=100)
    assert texts(items) == ["a" * 10, "c" * 10]
    assert refusals(items) == [("a.jsonl#line=2", "too_large")]


def test_what_is_not_there(tmp_path):
    (tmp_path / "link.txt").symlink_to(tmp_path / "nowhere.txt")
    assert refusals(found(tmp_path / "gone.txt", "", tmp_path)) == [
        ("gone.txt", "not_found"),
        (Path.cwd().name, "not_found"),
        ("link.txt", "not_found"),
    ]


def test_file_that_vanishes_between_listing_and_reading(tmp_path):
    write(tmp_path / "a.txt", "a")
    gone = write(tmp_path / "b.txt", "b")
    items = find_items([str(tmp_path)])
    assert next(items).uri.endswith("a.txt")
    gone.unlink()
    (refusal,) = items
    assert (refusal.check_name, "is gone now" in refusal.reason) == ("vanished", True)


@pytest.mark.parametrize(
    "error, check",
    [(PermissionError(13, "no"), "no_permission"), (OSError(5, "Input/output error"), "unreadable")],
)
def test_file_that_may_not_or_cannot_be_read(tmp_path, monkeypatch, error, check):
    write(tmp_path / "a.txt", "a")
    write(tmp_path / "b.txt", "b")
    opening = Path.open

    def refuse(self, *args, **options):
        if self.name == "a.txt":
            raise error
        return opening(self, *args, **options)

    monkeypatch.setattr(Path, "open", refuse)
    items = found(tmp_path)
    assert refusals(items) == [("a.txt", check)]
    assert texts(items) == ["b"]


def test_folder_that_may_not_be_listed(tmp_path, monkeypatch):
    def refuse(path):
        raise PermissionError(13, "no")

    monkeypatch.setattr(os, "scandir", refuse)
    assert refusals(found(tmp_path)) == [(tmp_path.name, "no_permission")]


def test_symlink_loop_ends(tmp_path):
    write(tmp_path / "d" / "a.txt", "a")
    (tmp_path / "d" / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self").symlink_to("self")
    items = found(tmp_path)
    assert texts(items) == ["a"]
    assert refusals(items) == [("up", "symlink_loop"), ("self", "symlink_loop")]


def test_folder_named_like_a_file_and_pipe(tmp_path):
    write(tmp_path / "folder.txt" / "a.txt", "a")
    os.mkfifo(tmp_path / "pipe.txt")
    items = found(tmp_path)
    assert texts(items) == ["a"]
    assert refusals(items) == [("pipe.txt", "not_a_file")]


def test_names_with_line_ends_and_other_bytes(tmp_path):
    write(tmp_path / "two\nlines.txt", "a")
    write(Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xd6\xd0.txt")), "b")
    write(tmp_path / "50%25.txt", "c")
    uris = [item.uri.rpartition("/")[2] for item in found(tmp_path)]
    assert sorted(uris) == ["%D6%D0.txt", "50%2525.txt", "two%0Alines.txt"]


def test_reading_is_lazy(tmp_path, monkeypatch):
    for k in range(50):
        write(tmp_path / f"{k:02}.txt", "a")
    opened = []
    opening = Path.open
    monkeypatch.setattr(Path, "open", lambda self, *a, **k: opened.append(self) or opening(self, *a, **k))
    items = find_items([str(tmp_path)])
    next(items)
    assert len(opened) == 1
