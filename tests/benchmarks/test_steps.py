from pathlib import Path

from tests.benchmarks.page import figure, write_section
from tests.benchmarks.steps import STEPS


def test_every_step_that_is_timed_is_there() -> None:
    gone = [f"{s.module}.{s.name}" for s in STEPS if not callable(getattr(s.owner, s.name, None))]
    assert not gone, f"renamed or moved: mend tests/benchmarks/steps.py: {gone}"


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
