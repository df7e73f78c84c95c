"""Pages of other sites cannot make a browser send what changes something here.

Browsers say where a request comes from (`Sec-Fetch-Site`, `Origin`); programs say nothing and are not meant. A request
with a bearer token is its sender's own: no page can make a browser add one.
"""

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from api.errors import problem_of, problem_response
from services.errors import CrossSiteRequest

_SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
_OWN_SITE = frozenset({"same-origin", "none"})


class CrossSiteGuard:
    """Plain ASGI around the application."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] not in _SAFE_METHODS and is_cross_site(Headers(scope=scope)):
            await problem_response(problem_of(CrossSiteRequest()))(scope, receive, send)
        else:
            await self._app(scope, receive, send)


def is_cross_site(headers: Headers) -> bool:
    if headers.get("authorization", "").lower().startswith("bearer "):
        return False
    if (site := headers.get("sec-fetch-site")) is not None:
        return site not in _OWN_SITE
    origin = headers.get("origin")
    # The scheme is left out: behind a proxy that ends TLS it is not known here.
    return origin is not None and urlsplit(origin).netloc.casefold() != headers.get("host", "").casefold()
