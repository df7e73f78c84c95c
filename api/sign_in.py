"""Signing in to the pages: with a user's name and password, with a key, or with the settings' token."""

import time
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, FastAPI, Form, Query, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.params import Depends
from starlette.responses import HTMLResponse, RedirectResponse, Response

from api.auth import Requires, access_of, address_of, find_caller, identify
from api.page_rendering import render
from api.session_cookie import COOKIE_NAME, LIFETIME_SECONDS, issue_session
from db.engine import session_scope
from models.schemas import OneLine
from services import page_users
from services.audit import Action, Actor, record
from services.callers import LOOPBACK, Caller
from services.errors import SignInNeeded, TooManyRequests
from services.scopes import Scope

SEE_OTHER = 303


class SignInRequired(Exception):
    """The page asked for is for those who are signed in."""


class PageRequires(Requires):
    """As `Requires`, but leads to the page to sign in on."""

    async def __call__(self, request: Request) -> Caller:
        """Raises SignInRequired, and as `Requires` does."""
        try:
            return await super().__call__(request)
        except SignInNeeded:
            raise SignInRequired from None


def page_requires(*scopes: Scope) -> Depends:
    """A dependency of every page but the one to sign in on."""
    return Depends(PageRequires(*scopes))


router = APIRouter(include_in_schema=False)

Next = Annotated[str, Query(max_length=2000)]


@router.get("/sign-in")
async def show_sign_in(request: Request, next: Next = "/") -> Response:  # noqa: A002
    if await identify(request) is not None:
        return RedirectResponse(_local_path(next), SEE_OTHER)
    return _sign_in_page(request, next)


@router.post("/sign-in")
async def sign_in(
    request: Request,
    token: Annotated[str, Form(max_length=page_users.LONGEST_PASSWORD)],
    user: Annotated[OneLine, Form(max_length=page_users.LONGEST_NAME)] = "",
    next: Annotated[str, Form(max_length=2000)] = "/",  # noqa: A002
) -> Response:
    if await access_of(request).is_keyless():
        return RedirectResponse(_local_path(next), SEE_OTHER)
    try:
        session = await run_in_threadpool(_open_session, request, user.strip(), token)
    except TooManyRequests as error:
        return _sign_in_page(request, next, 429, str(error))
    if session is None:
        return _sign_in_page(request, next, 401, "The name, password or key is not right.")
    response = RedirectResponse(_local_path(next), SEE_OTHER)
    response.set_cookie(
        COOKIE_NAME,
        session,
        max_age=LIFETIME_SECONDS,
        httponly=True,
        samesite="strict",
        secure=request.url.scheme == "https",
    )
    return response


@router.post("/sign-out")
async def sign_out(request: Request) -> Response:
    caller = await identify(request)
    if caller is not None and caller is not LOOPBACK:
        await run_in_threadpool(_note, request, caller.who, Action.SIGN_OUT)
    response = RedirectResponse("/sign-in", SEE_OTHER)
    response.delete_cookie(COOKIE_NAME, httponly=True, samesite="strict")
    return response


def install_sign_in(app: FastAPI) -> None:
    app.include_router(router)
    app.add_exception_handler(SignInRequired, _ask_to_sign_in)


def _open_session(request: Request, user: str, secret: str) -> str | None:
    """The cookie's value, or None where the secret is wrong. Raises TooManyRequests after too many wrong ones."""
    access, address = access_of(request), address_of(request)
    # Each attempt counts before it is looked at, so that many at once are no way round.
    # Keys have no user to count for: guesses at them lock nobody out elsewhere.
    wait = access.address_attempts.take(address) or (access.user_attempts.take(user.casefold()) if user else 0.0)
    if wait:
        raise TooManyRequests(wait, "Too many wrong attempts; try again later.")
    opened = _of_user(user, secret) if user else _of_key(request, secret.strip())
    if opened is None:
        _note(request, f"address:{address}", Action.SIGN_IN_FAILED)
        return None
    access.address_attempts.give_back(address)
    access.user_attempts.forget(user.casefold())
    who, bound_to = opened
    _note(request, who, Action.SIGN_IN)
    return issue_session(access.session_secret, who, time.time(), bound_to)


def _of_user(name: str, password: str) -> tuple[str, str] | None:
    with session_scope() as session:
        user = page_users.check_password(session, name, password)
        return None if user is None else (f"user:{user.id}", user.password_hash)


def _of_key(request: Request, given: str) -> tuple[str, str] | None:
    # As a header would carry it.
    caller = find_caller(access_of(request), given.encode().decode("latin-1"))
    return None if caller is None else (caller.who, "")


def _note(request: Request, who: str, action: Action) -> None:
    with session_scope() as session:
        record(session, Actor(who, request.state.request_id), action, "page")


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
