"""Who asks, and whether they may: every route names the scopes of which its caller needs one."""

import hmac
import logging
import time
from datetime import UTC, datetime

from fastapi import Request
from fastapi.concurrency import run_in_threadpool
from fastapi.params import Depends
from fastapi.security.utils import get_authorization_scheme_param

from api.access_state import AccessState
from api.proxies import BY_TRUSTED_PROXY, came_by_proxy, is_loopback
from api.session_cookie import COOKIE_NAME, read_session
from db.engine import session_scope
from services import api_keys, page_users
from services.callers import LOOPBACK, TOKEN, Caller
from services.errors import KeysNeeded, NotAllowed, RepeatedParameter, SignInNeeded, TooManyRequests
from services.scopes import Scope

logger = logging.getLogger(__name__)


class Requires:
    """A dependency: lets callers with one of the scopes pass, and nobody else."""

    def __init__(self, *scopes: Scope) -> None:
        self.scopes = scopes

    async def __call__(self, request: Request) -> Caller:
        """Raises SignInNeeded, NotAllowed, KeysNeeded, TooManyRequests, RepeatedParameter."""
        caller = await identify(request)
        if caller is None:
            raise SignInNeeded
        if not any(caller.may(scope) for scope in self.scopes):
            raise NotAllowed(f"This needs the scope {' or '.join(self.scopes)}.")
        access_of(request).count_request(caller)
        if len(request.query_params.multi_items()) > len(request.query_params):
            raise RepeatedParameter
        return caller


def requires(*scopes: Scope) -> Depends:
    return Depends(Requires(*scopes))


def access_of(request: Request) -> AccessState:
    access: AccessState = request.app.state.access
    return access


def caller_of(request: Request) -> Caller:
    """Who a route is carried out for, once `Requires` has let them pass."""
    caller: Caller = request.state.caller
    return caller


async def identify(request: Request) -> Caller | None:
    """Who asks; None when that is not known. Raises KeysNeeded, TooManyRequests."""
    caller = await _identify(request, access_of(request))
    request.state.caller = caller
    return caller


async def _identify(request: Request, access: AccessState) -> Caller | None:
    scheme, given = get_authorization_scheme_param(request.headers.get("authorization"))
    if scheme.lower() == "bearer" and not await access.is_keyless():
        return await _of_bearer(request, access, given)
    if (user := _proxy_user(request, access)) is not None:
        return Caller(f"proxy:{user}", access.proxy_scopes, user)
    if (cookie := request.cookies.get(COOKIE_NAME)) and (caller := await run_in_threadpool(_of_cookie, access, cookie)):
        return caller
    if not await access.is_keyless():
        return None
    if not _is_from_this_machine(request):
        raise KeysNeeded
    return LOOPBACK


def _is_from_this_machine(request: Request) -> bool:
    return not came_by_proxy(request) and is_loopback(request.client.host if request.client else None)


async def _of_bearer(request: Request, access: AccessState, given: str) -> Caller | None:
    address = address_of(request)
    if wait := access.bearer_failures.wait_for(address):
        raise TooManyRequests(wait, "Too many wrong keys came from this address; try again later.")
    caller = await run_in_threadpool(find_caller, access, given)
    if caller is None:
        access.bearer_failures.note(address)
    return caller


def find_caller(access: AccessState, given: str) -> Caller | None:
    """Whose key or token it is."""
    # Headers are read as Latin-1, whatever was sent: encoded back they are the bytes that were sent.
    sent = given.encode("latin-1", "replace")
    if access.token is not None and hmac.compare_digest(sent, access.token.encode()):
        return TOKEN
    with session_scope() as session:
        return api_keys.find_caller(session, given, datetime.now(UTC))


def address_of(request: Request) -> str:
    return request.client.host if request.client else "local"


def _proxy_user(request: Request, access: AccessState) -> str | None:
    """The user that a trusted proxy has signed in; nobody where two are named, one of whom the client may have added."""
    if not access.proxy_user_header or not hasattr(request.state, BY_TRUSTED_PROXY):
        return None
    named = request.headers.getlist(access.proxy_user_header)
    return (named[0].strip() or None) if len(named) == 1 else None


def _of_cookie(access: AccessState, cookie: str) -> Caller | None:
    claimed = read_session(cookie, time.time())
    if claimed is None:
        return None
    kind, _, number = claimed.subject.partition(":")
    if kind == TOKEN.who:
        return TOKEN if access.token is not None and claimed.is_signed(access.session_secret) else None
    if not (number.isascii() and number.isdigit() and len(number) < 10):
        return None
    with session_scope() as session:
        if kind == "key" and claimed.is_signed(access.session_secret):
            return api_keys.find_caller_by_id(session, int(number), datetime.now(UTC))
        if kind == "user" and (found := page_users.find_caller(session, int(number))) is not None:
            user, bound_to = found
            return user if claimed.is_signed(access.session_secret, bound_to) else None
    return None
