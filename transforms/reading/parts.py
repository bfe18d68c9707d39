"""What the names and words of a page's parts say of them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")


@dataclass(frozen=True)
class Parts:
    """The lists of `seeds/rules/reading/page-parts.toml`."""

    noise_prefixes: tuple[str, ...]
    noise_words: frozenset[str]
    negations: frozenset[str]
    byline_words: frozenset[str]
    content_words: frozenset[str]
    content_ids: frozenset[str]
    related: re.Pattern[str]
    chrome: re.Pattern[str]
    notice: re.Pattern[str]

    def noise_limit(self, attributes: Mapping[str, str]) -> float:
        """The share of a page's prose up to which an element is taken for no article because of its names.

        0.9 for a telling name (`related-news`), 0.5 for a short word (`shareBar`, `hot`), 0.15 if the names
        speak for an article too (`hot-article-content`), 0 if nothing is said.
        """
        words = [
            pair for name in _names(attributes) for pair in _words(name) if pair[1] not in self.negations
        ]
        if any(word.startswith(self.noise_prefixes) for word, _ in words):
            return 0.9
        if any(word in self.noise_words for word, _ in words):
            return 0.15 if self.content_hint(attributes) > 1 else 0.5
        return 0.0

    def is_byline(self, attributes: Mapping[str, str]) -> bool:
        """Whether the class or id names a line about the article."""
        return any(word in self.byline_words for name in _names(attributes) for word, _ in _words(name))

    def content_hint(self, attributes: Mapping[str, str]) -> float:
        """The factor by which the class, id or itemprop speaks for the article's text: 1 says nothing."""
        if attributes.get("itemprop", "").lower() == "articlebody":
            return 1.6
        if attributes.get("id", "").lower() in self.content_ids:
            return 1.6
        words = {word for name in _names(attributes) for word, _ in _words(name)}
        return 1.25 if words & self.content_words else 1.0


@cache
def parts() -> Parts:
    """The lists, read once."""
    source = files("seeds").joinpath("rules/reading/page-parts.toml").read_text(encoding="utf-8")
    lists: dict[str, list[str]] = tomllib.loads(source)
    related = "|".join(map(re.escape, lists["related_headings"]))
    return Parts(
        tuple(lists["noise_prefixes"]),
        frozenset(lists["noise_words"]),
        frozenset(lists["negations"]),
        frozenset(lists["byline_words"]),
        frozenset(lists["content_words"]),
        frozenset(lists["content_ids"]),
        re.compile(rf"[\W_]{{0,4}}(?:{related})"),
        re.compile(rf"[\W_]{{0,2}}(?:{'|'.join(lists['chrome_lines'])})"),
        re.compile("|".join(lists["notices"]), re.IGNORECASE),
    )


def _names(attributes: Mapping[str, str]) -> list[str]:
    named = f"{attributes.get('class', '')} {attributes.get('id', '')} {attributes.get('role', '')}"
    return named.split()[:12]


def _words(name: str) -> list[tuple[str, str]]:
    """The lower-case words of a name, each with the one before it."""
    words = [word.lower() for word in _WORD.findall(name[:80])]
    return list(zip(words, ["", *words], strict=False))
