"""What is remembered of the addresses that were asked for."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any, Final


@dataclass(frozen=True)
class Visit:
    """One request, or the decision not to make it; times are seconds since 1970.

    `check` and `reason` say why nothing was got, `location` where it led. `file`, `start` and `size` are the
    place of the kept answer in the archive; a 304 has that of the answer it confirms. `said` and `changed`
    are what the list said that named the address; `next` is the next page of the same article. `row` is how
    often in a row the outcome was of this kind, `next_at` the time before which it is not asked for again.
    `kind` is page, list or robots.
    """

    url: str
    at: float
    kind: str = "page"
    source: str = ""
    status: int = 0
    check: str = ""
    reason: str = ""
    location: str = ""
    etag: str = ""
    modified: str = ""
    digest: str = ""
    file: str = ""
    start: int = 0
    size: int = 0
    said: Mapping[str, str] = field(default_factory=dict)
    changed: str = ""
    next: str = ""
    row: int = 1
    next_at: float = 0.0

    @property
    def is_kept(self) -> bool:
        """Whether the bytes of a good answer are in the archive."""
        return bool(self.file) and self.status in (200, 304)

    @property
    def validators(self) -> dict[str, str]:
        """The headers that make the next request a conditional one."""
        named = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in named.items() if value} if self.is_kept else {}

    def line(self) -> str:
        """The visit as one line of JSON, what is not known left out."""
        plain = {name: value for name, value in asdict(self).items() if value not in ("", 0, {})}
        return json.dumps(plain, ensure_ascii=False, separators=(",", ":")) + "\n"


STATUSES: Final[Mapping[int, str]] = {
    **{401: "denied", 403: "denied", 404: "not_found", 410: "gone", 429: "rate_limited"},
    **dict.fromkeys((500, 502, 503, 504), "server_error"),
}
REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})


def check_of(status: int) -> str:
    """Why an answer of this status is none; nothing for those that are one, and for redirects."""
    return "" if status in (200, 304) or status in REDIRECTS else STATUSES.get(status, "http_error")


_FIELDS = frozenset(one.name for one in fields(Visit))


def visit_of(line: str) -> Visit | None:
    """The visit that a line holds; None for a line that was not written to its end."""
    try:
        plain: dict[str, Any] = json.loads(line)
        return Visit(**{name: value for name, value in plain.items() if name in _FIELDS})
    except (ValueError, TypeError):
        return None
