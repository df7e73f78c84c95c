"""The check of host names as the API and page do it: refusals are problems, and health is told to whoever asks."""

from starlette.types import Receive, Scope, Send

from api.errors import problem_of, problem_response
from api.trusted_hosts import TrustedHosts
from services.errors import UntrustedHost

_HEALTH_PATHS = frozenset({"/healthz", "/readyz"})
"""Load balancers ask by address."""


class KnownHosts(TrustedHosts):
    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"] in _HEALTH_PATHS:
            await self._app(scope, receive, send)
        else:
            await super().__call__(scope, receive, send)

    async def refuse(self, scope: Scope, receive: Receive, send: Send) -> None:
        await problem_response(problem_of(UntrustedHost()))(scope, receive, send)
