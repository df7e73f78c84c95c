"""The signed-in page's cookie: proves knowledge of the API token without holding it."""

import hashlib
import hmac

COOKIE_NAME = "intake_session"
LIFETIME_SECONDS = 12 * 60 * 60


def issue_session(token: str, now: float) -> str:
    """A value good until `now` (seconds since the epoch) plus `LIFETIME_SECONDS`: `<expiry>.<signature>`."""
    expiry = str(int(now) + LIFETIME_SECONDS)
    return f"{expiry}.{_sign(token, expiry)}"


def is_session_valid(value: str, token: str, now: float) -> bool:
    expiry, _, signature = value.partition(".")
    if not (expiry.isascii() and expiry.isdigit()):
        return False
    # Compared as bytes: compare_digest refuses non-ASCII text, and a cookie may hold any.
    return hmac.compare_digest(signature.encode(), _sign(token, expiry).encode()) and int(expiry) > now


def _sign(token: str, expiry: str) -> str:
    # A changed token ends every session, because it is the key.
    return hmac.new(token.encode(), f"page-session:{expiry}".encode(), hashlib.sha256).hexdigest()
