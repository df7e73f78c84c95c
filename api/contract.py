"""What the OpenAPI document says beyond what the routes declare: who may ask, and how each of them can be refused."""

import re
from collections.abc import Iterable, Iterator
from http import HTTPStatus
from typing import Any

from fastapi.routing import RouteContext
from starlette.routing import BaseRoute

from api.auth import Requires
from api.errors import MEDIA_TYPE
from api.session_cookie import COOKIE_NAME

Document = dict[str, Any]

_CONVERTOR = re.compile(r":\w+}")
"""Of a path's parameter, which the document leaves out: `{resume_id:int}`."""
_PROBLEM = {"$ref": "#/components/schemas/ProblemDetail"}
_FRAMEWORKS_OWN = ("HTTPValidationError", "ValidationError")
"""FastAPI's shapes of invalid input, which is told as a problem here."""
_SECURITY_SCHEMES = {
    "key": {"type": "http", "scheme": "bearer", "description": "A key of `intake keys create`, or the access token."},
    "session": {"type": "apiKey", "in": "cookie", "name": COOKIE_NAME, "description": "Who has signed in on the page."},
}
_EVERYWHERE = {
    HTTPStatus.BAD_REQUEST: "The request is malformed, or names a host that is not served here.",
    HTTPStatus.UNAUTHORIZED: "No key, or one that is not good.",
    HTTPStatus.FORBIDDEN: "The key has not the scope, or another site's page sent the request.",
    HTTPStatus.TOO_MANY_REQUESTS: "Too many requests, or too many wrong keys.",
    HTTPStatus.SERVICE_UNAVAILABLE: "The database cannot be reached now.",
    HTTPStatus.INSUFFICIENT_STORAGE: "There is no space left.",
}
"""Of routes that ask for a scope: they all read the database, and write the audit log."""
_INVALID_INPUT = "Part of the input is not valid."
_HEADERS = {
    HTTPStatus.UNAUTHORIZED: ("WWW-Authenticate", "string", "How to ask: Bearer."),
    HTTPStatus.TOO_MANY_REQUESTS: ("Retry-After", "integer", "Seconds until it is worth another try."),
    HTTPStatus.SERVICE_UNAVAILABLE: ("Retry-After", "integer", "Seconds until it is worth another try."),
    HTTPStatus.INSUFFICIENT_STORAGE: ("Retry-After", "integer", "Seconds until it is worth another try."),
}


def complete(document: Document, routes: Iterable[RouteContext], *, is_open: bool) -> None:
    """Adds to the document, in place: security, refusals, and the media type of problems.

    `is_open` says that there are no keys, so that none is needed.
    """
    document["components"]["securitySchemes"] = _SECURITY_SCHEMES
    for name in _FRAMEWORKS_OWN:
        document["components"]["schemas"].pop(name, None)
    for route, operation in _operations(document, routes):
        if (needs := _requirement_of(route)) is not None:
            ways = [{scheme: [scope]} for scheme in _SECURITY_SCHEMES for scope in needs.scopes]
            operation["security"] = [{}, *ways] if is_open else ways
            if "requestBody" in operation:
                operation["responses"].setdefault("413", _refusal("Larger than what is accepted."))
            for status, description in _EVERYWHERE.items():
                operation["responses"].setdefault(str(int(status)), _refusal(description))
        for parameter in operation.get("parameters", ()):
            _leave_out_null(parameter["schema"])
        for status, answer in operation["responses"].items():
            _tell_as_problem(int(status), answer)
        operation["responses"] = dict(sorted(operation["responses"].items()))


def _operations(document: Document, routes: Iterable[RouteContext]) -> Iterator[tuple[RouteContext, Document]]:
    for route in routes:
        path = _CONVERTOR.sub("}", route.path or "")
        for method in getattr(route, "methods", None) or ():
            operation = document["paths"].get(path, {}).get(method.lower())
            if operation is not None:
                yield route, operation


def _requirement_of(route: RouteContext | BaseRoute) -> Requires | None:
    dependant = getattr(route, "dependant", None)
    calls = (dependency.call for dependency in dependant.dependencies) if dependant else ()
    return next((call for call in calls if isinstance(call, Requires)), None)


def _leave_out_null(schema: Document) -> None:
    """A query has no null: what may be left out is not required, and that is all."""
    kinds = [kind for kind in schema.get("anyOf", ()) if kind != {"type": "null"}]
    if len(kinds) == 1:
        del schema["anyOf"]
        schema.update({name: value for name, value in kinds[0].items() if name not in schema})


def _refusal(description: str) -> Document:
    return {"description": description, "content": {"application/json": {"schema": _PROBLEM}}}


def _tell_as_problem(status: int, answer: Document) -> None:
    content = answer.get("content", {})
    schema = content.get("application/json", {}).get("schema", {})
    if str(schema.get("$ref", "")).endswith("/HTTPValidationError"):
        answer["description"] = _INVALID_INPUT
    elif schema != _PROBLEM:
        return
    answer["content"] = {MEDIA_TYPE: {"schema": _PROBLEM}}
    if status == HTTPStatus.BAD_REQUEST:
        # What is not even HTTP the server refuses before the application sees it.
        answer["content"]["text/plain"] = {"schema": {"type": "string"}}
    if status in _HEADERS:
        name, kind, description = _HEADERS[HTTPStatus(status)]
        answer["headers"] = {name: {"description": description, "schema": {"type": kind}}}
