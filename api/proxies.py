"""Whom a request comes from when it has passed a proxy: believed from the proxies that the settings trust alone."""

from collections.abc import Iterable
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network

from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

Network = IPv4Network | IPv6Network

BY_TRUSTED_PROXY = "by_trusted_proxy"
BY_UNKNOWN_PROXY = "by_unknown_proxy"
"""Keys of the request's state."""
_FORWARDING = frozenset({"forwarded", "via", "x-real-ip", "x-client-ip", "true-client-ip", "cf-connecting-ip"})
_FORWARDED = "x-forwarded-"
_PROXIES_HTTP = "1.0"
"""As nginx speaks it to what is behind it, and adds no header unless it is told to; browsers and programs speak 1.1."""


class ForwardedClients:
    """Plain ASGI: gives the application the client's address and scheme instead of the proxy's."""

    def __init__(self, app: ASGIApp, trusted: Iterable[str]) -> None:
        """`trusted` are addresses and networks; raises ValueError for what is neither."""
        self._app = app
        self._trusted = [ip_network(written, strict=False) for written in trusted]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            headers = Headers(scope=scope)
            state = scope.setdefault("state", {})
            peer = (scope.get("client") or ("", 0))[0]
            if self._trusts(peer):
                state[BY_TRUSTED_PROXY] = True
                self._unwrap(scope, headers)
            elif scope.get("http_version") == _PROXIES_HTTP or any(map(_tells_of_a_proxy, headers)):
                state[BY_UNKNOWN_PROXY] = True
        await self._app(scope, receive, send)

    def _unwrap(self, scope: Scope, headers: Headers) -> None:
        """The client is the last address that no trusted proxy has: those before it, the client may have invented."""
        named = [part.strip() for value in headers.getlist("x-forwarded-for") for part in value.split(",")]
        for address in reversed(named):
            scope["client"] = (address, 0)
            if not self._trusts(address):
                break
        if (scheme := headers.get("x-forwarded-proto", "").strip().lower()) in {"http", "https"}:
            scope["scheme"] = scheme

    def _trusts(self, address: str) -> bool:
        try:
            parsed = ip_address(address)
        except ValueError:
            return False
        return any(parsed in network for network in self._trusted)


def came_by_proxy(request: HTTPConnection) -> bool:
    """Be it by a trusted one: whoever it names may have named themselves, and where it names nobody, it may be anybody."""
    return any(hasattr(request.state, key) for key in (BY_TRUSTED_PROXY, BY_UNKNOWN_PROXY))


def _tells_of_a_proxy(header: str) -> bool:
    return header in _FORWARDING or header.startswith(_FORWARDED)


def is_loopback(address: str | None) -> bool:
    """Whether it is this machine; a Unix socket has no address."""
    if address is None:
        return True
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False
