"""Who may use the API: with `api_token` set, those who send it as bearer token or have signed in on the page."""

import hmac
import time

from fastapi import HTTPException, Request
from fastapi.security.utils import get_authorization_scheme_param

from api.session_cookie import COOKIE_NAME, is_session_valid
from config import Settings


def is_authorized(request: Request, settings: Settings) -> bool:
    if settings.api_token is None:
        return True
    token = settings.api_token.get_secret_value()
    scheme, given = get_authorization_scheme_param(request.headers.get("authorization"))
    # Headers are read as Latin-1, whatever was sent: encoded back they are the bytes that were sent.
    if scheme.lower() == "bearer" and hmac.compare_digest(given.encode("latin-1"), token.encode()):
        return True
    return is_session_valid(request.cookies.get(COOKIE_NAME, ""), token, time.time())


async def require_token(request: Request) -> None:
    """A dependency of every API route."""
    if not is_authorized(request, request.app.state.settings):
        raise HTTPException(401, "A bearer token is needed.", {"WWW-Authenticate": "Bearer"})
