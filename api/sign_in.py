"""Signing in to the pages, where the settings have an API token."""

import hmac
import time
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, FastAPI, Form, HTTPException, Query, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from api.auth import is_authorized
from api.dependencies import AppSettings
from api.page_rendering import render
from api.session_cookie import COOKIE_NAME, LIFETIME_SECONDS, issue_session

SEE_OTHER = 303


class SignInRequired(Exception):
    """The page asked for is for those who are signed in."""


def require_sign_in(request: Request, settings: AppSettings) -> None:
    """A dependency of every page but the one to sign in on."""
    if not is_authorized(request, settings):
        raise SignInRequired


def refuse_cross_site(request: Request) -> None:
    """A dependency of forms: without a token nothing else keeps another site's page from posting to this one."""
    if request.headers.get("sec-fetch-site", "none") not in {"none", "same-origin"}:
        raise HTTPException(403, "The form was sent from another site.")


router = APIRouter(include_in_schema=False)

Next = Annotated[str, Query(max_length=2000)]


@router.get("/sign-in")
def show_sign_in(request: Request, settings: AppSettings, next: Next = "/") -> Response:  # noqa: A002
    if is_authorized(request, settings):
        return RedirectResponse(_local_path(next), SEE_OTHER)
    return _sign_in_page(request, next)


@router.post("/sign-in", dependencies=[Depends(refuse_cross_site)])
def sign_in(
    request: Request,
    settings: AppSettings,
    token: Annotated[str, Form(max_length=1000)],
    next: Annotated[str, Form(max_length=2000)] = "/",  # noqa: A002
) -> Response:
    expected = settings.api_token.get_secret_value() if settings.api_token else ""
    if not hmac.compare_digest(token.strip().encode(), expected.encode()):
        return _sign_in_page(request, next, 401, "That is not the access token.")
    response = RedirectResponse(_local_path(next), SEE_OTHER)
    response.set_cookie(
        COOKIE_NAME,
        issue_session(expected, time.time()),
        max_age=LIFETIME_SECONDS,
        httponly=True,
        samesite="strict",
        secure=request.url.scheme == "https",
    )
    return response


@router.post("/sign-out", dependencies=[Depends(refuse_cross_site)])
def sign_out() -> Response:
    response = RedirectResponse("/sign-in", SEE_OTHER)
    response.delete_cookie(COOKIE_NAME, httponly=True, samesite="strict")
    return response


def install_sign_in(app: FastAPI) -> None:
    app.include_router(router)
    app.add_exception_handler(SignInRequired, _ask_to_sign_in)


def _sign_in_page(request: Request, next_path: str, status_code: int = 200, error: str | None = None) -> HTMLResponse:
    return render(
        request,
        "sign_in.html",
        status_code,
        next_path=_local_path(next_path),
        error=error,
        show_navigation=False,
    )


async def _ask_to_sign_in(request: Request, _: Exception) -> Response:
    path = request.url.path
    # A form that was sent is lost; its page is asked for afterwards.
    wanted = f"{path}?{request.url.query}" if request.url.query and request.method == "GET" else path
    return RedirectResponse(f"/sign-in?{urlencode({'next': wanted})}", SEE_OTHER)


def _local_path(path: str) -> str:
    """The path, or `/` where it would lead to another site. Browsers take a backslash for a slash."""
    is_local = path.startswith("/") and not path.replace("\\", "/").startswith("//")
    return path if is_local and path.isprintable() else "/"
