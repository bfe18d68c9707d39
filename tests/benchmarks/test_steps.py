from pathlib import Path

from tests.benchmarks.meter import metered
from tests.benchmarks.page import figure, write_section
from tests.benchmarks.steps import CLEANING, STEPS
from transforms.cleaning import clean
from transforms.reading.read import read
from transforms.source import SourceItem


def test_every_step_that_is_timed_is_there() -> None:
    gone = [f"{s.module}.{s.name}" for s in STEPS if not hasattr(s.owner, s.name) or not callable(s.function)]
    assert not gone, f"renamed or moved: mend tests/benchmarks/steps.py: {gone}"


def test_every_step_of_cleaning_is_timed_and_each_once() -> None:
    timed = [step.function for step in CLEANING]
    assert set(clean._STEPS) < set(timed) and len(timed) == len(set(timed))
    assert {clean.sweep, clean.convert, clean.restore, clean.gather, clean.mend_near_misses} < set(timed)


def test_steps_are_metered_as_they_run_and_put_back() -> None:
    item, before = SourceItem(uri="a", data="公司发布了新款手机,售价三千元。".encode()), clean._STEPS
    with metered(CLEANING) as meter:
        clean.clean(read(item))
    assert clean._STEPS is not before and before == clean._STEPS
    assert {step.name for step in CLEANING if not meter.wall[step]} == {
        "_check_body",
        "restore_title",
        "_with_title",
    }


def test_a_section_is_replaced_and_the_others_stay(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    for name, body in (("a", "old"), ("b", "stays"), ("a", r"new \1")):
        write_section(page, name, body)
    text = page.read_text("utf-8")
    assert "<!-- begin a -->\nnew \\1\n<!-- end a -->" in text and "stays" in text and "old" not in text


def test_three_figures_count() -> None:
    assert [figure(x) for x in (0, 0.01234, 4.567, 99.99, 789.4, 12345)] == [
        *("0", "0.0123", "4.57", "100", "789", "12,300")
    ]
