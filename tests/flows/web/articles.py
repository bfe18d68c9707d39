"""The stories of the made-up web, read from stories.txt: every firm's deed in them is invented."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path


@dataclass(frozen=True)
class Story:
    """One story: what a page of any layout must give back."""

    slug: str
    author: str
    published: datetime
    title: str
    paragraphs: tuple[str, ...]
    number: int

    @property
    def text(self) -> str:
        """The body, one paragraph a line."""
        return "\n".join(self.paragraphs)

    def date(self, pattern: str = "%Y-%m-%d %H:%M") -> str:
        """Return the time of publication, written by `pattern`."""
        return self.published.strftime(pattern)


def _parsed(number: int, block: str) -> Story:
    head, *paragraphs = block.strip().split("\n")
    slug, author, published, title = (part.strip() for part in head.split(" | "))
    return Story(slug, author, datetime.fromisoformat(published), title, tuple(paragraphs), number)


@cache
def stories() -> dict[str, Story]:
    """Return every story by its slug."""
    text = Path(__file__).with_name("stories.txt").read_text(encoding="utf-8")
    blocks = [block for block in ("\n" + text).split("\n== ") if block.strip()]
    return {story.slug: story for story in (_parsed(n, block) for n, block in enumerate(blocks, 1))}


def second_edition(story: Story) -> Story:
    """Return the story as it reads after its correction: one figure changed, one paragraph added."""
    changed = tuple(p.replace("约一万九千家", "约两万三千家") for p in story.paragraphs)
    added = "更正：本文此前版本所写的受影响客户数有误，已按沧浪云2月15日的补充说明修改。"
    return Story(story.slug, story.author, story.published, story.title, (*changed, added), story.number)
