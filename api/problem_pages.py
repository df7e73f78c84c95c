"""Errors as a page, for a person in a browser; programs keep `application/problem+json`."""

from collections.abc import Awaitable, Callable
from typing import cast

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from api.errors import headers_of, problem_of
from api.page_rendering import render
from db.transient import DATABASE_ERRORS
from services.errors import IntakeError

Handler = Callable[[Request, Exception], Awaitable[Response]]

_KINDS = (*DATABASE_ERRORS, IntakeError, RequestValidationError, HTTPException, Exception)
_PROGRAM_PATHS = ("/api/", "/static/", "/healthz", "/readyz", "/metrics", "/openapi.json")
_TITLES = {
    403: "Not allowed",
    404: "Nothing here",
    410: "The file is gone",
    413: "Too large",
    429: "Too often",
    422: "That cannot be understood",
    500: "Something went wrong",
    503: "Not possible now",
    507: "No space left",
}
_DETAILS = {
    "not_found": "There is no page at this address.",
    "bad_upload": "No file was chosen.",
}


def install_problem_pages(app: FastAPI) -> None:
    """To be called when the handlers that answer programs are in place."""
    for kind in _KINDS:
        app.add_exception_handler(kind, _for_people(cast(Handler, app.exception_handlers[kind])))


def problem_page(request: Request, status: int, title: str, details: list[str]) -> Response:
    return render(request, "problem.html", status, code=status, title=title, details=details)


def _for_people(answer_program: Handler) -> Handler:
    async def answer(request: Request, error: Exception) -> Response:
        if _is_for_program(request):
            return await answer_program(request, error)
        problem = problem_of(error)
        detail = _DETAILS.get(problem.code, problem.detail)
        page = problem_page(request, problem.status, _TITLES.get(problem.status, problem.title), [detail])
        page.headers.update(headers_of(problem))
        return page

    return answer


def _is_for_program(request: Request) -> bool:
    return request.url.path.startswith(_PROGRAM_PATHS) or "text/html" not in request.headers.get("accept", "")
