"""Pages of our own invention in layouts that Chinese news sites use: `pages/NAME.html`, `.txt`, `.json`."""

import json
from pathlib import Path

import pytest

from transforms.reading.html import read_html

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_main_content_and_metadata(page):
    text, said = read_html(page.read_text(encoding="utf-8"))
    assert text.text == page.with_suffix(".txt").read_text(encoding="utf-8").rstrip("\n")
    first = {}
    for entry in said:
        assert entry.basis == "html"
        first.setdefault(entry.field, entry.value)
    wanted = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))
    assert {field: first.get(field) for field in wanted} == wanted


def test_there_are_enough_layouts():
    assert len(PAGES) >= 12
