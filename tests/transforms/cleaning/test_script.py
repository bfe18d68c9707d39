"""Traditional to Simplified, one to one, and the detection of the script."""

import subprocess
from pathlib import Path

import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.aligned import AlignedText
from transforms.cleaning.rulefile import rule_lines
from transforms.cleaning.script import _converted, _converter, _turned, convert, detect_script, simplify


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("隨著業務發展", "随着业务发展"),
        ("著名的著作", "著名的著作"),
        ("皇后在後面", "皇后在后面"),
        ("頭髮與發佈", "头发与发布"),
    ],
)
def test_conversion(dirty, clean):
    aligned = convert(AlignedText(dirty))
    assert aligned.text == clean
    assert all(e.rule == "script.t2s" and len(e.before) == len(e.after) for e in aligned.edits)


@pytest.mark.parametrize(
    "text",
    [
        "新区近日启动屋顶光伏整街推进试点,首批覆盖12条街道。",
        "于成龙与郭振乾出席了会议,会后他们没有回答记者的提问。",
        "董事长拚命追赶,最后把对手甩在了后面,业内都很惊讶。",
    ],
)
def test_a_simplified_text_is_left_as_it_is(text):
    assert simplify(text) == text
    assert simplify(text + "他引用了原文「後來居上」。") == text + "他引用了原文「后来居上」。"


def test_a_traditional_text_is_turned_whole():
    text = "新區近日啟動屋頂光伏試點,批覆了首批12條街道,於三月開始,後續將擴大。"
    assert simplify(text) == "新区近日启动屋顶光伏试点,批复了首批12条街道,于三月开始,后续将扩大。"


@pytest.mark.parametrize("row", rule_lines("script.tsv"), ids=lambda row: row[0])
def test_each_entry_of_our_own_table(row):
    wrong, right, reason = row
    assert simplify(wrong) == right and len(wrong) == len(right) and reason


@given(st.text())
def test_the_length_is_kept_and_a_second_time_changes_nothing(text):
    once = simplify(text)
    assert len(once) == len(text)
    assert simplify(once) == once


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("这个软件发布了", "Hans"),
        ("這個軟體發佈了", "Hant"),
        ("這個软件发布了,這是應用", "mixed"),
        ("AI 2024", "Hans"),
    ],
)
def test_detection(text, script):
    assert detect_script(text) == script


def test_characters_beyond_the_first_plane_do_not_shift_the_edits():
    aligned = convert(AlignedText("𠮷野家說,這裡的😀餐廳很好,而且一直開到深夜以後才關門"))
    assert aligned.text == "𠮷野家说,这里的😀餐厅很好,而且一直开到深夜以后才关门"
    assert [(e.start, e.end, e.rule) for e in aligned.edits] == [(3, 27, "script.t2s")]


def test_opencc_is_asked_wherever_it_would_change_something() -> None:
    """Its own table of words, printed by its own tool: each has a character by which it is noticed."""
    tool = Path(opencc.__file__).parent / "clib" / "bin" / "opencc_dict"
    if not tool.exists():
        pytest.skip("this build of OpenCC has no opencc_dict")
    table = tool.parents[1] / "share" / "opencc" / "TSPhrases.ocd2"
    command = [tool, "-i", table, "-o", "/dev/stdout", "-f", "ocd2", "-t", "text"]
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    words = [line.split("\t")[0] for line in lines if "\t" in line]
    assert len(words) > 400
    unchanged = [word for word in words if _converter().convert(word) == word]
    missed = [w for w in words if w not in unchanged and _turned().isdisjoint(w)]
    assert not missed


@given(
    st.lists(
        st.sampled_from(
            ["打坏", "的", "公司", "乾坤", "\n", "發展", "头发", "\U00020000", "沈默", "。", "批覆盖"]
        ),
        max_size=120,
    )
)
def test_lines_converted_by_themselves_are_as_in_the_whole(parts: list[str]) -> None:
    text = "".join(parts)
    assert _converted(text) == _converter().convert(text)
