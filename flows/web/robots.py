"""What the robots.txt of a site allows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from protego import Protego

from transforms.rejection import Rejected
from transforms.web.address import origin

NAME: Final = "kaoju"
"""The name by which robots.txt may speak to us; the whole user agent begins with it."""
_LONGEST_DELAY: Final = 60.0


@dataclass(frozen=True)
class Rules:
    """The rules of one site; `parsed` is None where it has none and everything may be read."""

    parsed: Protego | None
    unknown: str = ""

    def check(self, url: str) -> None:
        """Rejected: `robots_forbidden`; `robots_unavailable` where the rules cannot be had now."""
        if self.unknown:
            words = f"the site's robots.txt cannot be had, so nothing may be read now: {self.unknown}"
            raise Rejected("robots_unavailable", words)
        if self.parsed is not None and not self.parsed.can_fetch(url, NAME):
            raise Rejected(
                "robots_forbidden", f"the site's robots.txt forbids {urlsplit(url).path} to {NAME}"
            )

    @property
    def delay(self) -> float:
        """Seconds that the site wants between two requests; at most a minute, for some ask for hours."""
        wanted = self.parsed.crawl_delay(NAME) if self.parsed is not None else None
        return min(float(wanted or 0.0), _LONGEST_DELAY)


class Robots:
    """The rules of every site asked so far in this run; `ask` gets a robots.txt: its text, None for no rules.

    `ask` raises Rejected where the file cannot be had now.
    """

    def __init__(self, ask: Callable[[str], str | None]) -> None:
        self._ask = ask
        self._rules: dict[str, Rules] = {}

    def delay(self, url: str) -> float:
        """Seconds that the site of an address wants between two requests; 0 while its rules are not known."""
        rules = self._rules.get(origin(url))
        return rules.delay if rules else 0.0

    def rules(self, url: str) -> Rules:
        """The rules of the site of an address."""
        site = origin(url)
        if site not in self._rules:
            self._rules[site] = self._read(site + "/robots.txt")
        return self._rules[site]

    def _read(self, url: str) -> Rules:
        try:
            text = self._ask(url)
        except Rejected as error:
            if error.check in ("private_address", "bad_scheme"):
                raise
            return Rules(None, error.reason)
        return Rules(Protego.parse(text) if text is not None else None)
