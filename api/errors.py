"""The one place where errors become answers: `application/problem+json` (RFC 9457) with a stable `code`."""

import logging
from http import HTTPStatus
from math import ceil

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.routing import iter_route_contexts
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.responses import Response
from starlette.routing import compile_path

from db.transient import DATABASE_ERRORS, is_out_of_space, is_transient
from models.schemas import FieldProblem, ProblemDetail
from resume_parser.errors import place_of
from services.errors import (
    BadCursor,
    BadUpload,
    CandidateExists,
    DatabaseFull,
    DatabaseUnavailable,
    EmptyFile,
    ErasedFile,
    FileTooLarge,
    IntakeError,
    NotAllowed,
    NotFound,
    OrchestratorUnavailable,
    PasswordTooShort,
    RepeatedParameter,
    SignInNeeded,
    StoredFileMissing,
    StoreFull,
    StoreUnavailable,
    TooManyFiles,
    TooManyRequests,
    UnknownScope,
    UnsupportedFile,
    UntrustedHost,
    UploadTooLarge,
    UserExists,
)

logger = logging.getLogger(__name__)

MEDIA_TYPE = "application/problem+json"
CLIENT_CLOSED_REQUEST = 499

_STATUS_OF: dict[type[IntakeError], HTTPStatus] = {
    BadCursor: HTTPStatus.BAD_REQUEST,
    BadUpload: HTTPStatus.BAD_REQUEST,
    CandidateExists: HTTPStatus.CONFLICT,
    DatabaseFull: HTTPStatus.INSUFFICIENT_STORAGE,
    DatabaseUnavailable: HTTPStatus.SERVICE_UNAVAILABLE,
    EmptyFile: HTTPStatus.UNPROCESSABLE_ENTITY,
    ErasedFile: HTTPStatus.CONFLICT,
    FileTooLarge: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    NotAllowed: HTTPStatus.FORBIDDEN,
    NotFound: HTTPStatus.NOT_FOUND,
    OrchestratorUnavailable: HTTPStatus.SERVICE_UNAVAILABLE,
    PasswordTooShort: HTTPStatus.UNPROCESSABLE_ENTITY,
    RepeatedParameter: HTTPStatus.BAD_REQUEST,
    SignInNeeded: HTTPStatus.UNAUTHORIZED,
    StoredFileMissing: HTTPStatus.GONE,
    StoreFull: HTTPStatus.INSUFFICIENT_STORAGE,
    StoreUnavailable: HTTPStatus.SERVICE_UNAVAILABLE,
    TooManyFiles: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    TooManyRequests: HTTPStatus.TOO_MANY_REQUESTS,
    UnknownScope: HTTPStatus.UNPROCESSABLE_ENTITY,
    UnsupportedFile: HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    UntrustedHost: HTTPStatus.BAD_REQUEST,
    UploadTooLarge: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    UserExists: HTTPStatus.CONFLICT,
}
RETRY_AFTER_SECONDS = {HTTPStatus.SERVICE_UNAVAILABLE: 5, HTTPStatus.INSUFFICIENT_STORAGE: 60}
"""What passes by itself, and when it is worth another try."""
_CODE_OF_STATUS = {
    HTTPStatus.BAD_REQUEST: "bad_request",
    HTTPStatus.UNAUTHORIZED: "unauthorized",
    HTTPStatus.FORBIDDEN: "forbidden",
    HTTPStatus.NOT_FOUND: "not_found",
    HTTPStatus.METHOD_NOT_ALLOWED: "method_not_allowed",
}


def install_error_handlers(app: FastAPI) -> None:
    app.add_exception_handler(IntakeError, _answer_intake_error)
    app.add_exception_handler(RequestValidationError, _answer_invalid_input)
    app.add_exception_handler(HTTPException, _answer_http_error)
    for kind in DATABASE_ERRORS:
        app.add_exception_handler(kind, _answer_database_error)
    app.add_exception_handler(ClientDisconnect, _answer_nobody)
    app.add_exception_handler(Exception, _answer_unexpected)


def problem_of(error: Exception) -> ProblemDetail:
    """The error as clients are told it; what is not meant for them is told as an internal error."""
    if is_out_of_space(error):
        error = DatabaseFull()
    elif is_transient(error):
        error = DatabaseUnavailable()
    match error:
        case IntakeError():
            return _problem(_status_of(error), error.code, str(error))
        case RequestValidationError():
            problem = _problem(HTTPStatus.UNPROCESSABLE_ENTITY, "invalid_input", "Part of the input is not valid.")
            return problem.model_copy(update={"errors": _field_problems(error)})
        case HTTPException():
            status = HTTPStatus(error.status_code)
            return _problem(status, _CODE_OF_STATUS.get(status, "http_error"), error.detail)
        case _:
            return _problem(HTTPStatus.INTERNAL_SERVER_ERROR, IntakeError.code, "Something went wrong on our side.")


def problem_response(problem: ProblemDetail, headers: dict[str, str] | None = None) -> JSONResponse:
    content = problem.model_dump(exclude_none=True)
    return JSONResponse(content, problem.status, headers_of(problem) | (headers or {}), media_type=MEDIA_TYPE)


def headers_of(problem: ProblemDetail) -> dict[str, str]:
    seconds = RETRY_AFTER_SECONDS.get(HTTPStatus(problem.status))
    return {} if seconds is None else {"Retry-After": str(seconds)}


def headers_for(error: Exception) -> dict[str, str]:
    """What tells a program how to go on."""
    match error:
        case SignInNeeded():
            return {"WWW-Authenticate": "Bearer"}
        case TooManyRequests():
            return {"Retry-After": str(ceil(error.retry_after))}
        case _:
            return {}


async def _answer_intake_error(_: Request, error: Exception) -> Response:
    return problem_response(problem_of(error), headers_for(error))


async def _answer_invalid_input(_: Request, error: Exception) -> Response:
    return problem_response(problem_of(error))


async def _answer_http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    headers = dict(error.headers or {})
    if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        headers["Allow"] = ", ".join(sorted(_methods_at(request)))
    return problem_response(problem_of(error), headers)


async def _answer_database_error(_: Request, error: Exception) -> Response:
    logger.error("the database failed: %s", place_of(error))
    return problem_response(problem_of(error))


async def _answer_nobody(_: Request, __: Exception) -> Response:
    return Response(status_code=CLIENT_CLOSED_REQUEST)


async def _answer_unexpected(_: Request, error: Exception) -> Response:
    return problem_response(problem_of(error))


def _methods_at(request: Request) -> set[str]:
    """All that the path takes: the framework names those of the first route there alone."""
    methods: set[str] = set()
    for route in iter_route_contexts(request.app.routes):
        if route.path and compile_path(route.path)[0].fullmatch(request.url.path):
            methods |= set(getattr(route, "methods", None) or ())
    return methods


def _status_of(error: IntakeError) -> HTTPStatus:
    known = (_STATUS_OF[kind] for kind in type(error).__mro__ if kind in _STATUS_OF)
    return next(known, HTTPStatus.INTERNAL_SERVER_ERROR)


def _problem(status: HTTPStatus, code: str, detail: str) -> ProblemDetail:
    return ProblemDetail(title=status.phrase, status=status, code=code, detail=detail)


def _field_problems(error: RequestValidationError) -> list[FieldProblem]:
    return [
        FieldProblem(location=".".join(str(part) for part in problem["loc"]), message=problem["msg"])
        for problem in error.errors()
    ]
