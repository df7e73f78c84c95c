"""Around every request: an id, one log line without personal data, and the headers that keep browsers safe.

An error that nobody expected ends here: the server would log its text, which may quote a resume.
"""

import logging
import re
import time
from uuid import uuid4

from prometheus_client import Histogram
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import problem_of, problem_response
from api.proxies import BY_TRUSTED_PROXY, BY_UNKNOWN_PROXY, is_loopback
from services.discreet_logs import discreet_trace
from services.log_format import logging_about
from services.process_counts import COUNTS

logger = logging.getLogger("api.requests")

REQUESTS = Histogram(
    "intake_request_seconds",
    "Requests answered by this process.",
    ["method", "route", "status"],
    buckets=(0.01, 0.05, 0.25, 1, 5, 30),
    registry=COUNTS,
)
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_SANE_ID = re.compile(r"[\w.-]{1,64}")
_CONTENT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_SECURITY_HEADERS = {
    "Content-Security-Policy": _CONTENT_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    # Personal data are not for caches; what may be kept says so itself.
    "Cache-Control": "no-store",
}


class RequestMiddleware:
    """Plain ASGI, so that request and response bodies stream through untouched."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request_id = _given_id(scope) or uuid4().hex
        scope.setdefault("state", {})["request_id"] = request_id
        with logging_about(request_id=request_id):
            await self._answer(scope, receive, send, request_id)

    async def _answer(self, scope: Scope, receive: Receive, send: Send, request_id: str) -> None:
        status = 0
        started = time.perf_counter()

        async def send_with_headers(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                _add_headers(MutableHeaders(scope=message), request_id)
            await send(message)

        try:
            await self._app(scope, receive, send_with_headers)
        except Exception as error:  # noqa: BLE001 - the edge of the application
            logger.error("an unexpected error, id=%s\n%s", request_id, discreet_trace(error))
            if not status:
                await problem_response(problem_of(error))(scope, receive, send_with_headers)
        finally:
            seconds = time.perf_counter() - started
            route = _route_of(scope)
            REQUESTS.labels(_method_of(scope), route, str(status)).observe(seconds)
            logger.info("%s %s %d %.0f ms id=%s", scope["method"], route, status, seconds * 1000, request_id)


def _given_id(scope: Scope) -> str | None:
    """Of a trusted proxy, or a program on this machine. Anybody else could pass off their requests as others'."""
    state = scope.get("state", {})
    address = (scope.get("client") or (None,))[0]
    if BY_TRUSTED_PROXY not in state and (BY_UNKNOWN_PROXY in state or not is_loopback(address)):
        return None
    given = Headers(scope=scope).get("x-request-id", "")
    return given if _SANE_ID.fullmatch(given) else None


def _add_headers(headers: MutableHeaders, request_id: str) -> None:
    headers["X-Request-ID"] = request_id
    for name, value in _SECURITY_HEADERS.items():
        headers.setdefault(name, value)


def _method_of(scope: Scope) -> str:
    """Clients may make up any number of them."""
    return scope["method"] if scope["method"] in _METHODS else "other"


def _route_of(scope: Scope) -> str:
    """The route's name: a path may hold anything, and a query often holds a person's name."""
    return getattr(scope.get("route"), "name", None) or "(no route)"
