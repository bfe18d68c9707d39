"""When a site may be asked again."""

from __future__ import annotations

from flows.web.limits import Clock
from transforms.web.address import origin


class Pace:
    """Remembers when each site was last asked; shared by all sources of a run."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._last: dict[str, float] = {}
        self._not_before: dict[str, float] = {}

    def free_at(self, url: str, gap: float) -> float:
        """From when on the site may be asked, with `gap` seconds between requests."""
        site = origin(url)
        last = self._last.get(site)
        return max(self._not_before.get(site, 0.0), 0.0 if last is None else last + gap)

    def wait(self, url: str, gap: float) -> None:
        """Sleep until the site may be asked."""
        left = self.free_at(url, gap) - self._clock.now()
        if left > 0:
            self._clock.sleep(left)

    def asked(self, url: str) -> None:
        """The site has answered, or failed to, just now."""
        self._last[origin(url)] = self._clock.now()

    def hold(self, url: str, seconds: float) -> None:
        """The site is not to be asked for so long."""
        self._not_before[origin(url)] = self._clock.now() + seconds
