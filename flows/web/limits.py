"""How much is asked of a server, and how much of an answer is taken."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from ipaddress import IPv4Network, IPv6Network

Network = IPv4Network | IPv6Network


@dataclass(frozen=True)
class Limits:
    """Bounds of the requests of one source; seconds and bytes.

    `delay` lies between two requests to one host, unless its robots.txt asks for more. `longest_wait` is the
    longest Retry-After that is waited for. `networks` are private ones that may be asked all the same.
    """

    delay: float = 1.0
    answer_within: float = 20.0
    whole_within: float = 60.0
    max_bytes: int = 8 * 2**20
    tries: int = 3
    backoff: float = 2.0
    longest_wait: float = 60.0
    redirects: int = 10
    recheck: float = 24 * 3600.0
    networks: tuple[Network, ...] = ()


@dataclass(frozen=True)
class Clock:
    """The time: `now` in seconds since 1970, and waiting."""

    now: Callable[[], float] = field(default=time.time)
    sleep: Callable[[float], None] = field(default=time.sleep)
