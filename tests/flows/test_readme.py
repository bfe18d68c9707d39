"""The commands on the pages for users are commands that there are."""

import re
import shlex
from pathlib import Path

import click
import pytest

from flows.cli import kaoju

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "docs" / "running.md"]
MAKE = re.findall(r"^([a-z-]+):.*##", (ROOT / "Makefile").read_text(), re.M)
MAKE_TARGETS = "help run test check serve golden bench setup soak test-ui".split()


def commands(page: Path) -> list[str]:
    """Lines of the page's shell blocks."""
    blocks = re.findall(r"^```sh\n(.*?)^```", page.read_text(), re.M | re.S)
    return [line for block in blocks for line in block.splitlines() if line.strip()]


KAOJU = [line for page in PAGES for line in commands(page) if line.startswith("kaoju ")]


def test_there_is_something_to_check():
    assert len(KAOJU) >= 10 and "make run" in commands(PAGES[0])


@pytest.mark.parametrize("line", KAOJU)
def test_a_command_of_the_pages_is_understood(line):
    words = shlex.split(re.sub(r'"\$\(.*\)"', "x", line))[1:]
    command = kaoju.commands[words[0]]
    with click.Context(command, info_name=words[0]) as context:
        command.parse_args(context, words[1:])  # UsageError for what it does not know


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_target_of_the_pages_is_in_the_makefile(page):
    for target in re.findall(r"`?\bmake ([a-z-]+)`", page.read_text()):
        assert target in MAKE, target


def test_the_makefile_has_what_was_promised():
    assert set(MAKE_TARGETS) <= set(MAKE)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_linked_page_is_there(page):
    for link in re.findall(r"\]\(([^)#]+)\)", page.read_text()):
        if "://" not in link:
            assert (page.parent / link).exists(), link
