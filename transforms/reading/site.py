"""What a page calls its own site: in the link to its home, in its copyright line, as its source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import unescape

from transforms.reading.tokens import Token

_HOME = re.compile(r"\.?/(?:index\.\w{2,5})?$")
_COPYRIGHT = re.compile(r"©|copyright|(?:版权|版權)所有|ICP[备備证證]", re.IGNORECASE)
_NO_NAME = re.compile(r"首[页頁]|主[页頁]|网站首页|返回首页|Home|正文|Copyright", re.IGNORECASE)
_SOURCE = re.compile(r"(?:来源|來源)\s?[:：]\s?([^\s，。|｜]{2,16})")
_POWERED = re.compile(r"(?:^|[-_|]\s{0,3})([^-_|]{2,20}?)\s{0,3}-\s{0,3}Powered by\b")
_NAMED = frozenset("blogname sitename site-name site-title blog-title".split())
_LONGEST = 200  # characters of a copyright line


@dataclass(frozen=True)
class OwnNames:
    """The texts of links to the home page, and the copyright lines."""

    homes: frozenset[str] = frozenset()
    notices: tuple[str, ...] = ()

    def has(self, name: str) -> bool:
        """Whether the page uses `name` for its site; in a notice it stands where a word begins."""
        if len(name) < 2 or not any(char.isalpha() for char in name) or _NO_NAME.fullmatch(name):
            return False
        begun = re.compile(rf"(?<![^\W\d]){re.escape(name)}")
        return name in self.homes or any(begun.search(notice) for notice in self.notices)


def own_names(source: str, tokens: Sequence[Token], lines: Iterable[str]) -> OwnNames:
    """What the page of `tokens`, whose lines of text are `lines`, calls its site."""
    homes: set[str] = set()
    home = named = False
    for token in tokens:
        if named and token.kind == "text":
            homes.add(unescape(source[token.start : token.end]).strip())
        named = token.kind == "start" and any(
            token.attributes.get(key, "").lower() in _NAMED for key in ("id", "class")
        )
        if token.kind == "raw" and token.name == "title":
            homes.update(_POWERED.findall(unescape(source[token.start : token.end])))
        if token.name == "a":
            home = token.kind == "start" and _HOME.match(token.attributes.get("href", "")) is not None
        elif home and token.kind == "text":
            homes.add(unescape(source[token.start : token.end]).strip())
        elif home and token.name == "img":
            homes.add(token.attributes.get("alt", "").strip())
    short = [line for line in lines if len(line) <= _LONGEST]
    notices = tuple(line for line in short if _COPYRIGHT.search(line))
    # What an article names as its source is the site's name too where the page's title ends with it.
    homes.update(name for line in short for name in _SOURCE.findall(line))
    return OwnNames(frozenset(homes), notices)
