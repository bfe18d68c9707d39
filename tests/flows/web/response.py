"""What one address of the made-up web answers, and what must become of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime

WHYS = frozenset(
    """not-found gone denied rate-limited server-error redirect-loop too-many-redirects private-address
    bad-scheme too-large too-slow wrong-type bomb incomplete broken-encoding article-list tag-page video-page
    paywall needs-javascript login-page soft-404 empty-page unsafe-xml""".split()
)
"""The closed list of refusals; README.md says what each means."""

BEHAVIOURS = frozenset("plain chunked truncated short reset endless slow silent first editions".split())
"""How a response is sent; README.md says what each does."""


@dataclass(frozen=True)
class Response:
    """One answer: status, headers, body, and how it is sent."""

    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    behaviour: str = "plain"
    times: int = 0
    then: Response | None = None


@dataclass(frozen=True)
class Page:
    """An address with its answer and, where it may be found by discovery, the expected outcome."""

    path: str
    response: Response
    expected: dict[str, object] | None = None


def validated(body: bytes, content_type: str, modified: datetime, **more: str) -> Response:
    """Return a 200 that carries an ETag of its bytes and a Last-Modified date, so that it can be a 304."""
    headers = {
        "Content-Type": content_type,
        "ETag": f'"{hashlib.sha256(body).hexdigest()[:16]}"',
        "Last-Modified": format_datetime(modified.astimezone(UTC), usegmt=True),
    }
    return Response(headers=headers | more, body=body)


def refused(why: str) -> dict[str, object]:
    """Return the expected outcome of a page that must be refused."""
    if why not in WHYS:
        raise ValueError(why)
    return {"outcome": "refused", "why": why}
