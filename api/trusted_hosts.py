"""Only requests that name a host of ours are answered: a page of another site cannot borrow a name for this machine."""

from collections.abc import Iterable

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocketClose

ANY_HOST = "*"
POLICY_VIOLATION = 1008


class TrustedHosts:
    """Plain ASGI around another application; `names` are host names without a port, or `*` for all."""

    def __init__(self, app: ASGIApp, names: Iterable[str]) -> None:
        self._app = app
        self._names = frozenset(name.casefold() for name in names)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan" or self._trusts(Headers(scope=scope).get("host", "")):
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await WebSocketClose(POLICY_VIOLATION)(scope, receive, send)
        else:
            await self.refuse(scope, receive, send)

    async def refuse(self, scope: Scope, receive: Receive, send: Send) -> None:
        await PlainTextResponse("This host name is not served here.", 400)(scope, receive, send)

    def _trusts(self, host: str) -> bool:
        return ANY_HOST in self._names or host_name(host) in self._names


def host_name(host: str) -> str:
    """The name or address in a Host header, without its port; of an IPv6 address without its brackets."""
    if host.startswith("["):
        return host[1:].partition("]")[0].casefold()
    return host.rpartition(":")[0].casefold() if ":" in host else host.casefold()
