"""Clean offsets map to raw offsets by composition, whatever the edits."""

from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.aligned import AlignedText, Change

TEXT = st.text(alphabet="甲乙丙丁ab(ā) \n", max_size=30)


@st.composite
def edited(draw, rounds=3):
    """A raw text and the aligned text after some rounds of random changes."""
    aligned = AlignedText(draw(TEXT))
    for n in range(draw(st.integers(0, rounds))):
        changes, at = [], 0
        while at < len(aligned.text) and draw(st.booleans()):
            start = draw(st.integers(at, len(aligned.text) - 1))
            end = draw(st.integers(start + 1, min(len(aligned.text), start + 5)))
            changes.append(Change(start, end, draw(st.text(alphabet="XYZ", max_size=4)), f"rule{n}"))
            at = end + draw(st.integers(0, 1))
        aligned = aligned.apply(changes)
    return aligned


def naive(text, changes):
    for c in sorted(changes, key=lambda c: -c.start):
        text = text[: c.start] + c.after + text[c.end :]
    return text


@given(TEXT, st.data())
def test_apply_gives_the_text_that_plain_replacing_gives(raw, data):
    aligned, text = AlignedText(raw), raw
    for n in range(3):
        changes, at = [], 0
        while at < len(text) and data.draw(st.booleans()):
            start = data.draw(st.integers(at, len(text) - 1))
            end = data.draw(st.integers(start + 1, min(len(text), start + 5)))
            changes.append(Change(start, end, data.draw(st.text(alphabet="XYZ", max_size=4)), f"rule{n}"))
            at = end + data.draw(st.integers(0, 1))
        text, aligned = naive(text, changes), aligned.apply(changes)
        assert aligned.text == text


@given(edited())
def test_kept_and_removed_are_all_raw_characters(aligned):
    at, rebuilt = 0, ""
    for edit in aligned.edits:
        assert edit.start >= at
        rebuilt += aligned.raw[at : edit.start] + edit.before
        at = edit.end
    assert rebuilt + aligned.raw[at:] == aligned.raw


@settings(max_examples=300)
@given(edited())
def test_kept_characters_round_trip(aligned):
    for i, char in enumerate(aligned.text):
        start, end = aligned.raw_char(i)
        touching = [e for e in aligned.edits if e.start < end and e.end > start]
        if not touching and end == start + 1:
            assert aligned.raw[start] == char
            assert aligned.clean_span(start, end) == (i, i + 1)


@given(TEXT, st.data())
def test_edits_compose_associatively(raw, data):
    """Three rounds as one map, or the last two as a map of their own after the first: one text, one place.

    Inside an edit the two may differ in how finely they tell, not in which edit it is.
    """
    rounds, text = [], raw
    for n in range(3):
        changes, at = [], 0
        while at < len(text) and data.draw(st.booleans()):
            start = data.draw(st.integers(at, len(text) - 1))
            end = data.draw(st.integers(start + 1, min(len(text), start + 4)))
            changes.append(Change(start, end, data.draw(st.text(alphabet="XYZ", max_size=3)), f"rule{n}"))
            at = end
        rounds.append(changes)
        text = naive(text, changes)
    first = AlignedText(raw).apply(rounds[0])
    later = AlignedText(first.text).apply(rounds[1]).apply(rounds[2])
    whole = first.apply(rounds[1]).apply(rounds[2])
    assert whole.text == later.text == text
    for i in range(len(text)):
        start, end = later.raw_char(i)
        if start < end:
            outer = first.raw_span(start, end)
            inner = whole.raw_char(i)
            touched = [e for e in whole.edits if e.start < inner[1] and inner[0] < e.end]
            assert inner == outer or all(e.start < outer[1] and outer[0] < e.end for e in touched)
            assert touched or inner == outer


@given(edited())
def test_composed_edits_pass_the_checks_of_edits_given(aligned):
    again = AlignedText(aligned.raw, aligned.edits)
    assert again == aligned
    for i in range(len(aligned.text)):
        assert again.raw_char(i) == aligned.raw_char(i)


def test_pinyin_removed_then_script_converted():
    aligned = AlignedText("參數(shù)的模型")
    aligned = aligned.apply([Change(2, 7, "", "pinyin.exact")])
    aligned = aligned.apply([Change(0, 2, "参数", "script.t2s")])
    assert aligned.text == "参数的模型"
    assert aligned.raw_span(0, 2) == (0, 2)
    assert aligned.raw_span(0, 3) == (0, 8)
    assert aligned.raw_span(2, 3) == (7, 8)
    assert [(e.before, e.after, e.rule) for e in aligned.edits] == [
        ("參數", "参数", "script.t2s"),
        ("(shù)", "", "pinyin.exact"),
    ]


def test_a_change_inside_an_earlier_replacement_is_one_edit():
    aligned = AlignedText("微柔軟公司").apply([Change(0, 3, "微柔软", "script.t2s")])
    aligned = aligned.apply([Change(1, 3, "软", "spun.lexicon")])
    assert aligned.text == "微软公司"
    assert aligned.raw_span(0, 2) == (0, 3)


def test_a_change_around_an_earlier_replacement_leaves_it_an_edit_of_its_own():
    page = "約五萬輛</p><p>據報導"
    aligned = AlignedText(page).apply([Change(4, 11, "\n", "markup.html")])
    aligned = aligned.apply([Change(0, 8, "约五万辆\n据报导", "script.t2s")])
    assert aligned.text == "约五万辆\n据报导"
    assert [(e.before, e.after) for e in aligned.edits] == [
        ("約五萬輛", "约五万辆"),
        ("</p><p>", "\n"),
        ("據報導", "据报导"),
    ]
    assert aligned.raw_span(0, 4) == (0, 4)
