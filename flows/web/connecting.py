"""Connections to addresses that were looked at first."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterable, Sequence
from contextlib import suppress
from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.request import getproxies, proxy_bypass

import httpcore

from flows.web.limits import Network
from transforms.rejection import Rejected

Address = IPv4Address | IPv6Address


def resolved(host: str, port: int) -> list[Address]:
    """The addresses of a host as the system knows them, numbers in any spelling too; OSError for none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [ip_address(str(one[4][0]).partition("%")[0]) for one in found]


def check_addresses(host: str, addresses: Iterable[Address], networks: Sequence[Network]) -> None:
    """Rejected (`private_address`) if one of them is not of the public internet and in none of `networks`."""
    for one in addresses:
        plain = getattr(one, "ipv4_mapped", None) or one
        if any(plain in network for network in networks if network.version == plain.version):
            continue
        if not plain.is_global or plain.is_multicast:
            words = (
                f"{host} is {one}: not an address of the public internet, and the source does not allow it"
            )
            raise Rejected("private_address", words)


class CheckedBackend(httpcore.NetworkBackend):
    """Connects to the very addresses that it has looked at: a name that changes in between gains nothing."""

    def __init__(self, networks: Sequence[Network]) -> None:
        self._networks = networks
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the host; Rejected (`private_address`), or what the plain backend raises."""
        try:
            addresses = resolved(host, port)
        except OSError as error:
            raise httpcore.ConnectError(f"{host} has no address: {error}") from error
        check_addresses(host, addresses, self._networks)
        failure: Exception = httpcore.ConnectError(f"{host} has no address")
        for one in addresses[:4]:
            try:
                return self._plain.connect_tcp(str(one), port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure


class Connections:
    """Pools of connections: straight ones, and those by way of a proxy that the environment names."""

    def __init__(self, networks: Sequence[Network]) -> None:
        self._networks = networks
        self._pools: dict[str | None, httpcore.ConnectionPool] = {}

    def pool_for(self, scheme: str, host: str, port: int) -> httpcore.ConnectionPool:
        """The pool that a request goes by; Rejected (`private_address`) where a proxy must not be asked."""
        proxy = getproxies().get(scheme)
        if proxy and not proxy_bypass(host) and host not in ("127.0.0.1", "::1", "localhost"):
            with suppress(OSError):  # a name that only the proxy knows
                check_addresses(host, resolved(host, port), self._networks)
        else:
            proxy = None
        if proxy not in self._pools:
            self._pools[proxy] = httpcore.ConnectionPool(
                ssl_context=ssl.create_default_context(),
                max_connections=10,
                max_keepalive_connections=5,
                keepalive_expiry=10,
                proxy=httpcore.Proxy(proxy) if proxy else None,
                network_backend=None if proxy else CheckedBackend(self._networks),
            )
        return self._pools[proxy]

    def close(self) -> None:
        """Hang up everywhere."""
        for pool in self._pools.values():
            pool.close()
        self._pools.clear()
